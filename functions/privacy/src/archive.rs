//! An export: one JSON document with a list for each kind of data. Each run writes rows, one per line with the name of
//! its list.
//!
//! Each stored item is destructured with all its fields, so that a new field fails to compile here until somebody
//! decides about it. A comment says why a field is left out.

mod customer;
mod request;
mod review;
pub(crate) mod shop;

use std::fmt::{Display, Write as _};

use app::bucket::Bucket;
use app::error::Error;
use app::privacy::DOWNLOAD_FOR;
use domain::review::Review;
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use store::privacy::PrivacyJob;

use crate::found::Found;
use crate::person::{Asked, PersonSearch};

/// The lists of an export. Empty lists are also written.
const LISTS: [&str; 12] = [
    "customers",
    "requests",
    "messages",
    "reviews",
    "drafts",
    "problems",
    "photos",
    "orders",
    "charges",
    "reports",
    "suppressions",
    "deliveries",
];

/// The file by which `curl` fetches all files of a shop's export, and the photos. A person's export has none.
pub(crate) const FETCH: &str = "everything";

/// The lines of [`FETCH`] about a file: where it is, and what it becomes.
pub(crate) fn fetch(url: &str, name: &str) -> String {
    format!("{FETCH} url = \"{url}\"\n{FETCH} output = \"{name}\"\n")
}

#[derive(Default)]
pub(crate) struct Archive(String);

impl Archive {
    /// Adds an entry, decrypted.
    pub async fn add(
        &mut self,
        search: &PersonSearch<'_>,
        bucket: &Bucket,
        found: Found,
        now: Timestamp,
    ) -> Result<(), Error> {
        let (list, row) = match found {
            Found::Suppression { channel: _, index: _, stored } => match stored {
                Some(stored) => ("suppressions", customer::suppression(&stored)),
                None => return Ok(()),
            },
            // These are copies; the other kinds contain the originals.
            Found::Reply { customer: _, name: _ }
            | Found::Export { of: _, receipt: _ }
            | Found::ShopExport(_)
            | Found::KeptAuthor { index: _, customer: _ }
            | Found::RequestList(Asked { customer: _, request: _ }) => return Ok(()),
            Found::Request(parts) => match &parts.request {
                Some(asked) => ("requests", request::request(asked, parts.open(search.keys)?, now)),
                // Only the request's personal data is left, and it is about to be deleted.
                None => return Ok(()),
            },
            Found::Draft { request, draft } => ("drafts", review::draft(request, &draft)),
            Found::Problem { request, number: _ /* its place */, problem } => {
                ("problems", request::problem(request, &problem))
            }
            Found::Photo { place, review, size, created_at } => {
                let (path, mut shown) = (place.photo_path(), None);
                if let Some(size) = size {
                    let url = bucket.link(&path, DOWNLOAD_FOR.unsigned_abs(), now).await?;
                    self.0 += &fetch(&url, &path);
                    shown = Some((size, url));
                }
                ("photos", review::photo(&place, review, created_at, shown))
            }
            Found::Review { customer: _, review } | Found::Imported { index: _, review } => {
                return self.review(search, &review).await;
            }
            Found::Report { index: _, place, report } => ("reports", review::report(place, &report)),
            Found::Message(message) => ("messages", request::message(&message)),
            Found::Notification(notification) => ("deliveries", request::notification(&notification)),
            // The order now has another buyer.
            Found::Order { is_theirs: false, customer: _, order: _ } => return Ok(()),
            Found::Order { is_theirs: true, customer: _, order } => ("orders", customer::order(&order)),
            Found::Charge(charge) => ("charges", customer::charge(&charge)),
            Found::Customer(customer) => ("customers", customer::customer(&customer)),
        };
        self.line(list, &row)
    }

    pub async fn review(&mut self, search: &PersonSearch<'_>, review: &Review) -> Result<(), Error> {
        let ledger = match review.first_lines() {
            Some(first) => first,
            None => search.store.ledger(search.tenant, review.id, search.keys).await?,
        };
        self.line("reviews", &review::review(review, &ledger))
    }

    pub fn line(&mut self, list: &str, row: &Value) -> Result<(), Error> {
        // JSON has no line break outside strings, and escapes those inside.
        writeln!(self.0, "{list} {row}").map_err(|error| Error::Internal(error.to_string()))
    }

    pub fn into_rows(self) -> String {
        self.0
    }
}

pub(crate) fn document(job: &PrivacyJob, rows: &str) -> String {
    let head = json!({"receipt": job.receipt.to_string(), "requested_at": time(job.requested_at)}).to_string();
    let mut document = head.trim_end_matches('}').to_owned();
    for list in LISTS {
        let of_list = rows.lines().filter_map(|line| line.strip_prefix(list)?.strip_prefix(' '));
        document += &format!(",\"{list}\":[{}]", of_list.collect::<Vec<_>>().join(","));
    }
    document + "}"
}

fn joined<const N: usize>(parts: [Value; N]) -> Value {
    let mut row = Map::new();
    for part in parts {
        if let Value::Object(part) = part {
            row.extend(part);
        }
    }
    row.into()
}

fn text(value: impl Display) -> Value {
    value.to_string().into()
}

fn time(at: Timestamp) -> Value {
    format!("{at:.0}").into()
}
