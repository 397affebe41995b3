//! Searching a shop's reviews by what their rows hold and whether they have photos, and changing all that match.

use std::collections::HashSet;

use domain::{OfReview, ReviewId};
use jiff::Timestamp;
use store::{End, IdRange, Page, ReviewList, ReviewRow};

use super::{Reviews, ShownReview, has_photos};
use crate::search::{self, Matching, Search, SearchPage, Searched};
use crate::{BULK_MAX, Caller, Error, Refusal};

/// Rows whose photos are read at once: 16 calls at the same time.
const WITH_PHOTOS: u32 = 250;

/// Searches a list of reviews.
pub struct SearchReviews<'a> {
    /// Reads them.
    pub reviews: &'a Reviews,
    /// The list to search.
    pub list: ReviewList,
    /// What the search looks at.
    pub looks_at: LooksAt,
}

/// What a search looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LooksAt {
    /// The rows of the list alone.
    Rows,
    /// Photos, too, which costs more reads.
    Photos,
}

/// What a search knows of a review.
pub struct SearchedReview {
    /// Its row in the list.
    pub row: ReviewRow,
    /// Whether it has photos to show; `false` if the search does not look at them.
    pub has_photos: bool,
}

impl Searched for SearchReviews<'_> {
    type Kind = OfReview;
    type Row = SearchedReview;

    fn id(review: &SearchedReview) -> ReviewId {
        review.row.id
    }

    async fn rows(
        &self,
        caller: &Caller,
        range: IdRange<OfReview>,
        end: End,
        limit: u32,
    ) -> Result<Page<SearchedReview>, Error> {
        let limit = if self.looks_at == LooksAt::Photos { limit.min(WITH_PHOTOS) } else { limit };
        let store = &self.reviews.store;
        let Page { rows, more } = store.review_rows_of(&caller.tenant, &self.list, range, end, limit).await?;
        let with_photos: HashSet<_> = match self.looks_at {
            LooksAt::Rows => HashSet::new(),
            LooksAt::Photos => {
                let read = store.reviews_of_rows(&caller.tenant, &rows, &caller.keys).await?;
                read.iter().filter(|read| has_photos(read)).map(|read| read.review.id).collect()
            }
        };
        let row = |row: ReviewRow| SearchedReview { has_photos: with_photos.contains(&row.id), row };
        Ok(Page { rows: rows.into_iter().map(row).collect(), more })
    }
}

impl SearchReviews<'_> {
    /// A page of the matching reviews, and what is shown of them. One that ends meanwhile is left out.
    ///
    /// # Errors
    /// Those of [`search::page`].
    pub async fn page(
        &self,
        caller: &Caller,
        search: Search<'_, Self>,
        now: Timestamp,
    ) -> Result<(SearchPage<Self>, Vec<ShownReview>), Error> {
        let page = search::page(self, caller, search).await?;
        let rows: Vec<_> = page.rows.iter().map(|review| review.row.clone()).collect();
        let read = self.reviews.store.reviews_of_rows(&caller.tenant, &rows, &caller.keys).await?;
        Ok((page, self.reviews.shown(&caller.tenant, read, now).await?))
    }

    /// The ids of the matching reviews, oldest first.
    ///
    /// # Errors
    /// [`Error::Refused`] when more than [`BULK_MAX`] match, or more would have to be read than one call may.
    pub async fn to_change(
        &self,
        caller: &Caller,
        span: Option<IdRange<OfReview>>,
        matching: Matching<'_, Self>,
    ) -> Result<Vec<ReviewId>, Error> {
        search::to_change(self, caller, span, matching, Refusal::TooManyToChange { most: BULK_MAX }).await
    }
}
