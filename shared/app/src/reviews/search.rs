//! Searching a shop's reviews by what their rows hold, and changing all that match.

use domain::{OfReview, ReviewId};
use jiff::Timestamp;
use store::{End, IdRange, Page, ReviewList, ReviewRow};

use super::{Reviews, ShownReview};
use crate::paging::search::{self, Matching, Search, SearchPage, Searched};
use crate::{BULK_MAX, Caller, Error, Refusal};

/// Searches a list of reviews.
pub struct SearchReviews<'a> {
    /// Reads them.
    pub reviews: &'a Reviews,
    /// The list to search.
    pub list: ReviewList,
}

impl Searched for SearchReviews<'_> {
    type Kind = OfReview;
    type Row = ReviewRow;

    fn id(review: &ReviewRow) -> ReviewId {
        review.id
    }

    async fn rows(
        &self,
        caller: &Caller,
        range: IdRange<OfReview>,
        end: End,
        limit: u32,
    ) -> Result<Page<ReviewRow>, Error> {
        Ok(self.reviews.store.review_rows_of(&caller.tenant, &self.list, range, end, limit).await?)
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
        let read = self.reviews.store.reviews_of_rows(&caller.tenant, &page.rows, &caller.keys).await?;
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
