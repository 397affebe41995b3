//! Searches a shop's reviews by the fields in their rows.

use app::caller::Caller;
use app::error::Error;
use app::review::{Reviews, ShownReview};
use domain::values::ReviewId;
use jiff::Timestamp;
use store::review::list::ListedReview;
use store::review::list_pages::ReviewList;
use store::table::{Page, Reading};

use crate::use_cases::search::{self, Search, SearchPage, Searched};

pub struct SearchReviews<'a> {
    pub reviews: &'a Reviews,
    pub list: ReviewList,
}

impl Searched for SearchReviews<'_> {
    type Row = ListedReview;

    async fn read(&self, caller: &Caller, reading: Reading<ReviewId>) -> Result<Page<ListedReview>, Error> {
        Ok(self.reviews.store.review_rows(&caller.tenant, &self.list, reading).await?)
    }
}

impl SearchReviews<'_> {
    /// A page of the matching reviews, with the data that the API shows. A review that is removed meanwhile is left
    /// out.
    pub async fn page(
        &self,
        caller: &Caller,
        search: Search<'_, ListedReview>,
        now: Timestamp,
    ) -> Result<(SearchPage<ListedReview>, Vec<ShownReview>), Error> {
        let page = search::page(self, caller, search).await?;
        let read = self.reviews.store.reviews_of_rows(&caller.tenant, &page.rows, &caller.keys).await?;
        Ok((page, self.reviews.shown(&caller.tenant, read, now).await?))
    }
}
