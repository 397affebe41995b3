//! What a text message says, within what it may cost.

mod texter;

use std::iter;

use domain::Alphabet;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

pub use self::texter::Texter;
pub use crate::channel::{SendError, Tags};

/// The most segments a text travels in, each of which is paid for. A deployment without a domain of
/// its own has links of 120 characters, and with who asks and how to end it those need two.
pub const SEGMENTS_MAX: u32 = 2;

/// Longer links cannot keep within [`SEGMENTS_MAX`]: two segments less the words around a link.
pub const LINK_CHARACTERS_MAX: usize = 200;

/// What stands for the rest of a name that is cut: GSM-7 has no ellipsis.
const CUT: &str = "...";

/// A text message, ready to leave.
#[derive(Clone, PartialEq, Eq)]
pub struct Text {
    /// The number it goes to, in E.164.
    pub to: String,
    /// What it says.
    pub body: String,
}

impl Text {
    /// How many segments are paid for.
    #[must_use]
    pub fn segments(&self) -> u32 {
        domain::segments(&self.body)
    }
}

/// The words that ask for a review by text, in at most [`SEGMENTS_MAX`] segments with a link of at
/// most [`LINK_CHARACTERS_MAX`] characters, all of GSM-7.
///
/// The shop's name stands as it is written if that fits; else in GSM-7's letters, cut where it is
/// too long; and one that has no such letters is left out, because it would more than halve what a
/// segment holds.
#[must_use]
pub fn compose(shop_name: &str, hub_url: &str, reminder: bool) -> String {
    let words = |name: &str| match reminder {
        false => format!("{name} would love your honest review: {hub_url} Reply STOP to end."),
        true => format!("A reminder: {name} would still love your honest review: {hub_url} Reply STOP to end."),
    };
    let plain = gsm7(shop_name);
    let shortened = plain.iter().flat_map(|plain| (1..plain.chars().count()).rev().map(|kept| cut(plain, kept)));
    iter::once(shop_name.to_owned())
        .chain(plain.clone())
        .chain(shortened)
        .map(|name| words(&name))
        .find(|text| domain::segments(text) <= SEGMENTS_MAX)
        .unwrap_or_else(|| words("A shop you know"))
}

/// A name in GSM-7's letters, if it has those that everybody reads as the same; signs that are no
/// letters, such as emoji, are left out.
fn gsm7(name: &str) -> Option<String> {
    let mut plain = String::with_capacity(name.len());
    for character in name.chars() {
        match character {
            '‘' | '’' => plain.push('\''),
            '“' | '”' | '„' => plain.push('"'),
            '–' | '—' => plain.push('-'),
            'ł' => plain.push('l'),
            'Ł' => plain.push('L'),
            _ if is_gsm7(character) => plain.push(character),
            _ if !character.is_alphanumeric() => plain.push(' '),
            _ => plain.extend(iter::once(character).nfd().filter(|&part| !is_combining_mark(part))),
        }
    }
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    (!plain.is_empty() && plain.chars().all(is_gsm7)).then_some(plain)
}

fn is_gsm7(character: char) -> bool {
    Alphabet::of(character.encode_utf8(&mut [0; 4])) == Alphabet::Gsm7
}

/// The beginning of a name.
fn cut(name: &str, characters: usize) -> String {
    let kept: String = name.chars().take(characters).collect();
    format!("{}{CUT}", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As long as links are where API Gateway names the host.
    const LINK: &str = "https://abcdefghij.execute-api.eu-central-1.amazonaws.com/review/hub?token=\
        AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdEf";
    const SHORT: &str = "https://r.example.com/review/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdEf";

    #[test]
    fn a_text_says_who_asks_where_and_how_to_end_it() {
        let first = compose("Fern & Oak", SHORT, false);
        assert_eq!(first, format!("Fern & Oak would love your honest review: {SHORT} Reply STOP to end."));
        assert_eq!(domain::segments(&first), 1);
        let reminder = compose("Fern & Oak", SHORT, true);
        assert_eq!(
            reminder,
            format!("A reminder: Fern & Oak would still love your honest review: {SHORT} Reply STOP to end.")
        );
    }

    #[track_caller]
    fn asks(shop_name: &str, shown: &str) {
        let text = compose(shop_name, LINK, false);
        assert_eq!(text.split(" would love").next().unwrap(), shown);
        assert!(text.contains(LINK) && domain::segments(&text) <= SEGMENTS_MAX);
    }

    #[test]
    fn a_name_is_spelled_so_that_it_fits() {
        asks("Fern & Oak", "Fern & Oak");
        asks("Café Größe", "Café Größe");
        asks("Anna’s – “Tea”", "Anna's - \"Tea\"");
        asks("Žabka Łódź", "Zabka Lodz");
        asks("🌿 Fern™ 🌿 & Oak", "Fern & Oak");
        asks("🌿", "A shop you know");
        asks("花屋", "A shop you know");
        asks("Цветы", "A shop you know");
        asks("Fern 花屋", "A shop you know");
        asks(&"Oak ".repeat(50), &format!("{}O...", "Oak ".repeat(33)));
        asks(&"é".repeat(200), &format!("{}...", "é".repeat(133)));
    }

    #[test]
    fn where_the_link_is_short_a_name_keeps_its_own_letters() {
        for name in ["花屋", "Цветы", "Zoë’s"] {
            assert!(compose(name, "https://r.example.com/review/AbCdEfGhIj", false).starts_with(name));
        }
    }

    #[test]
    fn no_text_costs_more_than_its_limit() {
        let link = "l".repeat(LINK_CHARACTERS_MAX);
        let names = ["a", "{", "€", "é", "ł", "花", "🌿", "a花", "{}"];
        for name in names.iter().flat_map(|unit| (1..=200).step_by(13).map(|times| unit.repeat(times))) {
            for (link, reminder) in [(LINK, true), (SHORT, true), (&*link, false), (&*link, true)] {
                let text = Text { to: "+491711234567".to_owned(), body: compose(&name, link, reminder) };
                assert!(text.segments() <= SEGMENTS_MAX, "{}", text.body);
                assert!(text.body.contains(link) && text.body.ends_with(" Reply STOP to end."));
            }
        }
    }
}
