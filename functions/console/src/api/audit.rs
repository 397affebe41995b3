//! `GET /api/v1/audit`: the shop's audit log, as JSON and as CSV.

use axum::http::header::{ACCEPT, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use domain::values::{Invalid, SCOPE_AUDIT, Tenant};
use edge::body::Query;
use edge::csv;
use edge::error::Error;
use edge::native::{PAGE, Served, limit, seconds};
use edge::respond::{attachment, json, linked};
use edge::shown::Time;
use form_urlencoded::Serializer;
use serde_json::Value;
use store::shop::audit::AuditEntry;
use store::table::{ListKey, Page, Store};

use crate::parts::SharedParts;

const PATH: &str = "/api/v1/audit";
const CURSOR: Invalid = Invalid("`cursor` must be copied from the `Link` header of an earlier response.");

/// The shop's audit log
///
/// The log has sign-ins and changes of members, API keys, settings, webhooks and connections, and also releases,
/// imports, exports and erasures, newest first. Decisions about reviews are in the reviews' histories instead. Follow
/// the `Link` header for the next page. With `Accept: text/csv`, the answer is CSV.
#[utoipa::path(
    get, path = "/api/v1/audit", operation_id = "listAudit",
    security(("key" = [SCOPE_AUDIT])),
    params(
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 100, description = "The maximum number of entries on the page; 50 if omitted."),
        ("cursor" = Option<String>, Query, pattern = "^[0-9]{16}-[0-9a-f]{16}$", description = "Part of the `Link` to the next page; follow it unchanged."),
    ),
    responses(
        (status = 200, description = "A page of the log.", content((AuditBody = "application/json"), (String = "text/csv")), headers(
            ("Link" = String, description = "The next page's path, as `rel=\"next\"`, if there may be one."),
        )),
        (status = 422, description = "A parameter is invalid."),
    ),
)]
pub(crate) async fn list(parts: SharedParts, Query(query): Query, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_AUDIT).await?;
    let limit = query.find("limit").map_or(Ok(PAGE), limit)?;
    let after = query.find("cursor").map(place).transpose()?;
    let page = read(&parts.console.store, &call.caller.tenant, after, limit).await?;
    let next = next(&page).map(|next| {
        let query = Serializer::new(String::new())
            .append_pair("limit", &limit.to_string())
            .append_pair("cursor", &next)
            .finish();
        format!("{PATH}?{query}")
    });
    let is_csv = headers.get(ACCEPT).is_some_and(|accept| accept.as_bytes().starts_with(b"text/csv"));
    let mut response = if is_csv {
        attachment("audit.csv", csv::TYPE, lines(&page)?)
    } else {
        json(StatusCode::OK, &AuditBody::new(&page))?
    };
    response.headers_mut().insert(VARY, HeaderValue::from_static("accept"));
    Ok(linked(response, next))
}

pub(crate) type AuditPage = Page<(ListKey, AuditEntry)>;

pub(crate) async fn read(
    store: &Store,
    tenant: &Tenant,
    after: Option<ListKey>,
    limit: u32,
) -> Result<AuditPage, app::error::Error> {
    Ok(store.audit_log(Some(tenant), after.as_ref(), limit as usize).await?)
}

/// The `cursor` of the next page; `None` on the last page.
pub(crate) fn next(page: &AuditPage) -> Option<String> {
    page.rows.last().filter(|_| page.more).map(|(place, _)| place.as_str().replace('#', "-"))
}

pub(crate) fn place(cursor: &str) -> Result<ListKey, Error> {
    let is_of = |part: &str, radix| part.len() == 16 && u64::from_str_radix(part, radix).is_ok();
    match cursor.split_once('-') {
        Some((at, random)) if is_of(at, 10) && is_of(random, 16) => Ok(format!("{at}#{random}").into()),
        _ => Err(Error::field("cursor")(CURSOR)),
    }
}

/// The author as shown to the shop, without an operator's name.
pub(crate) fn author(by: Option<&str>) -> &str {
    by.filter(|by| !by.starts_with("arn:")).unwrap_or(OPERATOR)
}

pub(crate) const OPERATOR: &str = "operator";

edge::shown! {
    pub(crate) struct AuditBody as Audit (page: &AuditPage) {
        entries: Vec<EntryBody> = page.rows.iter().map(|(_, entry)| entry);
    }

    struct EntryBody as AuditEntry (entry: &AuditEntry) {
        at: Time = entry.at;
        /// The action, such as `change_settings`. Later versions may add actions.
        what: String = &*entry.what;
        /// Who acted: `member:<id>`, `key:<id>`, `guest:<id of the entry console_link>`, `operator`, the name of the shop's
        /// system, or `afterword` for automatic changes.
        by: String = author(entry.by.as_deref());
        /// The id of the changed object.
        target: String = &*entry.target;
        /// The changed fields before the change; `null` if there are none. Free text appears only as `set`.
        before: Option<Value> = Some(entry.before.clone());
        /// The changed fields after the change; `null` if there are none.
        after: Option<Value> = Some(entry.after.clone());
    }
}

/// A page as CSV with headings.
fn lines(page: &AuditPage) -> Result<String, app::error::Error> {
    let mut body = csv::line(["at", "what", "by", "target", "before", "after"])?;
    for (_, AuditEntry { at, what, by, target, before, after }) in &page.rows {
        let state = |value: &Value| if value.is_null() { String::new() } else { value.to_string() };
        body += &csv::line([&*seconds(*at), what, author(by.as_deref()), target, &state(before), &state(after)])?;
    }
    Ok(body)
}
