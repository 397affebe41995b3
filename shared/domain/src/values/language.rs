//! The languages of the hub and of messages.

use crate::values::Invalid;
use crate::values::word::words;

/// The longest tag accepted, in characters. Registered ones have at most 35 (RFC 5646 §4.4.1).
const TAG_CHARACTERS_MAX: usize = 64;

macro_rules! languages {
    ($($language:ident $tag:literal,)+) => {
        words! {
            /// A language in which every text for customers exists: each file of `shared/texts/languages/` is one.
            /// English replaces a text that is missing in another language. The words are tags (BCP 47).
            pub enum Language {
                $($language = $tag,)+
            }
        }

        impl Language {
            /// The error where a setting has any other tag.
            pub const UNSUPPORTED: Invalid =
                Invalid(concat!("`language` must be one of:" $(, " ", $tag)+, "."));
        }

        /// Calls a macro with the name and the tag of every language.
        #[macro_export]
        macro_rules! with_languages {
            ($call:ident) => { $call! { $($language $tag,)+ } };
        }
    };
}

// Made by build.rs.
include!(concat!(env!("OUT_DIR"), "/languages.rs"));

impl Language {
    /// The error for anything that is not a tag.
    pub const RULE: Invalid = Invalid("A language must be a tag (BCP 47) such as \"de\" or \"fr-CA\", or omitted.");

    /// Whether it is written from right to left.
    #[must_use]
    pub const fn is_right_to_left(self) -> bool {
        matches!(self.as_str().as_bytes(), b"ar" | b"fa" | b"he" | b"ur")
    }

    /// The direction of its script, for HTML's `dir`.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        if self.is_right_to_left() { "rtl" } else { "ltr" }
    }

    /// The language of a tag such as `de-AT`, by its first part; `None` for one that we don't support.
    #[must_use]
    pub fn find(tag: &str) -> Option<Self> {
        let primary = tag.split(is_separator).next()?;
        Self::ALL.into_iter().find(|language| language.as_str().eq_ignore_ascii_case(primary))
    }

    /// Reads any tag. A language that we don't support is `None` and not an error: a shop that sends its
    /// customer's locale must not lose the request. Anything but a tag is [`RULE`](Self::RULE).
    pub fn of_tag(tag: &str) -> Result<Option<Self>, Invalid> {
        if is_well_formed(tag) { Ok(Self::find(tag)) } else { Err(Self::RULE) }
    }
}

/// RFC 5646 has hyphens; the locales of many shop systems have underscores, such as `de_DE`.
const fn is_separator(c: char) -> bool {
    matches!(c, '-' | '_')
}

/// Whether a string has the form of a tag (RFC 5646 §2.1): parts of 1–8 letters and digits, the first of
/// 2–8 letters or `x` or `i`, the last longer than a single character, which only introduces others.
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
            ("fa-IR", None),
            ("zh-Hant-TW", None),
            ("den", None),
            ("i-klingon", None),
            ("x-private", None),
        ] {
            assert_eq!(Language::of_tag(tag), Ok(language), "{tag}");
        }
    }

    #[test]
    fn malformed_tags_are_refused() {
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
            assert_eq!(Language::of_tag(bad), Err(Language::RULE), "{bad:?}");
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
