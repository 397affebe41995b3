//! A person's calls about their stored data: a copy of it, or its erasure. The kinds of data, in the order of an erasure, and
//! what may stay of reviews.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp};
use serde::{Deserialize, Serialize};

use crate::values::value::UNSAID;
use crate::values::{Invalid, whole, words};

/// For how long an expired file is made again after a customer asked the shop's system for their data. Shopify gives
/// shops 30 days to hand the data over (shopify.dev, "Privacy law compliance").
pub const MADE_AGAIN_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// After how many months orders, requests, messages and customers without newer data are erased: 6–120.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct KeepMonths(u8);

crate::reads_whole! { KeepMonths = Self::MIN, Self::MAX; }

impl KeepMonths {
    const MIN: u8 = 6;
    const MAX: u8 = 120;
    /// Of a new shop.
    pub const NEW: Self = Self(36);
    pub const RULE: Invalid = Invalid("`keep_months` must be a whole number from 6 to 120; null keeps everything.");

    /// Reads a number of months, which comes from JSON and need not be whole.
    pub fn new(months: f64) -> Result<Self, Invalid> {
        whole(months, Self::MIN.into(), Self::MAX.into())
            .and_then(|months| u8::try_from(months).ok())
            .map(Self)
            .ok_or(Self::RULE)
    }

    pub const fn get(self) -> u8 {
        self.0
    }

    /// The start of the time for which data is kept: this number of calendar months ago (UTC).
    pub fn since(self, now: Timestamp) -> Timestamp {
        let ago = now.to_zoned_datetime(TimeZone::UTC).checked_sub(Span::new().months(self.0));
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
    pub enum PrivacyStatus {
        Running = "running",
        Done = "done",
        /// The work met an error that a retry does not repair. The log has the error.
        Failed = "failed",
    }
}

words! {
    /// What happens to an erased person's reviews.
    pub enum ReviewsChoice {
        Delete = "delete",
        /// Stars and words stay, without a name.
        Anonymise = "anonymise",
    }
}

crate::reads_word! { ReviewsChoice, UNSAID; }

/// How many records of a person were found when the work on a call began.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonCounts {
    pub customers: u64,
    pub requests: u64,
    pub messages: u64,
    pub reviews: u64,
    /// Reviews that were begun but not submitted.
    pub drafts: u64,
    /// What they wrote to the shop about problems with orders.
    pub problems: u64,
    pub photos: u64,
    pub orders: u64,
    pub charges: u64,
    /// Suppressed addresses and numbers.
    pub suppressions: u64,
    /// Notifications to the person about their reviews.
    pub deliveries: u64,
}

impl PersonCounts {
    pub const fn sum(self) -> u64 {
        let Self {
            customers,
            requests,
            messages,
            reviews,
            drafts,
            problems,
            photos,
            orders,
            charges,
            suppressions,
            deliveries,
        } = self;
        let written = requests + messages + reviews + drafts + problems + photos;
        customers + written + orders + charges + suppressions + deliveries
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataKind {
    /// The person's suppressions, and the times of recent messages to them.
    Suppressions,
    /// Stored replies to calls about the person, kept in case a call is repeated.
    Replies,
    /// Earlier exports of their data, with the files, and the export of the whole shop.
    Exports,
    /// Requests with their personal part, short link, uniqueness key and entry in their order's list.
    Requests,
    /// Reviews and drafts that answer their requests, with photos, their files and the notifications about these reviews,
    /// and what they wrote about problems with the orders.
    Reviews,
    /// Imported reviews with their address.
    ImportedReviews,
    /// Reports in which they left their address as a reader.
    Reports,
    /// The list of messages to them.
    Messages,
    /// Orders that they placed.
    Orders,
    /// Charges that they paid.
    Charges,
    /// The customers' own records.
    Customers,
    /// The lists that lead from the customers to their requests.
    RequestLists,
}

impl DataKind {
    /// Every kind, in the order of an erasure: suppressions first, so that sending stops; the lists that lead to the rest last.
    pub const ALL: [Self; 12] = [
        Self::Suppressions,
        Self::Replies,
        Self::Exports,
        Self::Requests,
        Self::Reviews,
        Self::ImportedReviews,
        Self::Reports,
        Self::Messages,
        Self::Orders,
        Self::Charges,
        Self::Customers,
        Self::RequestLists,
    ];
}
