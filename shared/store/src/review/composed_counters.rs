//! Counters of reviews by how they were composed. They are in the same items as the counters of all reviews, and count the
//! reviews that have not ended.

use std::collections::BTreeMap;

use domain::review::{Bucket, Composed, Measure, Review};

use crate::review::counters::unsigned;

/// How many reviews there are in each bucket of each measure, without insiders'.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ComposedCounts(BTreeMap<(Composed, Measure), BTreeMap<Bucket, i64>>);

impl ComposedCounts {
    pub fn reviews(&self, composed: Composed) -> u64 {
        self.of(composed, Measure::Stars).map(|(_, count)| count).sum()
    }

    /// The average stars, to two decimals; `None` without reviews.
    #[expect(clippy::cast_precision_loss, reason = "numbers of reviews are far below 2^52")]
    pub fn rating_mean(&self, composed: Composed) -> Option<f64> {
        let stars: u64 = self.of(composed, Measure::Stars).map(|(stars, count)| u64::from(stars.get()) * count).sum();
        let count = Some(self.reviews(composed)).filter(|count| *count > 0)?;
        Some(((stars * 200 + count) / (count * 2)) as f64 / 100.0)
    }

    /// The median of a measure; `None` if nothing was counted.
    pub fn median(&self, composed: Composed, measure: Measure) -> Option<f64> {
        Bucket::median(&self.of(composed, measure).collect())
    }

    fn of(&self, composed: Composed, measure: Measure) -> impl Iterator<Item = (Bucket, u64)> {
        self.0.get(&(composed, measure)).into_iter().flatten().map(|(bucket, count)| (*bucket, unsigned(*count)))
    }

    /// The sum to which an attribute belongs; `None` if it is no counter of these.
    pub(super) fn counter(&mut self, attribute: &str) -> Option<&mut i64> {
        let mut parts = attribute.split('_');
        let (composed, measure) = (Composed::parse(parts.next()?)?, Measure::parse(parts.next()?)?);
        let bucket = Bucket::of(parts.next()?.parse().ok()?);
        Some(self.0.entry((composed, measure)).or_default().entry(bucket).or_default())
    }
}

/// The counters of this kind that include a review.
pub(super) fn composed_attributes(review: &Review) -> impl Iterator<Item = String> {
    let of = review
        .composition
        .filter(|_| !review.is_insiders)
        .map(|composition| (composition.composed, composition.measures(review.rating)));
    of.into_iter().flat_map(|(composed, measures)| {
        measures.map(move |(measure, bucket)| format!("{}_{}_{}", composed.as_str(), measure.as_str(), bucket.get()))
    })
}
