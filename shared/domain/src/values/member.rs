//! Members of a shop's console. This crate knows only their ids.

use std::fmt;

use crate::values::Invalid;

/// A member's id: 12 hex digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct MemberId([u8; 6]);

impl MemberId {
    /// An id of these bytes.
    pub const fn random(bytes: [u8; 6]) -> Self {
        Self(bytes)
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
