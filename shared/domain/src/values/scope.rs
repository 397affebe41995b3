//! The scopes of API keys.

use crate::values::Invalid;
use crate::values::value::{Kind, strings};

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
