//! Composes the text of an SMS, within the limit for its cost.

mod segments;

use std::iter;

use domain::shop::{OwnText, Placeholders};
use domain::values::Language;
use texts::Texts;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

pub use self::segments::{Alphabet, segments};

/// The most segments of an SMS, because each is billed. One segment is enough for words in GSM-7 and a link of 74
/// characters, which is the longest with API Gateway's host name. Two are needed for Arabic, of which a segment holds
/// less than half as much, and for names with letters that GSM-7 lacks.
pub const SEGMENTS_MAX: u32 = 2;

/// The longest link that fits into [`SEGMENTS_MAX`]: two segments minus the English words around it.
pub const LINK_CHARACTERS_MAX: usize = 200;

/// A name is not cut to fewer characters than this if another segment has room for more of it.
const NAME_CHARACTERS_MIN: usize = 12;

/// Marks the end of a cut name, because GSM-7 has no ellipsis.
const CUT: &str = "...";

#[derive(Clone, PartialEq, Eq)]
pub struct Text {
    /// The recipient's number, in E.164.
    pub to: String,
    pub body: String,
}

impl Text {
    pub fn segments(&self) -> u32 {
        segments(&self.body)
    }
}

/// The body of an SMS that asks for a review, in as few segments as possible and at most [`SEGMENTS_MAX`], with a link
/// of at most [`LINK_CHARACTERS_MAX`] characters. The text is in this language, or in English if this language does not
/// fit.
///
/// The shop's name is written as it is if that fits. Otherwise, in a text of GSM-7 characters, it is spelled with
/// GSM-7's letters and cut if it is too long. A name that GSM-7 cannot spell takes another segment, because with such a
/// name a segment holds less than half as much. If two segments are not enough, the name is left out.
pub fn compose(language: Language, shop_name: &str, hub_url: &str, reminder: bool) -> String {
    in_language(language, shop_name, hub_url, reminder)
        .or_else(|| in_language(Language::English, shop_name, hub_url, reminder))
        .unwrap_or_else(|| words(Language::English, &some_shop(Language::English), hub_url, reminder))
}

/// The body of an SMS with a shop's own words, which precede the link and how to stop; `None` if a placeholder has no
/// value, or if the words do not fit. Values are spelled like the shop's name, but only the name is cut.
pub fn compose_own(language: Language, own: &OwnText, values: &Placeholders<'_>, hub_url: &str) -> Option<String> {
    let stop = after_link(language);
    let empty = Placeholders { name: Some(""), product: Some(""), shop: "", days: Some("") };
    let alphabet = Alphabet::of(&own.fill(&empty)?);
    let spelled = |value: &str| match alphabet {
        Alphabet::Gsm7 => gsm7(value).unwrap_or_else(|| value.to_owned()),
        Alphabet::Ucs2 => value.to_owned(),
    };
    let (name, product) = (values.name.map(spelled), values.product.map(spelled));
    let values = Placeholders { name: name.as_deref(), product: product.as_deref(), ..*values };
    own.fill(&values)?;
    let text = |shop: &str| {
        let said = own.fill(&Placeholders { shop, ..values }).unwrap_or_default();
        format!("{said} {hub_url}{stop}")
    };
    fitting(language, alphabet, values.shop, &text)
}

/// Whether own words fit without values, whatever the shop's name is.
pub fn fits(language: Language, own: &OwnText, hub_url: &str) -> bool {
    let shop = some_shop(language);
    let values = Placeholders { name: Some(""), product: Some(""), shop: &shop, days: Some("") };
    compose_own(language, own, &values, hub_url).is_some()
}

pub(crate) fn before_link(language: Language, shop_name: &str) -> String {
    let text = words(language, shop_name, LINK, false);
    text.split_once(LINK).map(|(before, _)| before.trim_end().to_owned()).unwrap_or_default()
}

/// The words about how to stop, which always follow the link.
fn after_link(language: Language) -> String {
    let text = words(language, "", LINK, false);
    text.split_once(LINK).map(|(_, after)| after.to_owned()).unwrap_or_default()
}

