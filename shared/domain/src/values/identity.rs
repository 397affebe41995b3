//! The person or app that uses an API key. The Wix dialect returns it as a request's author.

use serde::{Deserialize, Serialize};

use crate::values::Guid;

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
