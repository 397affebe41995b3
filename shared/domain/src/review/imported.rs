//! What a review from another system brings with it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::review::words::ShopReply;
use crate::values::text::line;
use crate::values::{Guid, Invalid, words};

pub const IMPORTED_PHOTOS_MAX: usize = 10;

words! {
    pub enum Platform {
        /// Afterword: this shop or another.
        BetterReviews = "betterreviews",
        Okendo = "okendo",
        Judgeme = "judgeme",
        Yotpo = "yotpo",
        Loox = "loox",
        Wix = "wix",
        Stamped = "stamped",
        /// Shopify's own app of earlier years.
        Shopify = "shopify",
        WooCommerce = "woocommerce",
        /// A system that has no word here.
        Other = "other",
    }
}

impl Platform {
    /// The name that people know it by; `None` for one without a name here.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::BetterReviews => Some("BetterReviews"),
            Self::Okendo => Some("Okendo"),
            Self::Judgeme => Some("Judge.me"),
            Self::Yotpo => Some("Yotpo"),
            Self::Loox => Some("Loox"),
            Self::Wix => Some("Wix"),
            Self::Stamped => Some("Stamped"),
            Self::Shopify => Some("Shopify"),
            Self::WooCommerce => Some("WooCommerce"),
            Self::Other => None,
        }
    }
}

/// A review's id on the platform where it was written: trimmed, 1–128 characters, no control characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExternalId(String);

impl ExternalId {
    /// The longest id, in characters.
    pub const CHARACTERS_MAX: usize = 128;

    pub fn parse(text: &str) -> Result<Self, Invalid> {
        line(text, Self::CHARACTERS_MAX)
            .map(Self)
            .ok_or(Invalid("A review's id must have 1 to 128 characters, on one line."))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id as a GUID, if it is one, as ids of reviews written here are.
    pub fn guid(&self) -> Option<Guid> {
        Guid::parse(&self.0).ok()
    }
}

/// What a review brings from the platform where it was written.
#[derive(Debug, Clone)]
pub struct Brought {
    pub external_id: Option<ExternalId>,
    pub written_at: Timestamp,
    /// When its author last changed it there, if readers see the change.
    pub edited_at: Option<Timestamp>,
    /// Whether the other system did not show it: then it is withheld here.
    pub was_hidden: bool,
    /// Whether the shop never published its product: then it waits for that.
    pub is_product_hidden: bool,
    pub reply: Option<ShopReply>,
}
