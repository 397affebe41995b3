//! Counters of reviews by state, stars and verification, for the tenant and for each product. They change in the
//! transaction that changes the review, so that nothing ever has to be counted.

use std::collections::BTreeMap;

use domain::order::ProductId;
use domain::review::{HoldRule, Rating, Review, ReviewFields, ReviewState};
use domain::values::{Tenant, Verification};
use jiff::Timestamp;

use crate::table::keys::{self, REVIEW_COUNTERS};
use crate::table::{Attributes, Error, Store, counted, instant};

/// When the published reviews of a product last changed, in Unix milliseconds.
pub(crate) const CHANGED_AT: &str = "changed_at";
/// When a published review of a shop was last withheld, withdrawn or erased, in Unix milliseconds.
pub(crate) const REMOVED_AT: &str = "removed_at";
/// The prefix of the counters of hours until a decision, by stars.
pub(super) const DECIDED: &str = "decided";

/// The counter of a shop's published reviews with a waiting edit.
pub(super) const EDITS: &str = "edits";
/// The counter of published reviews whose authors got something.
pub(super) const REWARDED: &str = "rewarded";
/// The prefix of the counters of reviews that are in no other counter: insiders', and those that wait for their product.
const APART: &str = "apart_";

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReviewKind {
    pub state: ReviewState,
    pub rating: Rating,
    pub verification: Verification,
}

impl ReviewKind {
    /// The counter of a review's kind.
    pub(crate) fn attribute_of(review: &Review) -> String {
        let ReviewFields { state, rating, verification, .. } = review.fields();
        let prefix = if is_apart(review) { APART } else { "" };
        format!("{prefix}{}_{}_{}", state.as_str(), rating.stars(), verification.as_str())
    }

    pub(super) fn parse(attribute: &str) -> Option<Self> {
        let [verification, rating, state] = attribute.rsplitn(3, '_').collect::<Vec<_>>().try_into().ok()?;
        // Hours until a decision are also counted by stars, but not here.
        let state = Some(state).filter(|state| *state != DECIDED)?;
        Some(Self {
            rating: Rating::new(rating.parse().ok()?)?,
            state: ReviewState::parse(state)?,
            verification: Verification::parse(verification)?,
        })
    }
}

/// Whether readers' numbers leave a review out.
pub(super) fn is_apart(review: &Review) -> bool {
    review.is_insiders || review.held_by == Some(HoldRule::ProductHidden)
}

/// How many reviews there are of each kind. Ended reviews are not counted, and those apart only where it says so.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReviewCounts {
    kinds: BTreeMap<ReviewKind, i64>,
    apart: BTreeMap<ReviewKind, i64>,
    edits: i64,
    rewarded: i64,
}

impl ReviewCounts {
    /// The number of reviews without those apart, as averages and everything that readers see count them.
    pub fn total(&self, passes: impl Fn(&ReviewKind) -> bool) -> u64 {
        sum(&self.kinds, passes)
    }

    /// The number of all reviews, as lists have them.
    pub fn listed(&self, passes: impl Fn(&ReviewKind) -> bool) -> u64 {
        sum(&self.kinds, &passes) + sum(&self.apart, passes)
    }

    /// The number of reviews, and of edits to published reviews, that wait for a decision. A product's counters have no
    /// edits.
    pub fn waiting(&self) -> u64 {
        self.total(|kind| kind.state == ReviewState::Submitted) + self.edits()
    }

    /// The number of waiting edits to published reviews.
    pub fn edits(&self) -> u64 {
        unsigned(self.edits)
    }

    pub fn published(&self) -> u64 {
        self.total(|kind| kind.state == ReviewState::Published)
    }

    /// What is known of the purchase, if it is the same for all published reviews, which are at least two.
    pub fn common_verification(&self) -> Option<Verification> {
        let is_published = |kind: &ReviewKind| kind.state == ReviewState::Published;
        let (kind, _) = self.kinds.iter().find(|(kind, count)| is_published(kind) && **count > 0)?;
        let of_kind = self.total(|other| is_published(other) && other.verification == kind.verification);
        (of_kind > 1 && of_kind == self.published()).then_some(kind.verification)
    }

