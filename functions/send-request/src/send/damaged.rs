//! Messages of a shop whose wrapped key is damaged. None of them can be sent before somebody repairs the key.

use std::sync::Arc;

use app::error::Error;
use domain::request::Request;
use domain::values::Tenant;
use jiff::{SignedDuration, Timestamp};
use vault::TenantKeys;

use crate::send::Send;
use crate::send::pause::later;

/// For how long such a message is first left alone.
const LEFT_ALONE_FOR: SignedDuration = SignedDuration::from_hours(24);

impl Send {
    /// The shop's keys. If its wrapped key is damaged, `reconcile` leaves the message alone for a day, and later for as
    /// long as the message is late already. So this wake-up becomes a dead letter, but few others do.
    pub(super) async fn keys(
        &self,
        tenant: &Tenant,
        root: &[u8],
        request: &Request,
        now: Timestamp,
    ) -> Result<Arc<TenantKeys>, Error> {
        let keys = self.vault.tenant(tenant, root, now).await;
        if keys.as_ref().is_err_and(vault::Error::is_of_damaged_key) {
            let late = request.owed_at().map_or(SignedDuration::ZERO, |at| now.duration_since(at));
            let until = later(now, late.max(LEFT_ALONE_FOR)).min(request.expires_at);
            if let Err(error) = self.store.defer(tenant, request, until, false, now).await {
                tracing::warn!(request = request.id.get(), %error, "cannot leave a message alone");
            }
        }
        Ok(keys?)
    }
}
