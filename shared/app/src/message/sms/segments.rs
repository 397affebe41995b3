//! Counts the segments of an SMS, by which it is billed.
//!
//! Sizes are those of GSM 03.40, alphabets those of GSM 03.38 (3GPP TS 23.038), as AWS End User Messaging counts them:
//! <https://docs.aws.amazon.com/pinpoint/latest/userguide/channels-sms-limitations-characters.html>.

/// GSM-7's characters that take one septet.
const GSM7: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡\
    ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// GSM-7's characters that take two septets, the first of which is an escape.
const GSM7_EXTENSION: &str = "\u{c}^{}\\[~]|€";

/// The alphabet of an SMS. A single character outside GSM-7 makes the whole SMS UCS-2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alphabet {
    /// Western European letters: 160 septets in a single segment, 153 in each of several.
    Gsm7,
    /// All of Unicode: 70 UTF-16 units in a single segment, 67 in each of several.
    Ucs2,
}

impl Alphabet {
    /// The cheaper alphabet that has every character of `body`.
    pub fn of(body: &str) -> Self {
        match body.chars().all(|c| Self::Gsm7.units(c).is_some()) {
            true => Self::Gsm7,
            false => Self::Ucs2,
        }
    }

    /// The septets or UTF-16 units of one character; `None` if the alphabet lacks it.
    fn units(self, c: char) -> Option<usize> {
        match self {
            Self::Gsm7 if GSM7.contains(c) => Some(1),
            Self::Gsm7 if GSM7_EXTENSION.contains(c) => Some(2),
            Self::Gsm7 => None,
            Self::Ucs2 => Some(c.len_utf16()),
        }
    }

    /// The number of units in a single segment, and in each of several segments, which lose six octets to the header
    /// that joins them.
    fn room(self) -> (usize, usize) {
        match self {
            Self::Gsm7 => (160, 153),
            Self::Ucs2 => (70, 67),
        }
    }
}

/// The number of segments of an SMS, at least one.
///
/// No character is split: an escape or a surrogate that would end a segment starts the next one.
pub fn segments(body: &str) -> u32 {
    let alphabet = Alphabet::of(body);
    let (alone, joined) = alphabet.room();
    let (mut all, mut segments, mut used) = (0, 1, 0);
    for units in body.chars().filter_map(|c| alphabet.units(c)) {
        all += units;
        used += units;
        if used > joined {
            (segments, used) = (segments + 1, units);
        }
    }
    if all <= alone { 1 } else { segments }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(unit: &str, times: usize, expected: u32) {
        assert_eq!(segments(&unit.repeat(times)), expected, "{times} × {unit:?}");
    }

    #[test]
    fn the_alphabet_is_the_whole_of_gsm_7_and_nothing_else() {
        assert_eq!((GSM7.chars().count(), GSM7_EXTENSION.chars().count()), (127, 10));
        for text in ["", "Hello, how was it?\r\n", "Grüße à Zürich: 5 €", "ΔΦΓΛΩΠΨΣΘΞ", "[~]{^}|\\", "ÇÉÑØ@_"]
        {
            assert_eq!(Alphabet::of(text), Alphabet::Gsm7, "{text:?}");
        }
        for text in ["`", "’", "–", "…", "ç", "ë", "Á", "α", "ł", "\t", "\u{1b}", "日本", "🌿"] {
            assert_eq!(Alphabet::of(text), Alphabet::Ucs2, "{text:?}");
        }
    }

    #[test]
    fn segments_end_where_the_phones_end_them() {
        check("", 1, 1);
        check("a", 160, 1);
        check("a", 161, 2);
        check("a", 306, 2);
        check("a", 307, 3);
        check("a", 459, 3);
        check("a", 460, 4);
        check("ł", 70, 1);
        check("ł", 71, 2);
        check("ł", 134, 2);
        check("ł", 135, 3);
    }

    #[test]
    fn no_character_is_split_between_segments() {
        check("€", 80, 1);
        // `€` takes two septets: 76 fill 152 of a segment's 153, and the 77th would be split.
        check("€", 152, 2);
        check("€", 153, 3);
        check("🌿", 35, 1);
        // 66 of the 67 units.
        check("🌿", 66, 2);
        check("🌿", 67, 3);
        assert_eq!(segments(&format!("{}€{}", "a".repeat(152), "a".repeat(151))), 2);
        assert_eq!(segments(&format!("{}€{}", "a".repeat(152), "a".repeat(152))), 3);
    }
}
