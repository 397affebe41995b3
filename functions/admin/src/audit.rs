//! The audit logs.

use edge::native::seconds;
use serde_json::{Value, json};
use store::shop::audit::AuditEntry;

use crate::call::{Call, tenant};
use crate::failure::Failure;

const PAGE: usize = 50;

pub(crate) async fn audit(call: &Call<'_>, shop: Option<String>, after: Option<String>) -> Result<Value, Failure> {
    let (tenant, store) = (shop.as_deref().map(tenant).transpose()?, &call.parts.store);
    if let Some(tenant) = &tenant {
        // Of a shop that was erased, a record of its end is stored.
        if store.shop_end(tenant).await?.is_none() {
            call.record(tenant).await?;
        }
    }
    let page = store.audit_log(tenant.as_ref(), after.map(Into::into).as_ref(), PAGE).await?;
    let next = page.rows.last().filter(|_| page.more).map(|(place, _)| place.as_str());
    // `by` is the caller's ARN; `null` if the call had no proof of it.
    let entry = |(_, AuditEntry { at, what, by, target, before, after }): &_| {
        let at = seconds(*at);
        json!({"at": at, "what": what, "by": by, "target": target, "before": before, "after": after})
    };
    Ok(json!({"entries": page.rows.iter().map(entry).collect::<Vec<_>>(), "next": next}))
}
