//! Searching a shop's requests.

use domain::{OfRequest, Request, RequestId};
use store::{End, IdRange, Page, Store};

use crate::paging::search::{self, Search, SearchPage, Searched};
use crate::{BULK_MAX, Caller, Error, Refusal};

/// Searches requests.
///
/// # Errors
/// Methods fail on storage failures, and as each says.
#[derive(Clone)]
pub struct SearchRequests {
    /// Where they are stored.
    pub store: Store,
}

impl Searched for SearchRequests {
    type Kind = OfRequest;
    type Row = Request;

    fn id(request: &Request) -> RequestId {
        request.id
    }

    async fn rows(
        &self,
        caller: &Caller,
        range: IdRange<OfRequest>,
        end: End,
        limit: u32,
    ) -> Result<Page<Request>, Error> {
        Ok(self.store.requests_of(&caller.tenant, range, end, limit).await?)
    }
}

impl SearchRequests {
    /// One request.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn request(&self, caller: &Caller, id: RequestId) -> Result<Request, Error> {
        self.store.request(&caller.tenant, id).await?.ok_or(Error::NotFound)
    }

    /// A page of the matching requests.
    ///
    /// # Errors
    /// Those of [`search::page`].
    pub async fn page(&self, caller: &Caller, search: Search<'_, Self>) -> Result<SearchPage<Self>, Error> {
        search::page(self, caller, search).await
    }

    /// The number of matching requests.
    ///
    /// # Errors
    /// Those of [`search::count`].
    pub async fn count(
        &self,
        caller: &Caller,
        span: Option<IdRange<OfRequest>>,
        matching: Option<&(dyn Fn(&Request) -> bool + Sync)>,
    ) -> Result<u32, Error> {
        search::count(self, caller, span, matching).await
    }

    /// The ids of the matching requests that are not cancelled yet, oldest first.
    ///
    /// # Errors
    /// [`Error::Refused`] when more than [`BULK_MAX`] match, or more would have to be read than one call may.
    pub async fn to_cancel(
        &self,
        caller: &Caller,
        span: Option<IdRange<OfRequest>>,
        matching: &(dyn Fn(&Request) -> bool + Sync),
    ) -> Result<Vec<RequestId>, Error> {
        let open = |request: &Request| request.cancelled_at.is_none() && matching(request);
        search::to_change(self, caller, span, &open, Refusal::TooManyToCancel { most: BULK_MAX }).await
    }
}
