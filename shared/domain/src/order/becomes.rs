//! What becomes of an order by the rules of its connection: the request that it has, or why nobody is asked about it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::values::{RequestId, ms, words};

words! {
    /// Why an order is not asked about. The word is the code in the list of calls.
    pub enum NoAsk {
        /// So far, the system has only reported parts of the order.
        NotSeen = "order_not_seen",
        TestOrder = "test_order",
        InStore = "in_store",
        /// There is no address, or it is invalid.
        NoEmail = "no_email",
        /// The email address is a marketplace's, which forbids asking.
        Relay = "relay_address",
        ExcludedTag = "excluded_tag",
        /// The shop asks only customers who agreed to marketing, and the buyer did not.
        NoConsent = "no_consent",
        /// The order goes to a country whose orders are excluded.
        OtherCountry = "other_country",
        /// Nobody is asked about any product of the order that is left.
        ExcludedProduct = "excluded_product",
        /// The order has nothing to review, for example only gift cards or lines without a product in the catalog.
        NothingToReview = "nothing_to_review",
        /// Nothing was shipped, or all shipments were cancelled.
        NotShipped = "not_shipped",
        /// The order was cancelled or failed.
        Cancelled = "cancelled",
        /// The order was refunded in full.
        Refunded = "refunded",
        Deleted = "deleted",
        /// The first shipment was before the rules' `since`.
        BeforeSince = "before_since",
        /// The order was placed long before its first shipment.
        TooOld = "too_old",
        /// The latest possible time for a request is past.
        TooLate = "too_late",
        /// The shop uninstalled our app in its system.
        NotAsking = "not_asking",
        /// The shop's system removed the buyer.
        Anonymised = "anonymised",
        // The rules ask about the order, but no request follows.
        /// An API call made a request about the order.
        AnotherRequest = "another_request",
        /// The message of the order's request is sent, or was tried.
        AskedAlready = "asked_already",
        /// The shop asks about a product only once, and asked the buyer about all of these before.
        AskedBefore = "asked_before",
        /// The shop cancelled its request, or said that nobody is to be asked about it.
        CancelledByShop = "cancelled_by_shop",
        /// The buyer unsubscribed, or emails to the address bounced or were reported as spam.
        Suppressed = "suppressed",
        WorksForShop = "works_for_shop",
    }
}

impl NoAsk {
    /// Whether a rule of the shop leaves the order out, whatever becomes of it.
    pub const fn is_rule(self) -> bool {
        matches!(self, Self::ExcludedTag | Self::NoConsent | Self::OtherCountry)
    }

    /// Whether the order may be asked about once the rules, or the products about which customers are asked, change.
    pub const fn may_change(self) -> bool {
        let is_product = matches!(self, Self::ExcludedProduct | Self::NothingToReview | Self::NotShipped);
        self.is_rule() || is_product || matches!(self, Self::BeforeSince | Self::TooLate | Self::NotAsking)
    }

    /// Whether a planned request is stopped for this reason. `BeforeSince` stops none, because such an order never got
    /// a request; nor does `TooLate`, because a request may wait longer than planned for a good reason.
    pub const fn stops(self) -> bool {
        !matches!(self, Self::BeforeSince | Self::TooLate | Self::NotSeen)
    }
}

/// What becomes of an order, as it was last planned. Its request, if there is one, knows what has happened since.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Becomes {
    /// When the rules ask; `None` if they ask nobody.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub due_at: Option<Timestamp>,
    /// Why no request follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<NoAsk>,
    /// The request about the order, even if it was cancelled or sent before the reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<RequestId>,
}

impl Becomes {
    /// What becomes of an order by a plan: when it asks, or why not. As `known`, if it is the same plan.
    #[must_use]
    pub fn planned(known: Option<Self>, plan: Result<Timestamp, NoAsk>) -> Self {
        let is_same = |known: &Self| match plan {
            Ok(due_at) => known.due_at == Some(due_at),
            Err(reason) => known.due_at.is_none() && known.reason == Some(reason),
        };
        known.filter(is_same).unwrap_or_else(|| Self {
            due_at: plan.ok(),
            reason: plan.err(),
            request: known.and_then(|known| known.request),
        })
    }

    /// Why nobody was asked; `None` if somebody is, or was.
    pub fn not_asked(&self) -> Option<NoAsk> {
        self.reason.filter(|reason| self.request.is_none() || *reason == NoAsk::CancelledByShop)
    }
}
