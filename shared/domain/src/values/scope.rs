//! The scopes of API keys.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::values::value::{Kind, strings};
use crate::values::{Guid, Invalid, stored_as_text};

pub const SCOPE_READ: &str = "requests:read";
/// Create, send and cancel requests.
pub const SCOPE_WRITE: &str = "requests:write";
/// Read products and orders, their buyers included.
pub const SCOPE_CATALOG_READ: &str = "catalog:read";
/// Create and replace products and orders.
pub const SCOPE_CATALOG_WRITE: &str = "catalog:write";
pub const SCOPE_SETTINGS_READ: &str = "settings:read";
/// Change the shop's settings.
pub const SCOPE_SETTINGS_WRITE: &str = "settings:write";
pub const SCOPE_SUPPRESSIONS_READ: &str = "suppressions:read";
/// Create and lift suppressions.
pub const SCOPE_SUPPRESSIONS_WRITE: &str = "suppressions:write";
pub const SCOPE_REVIEWS_READ: &str = "reviews:read";
/// Publish, withhold and reply to reviews.
pub const SCOPE_REVIEWS_MODERATE: &str = "reviews:moderate";
pub const SCOPE_REVIEWS_WRITE: &str = "reviews:write";
/// Create, change and replay webhooks.
pub const SCOPE_WEBHOOKS: &str = "webhooks:manage";
/// Export and erase a person's stored data.
pub const SCOPE_PRIVACY: &str = "privacy:manage";
/// Read customers, their messages and their reviews.
pub const SCOPE_CUSTOMERS_READ: &str = "customers:read";
/// Create and change customers, charges and locations.
pub const SCOPE_CUSTOMERS_WRITE: &str = "customers:write";
/// Every call of Wix' reviews; the name is Wix's.
pub const SCOPE_WIX_REVIEWS: &str = "SCOPE.DC-REVIEWS.MANAGE-REVIEWS";
/// Every call of Wix' review requests; the name is Wix's.
pub const SCOPE_WIX: &str = "SCOPE.DC_REVIEWS.MANAGE-REVIEW_REQUESTS";
/// Make, list and delete API keys.
pub const SCOPE_KEYS_MANAGE: &str = "keys:manage";
/// Invite and remove members of the console, and make links into it.
pub const SCOPE_MEMBERS: &str = "members:manage";
pub const SCOPE_AUDIT: &str = "audit:read";

/// Connect the shop's own system.
pub const SCOPE_INTEGRATIONS: &str = "integrations:manage";
/// Write a connection's own orders and products, and send its shop's earlier reviews. It is not one of [`SCOPES`], because only connecting makes a key with it.
pub const SCOPE_CONNECTION: &str = "connection";

/// Whether a key with these scopes may do what `scope` allows.
pub fn has_scope(scopes: &[String], scope: &str) -> bool {
    scopes.iter().any(|held| held == scope)
}

const RULE: Invalid = Invalid("`scopes` must be a list of at least one scope, such as [\"reviews:read\"].");

/// The scopes of a list of words, each once.
pub enum Scopes {}

crate::reads! {
    Scopes: Vec<&'static str> = |json| parse_scopes(&strings(json).ok_or(RULE)?),
        Kind::Word(SCOPES.to_vec()).list(Some(1), None);
}

/// The scopes of these words, each once.
pub fn parse_scopes(words: &[impl AsRef<str>]) -> Result<Vec<&'static str>, Invalid> {
    let words: Vec<_> = words.iter().map(AsRef::as_ref).collect();
    if words.is_empty() || !words.iter().all(|word| SCOPES.contains(word)) {
        return Err(RULE);
    }
    Ok(SCOPES.iter().copied().filter(|scope| words.contains(scope)).collect())
}

pub const SCOPES: &[&str] = &[
    SCOPE_READ,
    SCOPE_WRITE,
    SCOPE_CATALOG_READ,
    SCOPE_CATALOG_WRITE,
    SCOPE_SETTINGS_READ,
    SCOPE_SETTINGS_WRITE,
    SCOPE_SUPPRESSIONS_READ,
    SCOPE_SUPPRESSIONS_WRITE,
    SCOPE_REVIEWS_READ,
    SCOPE_REVIEWS_MODERATE,
    SCOPE_REVIEWS_WRITE,
    SCOPE_WEBHOOKS,
    SCOPE_CUSTOMERS_READ,
    SCOPE_CUSTOMERS_WRITE,
    SCOPE_WIX,
    SCOPE_WIX_REVIEWS,
    SCOPE_KEYS_MANAGE,
    SCOPE_PRIVACY,
    SCOPE_INTEGRATIONS,
    SCOPE_AUDIT,
    SCOPE_MEMBERS,
];

/// The scopes of a native key if none are given: all but the last three. These must be named, because the last one lets its
/// holder in as an owner.
pub const NATIVE_SCOPES: &[&str] = SCOPES.split_at(SCOPES.len() - 3).0;

/// The person or app that uses an API key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "guid", rename_all = "snake_case")]
pub enum Identity {
    /// A person who works for the shop.
    User(Guid),
    /// An app, which uses the API by itself.
    App(Guid),
    /// A visitor or member of the shop's site, who cannot create review requests.
    Visitor(Guid),
}

impl Identity {
    /// The kind's word in the table.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::User(_) => "user",
            Self::App(_) => "app",
            Self::Visitor(_) => "visitor",
        }
    }

    /// Wix' id of the person or app.
    pub const fn guid(self) -> Guid {
        match self {
            Self::User(guid) | Self::App(guid) | Self::Visitor(guid) => guid,
        }
    }
}

/// A member's id: 12 hex digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MemberId([u8; 6]);

impl MemberId {
    /// An id of these bytes.
    pub const fn random(bytes: [u8; 6]) -> Self {
        Self(bytes)
    }

    pub const fn bytes(self) -> [u8; 6] {
        self.0
    }

    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let is_id = text.len() == 12 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let number = is_id.then(|| u64::from_str_radix(text, 16).ok()).flatten();
        let [_, _, id @ ..] = number.ok_or(Invalid("A member's id has 12 hexadecimal digits."))?.to_be_bytes();
        Ok(Self(id))
    }
}

impl fmt::Display for MemberId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

stored_as_text!(MemberId, ToString::to_string, |text| Self::parse(text).ok());

/// Why the members of a shop were not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MemberRefusal {
    /// Another member has this identity.
    Twice,
    /// The shop has as many members as it may have.
    TooMany,
    /// The shop has no such member.
    Unknown,
    LastOwner,
}
