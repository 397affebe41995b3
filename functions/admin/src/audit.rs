//! The audit logs.

use edge::native::seconds;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::shop::audit::AuditEntry;

use crate::call::Call;
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

#[derive(Serialize)]
pub(crate) struct Log {
    entries: Vec<Entry>,
    /// Absent on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

#[derive(Serialize)]
struct Entry {
    at: String,
    what: String,
    /// The caller's ARN; `null` if the call had no proof of it.
    by: Option<String>,
    target: String,
    before: Value,
    after: Value,
}

impl Audit {
    pub(crate) async fn run(self, call: &Call<'_>) -> Result<Log, Failure> {
        let Self { tenant, mode, after } = self;
        let tenant = match (tenant, mode) {
            (Some(tenant), Some(mode)) => Some(call.shop_or_end(&tenant, &mode).await?),
            (None, None) => None,
            _ => {
                return Err(Failure::Invalid(
                    "Give both `tenant` and `mode` for one shop, or neither for the service.".to_owned(),
                ));
            }
        };
        let page = call.parts.store.audit_log(tenant.as_ref(), after.map(Into::into).as_ref(), PAGE).await?;
        let next = page.rows.last().filter(|_| page.more).map(|(place, _)| place.as_str().to_owned());
        let entry = |(_, AuditEntry { at, what, by, target, before, after })| {
            let at = seconds(at);
            Entry { at, what, by, target, before, after }
        };
        Ok(Log { entries: page.rows.into_iter().map(entry).collect(), next })
    }
}
