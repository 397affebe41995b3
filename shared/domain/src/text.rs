//! Short texts that shops and customers enter: names, titles, notes.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use crate::{Fault, Invalid};

/// The longest name, in characters.
const NAME_CHARACTERS_MAX: usize = 200;
/// The longest name shown with a review, in characters.
const DISPLAY_NAME_CHARACTERS_MAX: usize = 60;
/// The longest title, in characters.
const TITLE_CHARACTERS_MAX: usize = 255;
/// The longest notes, in characters.
const NOTES_CHARACTERS_MAX: usize = 5_000;

/// A customer's name: trimmed, NFC, 1–200 characters, no control characters.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonName(String);

impl PersonName {
    /// Reads a full name.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        line(text, NAME_CHARACTERS_MAX)
            .map(Self)
            .ok_or(Invalid("A name must have 1 to 200 characters and no control characters; omit it if you have none."))
    }

    /// The full name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What to call the person: the name's first word.
    #[must_use]
    pub fn first(&self) -> &str {
        self.0.split_whitespace().next().unwrap_or(&self.0)
    }
}

impl PersonName {
    /// The first word, and the rest if there is one.
    pub(crate) fn split(&self) -> (Option<Self>, Option<Self>) {
        match self.0.split_once(char::is_whitespace) {
            Some((first, rest)) => (Some(Self(first.to_owned())), Some(Self(rest.trim_start().to_owned()))),
            None => (Some(self.clone()), None),
        }
    }

    /// Both names as one, cut to a name's length.
    pub(crate) fn join(first: Option<&Self>, last: Option<&Self>) -> Option<Self> {
        let names: Vec<_> = [first, last].into_iter().flatten().map(Self::as_str).collect();
        let joined: String = names.join(" ").chars().take(NAME_CHARACTERS_MAX).collect();
        Self::parse(&joined).ok()
    }
}

impl fmt::Debug for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonName(…)")
    }
}

/// The name shown with a review: trimmed, NFC, at most 60 characters.
#[derive(Clone, PartialEq, Eq)]
pub struct DisplayName(String);

impl DisplayName {
    /// The longest name, in characters.
    pub const CHARACTERS_MAX: usize = DISPLAY_NAME_CHARACTERS_MAX;

    /// Reads a name; a blank one is `None`: the review is anonymous. A line break is a control character.
    pub fn parse(text: &str) -> Result<Option<Self>, Fault> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        let fault = if text.trim().chars().any(char::is_control) { Fault::ControlCharacters } else { Fault::TooLong };
        line(text, Self::CHARACTERS_MAX).map(|name| Some(Self(name))).ok_or(fault)
    }

    /// The name as shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for DisplayName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DisplayName(…)")
    }
}

/// The title of a product: trimmed, NFC, 1–255 characters, no control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title(String);

impl Title {
    /// Reads a title.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        line(text, TITLE_CHARACTERS_MAX).map(Self).ok_or(Invalid("A title must have 1 to 255 characters, on one line."))
    }

    /// The title as shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One line about a customer or a location: trimmed, NFC, 1–255 characters, no control characters.
#[derive(Clone, PartialEq, Eq)]
pub struct Detail(String);

impl Detail {
    /// Reads one line.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        line(text, TITLE_CHARACTERS_MAX).map(Self).ok_or(Invalid("Must have 1 to 255 characters, on one line."))
    }

    /// The line, without spaces around it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Detail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Detail(…)")
    }
}

/// A shop's own notes about a customer: trimmed, NFC, 1–5,000 characters.
#[derive(Clone, PartialEq, Eq)]
pub struct Notes(String);

impl Notes {
    /// Reads notes of several lines.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text: String = text.trim().nfc().collect();
        let fits = (1..=NOTES_CHARACTERS_MAX).contains(&text.chars().count());
        let plain = !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'));
        (fits && plain)
            .then_some(Self(text))
            .ok_or(Invalid("Must have 1 to 5,000 characters and no control characters but line breaks and tabs."))
    }

    /// The notes, with their line breaks.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Notes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Notes(…)")
    }
}

/// One line of text: trimmed, NFC, not empty, no control characters. `None` if it breaks a rule.
pub(crate) fn line(text: &str, characters_max: usize) -> Option<String> {
    let text: String = text.trim().nfc().collect();
    let fits = (1..=characters_max).contains(&text.chars().count());
    (fits && !text.chars().any(char::is_control)).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_trimmed_composed_and_bounded() {
        assert_eq!(PersonName::parse("  Jose\u{301} ").unwrap().as_str(), "José");
        let name = PersonName::parse("Jane van Doe").unwrap();
        assert_eq!(name.first(), "Jane");
        let (first, last) = name.split();
        assert_eq!(PersonName::join(first.as_ref(), last.as_ref()), Some(name));
        assert!(PersonName::parse(&"é".repeat(200)).is_ok());
        for bad in ["", "  ", "a\u{0}b", "a\nb", &"a".repeat(201)] {
            assert!(PersonName::parse(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn a_title_is_one_line() {
        assert_eq!(Title::parse(" Oak tray ").unwrap().as_str(), "Oak tray");
        for bad in ["", " ", "a\nb", &"a".repeat(256)] {
            assert!(Title::parse(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn a_blank_display_name_is_anonymous() {
        assert_eq!(DisplayName::parse("  ").unwrap(), None);
        assert!(DisplayName::parse(&"a".repeat(61)).is_err());
    }
}
