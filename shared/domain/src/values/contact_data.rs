//! Contact data in a text. Nothing else in a review's words makes it wait for the shop. Disguised addresses are read as
//! a person would read them.

use std::net::Ipv4Addr;
use std::ops::Range;

use linkify::{LinkFinder, LinkKind};
use unicode_normalization::UnicodeNormalization;

use super::email::TOP_LEVEL;
use super::phone_in_text::{NumberPlans, has_phone_number, is_between_digits};
use crate::words;

/// Top-level domains with which words and dots count as a web address.
const WEB: [&str; 21] = [
    "app", "biz", "ch", "co", "com", "de", "dev", "eu", "fr", "info", "io", "net", "nl", "online", "org", "pl", "shop",
    "site", "store", "uk", "xyz",
];
/// More such domains, but only if the part after the dot does not look like the beginning of a sentence after a missing
/// space. Words that begin sentences more often than they end hosts, such as `is` and `so`, are not in the list.
const COUNTRIES: [&str; 44] = [
    "ae", "ar", "at", "au", "be", "bg", "br", "ca", "cc", "cn", "cz", "dk", "ee", "es", "fi", "gg", "gr", "hk", "hr",
    "hu", "ie", "il", "it", "jp", "kr", "li", "lt", "lu", "lv", "ly", "me", "mx", "nz", "pt", "ro", "ru", "se", "si",
    "sk", "tr", "tv", "tw", "ua", "za",
];
/// Top-level domains that begin sentences in our languages. After a missing space they are written with a capital: `etc.In`.
const BEGIN_SENTENCES: [&str; 50] = [
    "ad", "al", "am", "ao", "as", "at", "au", "be", "bo", "by", "car", "ci", "do", "er", "es", "et", "here", "how",
    "il", "im", "in", "ir", "is", "ist", "it", "je", "la", "ma", "man", "me", "mit", "my", "na", "ne", "ni", "no",
    "now", "nu", "om", "sa", "se", "si", "so", "su", "to", "us", "va", "vi", "you", "za",
];
/// The words that stand for an `@`, and for a dot.
const AT: [&str; 4] = ["at", "@", "ät", "arroba"];
const DOT: [&str; 5] = [".", "dot", "punkt", "point", "punto"];
/// The longest word in brackets, with spaces around it, in characters.
const IN_BRACKETS_MAX: usize = 9;
/// Names of social networks. Together with such a name, or the word for a message in one, an `@` and a word count as an account.
const NETWORKS: [&str; 15] = [
    "discord",
    "dm",
    "facebook",
    "fb",
    "ig",
    "insta",
    "instagram",
    "linkedin",
    "snap",
    "snapchat",
    "telegram",
    "threads",
    "tiktok",
    "twitter",
    "whatsapp",
];
/// Words before a network's name which say that what follows a colon was seen there: "I saw it on Instagram: lovely."
const SEEN_THERE: [&str; 14] = ["a", "at", "auf", "bei", "em", "en", "from", "in", "na", "on", "op", "på", "su", "sur"];
/// The shortest account name, in characters.
const HANDLE_MIN: usize = 3;

words! {
    /// A way to reach somebody that a text names.
    pub enum ContactData {
        PhoneNumber = "phone",
        EmailAddress = "email",
        WebAddress = "website",
        /// Somebody's name in a social network.
        Account = "account",
    }
}

/// The first way to reach somebody that a text names, in the order above.
pub(crate) fn contact_data(text: &str, plans: &NumberPlans<'_>) -> Option<ContactData> {
    first_of(&undisguised(text), plans)
}

/// Behind these dots, the next sentence begins without a space. Mail programs do not take them for dots of a host.
const STOPS: [char; 2] = ['\u{3002}', '\u{ff61}'];
/// What may follow a word without being part of it.
const ENDS: [char; 12] = ['.', ',', ';', ':', '!', '?', '…', '،', '؛', '؟', '。', '、'];

