//! The audit log in words, and as CSV.

mod names;
mod said;

use std::sync::Arc;

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use edge::body::Fields;
use edge::respond::{attachment, linked};
use form_urlencoded::Serializer;
use store::shop::audit::AuditEntry;
use store::table::ListKey;

use self::names::Names;
use self::said::Said;
use crate::api::audit::{author, lines, next, place, read};
use crate::failure::Failure;
use crate::page::page;
use crate::parts::Parts;
use crate::respond::framed;
use crate::shell::Shell;
use crate::times::Days;
use crate::ui::people::{CUSTOMERS, person};
use crate::viewer::Viewer;

page! {
    "audit" with "eye" for Owner;
    get Owner "/console/audit" => show;
    get Owner "/console/audit/csv" => csv;
}

const ROWS: u32 = 30;
const LINES: u32 = 1_000;

#[derive(Template)]
#[template(path = "audit.html")]
struct AuditPage {
    shell: Shell,
    rows: Vec<EntryRow>,
    /// The address of the CSV file that begins at the same entry as the page.
    file: String,
    next: Option<String>,
}

struct EntryRow {
    said: Said,
    /// The day, if the entry is its first.
    day: Option<String>,
    /// Who did it, and the time.
    about: String,
    /// The id of the changed object.
    target: String,
    /// The page about the changed object: a receipt's, a customer's, a request's or a webhook's.
    page: Option<String>,
}

impl EntryRow {
    fn new(viewer: &Viewer, names: &Names, days: &mut Days, entry: AuditEntry) -> Self {
        let said = Said::new(viewer, names, &entry);
        let AuditEntry { at, what, by, target, before: _, after: _ } = entry;
        let by = author(by.as_deref());
        let who = match names.key_of(by) {
            Some(key) => viewer.texts.say("audit-key").with("id", key).to_string(),
            None => person(viewer, by),
        };
        Self {
            said,
            day: days.opening(&viewer.day(at)),
            about: format!("{} · {who}", viewer.time(at)),
            page: match what.as_str() {
                "export_customer" | "erase_customer" | "take_customer_file" => {
                    Some(format!("/console/customers/receipts/{target}"))
                }
                "suppress" => Some(format!("{CUSTOMERS}/{target}")),
                "show_link" | "show_messages" => Some(format!("/console/requests/{target}")),
                _ if names.hosts.contains_key(&target) => Some(format!("/console/webhooks/{target}")),
                _ => None,
            },
            target,
        }
    }
}

/// Where the page begins: at the newest entry, unless the query names another place.
fn start(query: Option<&str>) -> Result<Option<ListKey>, Failure> {
    Ok(Fields::of_query(query).find("after").map(place).transpose()?)
}

pub(crate) async fn show(
    State(parts): State<Arc<Parts>>,
    viewer: Viewer,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let page = read(&parts.console.store, &viewer.tenant, start(query.as_deref())?, ROWS).await?;
    let address = |next: String| {
        format!("/console/audit?{}", Serializer::new(String::new()).append_pair("after", &next).finish())
    };
    let next = next(&page).map(address);
    let names = Names::read(&parts, &viewer, &page.rows).await;
    let mut days = Days::default();
    let rows = page.rows.into_iter().map(|(_, entry)| EntryRow::new(&viewer, &names, &mut days, entry)).collect();
    let file = query.map_or_else(String::new, |query| format!("?{query}"));
    let page = AuditPage { shell: viewer.shell("audit"), rows, file: format!("/console/audit/csv{file}"), next };
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

pub(crate) async fn csv(
    State(parts): State<Arc<Parts>>,
    viewer: Viewer,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let page = read(&parts.console.store, &viewer.tenant, start(query.as_deref())?, LINES).await?;
    // The rest of the log.
    let next = next(&page).map(|next| {
        format!("/console/audit/csv?{}", Serializer::new(String::new()).append_pair("after", &next).finish())
    });
    // A byte order mark for Excel.
    let file = format!("{}{}", edge::csv::MARK, lines(&page)?);
    Ok(linked(attachment("audit.csv", edge::csv::TYPE, file), next))
}
