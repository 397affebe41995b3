//! Counters for the trust page: how a tenant decides about reviews. They are in the same items as the counters of all
//! reviews.

use std::collections::BTreeMap;

use domain::review::{DecisionHours, Rating, Review, ReviewState, WithholdReason};
use domain::values::Tenant;

use crate::review::counters::{DECIDED, ReviewCounts, is_apart, unsigned};
use crate::table::keys::REVIEW_COUNTERS;
use crate::table::{Attributes, Error, Store, counted};

const ENDED: &str = "ended";
const WITHHELD_FOR: &str = "reason";
const IMPORTED: &str = "imported";

/// The numbers are without insiders' reviews and those that wait for their product.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ModerationCounts {
    /// Reviews that have not ended.
    pub live: ReviewCounts,
    /// Ended reviews, by how they ended and the stars that they had then.
    ended: BTreeMap<(ReviewState, Rating), i64>,
    withheld_for: BTreeMap<(WithholdReason, Rating), i64>,
    /// By the reviews' stars and the hours until the decision.
    decided: BTreeMap<Rating, BTreeMap<DecisionHours, i64>>,
    imported: i64,
}

impl ModerationCounts {
    pub fn ended(&self, state: ReviewState, rating: Rating) -> u64 {
        self.ended.get(&(state, rating)).copied().map_or(0, unsigned)
    }

    pub fn withheld_for(&self, reason: WithholdReason, rating: Rating) -> u64 {
        self.withheld_for.get(&(reason, rating)).copied().map_or(0, unsigned)
    }

    /// How long the first decisions about reviews with these stars took.
    pub fn decided(&self, rating: Rating) -> BTreeMap<DecisionHours, u64> {
        let decided = self.decided.get(&rating).into_iter().flatten();
        decided.map(|(hours, count)| (*hours, unsigned(*count))).collect()
    }

    /// How long all first decisions took.
    pub fn all_decided(&self) -> BTreeMap<DecisionHours, u64> {
        let mut all = BTreeMap::new();
        for (hours, count) in Rating::ALL.into_iter().flat_map(|rating| self.decided(rating)) {
            *all.entry(hours).or_default() += count;
        }
        all
    }

    /// The number of reviews that were written elsewhere, including those that have ended.
    pub fn imported(&self) -> u64 {
        unsigned(self.imported)
    }

    pub fn add(&mut self, item: &Attributes) -> Result<(), Error> {
        self.live.add(item)?;
        for (attribute, value) in item {
            let (what, of) = attribute.split_once('_').unwrap_or((attribute, ""));
            let sum = match what {
                ENDED => parse_pair(of, ReviewState::parse, parse_rating).map(|of| self.ended.entry(of).or_default()),
                WITHHELD_FOR => parse_pair(of, WithholdReason::parse, parse_rating)
                    .map(|of| self.withheld_for.entry(of).or_default()),
                DECIDED => parse_pair(of, parse_rating, parse_hours)
                    .map(|(rating, hours)| self.decided.entry(rating).or_default().entry(hours).or_default()),
                IMPORTED => Some(&mut self.imported),
                _ => None,
            };
            if let Some(sum) = sum {
                *sum += counted(value)?;
            }
        }
        Ok(())
    }
}

fn parse_pair<A, B>(of: &str, first: impl Fn(&str) -> Option<A>, last: impl Fn(&str) -> Option<B>) -> Option<(A, B)> {
    let (a, b) = of.rsplit_once('_')?;
    Some((first(a)?, last(b)?))
}

fn parse_rating(stars: &str) -> Option<Rating> {
    Rating::new(stars.parse().ok()?)
}

fn parse_hours(hours: &str) -> Option<DecisionHours> {
    DecisionHours::new(hours.parse().ok()?)
}

/// The counters that include a review, other than those by state, stars and verification. A review apart is in none.
pub(crate) fn moderation_attributes(review: &Review) -> Vec<String> {
    if is_apart(review) {
        return Vec::new();
    }
    let stars = review.rating.stars();
    let ended = review.state.is_final().then(|| format!("{ENDED}_{}_{stars}", review.state.as_str()));
    let reason = review.reason.map(|reason| format!("{WITHHELD_FOR}_{}_{stars}", reason.as_str()));
    let decided = review.decision_hours().map(|hours| format!("{DECIDED}_{stars}_{}", hours.get()));
    let imported = review.origin.is_imported().then(|| IMPORTED.to_owned());
    [ended, reason, decided, imported].into_iter().flatten().collect()
}

impl Store {
    /// How a tenant decided about its reviews, in one call.
    pub async fn moderation_counts(&self, tenant: &Tenant) -> Result<ModerationCounts, Error> {
        let mut counts = ModerationCounts::default();
        for item in self.starting(tenant, REVIEW_COUNTERS).await? {
            counts.add(&item)?;
        }
        Ok(counts)
    }
}
