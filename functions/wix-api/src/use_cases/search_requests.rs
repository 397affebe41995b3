//! Searching a shop's requests.

use app::caller::Caller;
use app::error::Error;
use domain::request::Request;
use domain::values::RequestId;
use store::table::{Page, Reading, Store};

use crate::use_cases::search::Searched;

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
