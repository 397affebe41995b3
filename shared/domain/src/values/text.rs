//! Short texts that shops enter: titles, details, notes.

use unicode_normalization::UnicodeNormalization;

use crate::values::value::Text;
use crate::values::{Fault, Invalid, stored_as_text};

const TITLE_CHARACTERS_MAX: usize = 255;
const NOTES_CHARACTERS_MAX: usize = 5_000;

/// The title of a product: trimmed, NFC, 1–255 characters, no control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title(String);

stored_as_text!(Title, Self::as_str, |text| Self::parse(text).ok());

crate::reads_text! {
    Title: Self = Self::parse, Text::between(1, TITLE_CHARACTERS_MAX);
    Detail: Self = Self::parse, Text::at_most(TITLE_CHARACTERS_MAX);
    Notes: Self = Self::parse, Text::at_most(NOTES_CHARACTERS_MAX);
}

impl Title {
    pub const CHARACTERS_MAX: usize = TITLE_CHARACTERS_MAX;

    pub fn parse(text: &str) -> Result<Self, Invalid> {
        line(text, TITLE_CHARACTERS_MAX).map(Self).ok_or(Invalid("A title must have 1 to 255 characters, on one line."))
    }

    /// The beginning of a text as a title; `blank`, or else a dash, if there is none.
    pub fn cut(text: &str, blank: &str) -> Self {
        let text = text.trim().chars().map(|c| if c.is_control() { ' ' } else { c });
        let cut = Self::parse(&text.take(Self::CHARACTERS_MAX).collect::<String>());
        cut.or_else(|_| Self::parse(blank)).unwrap_or_else(|_| Self("–".to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One line about a customer or a location: trimmed, NFC, 1–255 characters, no control characters.
#[derive(Clone, PartialEq, Eq)]
pub struct Detail(String);

stored_as_text!(Detail, Self::as_str, |text| Self::parse(text).ok());

impl Detail {
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        line(text, TITLE_CHARACTERS_MAX).map(Self).ok_or(Invalid("Must have 1 to 255 characters, on one line."))
    }

    /// The line, without spaces around it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

crate::hidden! { Detail }

/// A shop's own notes about a customer: trimmed, NFC, 1–5,000 characters.
#[derive(Clone, PartialEq, Eq)]
pub struct Notes(String);

stored_as_text!(Notes, Self::as_str, |text| Self::parse(text).ok());

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
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

crate::hidden! { Notes }

/// One line of text: trimmed, NFC, with visible characters and without control characters. `None` if it breaks a rule.
///
/// Directional controls are removed, because they would reorder the text around the line. Nobody needs them, because
/// every page isolates such lines.
pub(crate) fn line(text: &str, characters_max: usize) -> Option<String> {
    let text: String = if text.is_ascii() {
        // Shortcut: an ASCII text is NFC and has no directional controls.
        text.trim().to_owned()
    } else {
        let text: String = text.chars().filter(|&c| !is_bidi_control(c)).collect();
        text.trim().nfc().collect()
    };
    let fits = text.chars().count() <= characters_max && is_visible(&text);
    (fits && !text.chars().any(char::is_control)).then_some(text)
}

/// A text with several lines, as a form posts it: trimmed, NFC, with LF line breaks, whatever the device sent, and without other control
/// characters than tabs. Nobody sees them, and word processors paste them: a vertical tab or a form feed is a line break there.
pub(crate) fn lines(text: &str) -> String {
    let clean = |c| match c {
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' => Some('\n'),
        c => (!c.is_control() || matches!(c, '\n' | '\t')).then_some(c),
    };
    let text: String = text.replace("\r\n", "\n").chars().filter_map(clean).collect();
    text.trim().nfc().collect()
}

/// What somebody wrote in a field of one line, as [`line`]: what breaks lines is a space, and other control characters are left out.
pub(crate) fn written_line(text: &str, characters_max: usize) -> Option<String> {
    line(&lines(text).replace(['\n', '\t'], " "), characters_max)
}

/// What somebody wrote in a form, as [`lines`]: visible, and with at most so many characters.
pub(crate) fn written(text: &str, characters_max: usize) -> Result<String, Fault> {
    let text = lines(text);
    if !is_visible(&text) {
        return Err(Fault::Missing);
    }
    if text.chars().count() > characters_max {
        return Err(Fault::TooLong);
    }
    Ok(text)
}

/// Whether a text has visible characters, besides spaces, controls and characters without a shape.
pub(crate) fn is_visible(text: &str) -> bool {
    !text.chars().all(|c| c.is_whitespace() || c.is_control() || is_shapeless(c))
}

/// Whether a character only changes the direction of text around it (Unicode's property `Bidi_Control`).
pub const fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Unicode's property `Default_Ignorable_Code_Point`, and the empty Braille pattern. Some of these characters are
/// needed within a text, such as the joiners in Persian and in emoji.
const fn is_shapeless(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_one_line() {
        assert_eq!(Title::parse(" Oak tray ").unwrap().as_str(), "Oak tray");
        for bad in ["", " ", "a\nb", "\u{200b}", "\u{2060} \u{feff}", "\u{3164}", "\u{2800}\u{fe0f}", &"a".repeat(256)]
        {
            assert!(Title::parse(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn directional_controls_are_left_out_and_joiners_stay() {
        let line = |text| line(text, 20);
        assert_eq!(line("\u{202e}Jane\u{202c} \u{2066}Doe\u{200f}").as_deref(), Some("Jane Doe"));
        assert_eq!(line("\u{202e} \u{200f}"), None);
        for needed in ["می\u{200c}نا", "👩\u{200d}🌾", "❤\u{fe0f}"] {
            assert_eq!(line(needed).as_deref(), Some(needed));
        }
    }
}
