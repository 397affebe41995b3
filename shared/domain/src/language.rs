//! The languages in which customers are spoken to.

use crate::Invalid;

/// The longest tag that is read, in characters; registered ones have at most 35 (RFC 5646 §4.4.1).
const TAG_CHARACTERS_MAX: usize = 64;

/// A language that the page, the mails, the text messages and the chat's guide speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// The one that every text exists in.
    English,
    /// Addresses by "Sie".
    German,
    /// Addresses by "vous".
    French,
    /// Addresses by "usted".
    Spanish,
    /// Modern Standard Arabic, from right to left.
    Arabic,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::English, Self::German, Self::French, Self::Spanish, Self::Arabic];

    /// What a language told by a shop has to be.
    pub const RULE: Invalid =
        Invalid("Give a language as its tag (BCP 47), such as \"de\" or \"fr-CA\", or leave it out.");

    /// Its tag (BCP 47).
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Arabic => "ar",
        }
    }

    /// Whether it is written from right to left.
    #[must_use]
    pub const fn is_right_to_left(self) -> bool {
        matches!(self, Self::Arabic)
    }

    /// Its direction, as HTML's `dir` has it.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        if self.is_right_to_left() { "rtl" } else { "ltr" }
    }

    /// The language of a tag such as `de-AT`, by its first part; `None` for one that we do not speak.
    #[must_use]
    pub fn find(tag: &str) -> Option<Self> {
        let primary = tag.split(is_separator).next()?;
        Self::ALL.into_iter().find(|language| language.as_str().eq_ignore_ascii_case(primary))
    }

    /// Reads the tag of any language. One that we do not speak is `None`, and no error: a shop sends its
    /// customer's locale, and must not lose the request for it.
    ///
    /// # Errors
    /// [`Language::RULE`] for what is no tag.
    pub fn parse(tag: &str) -> Result<Option<Self>, Invalid> {
        if is_well_formed(tag) { Ok(Self::find(tag)) } else { Err(Self::RULE) }
    }
}

/// RFC 5646 has hyphens; the locales of shop systems have underscores (`de_DE`), as Unicode's do.
const fn is_separator(c: char) -> bool {
    matches!(c, '-' | '_')
}

/// Whether a text is shaped as a tag is (RFC 5646 §2.1): parts of 1–8 letters and digits, the first of
/// 2–8 letters, and something behind a part of one sign, which only opens what follows it.
fn is_well_formed(tag: &str) -> bool {
    let mut parts = tag.split(is_separator);
    let opens = parts.next().is_some_and(|first| {
        let private = first.eq_ignore_ascii_case("x") || first.eq_ignore_ascii_case("i");
        private || (2..=8).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic())
    });
    let follows = parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    let closes = tag.rsplit(is_separator).next().is_some_and(|last| last.len() > 1);
    tag.len() <= TAG_CHARACTERS_MAX && opens && follows && closes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_names_its_language_by_its_first_part() {
        for (tag, language) in [
            ("en", Some(Language::English)),
            ("EN-us", Some(Language::English)),
            ("de-AT", Some(Language::German)),
            ("de_CH_formal", Some(Language::German)),
            ("fr-Latn-CA-x-shop", Some(Language::French)),
            ("es-419", Some(Language::Spanish)),
            ("ar-EG-u-nu-arab", Some(Language::Arabic)),
            ("pt-BR", None),
            ("zh-Hant-TW", None),
            ("den", None),
            ("i-klingon", None),
            ("x-private", None),
        ] {
            assert_eq!(Language::parse(tag), Ok(language), "{tag}");
        }
    }

    #[test]
    fn what_is_shaped_otherwise_is_no_tag() {
        let long = format!("de{}", "-aa".repeat(30));
        for bad in [
            "",
            " ",
            "d",
            "x",
            "de-",
            "-de",
            "de--AT",
            "de AT",
            "de;q=1",
            "d3",
            "german languages",
            "deutschland",
            "de-ä",
            "de-a",
            &long,
        ] {
            assert_eq!(Language::parse(bad), Err(Language::RULE), "{bad:?}");
        }
    }

    #[test]
    fn every_language_is_found_by_its_own_tag() {
        for (number, language) in Language::ALL.into_iter().enumerate() {
            assert_eq!(Language::find(language.as_str()), Some(language));
            assert_eq!(language as usize, number, "tables are indexed by it");
        }
    }
}
