//! What the core knows of the people who use a shop's console.

use std::fmt;

use crate::Invalid;

/// A member's id: 12 hex digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MemberId(String);

impl MemberId {
    /// An id of these bytes.
    #[must_use]
    pub fn random(bytes: [u8; 6]) -> Self {
        Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// Reads an id.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let is_id = text.len() == 12 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        is_id.then(|| Self(text.to_owned())).ok_or(Invalid("A member's id has 12 hexadecimal digits."))
    }

    /// The id as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for MemberId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why the members of a shop were not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MemberRefusal {
    /// There is a member with the identity.
    Twice,
    /// The shop has as many as it may have.
    TooMany,
    /// No such member.
    Unknown,
    /// The shop would have no owner.
    LastOwner,
}
