//! Customers' names.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::values::text::line;
use crate::values::{Invalid, stored_as_text};

/// If a first name was given separately and has several words, such as Mary Ann, this character replaces the blank
/// between them in the stored name.
const WITHIN: &str = "\u{a0}";

/// Titles before a name, in lower case. Titles with a dot count only with the dot, because Phil is a name.
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "dr", "dra", "prof", "mr", "mrs", "ms", "miss", "mx", "sir", "madam", "rev",
    "herr", "hr", "frau", "fr", "mag.", "ing.", "dipl.", "dipl.-ing", "dkfm", "univ.", "med.", "phil.", "jur.", "rer.", "nat.",
    "monsieur", "madame", "mademoiselle", "mme", "mlle", "sr", "sra", "srta", "señor", "señora",
    "sig", "sig.ra", "dott", "dott.ssa", "dhr", "mevr",
];
/// What may follow a name and a comma without being a first name.
const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv", "esq", "phd", "ph.d", "md", "m.d", "ba", "ma", "msc", "mba"];
/// Words of which a firm's name has one, in the languages of customers' texts.
#[rustfmt::skip]
const FIRMS: &[&str] = &[
    "fa.", "firma", "gmbh", "mbh", "ohg", "kg", "e.k.", "e.v.", "ltd", "limited", "llc", "inc", "corp", "plc", "company", "société",
    "sarl", "s.a.", "s.a.s.", "empresa", "s.l.", "lda", "ltda", "ditta", "azienda", "srl", "s.r.l.", "s.p.a.", "bedrijf", "bv", "b.v.",
    "n.v.", "spółka", "sp.", "företag", "aktiebolag", "aktieselskab", "a/s", "aps", "شركة", "مؤسسة",
];
/// What programs write when they have no name.
const NO_NAMES: &[&str] = &["null", "undefined", "n/a", "none", "nan", "-"];

/// A customer's name: trimmed, NFC, 1–200 characters, some of them visible, no control characters.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonName {
    full: String,
    /// The length in octets of a first name that was given separately and has several words; otherwise 0.
    apart: usize,
}

stored_as_text!(PersonName, Self::stored, |text| Self::restore(text).ok());

impl PersonName {
    pub const CHARACTERS_MAX: usize = 200;

    pub fn parse(text: &str) -> Result<Self, Invalid> {
        Self::restore(&text.replace(WITHIN, " "))
    }

    /// Reads a name that [`stored`](Self::stored) wrote.
    pub fn restore(text: &str) -> Result<Self, Invalid> {
        let name = line(text, Self::CHARACTERS_MAX).ok_or(Invalid(
            "A name must have 1 to 200 visible characters and no control characters; omit it if you have none.",
        ))?;
        let first = name.split(' ').next().filter(|first| first.contains(WITHIN));
        Ok(Self { apart: first.map_or(0, |first| first.replace(WITHIN, " ").len()), full: name.replace(WITHIN, " ") })
    }

    /// First and last name as one, cut to the length of a name. [`first`](Self::first) still finds the first name.
    pub fn join(first: Option<&Self>, last: Option<&Self>) -> Option<Self> {
        let first = first.map(|first| first.full.replace(' ', WITHIN));
        let names: Vec<_> = first.as_deref().into_iter().chain(last.map(Self::as_str)).collect();
        Self::restore(&names.join(" ").chars().take(Self::CHARACTERS_MAX).collect::<String>()).ok()
    }

    pub fn as_str(&self) -> &str {
        &self.full
    }

    /// The full name, in a form from which [`restore`](Self::restore) makes the same name.
    pub fn stored(&self) -> String {
        let (first, rest) = self.full.split_at(self.apart);
        first.replace(' ', WITHIN) + rest
    }

