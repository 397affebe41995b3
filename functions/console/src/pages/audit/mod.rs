//! The audit log: who, what, when, and the values before and after.

use std::collections::BTreeSet;

use askama::Template;
use axum::http::StatusCode;
use serde_json::{Map, Value};
use store::shop::audit::AuditEntry;

use crate::api::audit::{author, next, place, read};
use crate::click::Click;
use crate::form::Served;
use crate::page::page;
use crate::parts::Viewer;
use crate::respond::{Shell, framed};
use crate::ui::{CUSTOMERS, KeyNames, key_names, member, person};

page! {
    get Owner "/console/audit" => show;
}

const ROWS: u32 = 30;

#[derive(Template)]
#[template(path = "audit.html")]
struct AuditPage {
    shell: Shell,
    rows: Vec<EntryRow>,
    next: Option<String>,
}

struct EntryRow {
    at: String,
    who: String,
    what: String,
    /// The changed object: a member's address, an API key's name, or else its id.
    target: String,
    /// The page about the changed object: a receipt's, a customer's, a request's or a webhook's.
    page: Option<String>,
    changes: Vec<Change>,
}

/// A field with its values, in the words of the API.
struct Change {
    /// Empty if the state is a single value.
    name: String,
    before: String,
    after: String,
}

impl EntryRow {
    fn new(viewer: &Viewer, keys: &KeyNames, entry: AuditEntry) -> Self {
        let AuditEntry { at, what, by, target, before, after } = entry;
        Self {
            at: viewer.day_and_time(at),
            who: person(viewer, keys, author(by.as_deref())),
            // An operator's erasure is called as an owner's is.
            what: viewer.word("audit", if what == "erase" { "erase_customer" } else { what.as_str() }),
            page: match what.as_str() {
                "export_customer" | "erase_customer" | "take_customer_file" => {
                    Some(format!("{CUSTOMERS}/receipts/{target}"))
                }
                "import_reviews" | "undo_import" => Some(format!("/console/files/{target}")),
                "group_product" => Some(format!("{}/{target}", crate::pages::products::HERE)),
                "suppress" => Some(format!("{CUSTOMERS}/{target}")),
                "show_link" | "show_messages" => Some(format!("/console/requests/{target}")),
                "create_webhook" | "change_webhook" | "rotate_webhook_secret" | "disable_webhook" => {
                    let mut webhooks = viewer.shop.webhooks.iter().map(|there| there.webhook.to_string());
                    webhooks.any(|there| there == target).then(|| format!("/console/webhooks/{target}"))
                }
                _ => None,
            },
            target: member(viewer, &target).or_else(|| keys.get(&target).cloned()).unwrap_or(target),
            changes: changes(before, after),
        }
    }
}

fn changes(before: Value, after: Value) -> Vec<Change> {
    let [before, after] = [before, after].map(|state| match state {
        Value::Object(fields) => fields,
        Value::Null => Map::new(),
        value => Map::from_iter([(String::new(), value)]),
    });
    let names: BTreeSet<_> = before.keys().chain(after.keys()).collect();
    let change =
        |name: &String| Change { name: name.clone(), before: shown(before.get(name)), after: shown(after.get(name)) };
    names.into_iter().map(change).collect()
}

fn shown(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => "–".to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(value) => value.to_string(),
    }
}

/// The page begins at the newest entry, unless the query names another place.
pub(crate) async fn show(Click { parts, viewer, fields, .. }: Click) -> Served {
    let after = fields.find("after").map(place).transpose()?;
    let page = read(&parts.console.store, &viewer.tenant, after, ROWS).await?;
    let next = next(&page).map(|next| format!("/console/audit?after={next}"));
    let keys = key_names(&parts, &viewer).await?;
    let rows = page.rows.into_iter().map(|(_, entry)| EntryRow::new(&viewer, &keys, entry)).collect();
    let page = AuditPage { shell: viewer.shell("team"), rows, next };
    Ok(framed(StatusCode::OK, &page, &page.shell))
}
