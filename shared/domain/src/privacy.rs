//! Requests of a person about what is stored of them: a copy of it, or its erasure.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp};
use serde::{Deserialize, Serialize};

use crate::values::word::words;
use crate::values::{Invalid, whole};

/// How long after a customer asked a shop's system for their data a file that is gone is made again: Shopify gives shops 30 days to hand
/// it over (shopify.dev, "Privacy law compliance").
pub const MADE_AGAIN_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// How many months a shop keeps what has ended: 6–120.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeepMonths(u8);

impl KeepMonths {
    /// The error for any other value.
    pub const RULE: Invalid = Invalid("`keep_months` must be a whole number from 6 to 120; null keeps everything.");

    /// So many months; a JSON number, which need not be whole.
    ///
    /// # Errors
    /// [`KeepMonths::RULE`].
    pub fn new(months: f64) -> Result<Self, Invalid> {
        whole(months, 6, 120).and_then(|months| u8::try_from(months).ok()).map(Self).ok_or(Self::RULE)
    }

    /// The number of months.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// The instant since when everything is kept: so many calendar months ago (UTC).
    #[must_use]
    pub fn since(self, now: Timestamp) -> Timestamp {
        let ago = now.to_zoned(TimeZone::UTC).checked_sub(Span::new().months(self.0));
        ago.map_or(Timestamp::MIN, |ago| ago.timestamp())
    }
}

words! {
    /// The kinds of calls about a person's data.
    pub enum PrivacyKind {
        Export = "export",
        Erase = "erase",
    }
}

words! {
    /// How far it is.
    pub enum PrivacyStatus {
        /// Not done yet.
        Running = "running",
        /// Done.
        Done = "done",
        /// Met something that trying again does not repair. The log says what.
        Failed = "failed",
    }
}

words! {
    /// The fate of an erased person's reviews.
    pub enum ReviewsChoice {
        /// Reviews are deleted.
        Delete = "delete",
        /// Stars and words stay, without a name.
        Anonymise = "anonymise",
    }
}

/// How much was found of a person when the work on their request began.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the words say it")]
pub struct PersonCounts {
    pub customers: u64,
    pub requests: u64,
    pub messages: u64,
    pub reviews: u64,
    /// Reviews that were begun and not sent.
    pub drafts: u64,
    pub photos: u64,
    pub orders: u64,
    pub charges: u64,
    /// Addresses and numbers that must not be written to.
    pub suppressions: u64,
    /// Emails about their reviews.
    pub deliveries: u64,
}

/// A kind of data about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataKind {
    /// The person's suppressed addresses and numbers, and the times of recent messages to them.
    Suppressions,
    /// The replies to calls about them, stored for repeated calls.
    Replies,
    /// Earlier exports of their data, with the files, and the export of the whole shop.
    Exports,
    /// Requests with their personal part, short link, uniqueness key and entry in their order's list.
    Requests,
    /// Reviews of what they were asked about, sent or only begun, with their photos, the photos' files and the emails to them
    /// about these reviews.
    Reviews,
    /// Reviews that a program created in their name.
    ApiReviews,
    /// Reviews that an import brought with their address.
    ImportedReviews,
    /// The list of messages to them.
    Messages,
    /// Orders that they placed.
    Orders,
    /// Orders that they placed, as the shop's system described them.
    SystemOrders,
    /// Charges that they paid.
    Charges,
    /// The customers' own records.
    Customers,
    /// The lists that lead from them to their requests.
    RequestLists,
}

impl DataKind {
    /// Every kind, in the order of an erasure: the first step stops all sending, the next ends links, and the last removes
    /// the lists that lead to the rest.
    pub const ALL: [Self; 13] = [
        Self::Suppressions,
        Self::Replies,
        Self::Exports,
        Self::Requests,
        Self::Reviews,
        Self::ApiReviews,
        Self::ImportedReviews,
        Self::Messages,
        Self::Orders,
        Self::SystemOrders,
        Self::Charges,
        Self::Customers,
        Self::RequestLists,
    ];
}
