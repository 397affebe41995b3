//! Reviews compared by how they were composed, as the statistics and the page *Numbers* show them.

use domain::review::{Composed, Measure};
use serde::Serialize;
use store::review::composed_counters::ComposedCounts;
use utoipa::ToSchema;

/// The waiting, published and withheld reviews of the customer's page, by how they were composed. Reviews written before
/// this was recorded, and by people who work for the shop, are left out.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewsByComposed)]
pub struct ByComposedBody {
    /// The text suggested from the customer's answers was taken over, changed or not.
    pub questions: ComposedBody,
    /// All others.
    pub form: ComposedBody,
}

/// Medians are exact up to 16, and at most an eighth too high above that.
#[derive(Serialize, ToSchema)]
#[schema(as = ComposedReviews)]
pub struct ComposedBody {
    pub reviews: u64,
    /// The average stars, to two decimals; `null` without reviews.
    #[schema(required, minimum = 1, maximum = 5)]
    pub rating_mean: Option<f64>,
    /// The median number of words in the text, 0 for stars alone; `null` without reviews.
    #[schema(required, minimum = 0)]
    pub words_median: Option<f64>,
    /// The median of the minutes from the first opening of the page to sending; `null` if no opening was seen.
    #[schema(required, minimum = 0)]
    pub minutes_median: Option<f64>,
}

impl ByComposedBody {
    pub fn new(counts: &ComposedCounts) -> Self {
        let of = |composed| ComposedBody {
            reviews: counts.reviews(composed),
            rating_mean: counts.rating_mean(composed),
            words_median: counts.median(composed, Measure::Words),
            minutes_median: counts.median(composed, Measure::Minutes),
        };
        Self { questions: of(Composed::Questions), form: of(Composed::Form) }
    }
}
