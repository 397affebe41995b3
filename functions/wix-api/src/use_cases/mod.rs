//! The use cases behind the handlers, and the search of lists.

mod order;
pub mod search;

use app::caller::Caller;
use app::clock::Clock;
use app::error::{Error, Refusal, retry};
use app::review::{Reviews, ShownReview};
use domain::request::Request;
use domain::values::{RequestId, ReviewId};
use futures_util::future::join_all;
use jiff::{SignedDuration, Timestamp};
use store::review::list::ListedReview;
use store::review::list_pages::ReviewList;
use store::table::{Page, Reading, Store};

use crate::use_cases::search::{Search, SearchPage, Searched};

pub use order::{NewOrderRequest, create_for_order};

/// The time after which a bulk call starts no new items. If the table is slow, the last items take ten more seconds,
/// and a function may run for 28.
pub const BULK_FOR: SignedDuration = SignedDuration::from_secs(10);
/// How many changes run at the same time.
const AT_ONCE: usize = 16;

/// Changes all of these, several at the same time. If one change fails, earlier changes stay.
/// Errors: [`Error::Unavailable`] if it takes too long; the errors of `change`, except that a row was removed
/// meanwhile.
pub async fn change_all<I: Copy, F: Future<Output = Result<(), Error>>>(
    ids: &[I],
    clock: &Clock,
    change: impl Fn(I) -> F,
) -> Result<(), Error> {
    let began_at = clock.now();
    for some in ids.chunks(AT_ONCE) {
        if clock.now().duration_since(began_at) > BULK_FOR {
            return Err(Error::Unavailable("changing all of them takes too long".to_owned()));
        }
        let changed = join_all(some.iter().map(|&id| change(id))).await;
        let failed = changed.into_iter().filter_map(Result::err).find(|error| !matches!(error, Error::NotFound));
        if let Some(error) = failed {
            return Err(error);
        }
    }
    Ok(())
}

/// Removes a request for good.
#[derive(Clone)]
pub struct RemoveRequest {
    pub store: Store,
}

impl RemoveRequest {
    /// Removes a cancelled request. Its link stops working. Its reviews, counters and token stay. The token is needed
    /// so that people who got its messages can unsubscribe.
    /// Errors: [`Error::NotFound`], [`Error::Refused`] for a request that is not cancelled.
    pub async fn remove(&self, caller: &Caller, id: RequestId) -> Result<(), Error> {
        retry!(self.store, {
            let request = self.store.request(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
            if request.cancelled_at.is_none() {
                return Err(Error::Refused(Refusal::NotCancelled).into());
            }
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.remove_request(&request, &caller.keys);
            Ok(transaction.commit().await?)
        })
    }
}

/// Searching a shop's requests.
#[derive(Clone)]
pub struct SearchRequests {
    pub store: Store,
}

impl Searched for SearchRequests {
    type Row = Request;

    async fn read(&self, caller: &Caller, reading: Reading<RequestId>) -> Result<Page<Request>, Error> {
        Ok(self.store.requests(&caller.tenant, reading).await?)
    }
}

impl SearchRequests {
    pub async fn request(&self, caller: &Caller, id: RequestId) -> Result<Request, Error> {
        self.store.request(&caller.tenant, id).await?.ok_or(Error::NotFound)
    }
}

/// Searches a shop's reviews by the fields in their rows.
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
