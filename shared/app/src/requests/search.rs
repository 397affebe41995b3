//! Searching a shop's requests.

use domain::{OfRequest, Request, RequestId};
use store::{End, IdRange, Page, Store};

use crate::search::{self, Search, SearchPage, Searched};
use crate::{Caller, Error, Refusal};

/// The most requests that one call cancels.
pub const CANCELS_MAX: u32 = 1_000;

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
    /// [`Error::Refused`] when more than [`CANCELS_MAX`] match, or more would have to be read than one call may.
    pub async fn to_cancel(
        &self,
        caller: &Caller,
        span: Option<IdRange<OfRequest>>,
        matching: &(dyn Fn(&Request) -> bool + Sync),
    ) -> Result<Vec<RequestId>, Error> {
        let too_many = Refusal::TooManyToCancel { most: CANCELS_MAX };
        let open = |request: &Request| request.cancelled_at.is_none() && matching(request);
        let mut ids = Vec::new();
        search::each(self, caller, span, Some(&open), too_many, |request| ids.push(request.id)).await?;
        if ids.len() > usize::try_from(CANCELS_MAX).unwrap_or(usize::MAX) {
            return Err(Error::Refused(too_many));
        }
        Ok(ids)
    }
}