    /// The number of published reviews whose authors got something for them.
    pub fn rewarded(&self) -> u64 {
        unsigned(self.rewarded)
    }

    /// The same if it is at least a fifth of the published reviews, so that readers of their average have to know it.
    pub fn many_rewarded(&self) -> Option<u64> {
        Some(self.rewarded()).filter(|rewarded| *rewarded > 0 && rewarded * 5 >= self.published())
    }

    pub fn published_with(&self, rating: Rating) -> u64 {
        self.total(|kind| kind.state == ReviewState::Published && kind.rating == rating)
    }

    /// The average stars of the published reviews, to one decimal; 0.0 without any.
    pub fn published_average(&self) -> f64 {
        let stars = Rating::ALL.map(|rating| self.published_with(rating) * u64::from(rating.stars())).iter().sum();
        tenths(stars, self.published())
    }

    /// Adds the counts of another product.
    pub fn add_counts(&mut self, other: &Self) {
        for (kinds, more) in [(&mut self.kinds, &other.kinds), (&mut self.apart, &other.apart)] {
            more.iter().for_each(|(kind, count)| *kinds.entry(*kind).or_default() += count);
        }
        self.edits += other.edits;
        self.rewarded += other.rewarded;
    }

    pub(crate) fn add(&mut self, item: &Attributes) -> Result<(), Error> {
        for (attribute, value) in item {
            let (kinds, name) = match attribute.strip_prefix(APART) {
                Some(name) => (&mut self.apart, name),
                None => (&mut self.kinds, attribute.as_str()),
            };
            if let Some(kind) = ReviewKind::parse(name) {
                *kinds.entry(kind).or_default() += counted(value)?;
                continue;
            }
            let sum = match name {
                EDITS => &mut self.edits,
                REWARDED => &mut self.rewarded,
                _ => continue,
            };
            *sum += counted(value)?;
        }
        Ok(())
    }
}

fn sum(kinds: &BTreeMap<ReviewKind, i64>, passes: impl Fn(&ReviewKind) -> bool) -> u64 {
    kinds.iter().filter(|(kind, _)| passes(kind)).map(|(_, count)| unsigned(*count)).sum()
}

/// A sum over shards. One of the sixteen may be below zero, if a review was counted in another shard.
pub(super) fn unsigned(count: i64) -> u64 {
    u64::try_from(count).unwrap_or_default()
}

/// A quotient, rounded half up to one decimal; 0.0 if `count` is 0.
#[expect(clippy::cast_precision_loss, reason = "numbers of reviews are far below 2^52")]
pub fn tenths(sum: u64, count: u64) -> f64 {
    if count == 0 { 0.0 } else { ((sum * 20 + count) / (count * 2)) as f64 / 10.0 }
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProductReviewCounts {
    pub counts: ReviewCounts,
    /// When the product's published reviews last changed; `None` if there were never any.
    pub changed_at: Option<Timestamp>,
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

    /// The counters of reviews for each of these products, at most 100, in one call.
    pub async fn review_counts_of<'a>(
        &self,
        tenant: &Tenant,
        products: impl Iterator<Item = &'a ProductId> + Clone,
    ) -> Result<Vec<ReviewCounts>, Error> {
        let key = |product: &ProductId| keys::product_review_counters(tenant, product.as_str());
        let mut items = self.batch(products.clone().map(key).collect()).await?;
        let read = |product: &ProductId| {
            let mut counts = ReviewCounts::default();
            items.remove(&key(product)).map_or(Ok(()), |item| counts.add(&item)).map(|()| counts)
        };
        products.map(read).collect()
    }

    /// The counters of a product's reviews; `None` for reviews of the shop itself.
    pub async fn product_review_counts(
        &self,
        tenant: &Tenant,
        product: Option<&ProductId>,
    ) -> Result<ProductReviewCounts, Error> {
        let mut read = ProductReviewCounts::default();
        if let Some(item) = self.get(&keys::product_review_counters(tenant, ProductId::name_of(product))).await? {
            read.counts.add(&item)?;
            let changed_at = item.get(CHANGED_AT).and_then(|at| at.as_n().ok()?.parse().ok());
            read.changed_at = changed_at.map(instant).transpose()?;
        }
        Ok(read)
    }
}
