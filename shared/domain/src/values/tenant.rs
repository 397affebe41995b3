//! Tenants: a shop in one of its two modes. Every row belongs to a tenant.

use std::fmt;

use crate::values::{Invalid, stored_as_text, words};

/// A shop's id in keys and schedules: `[a-z0-9][a-z0-9-]{0,31}`.
///
/// 32 characters leave room for mode, request and step in a schedule's name, which EventBridge Scheduler limits to 64.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TenantId(String);

impl TenantId {
    /// The longest id, in characters.
    pub const LENGTH_MAX: usize = 32;

    /// Reads an id of the pattern above.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let head = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let fits = (1..=Self::LENGTH_MAX).contains(&text.len())
            && text.starts_with(head)
            && text.chars().all(|c| head(c) || c == '-');
        if !fits {
            return Err(Invalid(
                "A tenant id must be 1 to 32 lower-case letters, digits and hyphens, the first a letter or digit.",
            ));
        }
        Ok(Self(text.to_owned()))
    }

    /// The id as it appears in keys.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

words! {
    /// Whether a tenant's messages are really sent.
    pub enum Mode {
        Live = "live",
        /// Messages are not sent but captured, where the shop can read them.
        Test = "test",
    }
}

/// A shop in one mode. Every read and write of the table needs a tenant.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tenant {
    pub id: TenantId,
    /// The mode; a shop's two modes share no data.
    pub mode: Mode,
}

impl Tenant {
    /// Reads a shop's id and a mode's word.
    pub fn parse(id: &str, mode: &str) -> Result<Self, Invalid> {
        const MODE_RULE: Invalid = Invalid("A mode must be \"live\" or \"test\".");
        Ok(Self { id: TenantId::parse(id)?, mode: Mode::parse(mode).ok_or(MODE_RULE)? })
    }
}

impl fmt::Display for Tenant {
    /// `<id>.<mode>`, which is unambiguous because an id has no dot.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.id.as_str(), self.mode.as_str())
    }
}

stored_as_text!(Tenant, ToString::to_string, |text| text.parse().ok());

impl std::str::FromStr for Tenant {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let (id, mode) = text.split_once('.').ok_or(Invalid("A tenant must be written <id>.<mode>."))?;
        Self::parse(id, mode)
    }
}