/// The places of contact data in a text: ranges of its bytes, in order, each from the start of a word to the end of a
/// word, without the marks that end a sentence or a part of it.
pub fn contact_data_places(text: &str, plans: &NumberPlans<'_>) -> Vec<Range<usize>> {
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let words: Vec<_> = text.split_whitespace().map(|word| start(word)..start(word) + word.len()).collect();
    let names = |from: &Range<usize>, to: &Range<usize>| contact_data(&text[from.start..to.end], plans).is_some();
    // The whole number is marked, not only the digits that identify it as a phone number.
    let is_of_number = |at: usize| {
        words.get(at).is_some_and(|word| {
            let word = text[word.clone()].trim_matches(|c: char| !c.is_alphanumeric());
            !word.is_empty() && word.chars().all(|c| c.is_numeric() || is_between_digits(c))
        })
    };
    let (mut places, mut read) = (Vec::new(), 0);
    while let Some(begin) = words.get(read) {
        // The fewest words from here that contain contact data, and of these the fewest that end with the last one.
        let mut last = read + words[read..].partition_point(|word| !names(begin, word));
        let Some(end) = words.get(last) else { break };
        let mut first = read + words[read..=last].partition_point(|word| names(word, end)).saturating_sub(1);
        while is_of_number(first) && first > read && is_of_number(first - 1) {
            first -= 1;
        }
        while is_of_number(last) && is_of_number(last + 1) {
            last += 1;
        }
        let whole = words[first].start..words[last].end;
        places.push(whole.start..whole.start + text[whole].trim_end_matches(ENDS).len());
        read = last + 1;
    }
    places
}

/// As [`contact_data`], but also finds all that a mail program makes a link of, and ignores links and email addresses at
/// these hosts (in lower case) and their subdomains.
pub(crate) fn contact_data_elsewhere(text: &str, own_hosts: &[String], plans: &NumberPlans<'_>) -> Option<ContactData> {
    let foreign = |text: &str| -> String {
        let plain = undisguised(text);
        let kept = plain.split_inclusive(is_between_words).map(|part| {
            let word = part.trim_end_matches(is_between_words);
            if leads_to(word, own_hosts) { &part[word.len()..] } else { part }
        });
        kept.collect()
    };
    let sentences = text.replace(STOPS, " ");
    let found = first_of(&foreign(text), plans);
    found.or_else(|| has_host(&foreign(&sentences)).then_some(ContactData::WebAddress))
}

/// Whether a mail program makes a link of a part of a name, such as a product's title: an address, a host or a URL.
pub fn has_link(name: &str) -> bool {
    let plain = undisguised(&name.replace(STOPS, " "));
    has_email_address(&plain) || words(&plain).any(is_web_address) || has_host(&plain)
}

fn first_of(plain: &str, plans: &NumberPlans<'_>) -> Option<ContactData> {
    if has_phone_number(plain, plans) {
        return Some(ContactData::PhoneNumber);
    }
    let spelled = spelled(plain);
    if has_email_address(plain) || is_spelled_email(&spelled) {
        return Some(ContactData::EmailAddress);
    }
    if words(plain).any(is_web_address) || is_spelled_web_address(&spelled) {
        return Some(ContactData::WebAddress);
    }
    has_handle(plain).then_some(ContactData::Account)
}

/// Whether a word is a link to one of these hosts, or an email address there. In a link, what precedes an `@` is not
/// the host, and browsers end the host at a backslash.
fn leads_to(word: &str, hosts: &[String]) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let link = word.strip_prefix("https://").or_else(|| word.strip_prefix("http://"));
    let authority = link.unwrap_or(&word).split(['/', '?', '#']).next().unwrap_or_default();
    let host = match (authority.split_once('@'), link) {
        (None, _) => authority.split(':').next().unwrap_or_default(),
        // If something follows the domain, the word is not a plain email address.
        (Some((_, domain)), None) if authority.len() == word.len() => domain,
        (Some(_), _) => return false,
    };
    let is_below =
        |own: &String| host.strip_suffix(own.as_str()).is_some_and(|labels| labels.is_empty() || labels.ends_with('.'));
    host.chars().all(|c| c == '.' || is_of_label(c)) && hosts.iter().any(is_below)
}

