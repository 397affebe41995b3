//! The audit logs.

use edge::native::seconds;
use serde::Deserialize;
use serde_json::{Value, json};
use store::shop::audit::AuditEntry;

use crate::call::{self, Call, named};
use crate::failure::Failure;

const PAGE: usize = 50;

/// Shows a shop's audit log or, without a shop, that of the whole service, newest first.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Audit {
    tenant: Option<String>,
    mode: Option<String>,
    /// The `next` of the previous page.
    after: Option<String>,
}

impl Audit {
    pub(crate) async fn run(self, call: &Call<'_>) -> Result<Value, Failure> {
        let tenant = named(self.tenant.as_deref(), self.mode.as_deref())?;
        if let Some(tenant) = &tenant {
            call.shop_or_end(tenant).await?;
        }
        let page = call.parts.store.audit_log(tenant.as_ref(), self.after.map(Into::into).as_ref(), PAGE).await?;
        let next = page.rows.last().filter(|_| page.more).map(|(place, _)| place.as_str());
        // `by` is the caller's ARN; `null` if the call had no proof of it.
        let entry = |(_, AuditEntry { at, what, by, target, before, after }): &_| {
            let at = seconds(*at);
            json!({"at": at, "what": what, "by": by, "target": target, "before": before, "after": after})
        };
        let entries: Vec<_> = page.rows.iter().map(entry).collect();
        Ok(call::page(json!({"entries": entries}), next))
    }
}
