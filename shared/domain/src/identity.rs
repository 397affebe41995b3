//! Who stands behind an API key, as the Wix dialect tells it.

use crate::Guid;

/// Who an API key speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Identity {
    /// A person who works for the shop.
    User(Guid),
    /// A program.
    App(Guid),
    /// Somebody on the shop's site: no review request is made in a visitor's or a member's name.
    Visitor(Guid),
}

impl Identity {
    /// The kind's word and the GUID, as the table has them.
    #[must_use]
    pub const fn parts(self) -> (&'static str, Guid) {
        match self {
            Self::User(guid) => ("user", guid),
            Self::App(guid) => ("app", guid),
            Self::Visitor(guid) => ("visitor", guid),
        }
    }

    /// The identity of these parts.
    #[must_use]
    pub fn of(kind: &str, guid: Guid) -> Option<Self> {
        match kind {
            "user" => Some(Self::User(guid)),
            "app" => Some(Self::App(guid)),
            "visitor" => Some(Self::Visitor(guid)),
            _ => None,
        }
    }
}