/// The text with plain characters for full-width ones and for other scripts' digits, without invisible ones, and with `@` and
/// dots for their disguises: `jane (at) example[.]com`.
fn undisguised(text: &str) -> String {
    let plain: Vec<char> = text.chars().filter_map(plain_character).collect();
    let (mut undisguised, mut at) = (String::with_capacity(text.len()), 0);
    while let Some(&c) = plain.get(at) {
        match bracketed(&plain[at..]) {
            Some((sign, length)) => {
                undisguised.truncate(undisguised.trim_end().len());
                undisguised.push(sign);
                at += length;
                at += plain[at..].iter().take_while(|c| c.is_whitespace()).count();
            }
            None => {
                undisguised.push(c);
                at += 1;
            }
        }
    }
    undisguised
}

/// The character that this one looks like; `None` if it is invisible.
fn plain_character(c: char) -> Option<char> {
    match c {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => None,
        '\u{3000}' => Some(' '),
        '\u{3002}' | '\u{ff61}' => Some('.'),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(c) - 0x660, 10),
        '\u{6f0}'..='\u{6f9}' => char::from_digit(u32::from(c) - 0x6f0, 10),
        // Digits in circles, raised digits and the like.
        c if c.is_numeric() => [c].into_iter().nfkc().next(),
        c => Some(c),
    }
}

/// The sign that brackets at the start of this text stand for, and the length of the brackets in characters.
fn bracketed(text: &[char]) -> Option<(char, usize)> {
    let close = match text.first()? {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '<' => '>',
        _ => return None,
    };
    let length = text.iter().take(IN_BRACKETS_MAX + 2).position(|c| *c == close)?;
    let inner: String = text.get(1..length)?.iter().collect();
    let inner = inner.trim().to_lowercase();
    let signs = [('@', &AT[..]), ('.', &DOT[..])];
    signs.into_iter().find(|(_, words)| words.contains(&&*inner)).map(|(sign, _)| (sign, length + 1))
}

fn has_email_address(text: &str) -> bool {
    LinkFinder::new().kinds(&[LinkKind::Email]).links(text).next().is_some()
}

/// Whether a text has an address in words: `jane at example dot com`.
fn is_spelled_email(words: &[String]) -> bool {
    words.windows(4).any(|words| match words {
        [at, _, dot, top] => AT.contains(&&**at) && is_dot(dot) && ends_web_address(top),
        _ => false,
    })
}

/// Whether a text has a host in words: `www dot example dot com`.
fn is_spelled_web_address(words: &[String]) -> bool {
    words.windows(4).any(|words| matches!(words, [www, dot, _, next] if www == "www" && is_dot(dot) && is_dot(next)))
}

/// The words of a text in lower case, without punctuation.
fn spelled(text: &str) -> Vec<String> {
    let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    words(text).map(plain).filter(|word| !word.is_empty()).collect()
}

fn is_dot(word: &str) -> bool {
    DOT.contains(&word)
}

fn ends_web_address(word: &str) -> bool {
    WEB.contains(&word) || COUNTRIES.contains(&word)
}

/// The parts of a text that may be a web address. An apostrophe belongs to a word, so `item.it's` is not an address.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_between_words)
}

fn is_between_words(c: char) -> bool {
    c.is_whitespace() || ",;!|()[]{}<>\"«»„“”…".contains(c)
}