    /// The name with which to greet the person: the first word with letters after titles, or after the comma in "Doe, Jane". A
    /// name in capitals or small letters alone gets a capital at its beginning. `None` for a surname after a title, for a firm,
    /// and for text that is not a name, such as `null` or an address.
    pub fn first(&self) -> Option<Cow<'_, str>> {
        let (first, _) = self.parts()?;
        // Georgian has capitals for whole words alone.
        let is_small = |c: char| c.is_lowercase() && !('ა'..='ჿ').contains(&c);
        let (has_capitals, has_small) = (first.contains(char::is_uppercase), first.contains(is_small));
        // As in "JD Doe".
        let is_initials = has_capitals && first.chars().count() < 3 && self.full.contains(char::is_lowercase);
        Some(if has_capitals == has_small || is_initials { first.into() } else { capitalised(first).into() })
    }

    pub(crate) fn parts(&self) -> Option<(&str, &str)> {
        let is_title = |word: &str| is(SUFFIXES, word) || is(TITLES, word);
        let (given, last) = match self.full.split_once(',').filter(|_| self.apart == 0) {
            // "Jane Doe, PhD"
            Some((name, titles)) if !titles.trim().is_empty() && titles.split_whitespace().all(is_title) => {
                (name, None)
            }
            Some((last, first)) => (first.trim(), Some(last.trim())),
            None => (self.full.as_str(), None),
        };
        let (mut name, mut is_titled) = (given, false);
        let is_sign = |word: &str| !has_letter(word) && !word.bytes().all(|byte| byte.is_ascii_punctuation());
        while let Some((word, rest)) = name.split_once(char::is_whitespace)
            && (is(TITLES, word) || is_sign(word))
        {
            (name, is_titled) = (rest.trim_start(), is_titled || is(TITLES, word));
        }
        let end = match self.apart.saturating_sub(given.len() - name.len()) {
            0 => name.find(char::is_whitespace).unwrap_or(name.len()),
            apart => apart,
        };
        let (first, rest) = name.split_at(end);
        let last = last.unwrap_or(rest.trim());
        let is_name = has_letter(first) && !is(TITLES, first) && !is(NO_NAMES, first) && !first.contains('@');
        let is_firm = self.full.split_whitespace().any(|word| is(FIRMS, word));
        (is_name && !is_firm && (!is_titled || !last.is_empty())).then_some((first, last))
    }

    /// The first name and the rest, as a customer's record has them: titles included, and in the usual order even if
    /// typed as "Doe, Jane".
    pub(crate) fn split(&self) -> (Option<Self>, Option<Self>) {
        let name = |text: &str| Self::parse(text).ok();
        match self.parts().filter(|_| self.full.contains(',')) {
            Some((first, last)) => (name(first), name(last)),
            None if self.apart > 0 => (name(&self.full[..self.apart]), name(&self.full[self.apart..])),
            None => match self.full.split_once(char::is_whitespace) {
                Some((first, rest)) => (name(first), name(rest)),
                None => (Some(self.clone()), None),
            },
        }
    }
}

fn has_letter(word: &str) -> bool {
    word.contains(char::is_alphabetic)
}

/// The name with capitals at the beginnings of its parts alone, such as `Anne-Marie`.
fn capitalised(name: &str) -> String {
    let parts = name.split_inclusive([' ', '-', '.', '\'', '’']).map(|part| {
        let mut letters = part.chars();
        let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        // The small letter of Turkish `İ` has its dot already.
        first + &letters.as_str().to_lowercase().replace("i\u{307}", "i")
    });
    parts.collect()
}

/// The most words of a name by which its person is found.
const SEARCHED_MAX: usize = 4;

/// The words by which a person with this name is found: the first ones, without titles. Case, accents and punctuation make
/// no difference.
pub fn searched_words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    for part in name.split_whitespace().filter(|part| !is(TITLES, part)) {
        // In upper case, `ß` is `SS`, and `ς` is `Σ`.
        let folded = part.nfkd().flat_map(char::to_uppercase).flat_map(char::to_lowercase);
        let folded: String = folded.filter(|c| !is_accent(*c) && !APOSTROPHES.contains(c)).collect();
        let kept = |c: char| c.is_alphanumeric() || is_combining_mark(c);
        for word in folded.split(|c| !kept(c)).filter(|word| !word.is_empty()) {
            if words.len() < SEARCHED_MAX && !words.iter().any(|known| known == word) {
                words.push(word.to_owned());
            }
        }
    }
    words
}

/// `O'Brien` is one word.
const APOSTROPHES: [char; 4] = ['\'', '’', '‘', 'ʼ'];

