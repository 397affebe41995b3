//! The name shown with a review. The page offers choices, so that nobody has to type a name on a phone.

use serde::{Deserialize, Serialize};
use unicode_normalization::char::is_combining_mark;

use crate::values::text::{is_visible, written_line};
use crate::values::{Fault, PersonName, is_no_name};

/// The name shown with a review: trimmed, NFC, at most 60 characters, 100 if it was imported.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisplayName(String);

impl DisplayName {
    /// The longest name, in characters.
    pub const CHARACTERS_MAX: usize = 60;

    /// The longest name of an imported review, in characters: as long as the vendors allow.
    pub const IMPORTED_CHARACTERS_MAX: usize = 100;

    /// Reads a name. Without visible characters it is `None`, which means an anonymous review.
    pub fn parse(text: &str) -> Result<Option<Self>, Fault> {
        Self::of_at_most(text, Self::CHARACTERS_MAX)
    }

    /// Like [`parse`](Self::parse), for the longer names of imported reviews. What stands for a missing name is `None`, too.
    pub fn imported(text: &str) -> Result<Option<Self>, Fault> {
        if is_no_name(text) {
            return Ok(None);
        }
        Self::of_at_most(text, Self::IMPORTED_CHARACTERS_MAX)
    }

    fn of_at_most(text: &str, characters_max: usize) -> Result<Option<Self>, Fault> {
        if !is_visible(text) {
            return Ok(None);
        }
        written_line(text, characters_max).map(|name| Some(Self(name))).ok_or(Fault::TooLong)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The choices for a customer of this name, in the same order for every item: "Jane D.", "Jane", then names from
    /// earlier reviews. Names that are too long are left out. The full name is offered only if it is a single word or
    /// was chosen before.
    pub fn choices<'a>(name: Option<&PersonName>, chosen_before: impl Iterator<Item = &'a Self>) -> Vec<Self> {
        let parts = name.and_then(|name| Some((name.first()?, name.parts()?.1)));
        let derived =
            parts.into_iter().flat_map(|(first, rest)| [with_initial(&first, rest), Some(first.into_owned())]);
        let derived = derived.flatten().filter_map(|text| Self::parse(&text).ok().flatten());
        let mut choices: Vec<Self> = Vec::new();
        for choice in derived.chain(chosen_before.cloned()) {
            if !choices.contains(&choice) {
                choices.push(choice);
            }
        }
        choices
    }
}

crate::hidden! { DisplayName }

/// "Jane D." for Jane van Doe. A word without a letter, such as an emoji, is not a last name.
fn with_initial(first: &str, rest: &str) -> Option<String> {
    let last = rest.split_whitespace().rfind(|word| word.contains(char::is_alphabetic))?;
    let mut letters = last.chars().skip_while(|letter| !letter.is_alphabetic());
    let mut initial = letters.next()?.to_string();
    // Combining marks stay with their letter.
    initial.extend(letters.take_while(|&mark| is_combining_mark(mark)));
    Some(format!("{first} {initial}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choices(name: &str) -> Vec<String> {
        let name = PersonName::parse(name).ok();
        DisplayName::choices(name.as_ref(), [].iter()).iter().map(|choice| choice.as_str().to_owned()).collect()
    }

    #[test]
    fn a_name_offers_its_first_word_with_and_without_an_initial() {
        for (name, offered) in [
            ("Jane Doe", &["Jane D.", "Jane"][..]),
            ("Jane", &["Jane"]),
            ("  Jane   van  Doe ", &["Jane D.", "Jane"]),
            ("Sinéad O'Brien", &["Sinéad O.", "Sinéad"]),
            ("D'Arcy 't Hooft", &["D'Arcy H.", "D'Arcy"]),
            ("Jane ’Brien", &["Jane B.", "Jane"]),
            ("Anne-Marie Lévy", &["Anne-Marie L.", "Anne-Marie"]),
            ("Jane 🌿", &["Jane"]),
            ("Jane Doe 👩‍🌾", &["Jane D.", "Jane"]),
            ("JANE DOE", &["Jane D.", "Jane"]),
            ("🌿 Doe", &["Doe"]),
            ("🌿", &[]),
            ("محمد علي", &["محمد ع.", "محمد"]),
            ("נועה כהן", &["נועה כ.", "נועה"]),
            ("山田太郎", &["山田太郎"]),
            ("Jane कि", &["Jane कि.", "Jane"]),
            ("Jane 2", &["Jane"]),
            ("Dr. Jane Doe", &["Jane D.", "Jane"]),
            ("Doe, Jane", &["Jane D.", "Jane"]),
            ("Mrs Doe", &[]),
            ("null", &[]),
            ("", &[]),
        ] {
            assert_eq!(choices(name), offered, "{name}");
        }
    }

    #[test]
    fn a_name_too_long_to_be_shown_is_not_offered() {
        let first = |characters: usize| format!("J{}", "a".repeat(characters - 1));
        let offered = |characters: usize| choices(&format!("{} Doe", first(characters)));
        assert_eq!(offered(57), [format!("{} D.", first(57)), first(57)]);
        assert_eq!(offered(60), [first(60)]);
        assert!(offered(61).is_empty());
    }

    #[test]
    fn an_earlier_choice_is_offered_too_and_once() {
        let name = PersonName::parse("Jane Doe").unwrap();
        let before = ["JD", "Jane", "JD"].map(|text| DisplayName::parse(text).unwrap().unwrap());
        let offered = DisplayName::choices(Some(&name), before.iter());
        assert_eq!(offered.iter().map(DisplayName::as_str).collect::<Vec<_>>(), ["Jane D.", "Jane", "JD"]);
    }

    #[test]
    fn a_blank_display_name_is_anonymous() {
        assert_eq!(DisplayName::parse("  ").unwrap(), None);
        assert_eq!(DisplayName::parse("\u{200b}\u{202e}").unwrap(), None);
        assert!(DisplayName::parse(&"a".repeat(61)).is_err());
        assert!(DisplayName::imported(&"a".repeat(100)).is_ok());
        assert!(DisplayName::imported(&"a".repeat(101)).is_err());
    }
}