/// Whether a word is a web address: with a scheme, with `www`, or with a host under a known top-level domain. With a
/// path, the domain of any country counts: `bit.ly/abc`.
fn is_web_address(word: &str) -> bool {
    let lower = word.to_lowercase();
    if lower.contains("://") || lower.starts_with("www.") {
        return true;
    }
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let (host, path) = word.split_at(word.find(['/', '?', '#', ':']).unwrap_or(word.len()));
    let Some((name, top)) = host.rsplit_once('.') else { return false };
    // A size such as `2.cm` is no address.
    let has_letter = name.rsplit('.').next().is_some_and(|label| label.chars().any(char::is_alphabetic));
    let is_name = name.split('.').all(|label| !label.is_empty() && label.chars().all(is_of_label));
    let begins_sentence = top.starts_with(char::is_uppercase) && host.chars().any(char::is_lowercase);
    let lower = top.to_lowercase();
    let has_path = path.starts_with('/') && path.chars().any(char::is_alphanumeric);
    let is_country = top.len() == 2 && top.bytes().all(|b| b.is_ascii_lowercase());
    has_letter
        && is_name
        && (WEB.contains(&&*lower) || COUNTRIES.contains(&&*lower) && !begins_sentence || is_country && has_path)
}

/// Whether a mail program makes a link of a part of the text, because it looks like a host or an IPv4 address.
fn has_host(plain: &str) -> bool {
    let hosts = plain.split(|c: char| !(is_of_label(c) || ".'’".contains(c)));
    hosts.map(|host| host.trim_matches(|c: char| !c.is_alphanumeric())).any(is_host)
}

fn is_host(text: &str) -> bool {
    let Some((name, top)) = text.rsplit_once('.') else { return false };
    // In `l’example.top`, the host begins after the apostrophe.
    let label = name.rsplit(['.', '\'', '’']).next().unwrap_or_default();
    let is_word = label.chars().count() > 1 && label.chars().any(char::is_alphabetic);
    let lower = top.to_lowercase();
    let is_capital = top.starts_with(char::is_uppercase) && top.contains(char::is_lowercase);
    let begins_sentence = label.ends_with(char::is_lowercase) && BEGIN_SENTENCES.contains(&&*lower);
    // `M.Dupont` is a name, `2.cm` a size, and `m.in.` an abbreviation.
    let is_text = is_capital && (begins_sentence || label.chars().count() == 1) || !is_word && top.len() == 2;
    let may_be_host = !label.is_empty() && !is_text;
    text.parse::<Ipv4Addr>().is_ok() || may_be_host && is_top_level(&lower)
}

fn is_top_level(name: &str) -> bool {
    idna::domain_to_ascii(name).is_ok_and(|name| TOP_LEVEL.split_ascii_whitespace().any(|top| top == name))
}

fn is_of_label(c: char) -> bool {
    c.is_alphanumeric() || c == '-'
}

