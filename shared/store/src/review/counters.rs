//! Counters of reviews, for the tenant and for each product: by state, stars and verification, and how the shop decided. They
//! change in the transaction that changes the review, so that nothing ever has to be counted.

use std::collections::BTreeMap;

use domain::order::ProductId;
use domain::review::{
    DecisionHours, Fact, FactId, HoldRule, Rating, Review, ReviewFields, ReviewState, WithholdReason,
};
use domain::values::{Tenant, Verification};
use jiff::Timestamp;

use crate::table::keys::{self, REVIEW_COUNTERS};
use crate::table::{Attributes, Error, PK, SK, Store, counted};

/// When the published reviews of a product last changed, in Unix milliseconds.
pub(crate) const CHANGED_AT: &str = "changed_at";
/// When a published review of a shop was last withheld, withdrawn or erased, in Unix milliseconds.
pub(crate) const REMOVED_AT: &str = "removed_at";
/// The prefix of the counters of hours until a decision, by stars.
const DECIDED: &str = "decided";
/// The prefix of the counters of ended reviews, by how they ended and the stars that they had then.
const ENDED: &str = "ended";
/// The prefix of the counters of withheld reviews, by reason and stars.
const WITHHELD_FOR: &str = "reason";
const IMPORTED: &str = "imported";
/// How often a public number of a product changed: of a shop, in the shard of each change.
pub(super) const CHANGES: &str = "changes";
/// Up to which of these changes Shopify has the numbers.
pub(super) const IN_SHOPIFY: &str = "in_shopify";
/// The counter of those imported reviews that the connected shop sent.
const FROM_SHOP: &str = "from_shop";
/// The counter of a shop's published reviews with a waiting edit.
pub(super) const EDITS: &str = "edits";
/// The counter of published reviews whose authors got something.
pub(super) const REWARDED: &str = "rewarded";
/// The prefix of the counters of published reviews by what their authors tapped about a fact.
const FACT: &str = "fact";
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

    fn parse(attribute: &str) -> Option<Self> {
        let [verification, rating, state] = attribute.rsplitn(3, '_').collect::<Vec<_>>().try_into().ok()?;
        Some(Self {
            rating: Rating::new(rating.parse().ok()?)?,
            state: ReviewState::parse(state)?,
            verification: Verification::parse(verification)?,
        })
    }
}

/// The stars with which a review is in readers' numbers.
pub(super) fn public_stars(review: &Review) -> Option<Rating> {
    (review.state == ReviewState::Published && !is_apart(review)).then_some(review.rating)
}

/// The counters of what a review's author tapped, if readers see the review.
pub(super) fn tapped(review: &Review) -> impl Iterator<Item = String> {
    let taps = review.taps.iter().filter(|_| public_stars(review).is_some());
    taps.map(|tap| counter_of(&tap.fact, &tap.answer))
}

fn counter_of(fact: &FactId, answer: &FactId) -> String {
    format!("{FACT}_{}_{}", fact.as_str(), answer.as_str())
}

/// Whether readers' numbers leave a review out.
fn is_apart(review: &Review) -> bool {
    review.is_insiders || review.held_by() == Some(HoldRule::ProductHidden)
}

/// The counters that include a review, other than those by state, stars and verification. A review apart is in none.
pub(super) fn moderation_attributes(review: &Review) -> Vec<String> {
    if is_apart(review) {
        return Vec::new();
    }
    let stars = review.rating.stars();
    let ended = review.state.is_final().then(|| format!("{ENDED}_{}_{stars}", review.state.as_str()));
    let reason = review.reason.map(|reason| format!("{WITHHELD_FOR}_{}_{stars}", reason.as_str()));
    let decided = review.decision_hours().map(|hours| format!("{DECIDED}_{stars}_{}", hours.get()));
    let imported = review.origin.is_imported().then(|| IMPORTED.to_owned());
    let from_shop = review.origin.is_from_shop().then(|| FROM_SHOP.to_owned());
    [ended, reason, decided, imported, from_shop].into_iter().flatten().collect()
}

