//! Which calls of WooCommerce's plug-in count.

use app::caller::Caller;
use app::error::Error;
use domain::values::ShopSystem;
use http::HeaderMap;
use jiff::Timestamp;

use super::connections::Integrations;
use crate::{IntegrationRecord, Rows};

impl Integrations {
    /// The connection whose plug-in makes this call.
    /// Errors: [`Error::Unauthenticated`] if the connection ended.
    pub async fn connected(
        &self,
        caller: &Caller,
        _headers: &HeaderMap,
        _now: Timestamp,
    ) -> Result<IntegrationRecord, Error> {
        let record = Rows(&self.store).integration(&caller.tenant, ShopSystem::WooCommerce, &caller.keys).await?;
        record.ok_or(Error::Unauthenticated)
    }
}
