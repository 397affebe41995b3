//! Customers' names.

use std::fmt;

use crate::Invalid;
use crate::stored::stored_as_text;
use crate::text::line;

/// The longest name, in characters.
const NAME_CHARACTERS_MAX: usize = 200;

/// A customer's name: trimmed, NFC, 1–200 characters with something to see, no control characters.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonName(String);

stored_as_text!(PersonName, Self::as_str, |text| Self::parse(text).ok());

impl PersonName {
    /// Reads a full name.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        line(text, NAME_CHARACTERS_MAX).map(Self).ok_or(Invalid(
            "A name must have 1 to 200 visible characters and no control characters; omit it if you have none.",
        ))
    }

    /// The full name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name by which to address the person: the first word.
    #[must_use]
    pub fn first(&self) -> &str {
        self.0.split_whitespace().next().unwrap_or(&self.0)
    }

    /// The first word, and the rest if there is one.
    pub(crate) fn split(&self) -> (Option<Self>, Option<Self>) {
        match self.0.split_once(char::is_whitespace) {
            Some((first, rest)) => (Some(Self(first.to_owned())), Some(Self(rest.trim_start().to_owned()))),
            None => (Some(self.clone()), None),
        }
    }

    /// The first and the last name as one, cut to a name's length.
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
        for bad in ["", "  ", "\u{200b}", "\u{202e}\u{2069}", "a\u{0}b", "a\nb", &"a".repeat(201)] {
            assert!(PersonName::parse(bad).is_err(), "{bad:?}");
        }
    }
}
