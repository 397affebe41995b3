//! Counters of reviews by state, stars and verification: a tenant's and each product's. Changed in the transaction that
//! changes the review, so that a total never has to be counted.

use std::collections::BTreeMap;

use aws_sdk_dynamodb::types::{AttributeValue, Update};
use domain::{ProductId, Rating, Review, ReviewState, Tenant, Verification};

use crate::review::product_name;
use crate::table::keys::{self, COUNTER_SHARDS, REVIEW_COUNTERS};
use crate::table::{Attributes, Error, Key, Part, Store, Transaction};

/// What reviews are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReviewKind {
    /// Where they are in their lives.
    pub state: ReviewState,
    /// Their stars.
    pub rating: Rating,
    /// What the shop knew of the purchases.
    pub verification: Verification,
}

impl ReviewKind {
    fn of(review: &Review) -> Self {
        Self { state: review.state, rating: review.rating, verification: review.verification }
    }

    fn attribute(self) -> String {
        let Self { state, rating, verification } = self;
        format!("{}_{}_{}", state.as_str(), rating.stars(), verification.as_str())
    }

    fn parse(attribute: &str) -> Option<Self> {
        let [state, rating, verification] = attribute.split('_').collect::<Vec<_>>().try_into().ok()?;
        Some(Self {
            state: ReviewState::parse(state)?,
            rating: Rating::new(rating.parse().ok()?)?,
            verification: Verification::parse(verification)?,
        })
    }
}

/// How many reviews there are of each kind. Those that have ended are not counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReviewCounts(BTreeMap<ReviewKind, u64>);

impl ReviewCounts {
    /// The reviews of all kinds that pass.
    pub fn total(&self, passes: impl Fn(&ReviewKind) -> bool) -> u64 {
        self.0.iter().filter(|(kind, _)| passes(kind)).map(|(_, count)| count).sum()
    }

    /// The average stars of the published reviews, to one decimal; 0.0 of no reviews.
    #[must_use]
    pub fn published_average(&self) -> f64 {
        let published = |rating| self.total(|kind| kind.rating == rating && kind.state == ReviewState::Published);
        let stars = Rating::ALL.map(|rating| published(rating) * u64::from(rating.stars())).iter().sum();
        tenths(stars, Rating::ALL.map(published).iter().sum())
    }

    fn add(&mut self, item: &Attributes) -> Result<(), Error> {
        for (attribute, value) in item {
            let Some(kind) = ReviewKind::parse(attribute) else { continue };
            let count = value.as_n().ok().and_then(|number| number.parse::<i64>().ok());
            let count = count.ok_or_else(|| Error::Unreadable("a counter".to_owned()))?;
            // One shard of sixteen may be below zero: the review was counted in another.
            let sum = self.0.entry(kind).or_default();
            *sum = sum.wrapping_add_signed(count);
        }
        Ok(())
    }
}

/// A quotient, rounded to one decimal, half up; 0 of nothing.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "numbers of reviews are far below 2^52")]
pub fn tenths(sum: u64, count: u64) -> f64 {
    if count == 0 { 0.0 } else { ((sum * 20 + count) / (count * 2)) as f64 / 10.0 }
}

impl Store {
    /// The counters of all of a tenant's reviews, in one call.
    pub async fn review_counts(&self, tenant: &Tenant) -> Result<ReviewCounts, Error> {
        let mut counts = ReviewCounts::default();
        for item in self.starting(tenant, REVIEW_COUNTERS).await? {
            counts.add(&item)?;
        }
        Ok(counts)
    }

    /// The counters of a product's reviews; `None` for those of the shop itself.
    pub async fn product_review_counts(
        &self,
        tenant: &Tenant,
        product: Option<&ProductId>,
    ) -> Result<ReviewCounts, Error> {
        let mut counts = ReviewCounts::default();
        if let Some(item) = self.get(&keys::product_review_counters(tenant, product_name(product))).await? {
            counts.add(&item)?;
        }
        Ok(counts)
    }
}

/// Counts a review as what it is now, and no longer as what it was `before`.
pub(crate) fn count(transaction: &mut Transaction<'_>, before: Option<&Review>, review: &Review) {
    let is_counted = |review: &&Review| !review.state.is_final();
    let (was, is) =
        (before.filter(is_counted).map(ReviewKind::of), Some(review).filter(is_counted).map(ReviewKind::of));
    if was == is {
        return;
    }
    let shard = transaction.store.random.below(COUNTER_SHARDS);
    let product = product_name(review.product.as_ref());
    for key in
        [keys::review_counters(transaction.tenant, shard), keys::product_review_counters(transaction.tenant, product)]
    {
        add(transaction, &key, was, is);
    }
}

fn add(transaction: &mut Transaction<'_>, key: &Key, was: Option<ReviewKind>, is: Option<ReviewKind>) {
    let (mut update, mut adds) = (Update::builder(), Vec::new());
    for (value, kind, by) in [(":less", was, "-1"), (":more", is, "1")] {
        let Some(kind) = kind else { continue };
        adds.push(format!("{} {value}", kind.attribute()));
        update = update.expression_attribute_values(value, AttributeValue::N(by.to_owned()));
    }
    transaction.update(Part::Other, key, update.update_expression(format!("ADD {}", adds.join(", "))));
}
