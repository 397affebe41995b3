//! Where a review comes from, and where it is stored.

use serde::{Deserialize, Serialize};

use crate::review::Platform;
use crate::values::{RequestId, ReviewId, is_default};

/// Where a review comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The author wrote the review on a request's page.
    Hub {
        request: RequestId,
        /// The item's place in that request, from 0.
        item: usize,
    },
    /// The review was imported from a file.
    Import {
        platform: Platform,
        /// Whether the connected shop sent it, and so it was written in this very shop.
        #[serde(default, skip_serializing_if = "is_default")]
        from_shop: bool,
    },
}

impl Origin {
    /// The word in the table and in the API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hub { .. } => "hub",
            Self::Import { .. } => "import",
        }
    }

    /// Whether the review came from a file, rather than from the customer's page.
    pub const fn is_imported(self) -> bool {
        matches!(self, Self::Import { .. })
    }

    /// Whether the connected shop sent the review from its own system.
    pub const fn is_from_shop(self) -> bool {
        matches!(self, Self::Import { from_shop: true, .. })
    }

    /// The request that the review answers, if it was written on the customer's page.
    pub const fn request(self) -> Option<RequestId> {
        match self {
            Self::Hub { request, item: _ } => Some(request),
            Self::Import { .. } => None,
        }
    }

    pub const fn platform(self) -> Platform {
        match self {
            Self::Hub { .. } => Platform::BetterReviews,
            Self::Import { platform, .. } => platform,
        }
    }
}

/// Where a review is stored. A place has one review at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReviewPlace {
    /// An item of a request, by its place in the request, from 0.
    Item(RequestId, usize),
    /// A place of its own, for a review that no request asked for.
    Own(ReviewId),
}
