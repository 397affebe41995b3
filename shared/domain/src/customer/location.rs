//! A shop's places of business.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::customer::PostalAddress;
use crate::values::value::Text;
use crate::values::{Detail, Invalid, LocationId, is_default, ms, stored_as_text};

/// A place of business, which asks customers under its own name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Location {
    /// Unique within the tenant.
    pub id: LocationId,
    /// The name that the shop uses.
    pub name: Detail,
    /// The name that customers see, if it differs from `name`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_name: Option<Detail>,
    /// The location's short name in API calls, unique within the shop.
    pub slug: Slug,
    /// The shop's own code for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Detail>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub address: PostalAddress,
    #[serde(with = "ms::required")]
    pub created_at: Timestamp,
    #[serde(with = "ms::required")]
    pub updated_at: Timestamp,
    /// 0 for a new location; grows by 1 with each save; the table rejects a save of an older version.
    #[serde(skip)]
    pub version: u64,
}

impl Location {
    /// The name that customers see.
    pub fn public_name(&self) -> &Detail {
        self.display_name.as_ref().unwrap_or(&self.name)
    }
}

/// A short name of lower-case letters, digits and hyphens: `^[a-z0-9-]{1,50}$`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slug(String);

stored_as_text!(Slug, Self::as_str, |text| Self::parse(text).ok());

crate::reads_text! { Slug: Self = Self::parse, Text { pattern: Some("^[a-z0-9-]{1,50}$"), ..Text::default() }; }

impl Slug {
    /// The longest slug, in characters.
    pub const LENGTH_MAX: usize = 50;

    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let fits = (1..=Self::LENGTH_MAX).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        fits.then(|| Self(text.to_owned()))
            .ok_or(Invalid("The slug must be 1 to 50 lower-case letters, digits and hyphens."))
    }

    /// The `nth` slug for a name, from 1: the name's ASCII letters and digits, or `location` if there are none. `-nth`
    /// follows unless `nth` is 1.
    pub fn generate(name: &Detail, nth: u32) -> Self {
        let lower = name.as_str().to_lowercase();
        let words = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let words = words.collect::<Vec<_>>().join("-");
        let stem = if words.is_empty() { "location" } else { &words };
        let suffix = if nth > 1 { format!("-{nth}") } else { String::new() };
        let stem: String = stem.chars().take(Self::LENGTH_MAX - suffix.len()).collect();
        Self(format!("{}{suffix}", stem.trim_end_matches('-')))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_made_of_a_names_letters_and_digits() {
        let slug = |name: &str, nth| Slug::generate(&Detail::parse(name).unwrap(), nth).as_str().to_owned();
        assert_eq!(slug("Main Street, No. 5", 1), "main-street-no-5");
        assert_eq!(slug("Main Street", 2), "main-street-2");
        assert_eq!(slug("東京", 1), "location");
        let long = slug(&"a".repeat(80), 12);
        assert!(long.len() == Slug::LENGTH_MAX && long.ends_with("-12"));
        for bad in ["", "A", "a b", "a_b", &"a".repeat(51)] {
            assert!(Slug::parse(bad).is_err(), "{bad}");
        }
    }
}
