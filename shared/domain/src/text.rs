//! Short texts that shops enter: titles, details, notes.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use crate::Invalid;

/// The longest title, in characters.
const TITLE_CHARACTERS_MAX: usize = 255;
/// The longest notes, in characters.
const NOTES_CHARACTERS_MAX: usize = 5_000;

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

/// Whether a character changes the direction of the text around it and shows nothing itself (Unicode's
/// `Bidi_Control`).
#[must_use]
pub const fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
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
    fn a_title_is_one_line() {
        assert_eq!(Title::parse(" Oak tray ").unwrap().as_str(), "Oak tray");
        for bad in ["", " ", "a\nb", &"a".repeat(256)] {
            assert!(Title::parse(bad).is_err(), "{bad:?}");
        }
    }
}