/// How many reviews there are of each kind, and how the shop decided about them. Ended reviews are not counted, and those apart
/// only where it says so. A product's counters only have the kinds, those with a reward,
/// the answers about facts, and when they last changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReviewCounts {
    kinds: BTreeMap<ReviewKind, i64>,
    apart: BTreeMap<ReviewKind, i64>,
    others: BTreeMap<String, i64>,
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

    /// The number of reviews, and of edits to published reviews, that wait for a decision.
    pub fn waiting(&self) -> u64 {
        self.total(|kind| kind.state == ReviewState::Submitted) + self.edits()
    }

    /// The number of waiting edits to published reviews.
    pub fn edits(&self) -> u64 {
        self.other(EDITS)
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
        self.other(REWARDED)
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

    /// How many authors of published reviews tapped each of a fact's answers.
    pub fn tapped(&self, fact: &Fact) -> Vec<u64> {
        fact.answers.iter().map(|answer| self.other(&counter_of(&fact.id, &answer.id))).collect()
    }

    /// The number of reviews with these stars that ended in this state.
    pub fn ended(&self, state: ReviewState, rating: Rating) -> u64 {
        self.other(&format!("{ENDED}_{}_{}", state.as_str(), rating.stars()))
    }

    pub fn withheld_for(&self, reason: WithholdReason, rating: Rating) -> u64 {
        self.other(&format!("{WITHHELD_FOR}_{}_{}", reason.as_str(), rating.stars()))
    }

    /// How long the first decisions about reviews with these stars took.
    pub fn decided(&self, ratings: &[Rating]) -> BTreeMap<DecisionHours, u64> {
        let count = |hours: DecisionHours| {
            let of = |rating: &Rating| self.other(&format!("{DECIDED}_{}_{}", rating.stars(), hours.get()));
            (hours, ratings.iter().map(of).sum())
        };
        DecisionHours::all().map(count).filter(|(_, count)| *count > 0).collect()
    }

    /// The number of imported reviews, including those that have ended.
    pub fn imported(&self) -> u64 {
        self.other(IMPORTED)
    }

    /// When a product's published reviews last changed; `None` if there were never any, and for all reviews.
    pub fn changed_at(&self) -> Option<Timestamp> {
        Timestamp::from_millisecond(*self.others.get(CHANGED_AT)?).ok()
    }

    /// How many of them the connected shop sent.
    pub fn from_shop(&self) -> u64 {
        self.other(FROM_SHOP)
    }

    /// How often a public number of the shop's products has changed; only of all reviews.
    pub fn changes(&self) -> i64 {
        self.others.get(CHANGES).copied().unwrap_or_default()
    }

    /// Whether Shopify has the numbers after the last of these changes.
    pub fn are_in_shopify(&self) -> bool {
        self.others.get(IN_SHOPIFY) == Some(&self.changes())
    }

    fn other(&self, name: &str) -> u64 {
        self.others.get(name).copied().map_or(0, unsigned)
    }

    /// Adds the counts of another product. They changed when one of them last did.
    pub fn add_counts(&mut self, other: &Self) {
        let changed_at = self.others.get(CHANGED_AT).max(other.others.get(CHANGED_AT)).copied();
        for (kinds, more) in [(&mut self.kinds, &other.kinds), (&mut self.apart, &other.apart)] {
            more.iter().for_each(|(kind, count)| *kinds.entry(*kind).or_default() += count);
        }
        other.others.iter().for_each(|(name, count)| *self.others.entry(name.clone()).or_default() += count);
        self.others.extend(changed_at.map(|at| (CHANGED_AT.to_owned(), at)));
    }

    /// Adds the counters in an item.
    pub fn add(&mut self, item: &Attributes) -> Result<(), Error> {
        for (name, value) in item.iter().filter(|(name, _)| ![PK, SK].contains(&name.as_str())) {
            let apart = name.strip_prefix(APART).and_then(ReviewKind::parse);
            let sum = match (apart, ReviewKind::parse(name)) {
                (Some(kind), _) => self.apart.entry(kind).or_default(),
                (None, Some(kind)) => self.kinds.entry(kind).or_default(),
                (None, None) => self.others.entry(name.clone()).or_default(),
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
fn unsigned(count: i64) -> u64 {
    u64::try_from(count).unwrap_or_default()
}

/// A quotient, rounded half up to one decimal; 0.0 if `count` is 0.
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
    ) -> Result<ReviewCounts, Error> {
        let mut counts = ReviewCounts::default();
        if let Some(item) = self.get(&keys::product_review_counters(tenant, ProductId::name_of(product))).await? {
            counts.add(&item)?;
        }
        Ok(counts)
    }
}