const LINK: &str = "{link}";

fn in_language(language: Language, shop_name: &str, hub_url: &str, reminder: bool) -> Option<String> {
    fitting(language, alphabet(language), shop_name, &|name| words(language, name, hub_url, reminder))
}

/// A text that names the shop, in this alphabet, with as much of the name as fits.
fn fitting(language: Language, alphabet: Alphabet, shop_name: &str, text: &dyn Fn(&str) -> String) -> Option<String> {
    let plain = match alphabet {
        Alphabet::Gsm7 => gsm7(shop_name),
        Alphabet::Ucs2 => Some(shop_name.to_owned()),
    };
    (1..=SEGMENTS_MAX)
        .find_map(|limit| {
            let shortest = if limit == SEGMENTS_MAX { 1 } else { NAME_CHARACTERS_MIN };
            let cuts = plain.iter().flat_map(|plain| (shortest..plain.chars().count()).rev().map(|at| cut(plain, at)));
            let mut names = iter::once(shop_name.to_owned()).chain(plain.clone()).chain(cuts);
            names.find_map(|name| Some(text(&name)).filter(|text| segments(text) <= limit))
        })
        .or_else(|| Some(text(&some_shop(language))).filter(|text| segments(text) <= SEGMENTS_MAX))
}

fn words(language: Language, name: &str, hub_url: &str, reminder: bool) -> String {
    let id = if reminder { "reminder" } else { "first" };
    Texts::sms(language).say(id).with("shop", name).words("link", hub_url).to_string()
}

fn alphabet(language: Language) -> Alphabet {
    Alphabet::of(&words(language, "", "", false))
}

/// The words that replace a name that cannot be spelled.
fn some_shop(language: Language) -> String {
    Texts::sms(language).say("some-shop").to_string()
}

/// A name in GSM-7's letters, if they can be read as the name. Symbols that are not letters, such as emoji, are left
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

