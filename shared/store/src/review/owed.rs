//! What a shop still owes about its reviews: the reason for a decision to an author, or a decision about readers' reports.

use domain::review::{Origin, Review, ReviewState, WithholdReason};
use domain::values::{ReviewId, Tenant};
use jiff::Timestamp;

use crate::table::{End, Error, Reading, SK, Store, Transaction, from_item, instant, keys};

/// How many entries are read at most.
const READ: u32 = 100;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owed {
    /// The reason for which the shop withheld the review.
    Reason,
    /// The decision about reports of the review.
    Decision,
}

impl Owed {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Reason => "reason",
            Self::Decision => "decision",
        }
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
    since: i64,
}

impl Store {
    /// What the shop owes about its reviews, the oldest reviews first, at most a hundred entries.
    pub async fn owed(&self, tenant: &Tenant) -> Result<Vec<OwedReview>, Error> {
        let unreadable = || Error::Unreadable("what a shop owes".to_owned());
        let page = self.page(tenant, keys::OWED, Reading::<String>::first(End::Oldest, READ)).await?;
        let read = |item: crate::table::Attributes| {
            let sk = item.get(SK).and_then(|sk| sk.as_s().ok()).cloned();
            let (review, what) = sk.as_deref().and_then(keys::parse_owed).ok_or_else(unreadable)?;
            let what = [Owed::Reason, Owed::Decision].into_iter().find(|owed| owed.as_str() == what);
            let since = instant(from_item::<OwedItem>(item)?.since)?;
            Ok::<_, Error>(what.map(|what| OwedReview { review, what, since }))
        };
        page.rows.into_iter().filter_map(|item| read(item).transpose()).collect()
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