/// The accents of European letters. The marks of other scripts make other letters.
const fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Whether a word is in the list, whatever its case and with or without a final dot.
fn is(words: &[&str], word: &str) -> bool {
    let word = word.to_lowercase();
    words.contains(&word.as_str()) || words.contains(&word.trim_end_matches('.'))
}

/// Whether a text stands for a missing name.
pub(crate) fn is_no_name(text: &str) -> bool {
    is(NO_NAMES, text.trim())
}

crate::hidden! { PersonName }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_trimmed_composed_and_bounded() {
        assert_eq!(PersonName::parse("  Jose\u{301} ").unwrap().as_str(), "José");
        let name = PersonName::parse("Jane van Doe").unwrap();
        let (first, last) = name.split();
        assert_eq!(PersonName::join(first.as_ref(), last.as_ref()), Some(name));
        assert!(PersonName::parse(&"é".repeat(200)).is_ok());
        for bad in ["", "  ", "\u{200b}", "\u{202e}\u{2069}", "a\u{0}b", "a\nb", &"a".repeat(201)] {
            assert!(PersonName::parse(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn a_name_is_searched_by_its_first_words_however_they_are_written() {
        for (name, words) in [
            ("Jane Doe", "jane doe"),
            ("DOE, Jane", "doe jane"),
            ("Frau Prof. Dr. Zoë Strauß", "zoe strauss"),
            ("ZOE\u{308} STRAUSS", "zoe strauss"),
            ("Anne-Marie O’Brien", "anne marie obrien"),
            ("Jane\u{a0}Jane van der Berg-Doe", "jane van der berg"),
            ("ΓΙΏΡΓΟΣ Γιώργος", "γιωργοσ"),
            ("İpek Işık", "ipek isik"),
            ("がく 山田", "か\u{3099}く 山田"),
            ("محمد علي", "محمد علي"),
            ("🌿 – ?", ""),
        ] {
            assert_eq!(searched_words(name).join(" "), words, "{name}");
        }
    }

    #[test]
    fn a_person_is_addressed_by_the_first_name() {
        for (name, first) in [
            ("Jane van Doe", Some("Jane")),
            ("Jane", Some("Jane")),
            ("Dr. Jane Doe", Some("Jane")),
            ("Frau Prof. Dr. Jane Doe", Some("Jane")),
            ("Mrs Doe", None),
            ("Dr.", None),
            ("Phil Doe", Some("Phil")),
            ("Mag. phil. Jane Doe", Some("Jane")),
            ("Jane\u{a0}Doe", Some("Jane")),
            ("Doe, Jane", Some("Jane")),
            ("van Doe, Dr. Jane", Some("Jane")),
            ("Jane Doe, PhD", Some("Jane")),
            ("Doe,", None),
            ("null", None),
            ("undefined undefined", None),
            ("N/A", None),
            ("-", None),
            ("jane@example.com", None),
            ("山田太郎", Some("山田太郎")),
            ("👑 Jane", Some("Jane")),
            ("🌿", None),
            ("JANE DOE", Some("Jane")),
            ("jane", Some("Jane")),
            ("ANNE-MARIE", Some("Anne-Marie")),
            ("d’arcy Doe", Some("D’Arcy")),
            ("JO DOE", Some("Jo")),
            ("JD Doe", Some("JD")),
            ("McJane DOE", Some("McJane")),
            ("İSMAİL", Some("İsmail")),
            ("გიორგი", Some("გიორგი")),
            ("Fa. Müller GmbH", None),
            ("Jane Doe Ltd.", None),
            ("Fa Doe", Some("Fa")),
        ] {
            assert_eq!(PersonName::parse(name).unwrap().first().as_deref(), first, "{name}");
        }
        let [mary, doe] = ["Mary Ann", "Doe"].map(|name| PersonName::parse(name).ok());
        let name = PersonName::join(mary.as_ref(), doe.as_ref()).unwrap();
        let stored = PersonName::restore(&name.stored()).unwrap();
        assert_eq!((stored.first().as_deref(), stored.as_str()), (Some("Mary Ann"), "Mary Ann Doe"));
        assert_eq!(stored.split(), (mary, doe));
        let [doe, jane] = ["Doe", "Jane"].map(|name| PersonName::parse(name).ok());
        assert_eq!(PersonName::parse("Doe, Jane").unwrap().split(), (jane, doe));
    }
}