fn cut(name: &str, characters: usize) -> String {
    let start: String = name.chars().take(characters).collect();
    format!("{}{CUT}", start.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With API Gateway's host name, in the region with the longest name.
    const LINK: &str = "https://abcdefghij.execute-api.ap-southeast-1.amazonaws.com/r/0123456789AB";
    const SHORT: &str = "https://reviews.fern.example/r/0123456789AB";

    #[test]
    fn own_words_stand_before_the_link_and_fall_back_where_they_do_not_fit() {
        let own = OwnText::sms("Hi {name}, {shop} here – how is the {product}?").unwrap();
        let values = Placeholders { name: Some("Jane"), product: Some("Oak tray"), shop: "Fern & Oak", days: None };
        let text = compose_own(Language::English, &own, &values, SHORT).unwrap();
        assert_eq!(text, format!("Hi Jane, Fern & Oak here – how is the Oak tray? {SHORT} Reply STOP to end."));
        assert_eq!(compose_own(Language::English, &own, &Placeholders { name: None, ..values }, SHORT), None);
        let long = "Oak tray ".repeat(28);
        assert_eq!(compose_own(Language::English, &own, &Placeholders { product: Some(&long), ..values }, SHORT), None);

        let plain = OwnText::sms("{shop}: how is the {product}?").unwrap();
        let curly = Placeholders { product: Some("Jane’s “tray” 🌿"), ..values };
        let text = compose_own(Language::English, &plain, &curly, SHORT).unwrap();
        assert_eq!((text.contains("Jane's \"tray\"?"), segments(&text)), (true, 1), "{text}");
        assert!(fits(Language::English, &plain, LINK));
        assert!(!fits(Language::Arabic, &OwnText::sms(&format!("{{shop}} {}", "م".repeat(110))).unwrap(), LINK));
        for language in Language::ALL {
            assert!(
                after_link(language).contains("STOP") && before_link(language, "Fern").contains("Fern"),
                "{language:?}"
            );
        }
    }

    #[test]
    fn an_sms_says_who_asks_where_and_how_to_opt_out() {
        let first = compose(Language::English, "Fern & Oak", SHORT, false);
        assert_eq!(first, format!("Fern & Oak would love your honest review: {SHORT} Reply STOP to end."));
        let reminder = compose(Language::English, "Fern & Oak", SHORT, true);
        assert_eq!(reminder, format!("Reminder: Fern & Oak would love your honest review: {SHORT} Reply STOP to end."));
    }

    #[test]
    fn one_segment_is_enough_for_every_language_of_gsm_7() {
        let is_gsm7 = |language: &Language| alphabet(*language) == Alphabet::Gsm7;
        for language in Language::ALL.into_iter().filter(is_gsm7) {
            for reminder in [false, true] {
                for (link, name) in [(SHORT, "The Fern & Oak Trading Company"), (LINK, "Fern & Oak")] {
                    let text = compose(language, name, link, reminder);
                    assert_eq!(segments(&text), 1, "{} characters: {text}", text.chars().count());
                    assert!(text.contains(name) && text.contains(link), "{text}");
                }
            }
        }
        for (link, reminder) in [(SHORT, false), (SHORT, true), (LINK, false), (LINK, true)] {
            let text = compose(Language::Arabic, "متجر السرخس", link, reminder);
            assert_eq!(segments(&text), 2, "{text}");
            assert!(text.contains("متجر السرخس"), "{text}");
        }
    }

    #[track_caller]
    fn asks(shop_name: &str, link: &str, shown: &str, expected: u32) {
        let text = compose(Language::English, shop_name, link, false);
        assert_eq!(text.split(" would love").next().unwrap(), shown);
        assert!(text.contains(link));
        assert_eq!(segments(&text), expected, "{text}");
    }

    #[test]
    fn a_name_is_spelled_so_that_it_fits() {
        asks("Fern & Oak", LINK, "Fern & Oak", 1);
        asks("Café Größe", LINK, "Café Größe", 1);
        asks("Anna’s – “Tea”", LINK, "Anna's - \"Tea\"", 1);
        asks("Žabka Łódź", LINK, "Zabka Lodz", 1);
        asks("🌿 Fern™ 🌿 & Oak", LINK, "Fern & Oak", 1);
        asks(&"Oak ".repeat(50), LINK, &format!("{}...", "Oak ".repeat(8).trim_end()), 1);
        asks(&"é".repeat(200), LINK, &format!("{}...", "é".repeat(32)), 1);
        asks(&"é".repeat(200), &"l".repeat(LINK_CHARACTERS_MAX), &format!("{}...", "é".repeat(52)), 2);
    }

    #[test]
    fn a_name_that_gsm_7_cannot_spell_costs_a_segment_or_is_left_out() {
        for name in ["花屋", "Цветы", "Fern 花屋"] {
            asks(name, SHORT, name, 2);
            asks(name, &"l".repeat(LINK_CHARACTERS_MAX), "A shop you know", 2);
        }
        asks("Zoë’s", SHORT, "Zoe's", 1);
    }

    #[test]
    fn no_sms_takes_more_segments_than_its_limit() {
        let link = "l".repeat(LINK_CHARACTERS_MAX);
        let names = ["a", "{", "€", "é", "ł", "花", "🌿", "a花", "{}"];
        let times = [1, 40, 118, 196];
        for name in names.iter().flat_map(|unit| times.map(|times| unit.repeat(times))) {
            for language in Language::ALL {
                for (link, reminder) in [(LINK, true), (SHORT, true), (&*link, false), (&*link, true)] {
                    let body = compose(language, &name, link, reminder);
                    let text = Text { to: "+491711234567".to_owned(), body };
                    assert!(text.segments() <= SEGMENTS_MAX, "{}", text.body);
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
                    assert!(Alphabet::of(&text) == spelled || text.contains("花屋"), "{text}");
                }
            }
        }
        // If Arabic would cost more than the limit, an SMS in English is better than none.
        assert!(compose(Language::Arabic, "متجر", &"l".repeat(LINK_CHARACTERS_MAX), false).contains("honest"));
    }
}
