//! The one thing that makes a review wait for the shop by itself: words that anybody could be reached by.

use linkify::{LinkFinder, LinkKind};

/// The fewest digits that make a phone number.
const PHONE_DIGITS_MIN: usize = 7;
/// The most characters between two of its digits, such as `) `.
const BETWEEN_DIGITS_MAX: usize = 2;
/// The top levels by which a name without `https://` or `www.` is known as an address of the web. Those that are words,
/// such as `it`, are not here: people leave out the space after a full stop.
const WEB: [&str; 21] = [
    "app", "biz", "ch", "co", "com", "de", "dev", "eu", "fr", "info", "io", "net", "nl", "online", "org", "pl", "shop",
    "site", "store", "uk", "xyz",
];

/// Whether a text contains an email address, an address of the web, or a phone number: seven digits or more.
#[must_use]
pub(super) fn has_contact_data(text: &str) -> bool {
    has_phone_number(text) || has_link(text)
}

fn has_link(text: &str) -> bool {
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false);
    finder.links(text).any(|link| match link.kind() {
        LinkKind::Email => true,
        _ => is_web_address(link.as_str()),
    })
}

fn is_web_address(link: &str) -> bool {
    let lower = link.to_ascii_lowercase();
    if lower.contains("://") || lower.starts_with("www.") {
        return true;
    }
    let host = lower.split(['/', '?', '#', ':']).next().unwrap_or_default();
    host.rsplit_once('.').is_some_and(|(_, top)| WEB.contains(&top))
}

fn has_phone_number(text: &str) -> bool {
    let (mut digits, mut between) = (0, 0);
    for c in text.chars() {
        if c.is_numeric() {
            (digits, between) = (digits + 1, 0);
        } else if matches!(c, ' ' | '-' | '.' | '/' | '(' | ')' | '\u{a0}') && between < BETWEEN_DIGITS_MAX {
            between += 1;
        } else {
            (digits, between) = (0, 0);
        }
        if digits >= PHONE_DIGITS_MIN {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contact_data_is_found() {
        for text in [
            "Write to jane@example.com!",
            "See https://example.com/me",
            "WWW.EXAMPLE.COM is better",
            "cheaper at example.shop/trays",
            "Call 0171 234 56 78",
            "+49 (171) 234-5678",
            "٠١٧١٢٣٤٥٦٧",
        ] {
            assert!(has_contact_data(text), "{text}");
        }
    }

    #[test]
    fn plain_words_and_numbers_are_fine() {
        for text in [
            "Lovely.It works.",
            "I bought 3 of 120 x 200 cm for 149.90",
            "Use it @home, 24/7.",
            "Since 2019, or 2020?",
            "",
        ] {
            assert!(!has_contact_data(text), "{text}");
        }
    }
}
