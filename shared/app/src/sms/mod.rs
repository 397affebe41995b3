//! What an SMS says, within what it may cost.

mod segments;
mod sender;

use std::iter;

use domain::Language;
use texts::Texts;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

pub use self::segments::{Alphabet, segments};
pub use self::sender::SmsSender;
pub use crate::provider::{SendError, Tags, TagsOf};

/// The most segments of an SMS, each of which is billed. A deployment without its own domain has links of 120
/// characters; with the shop's name and how to opt out that takes two segments, and in Arabic, of which a
/// segment holds less than half as much, three.
#[must_use]
pub fn segments_max(language: Language) -> u32 {
    match Alphabet::of(&words(language, "", "", false)) {
        Alphabet::Gsm7 => 2,
        Alphabet::Ucs2 => 3,
    }
}

/// The longest link that fits [`segments_max`]: two segments minus the English words around a link.
pub const LINK_CHARACTERS_MAX: usize = 200;

/// Ends a name that is cut: GSM-7 has no ellipsis.
const CUT: &str = "...";

/// An SMS, ready to be sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Text {
    /// The recipient's number, in E.164.
    pub to: String,
    /// What it says.
    pub body: String,
}

impl Text {
    /// How many segments are billed.
    #[must_use]
    pub fn segments(&self) -> u32 {
        segments(&self.body)
    }
}

/// The body of an SMS that asks for a review, in at most [`segments_max`] segments with a link of at most
/// [`LINK_CHARACTERS_MAX`] characters: in this language, or in English where this language does not fit.
///
/// The shop's name is written as it is if that fits, else, among words of GSM-7, in GSM-7's letters, and cut
/// where it is too long. A name without such letters is left out, because it would more than halve what a
/// segment holds.
#[must_use]
pub fn compose(language: Language, shop_name: &str, hub_url: &str, reminder: bool) -> String {
    in_language(language, shop_name, hub_url, reminder)
        .or_else(|| in_language(Language::English, shop_name, hub_url, reminder))
        .unwrap_or_else(|| words(Language::English, &some_shop(Language::English), hub_url, reminder))
}

/// The body in one language, if it fits.
fn in_language(language: Language, shop_name: &str, hub_url: &str, reminder: bool) -> Option<String> {
    let some_shop = some_shop(language);
    let plain = match Alphabet::of(&some_shop) {
        Alphabet::Gsm7 => gsm7(shop_name),
        Alphabet::Ucs2 => Some(shop_name.to_owned()),
    };
    let shortened = plain.iter().flat_map(|plain| (1..plain.chars().count()).rev().map(|length| cut(plain, length)));
    iter::once(shop_name.to_owned())
        .chain(plain.clone())
        .chain(shortened)
        .chain([some_shop])
        .map(|name| words(language, &name, hub_url, reminder))
        .find(|text| segments(text) <= segments_max(language))
}

fn words(language: Language, name: &str, hub_url: &str, reminder: bool) -> String {
    let id = if reminder { "reminder" } else { "first" };
    Texts::sms(language).say(id).with("shop", name).words("link", hub_url).to_string()
}

/// Replaces a name that cannot be spelled.
fn some_shop(language: Language) -> String {
    Texts::sms(language).say("some-shop").to_string()
}

/// A name in GSM-7's letters, if they read the same; symbols that are not letters, such as emoji, are left
/// out.
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
    let start: String = name.chars().take(characters).collect();
    format!("{}{CUT}", start.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As long as a link with API Gateway's host name.
    const LINK: &str = "https://abcdefghij.execute-api.eu-central-1.amazonaws.com/review/hub?token=\
        AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdEf";
    const SHORT: &str = "https://r.example.com/review/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdEf";

    #[test]
    fn an_sms_says_who_asks_where_and_how_to_opt_out() {
        let first = compose(Language::English, "Fern & Oak", SHORT, false);
        assert_eq!(first, format!("Fern & Oak would love your honest review: {SHORT} Reply STOP to end."));
        assert_eq!(segments(&first), 1);
        let reminder = compose(Language::English, "Fern & Oak", SHORT, true);
        assert_eq!(
            reminder,
            format!("A reminder: Fern & Oak would still love your honest review: {SHORT} Reply STOP to end.")
        );
    }

    #[track_caller]
    fn asks(shop_name: &str, shown: &str) {
        let text = compose(Language::English, shop_name, LINK, false);
        assert_eq!(text.split(" would love").next().unwrap(), shown);
        assert!(text.contains(LINK) && segments(&text) <= segments_max(Language::English));
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
    fn with_a_short_link_a_name_keeps_its_letters() {
        for name in ["花屋", "Цветы", "Zoë’s"] {
            assert!(
                compose(Language::English, name, "https://r.example.com/review/AbCdEfGhIj", false).starts_with(name)
            );
        }
    }

    #[test]
    fn no_sms_takes_more_segments_than_its_limit() {
        let link = "l".repeat(LINK_CHARACTERS_MAX);
        let names = ["a", "{", "€", "é", "ł", "花", "🌿", "a花", "{}"];
        let times = [1, 14, 40, 66, 92, 118, 144, 170, 196];
        for name in names.iter().flat_map(|unit| times.map(|times| unit.repeat(times))) {
            for language in Language::ALL {
                for (link, reminder) in [(LINK, true), (SHORT, true), (&*link, false), (&*link, true)] {
                    let body = compose(language, &name, link, reminder);
                    let text = Text { to: "+491711234567".to_owned(), body };
                    assert!(text.segments() <= segments_max(language), "{}", text.body);
                    assert!(text.body.contains(link) && text.body.contains("STOP"));
                }
            }
        }
    }

    #[test]
    fn an_sms_is_in_its_language_and_uses_no_other_alphabet() {
        for (language, word) in [
            (Language::English, "honest"),
            (Language::German, "ehrliche"),
            (Language::French, "sincère"),
            (Language::Spanish, "sincera"),
            (Language::Arabic, "رأيك"),
        ] {
            for (link, reminder) in [(LINK, false), (SHORT, true)] {
                for name in ["Fern & Oak", "花屋"] {
                    let text = compose(language, name, link, reminder);
                    assert!(text.contains(word), "{text}");
                    let spelled = if language == Language::Arabic { Alphabet::Ucs2 } else { Alphabet::Gsm7 };
                    assert!(Alphabet::of(&text) == spelled || text.starts_with("花屋"), "{text}");
                }
            }
        }
        // Where Arabic would cost more than its limit, English is cheaper than nothing.
        assert!(compose(Language::Arabic, "متجر", &"l".repeat(LINK_CHARACTERS_MAX), false).contains("honest"));
    }
}
