//! The lists of a tenant's reviews, by time: all reviews, those in a state with a number of stars, and those of a
//! product in a state. Several lists can be read as one: the reviews in a state with any number of stars are five
//! lists.

use std::collections::VecDeque;

use domain::order::ProductId;
use domain::review::{Rating, ReviewState};
use domain::values::{ReviewId, Tenant};
use futures_util::future::try_join_all;

use crate::review::list::{ListedReview, row};
use crate::table::keys::{self, REVIEWS};
use crate::table::{End, Error, Page, Reading, Store};

/// The fewest and the most rows that one query reads when several lists are read as one, unless fewer are wanted. Most
/// rows are in only a few of the lists, so long reads of the others would be wasted.
const AT_ONCE: (u32, u32) = (50, 1_000);
/// Each query reads this fraction of the wanted rows: one eighth.
const SHARE: u32 = 8;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReviewList {
    All,
    /// The reviews with `min` to `max` stars, in a state or in any.
    WithStars {
        state: Option<ReviewState>,
        min: Rating,
        max: Rating,
    },
    /// Everything that waits for a decision: reviews, and edits to published reviews.
    Waiting,
    /// The reviews of a product, in one state or in any; without a product, the reviews of the shop itself.
    OfProduct(Option<ProductId>, Option<ReviewState>),
    /// The reviews of several products in a state.
    OfProducts(Vec<ProductId>, ReviewState),
}

impl ReviewList {
    pub const fn in_state(state: ReviewState) -> Self {
        let [min, .., max] = Rating::ALL;
        Self::WithStars { state: Some(state), min, max }
    }

    /// The prefixes of the lists with these rows. Each is a partition, so that a policy can allow only published
    /// reviews.
    fn prefixes(&self) -> Vec<String> {
        let states = |wanted: Option<ReviewState>| {
            let states = ReviewState::ALL.into_iter().filter(|state| !state.is_final());
            states.filter(move |state| wanted.is_none_or(|wanted| *state == wanted)).map(ReviewState::as_str)
        };
        match self {
            Self::All => vec![REVIEWS.to_owned()],
            Self::Waiting => vec![keys::reviews_that_wait()],
            Self::WithStars { state, min, max } => {
                let ratings: Vec<_> = Rating::ALL.into_iter().filter(|stars| (min..=max).contains(&stars)).collect();
                let of_state = |state| ratings.iter().map(move |stars| keys::reviews_with_stars(state, stars.stars()));
                states(*state).flat_map(of_state).collect()
            }
            Self::OfProduct(product, wanted) => {
                let product = ProductId::name_of(product.as_ref());
                states(*wanted).map(|state| keys::reviews_in_state(state, product)).collect()
            }
            Self::OfProducts(products, state) => {
                products.iter().map(|product| keys::reviews_in_state(state.as_str(), product.as_str())).collect()
            }
        }
    }
}

struct ListPart {
    prefix: String,
    reading: Reading<ReviewId>,
    /// The rows that were read but not yet returned.
    rows: VecDeque<ListedReview>,
    more: bool,
}

impl Store {
    /// A page of a list's rows, in one call unless they exceed 1 MB, which is about 7,000 rows. Several lists are read
    /// at the same time, and further if necessary. A review that is in two lists, because it is being changed, is
    /// returned once.
    pub async fn review_rows(
        &self,
        tenant: &Tenant,
        list: &ReviewList,
        reading: Reading<ReviewId>,
    ) -> Result<Page<ListedReview>, Error> {
        let prefixes = list.prefixes();
        if let [prefix] = &prefixes[..] {
            return self.page(tenant, prefix, reading).await?.try_map(row);
        }
        let (least, most) = AT_ONCE;
        let limit = reading.limit.div_ceil(SHARE).clamp(least, most).min(reading.limit);
        let part = |prefix| {
            let reading = Reading { limit, ..reading.clone() };
            ListPart { prefix, reading, rows: VecDeque::new(), more: true }
        };
        let mut parts: Vec<_> = prefixes.into_iter().map(part).collect();
        let full = usize::try_from(reading.limit).unwrap_or(usize::MAX);
        let mut rows = Vec::new();
        while rows.len() < full {
            let used_up = parts.iter_mut().filter(|part| part.rows.is_empty() && part.more);
            try_join_all(used_up.map(|part| self.read_on(tenant, part))).await?;
            if !pass_on(&mut parts, reading.end, full, &mut rows) {
                break;
            }
        }
        Ok(Page { more: parts.iter().any(|part| part.more || !part.rows.is_empty()), rows })
    }

    async fn read_on(&self, tenant: &Tenant, part: &mut ListPart) -> Result<(), Error> {
        let Page { rows, more } = self.page(tenant, &part.prefix, part.reading.clone()).await?.try_map(row)?;
        part.reading.after = rows.last().map(|row| row.id).or(part.reading.after);
        part.rows.extend(rows);
        part.more = more;
        Ok(())
    }
}

/// Moves rows into `rows` in the common order of all lists, as long as the next row of each list is known, until there
/// are `full`. `false` if there are no more rows.
fn pass_on(parts: &mut [ListPart], end: End, full: usize, rows: &mut Vec<ListedReview>) -> bool {
    while rows.len() < full && parts.iter().all(|part| !part.rows.is_empty() || !part.more) {
        let next = parts.iter().filter_map(|part| part.rows.front()).map(|row| row.id);
        let next = match end {
            End::Oldest => next.min(),
            End::Newest => next.max(),
        };
        let Some(next) = next else { return false };
        let is_next = |part: &&mut ListPart| part.rows.front().is_some_and(|row| row.id == next);
        let same: Vec<_> = parts.iter_mut().filter(is_next).filter_map(|part| part.rows.pop_front()).collect();
        rows.extend(same.into_iter().next());
    }
    true
}