/// Whether a text names an account in a social network: `@janedoe on insta`.
fn has_handle(text: &str) -> bool {
    let parts = || words(text).flat_map(|word| word.split([':', '?', '/']));
    let is_name = |name: &str| {
        let name = name.trim_end_matches('.');
        name.chars().count() >= HANDLE_MIN && name.chars().all(|c| c.is_alphanumeric() || "._-".contains(c))
    };
    let is_handle = |word: &str| word.strip_prefix('@').is_some_and(is_name);
    let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let names_network = |word: &str| NETWORKS.contains(&&*plain(word));
    // `insta: janedoe`, with or without the space.
    let all: Vec<_> = words(text).filter(|word| !word.is_empty()).collect();
    let is_named = all.iter().enumerate().any(|(at, word)| {
        let Some((network, name)) = word.split_once(':') else { return false };
        let name = if name.is_empty() { all.get(at + 1).copied().unwrap_or_default() } else { name };
        let is_seen_there = at > 0 && SEEN_THERE.contains(&&*plain(all[at - 1]));
        names_network(network) && is_name(name) && !is_seen_there
    });
    is_named || parts().any(is_handle) && parts().any(names_network)
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
            "٠١٧١٢٣٤٥٦٧٨",
            "0171\u{2011}234\u{2011}5678",
            "0171\u{202f}234\u{2009}5678",
            "jane (at) example (dot) com",
            "jane[at]example.com",
            "Write to JANE ( AT ) EXAMPLE ( DOT ) COM",
            "cheaper on example[.]com",
            "ask me on t.me/janedoe.",
            "bit.ly/abc",
            "see (example.it), it is cheaper",
            "EXAMPLE.IT is cheaper",
            "@janedoe on insta",
            "I am on Instagram: @jane.doe",
            "https：//example.test/me",
            "ｅｘａｍｐｌｅ．ｃｏｍ",
            "exa\u{200b}mple.c\u{200b}om",
            "example。com",
            "jane at gmail dot com",
            "Write to Jane AT web DOT de.",
            "jane arroba correo punto es",
            "jane ät web punkt de",
            "www dot example dot com",
            "cheaper at www punkt example punkt de",
            "insta: janedoe_shop",
            "My Instagram:jane.doe",
            "telegram: janedoe",
            "DM me @janedoe",
            "my dm is open, @jane.doe",
        ] {
            assert!(contact_data(text, &NumberPlans::default()).is_some(), "{text}");
        }
    }

    #[test]
    fn places_are_the_fewest_words_that_name_something() {
        let places = |text: &str| contact_data_places(text, &NumberPlans::default());
        let marked = |text: &str| -> Vec<_> { places(text).into_iter().map(|at| text[at].to_owned()).collect() };
        assert_eq!(
            marked("Call 0171 234 56 78 or write to jane (at) example.com, please."),
            ["0171 234 56 78", "example.com"]
        );
        assert_eq!(marked("+49 171 2345678, or 7 days"), ["+49 171 2345678"]);
        assert_eq!(marked("See https://example.test/me."), ["https://example.test/me"]);
        assert_eq!(
            marked("اكتب إلى jane@example.com، أو jane@example.org؟!"),
            ["jane@example.com", "jane@example.org"]
        );
        assert_eq!(marked("I am @janedoe, and on insta too"), ["@janedoe, and on insta"]);
        assert!(marked("Nothing of the kind since 2019.").is_empty());
    }

    #[test]
    fn only_what_leads_elsewhere_is_found_beside_own_hosts() {
        let own = ["fern.example".to_owned(), "oak.test".to_owned()];
        for fine in [
            "Ask help@fern.example, or see https://fern.example/orders/12345678?a=b.",
            "FERN.EXAMPLE (www.fern.example), http://shop.oak.test:8443/#top",
            "Over 1,234,567 trays since 2019",
        ] {
            assert_eq!(contact_data_elsewhere(fine, &own, &NumberPlans::default()), None, "{fine}");
        }
        for elsewhere in [
            "pay at https://pay.evil.example",
            "https://fern.example@evil.example/",
            "https://fern.example:x@evil.example/",
            "https://evil.example\\.fern.example",
            "https://notfern.example",
            "https://fern.example.evil.example",
            "www.evil.example/@fern.example",
            "fern.example@evil.com",
            "fern.example evil.shop",
            "(0171) 234-5678, fern.example",
        ] {
            assert!(contact_data_elsewhere(elsewhere, &own, &NumberPlans::default()).is_some(), "{elsewhere}");
        }
    }

    #[test]
    fn what_a_mail_program_makes_a_link_of_is_found() {
        for text in [
            "Pay the fee at parcel-fee.top, please.",
            "evil.click",
            "EVIL.CLICK",
            "evil.Click",
            "Now (evil.cyou/x).",
            "Aujourd’hui sur l’evil.top",
            "usw.in",
            "evil.ru",
            "123.top",
            "1.2.3.4/pay",
            "http 10.11.12.13:8080",
            "пример.рф",
            "xn--e1afmkfd.xn--p1ai",
            "evil.商店",
        ] {
            assert!(contact_data_elsewhere(text, &[], &NumberPlans::default()).is_some(), "{text}");
        }
    }

    #[test]
    fn a_title_with_an_address_has_a_link_and_one_with_dots_has_none() {
        for title in ["Claim: https://evil.example/win", "evil.top", "Prize (www.evil.example)", "win@evil.example"] {
            assert!(has_link(title), "{title}");
        }
        for title in [
            "AA-12 battery 1.5V",
            "node.js mug",
            "Screws M4.5 x 40 mm, 0171 234 567",
            "Dr.Oetker pizza, 2.cm",
            "St.Ives by will.i.am @home",
            "Mug No.5, v2.0, approx. 0.3l",
            "Women's T-Shirt S.Oliver/XL",
            "食品。セール",
        ] {
            assert!(!has_link(title), "{title}");
        }
    }

    #[test]
    fn prose_is_no_link_even_if_a_space_is_missing() {
        for text in [
            "Hi Jane,\nthanks for order no.5 (12.50 each, e.g. the mug).We hope you like it.Is it as you expected, at 9 a.m. or later?",
            "z.B. Becher, Teller usw.In drei Tagen, d.h. am 24.12.2026, etc.Und ca. 3.5 kg bzw. 2.cm mehr.Mit Gruß, i.A. Dipl.-Ing. Moos",
            "Merci, p.ex. pour la tasse à 12.50 €, env. 1.5 L.Il reste M.Dupont, c.-à-d. nous, etc.Et l’article n.2 v1.2.3.",
            "Gracias, p.ej. por la taza de 12.50 €.Es de Sr.García, núm. 4, EE.UU., a. m. y p. m., etc.Si no, avísenos.",
            "Grazie, ad es. per la tazza da 12.50 €.Il sig.Rossi, S.r.l., ecc.Se no, ci scriva.Un saluto, dott.ssa Bianchi",
            "Bedankt, bijv. voor de mok van € 12.50.Er is nog een B.V., d.w.z. wij, enz.In drie dagen: nr.5, a.u.b.",
            "Tak, f.eks. for kruset til 12.50 kr.Er det godt, dvs. bl.a. nr.5, m.m., osv.Og hvis ikke, så skriv.Vi hjælper",
            "Tack, t.ex. för muggen för 12.50 kr.Om den är bra, dvs. bl.a. nr.5, m.m., osv.Vi hoppas det.",
            "Dziękujemy, np. za kubek za 12.50 zł.To m.in. nr.5, tj. sp. z o.o., itd.Na przykład w tym tyg.Za tydzień.",
            "Obrigada, p.ex. pela caneca de R$ 12.50.No caso do Sr.Silva, Ltda., n.5, etc.Se não, escreva.As canecas são boas.",
            "ご注文ありがとうございます。食品。セール！第1.5版、12.50円です。いかがでしたか。",
            "شكرًا لطلبك رقم 5.نأمل أن يعجبك الكوب بسعر 12.50 ، أي 1.5 كغ.متجر الورد",
        ] {
            assert_eq!(contact_data_elsewhere(text, &[], &NumberPlans::default()), None, "{text}");
        }
    }

    #[test]
    fn plain_words_and_numbers_are_fine() {
        for text in [
            "Lovely.It works.",
            "I bought 3 of 120 x 200 cm for 149.90",
            "Use it @home, 24/7.",
            "Since 2019, or 2020?",
            "The 3.5 kg model, v2.0, holds 0.5 l. It is 2.cm wider than No.5.",
            "St.Ives by will.i.am, e.g. in size XL/2.5, with Node.js",
            "I love this item.it's great",
            "Bought (at) home (at 5 p.m.), and/or in Paris.Nice!",
            "As it looks on Instagram.",
            "I look at this dot on the lid.",
            "My sister on Instagram loves it.",
            "I saw it on Instagram: lovely, and the DM was answered at once.",
            "Gefunden auf TikTok: super!",
            "The www dot was missing.",
            "1.5L/2.5L, 20.5x30.5 cm, USB 3.2/3.1",
            "",
        ] {
            assert_eq!(contact_data(text, &NumberPlans::default()), None, "{text}");
        }
    }
}
