//! What a shop still owes about its reviews: the reason for a decision to an author, or a decision about readers' reports.

use domain::review::{Origin, Review, ReviewState, WithholdReason};
use domain::values::{ReviewId, Tenant, ms};
use jiff::Timestamp;

use crate::table::{Attributes, End, Error, Reading, Store, Transaction, from_item, keys};

/// How many entries are read at most.
const READ: u32 = 100;

domain::words! {
    pub enum Owed {
        /// The reason for which the shop withheld the review.
        Reason = "reason",
        /// The decision about reports of the review.
        Decision = "decision",
    }
}

#[derive(Debug, Clone, Copy)]
pub struct OwedReview {
    pub review: ReviewId,
    pub what: Owed,
    pub since: Timestamp,
}

#[derive(serde::Deserialize)]
struct OwedItem {
    #[serde(with = "ms::required")]
    since: Timestamp,
}

impl Store {
    /// What the shop owes about its reviews, the oldest reviews first, at most a hundred entries.
    pub async fn owed(&self, tenant: &Tenant) -> Result<Vec<OwedReview>, Error> {
        let page = self.page(tenant, keys::OWED, Reading::<String>::first(End::Oldest, READ)).await?;
        let read = |item: Attributes| {
            let parsed =
                keys::parse_owed(keys::sk(&item)).and_then(|(review, what)| Some((review, Owed::parse(what)?)));
            let (review, what) = parsed.ok_or_else(|| Error::Unreadable("what a shop owes".to_owned()))?;
            Ok(OwedReview { review, what, since: from_item::<OwedItem>(item)?.since })
        };
        page.rows.into_iter().map(read).collect()
    }

    /// Whether the shop owes a decision about reports of the review.
    pub async fn owes_decision(&self, tenant: &Tenant, review: ReviewId) -> Result<bool, Error> {
        Ok(self.get(&keys::owed(tenant, review, Owed::Decision.as_str())).await?.is_some())
    }
}

impl Transaction<'_> {
    /// Records what a change of a review makes the shop owe, and what it no longer owes. A reason is owed only to authors who have an
    /// address.
    pub(crate) fn move_owed(&mut self, before: Option<&Review>, review: &Review) {
        let lacks_reason = |review: &Review| {
            matches!(review.origin, Origin::Hub { .. })
                && review.state == ReviewState::Withheld
                && review.reason == Some(WithholdReason::Unspecified)
        };
        match (before.is_some_and(lacks_reason), lacks_reason(review)) {
            (false, true) => self.owe(review.id, Owed::Reason, review.updated_at),
            (true, false) => self.settle(review.id, Owed::Reason),
            (false, false) | (true, true) => {}
        }
        let is_public = |review: &Review| review.state == ReviewState::Published;
        if before.is_some_and(is_public) && !is_public(review) {
            self.settle(review.id, Owed::Decision);
        }
    }
}
