//! Exports and erasures by receipt. An erasure is also recorded outside the table, so that it can be repeated after a
//! restore.

pub mod erasure;
pub mod shop_export;

use domain::order::OrderPlace;
use domain::privacy::{PersonCounts, PrivacyKind, PrivacyStatus, ReviewsChoice};
use domain::review::Actor;
use domain::values::{Channel, CustomerId, Guid, RequestId, Tenant, is_default, ms};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::retention::{EXPORT_DAYS, RECEIPT_DAYS, data_requests_ttl, days_after};
use crate::table::keys::{self, ExportSubject};
use crate::table::{
    Attributes, CommitError, DueKind, Error, Key, NoFields, Part, Row, Store, Transaction, change, milliseconds, number,
};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrivacyJob {
    /// The job's id, random so that nobody can guess it.
    pub receipt: Guid,
    pub kind: PrivacyKind,
    pub reviews: ReviewsChoice,
    /// Whether this erases only data that is older than the setting `keep_months` allows. Then published reviews and
    /// their customers stay, and nothing is suppressed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub by_retention: bool,
    /// Who called, for the reviews' histories.
    pub by: Actor,
    /// When the call was made. Newer data stays.
    #[serde(with = "ms::required")]
    pub requested_at: Timestamp,
    pub status: PrivacyStatus,
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<Timestamp>,
    /// The person: at first as the call named them, then with all customers and addresses that belong to them.
    pub person: Person,
    /// How many records there were; `None` until the search has ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<PersonCounts>,
    /// When the first of the two removals was complete; `None` until then.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub removed_at: Option<Timestamp>,
    /// Where the next run continues; `None` before the first run. An erasure's last run clears it. A finished export
    /// keeps it, because it lists the parts that are deleted later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub progress: Option<PrivacyProgress>,
    /// How many runs have begun. Only the newest run may save the job, because a queue message may arrive twice.
    pub version: u64,
}

impl PrivacyJob {
    pub const fn new(
        receipt: Guid,
        kind: PrivacyKind,
        person: Person,
        reviews: ReviewsChoice,
        by: Actor,
        now: Timestamp,
    ) -> Self {
        Self {
            receipt,
            kind,
            reviews,
            by_retention: false,
            by,
            requested_at: now,
            status: PrivacyStatus::Running,
            finished_at: None,
            person,
            counts: None,
            removed_at: None,
            progress: None,
            version: 0,
        }
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrivacyProgress {
    /// The name of the kind of data with which the next run continues.
    pub kind: String,
    /// The place in this kind after which to continue; `None` for its beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// What is counted, exported or removed so far.
    pub counts: PersonCounts,
    /// The runs of an export, each of which has written a file.
    pub parts: Vec<u64>,
    /// When an erasure's removal began; `None` before that.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
}

/// A person, as the table's keys can find them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The blind indexes of their addresses and numbers.
    pub recipients: Vec<(Channel, String)>,
    pub customers: Vec<CustomerId>,
    /// If set, the job is only about data of this order, whoever the buyer was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<PersonsOrder>,
}

/// An order from which the shop's system removed the buyer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonsOrder {
    pub place: OrderPlace,
    pub customers: Vec<CustomerId>,
    /// The requests about the order, each with its customer.
    pub requests: Vec<(CustomerId, RequestId)>,
}

impl Person {
    /// The subjects under which an export of the person's data is found.
    pub fn exports(&self) -> impl Iterator<Item = ExportSubject> {
        let recipients = self.recipients.iter().map(|(_, index)| ExportSubject::Recipient(index.clone()));
        recipients.chain(self.customers.iter().copied().map(ExportSubject::Customer))
    }
}

impl PrivacyJob {
    /// The record as JSON. It names the person only by keyed digests and ids.
    pub fn to_json(&self) -> Result<String, Error> {
        serde_json::to_string(self).map_err(|error| Error::Unreadable(error.to_string()))
    }

    pub fn from_json(json: &[u8]) -> Result<Self, Error> {
        serde_json::from_slice(json).map_err(|_| Error::Unreadable("an erasure's file".to_owned()))
    }
}

impl Row for PrivacyJob {
    const KIND: &'static str = "export or erasure";
    type Id<'a> = Guid;

    fn key(tenant: &Tenant, id: Guid) -> Key {
        keys::privacy_job(tenant, id)
    }

    fn id(&self) -> Guid {
        self.receipt
    }

    crate::table::versioned!();

    fn ttl(&self) -> Option<i64> {
        Some(days_after(self.requested_at, RECEIPT_DAYS))
    }
}

impl Store {
    /// Records that an export contains somebody's data, before its file is written.
    pub async fn note_export(
        &self,
        tenant: &Tenant,
        of: &ExportSubject,
        receipt: Guid,
        now: Timestamp,
    ) -> Result<(), Error> {
        self.put(&keys::export_of(tenant, of, receipt), &NoFields::until(days_after(now, EXPORT_DAYS))).await
    }

    pub async fn exports_of(&self, tenant: &Tenant, of: &ExportSubject) -> Result<Vec<Guid>, Error> {
        let prefix = keys::exports(of);
        let items = self.starting(tenant, &prefix).await?;
        items.iter().map(|item| Ok(Guid::parse(&keys::behind::<String>(item, &prefix)?)?)).collect()
    }
}

/// The wait before the first search: a day, so that a shop can correct a wrong number of months.
const FIRST_LOOK_AFTER: SignedDuration = SignedDuration::from_hours(24);

#[derive(Serialize)]
struct AgingItem {
    due_shard: String,
    due_at: i64,
}

impl Transaction<'_> {
    /// Schedules the shop's first search.
    pub(crate) fn look_for_aged(&mut self, now: Timestamp) {
        let due_at = now.saturating_add(FIRST_LOOK_AFTER).unwrap_or(now).as_millisecond();
        let item = AgingItem { due_shard: DueKind::Aging.shard_name(0), due_at };
        self.set(&keys::aging(self.tenant), &item);
    }
}

/// Exports that customers requested through a shop's system and that nobody has downloaded: one item for each shop, one
/// attribute for each receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DataRequest {
    pub receipt: Guid,
    pub at: Timestamp,
}

impl Store {
    pub async fn note_data_request(&self, tenant: &Tenant, of: DataRequest) -> Result<(), CommitError> {
        let values = [(":at", milliseconds(of.at)), (":ttl", number(data_requests_ttl(of.at)))];
        let note = change("SET #receipt = :at, #ttl = :ttl", "", values);
        let note = note.expression_attribute_names("#receipt", of.receipt.to_string());
        let mut transaction = self.transaction(tenant);
        transaction.update(Part::Other, &keys::data_requests(tenant), note);
        transaction.commit_alone().await
    }

    /// Removes an export that was downloaded.
    pub async fn forget_data_request(&self, tenant: &Tenant, receipt: Guid) -> Result<(), Error> {
        let forget = change("REMOVE #receipt", "attribute_exists(#receipt)", []);
        let forget = forget.expression_attribute_names("#receipt", receipt.to_string());
        self.update_if_met(self.update(&keys::data_requests(tenant), forget)?).await.map(drop)
    }
}

/// The exports in an item, oldest first, without those from before `since`.
pub(crate) fn read_data_requests(item: &Attributes, since: Timestamp) -> Vec<DataRequest> {
    let request = |(name, value): (&String, &aws_sdk_dynamodb::types::AttributeValue)| {
        let at = Timestamp::from_millisecond(value.as_n().ok()?.parse().ok()?).ok()?;
        Some(DataRequest { receipt: Guid::parse(name).ok()?, at })
    };
    let mut requests: Vec<_> = item.iter().filter_map(request).filter(|request| request.at > since).collect();
    requests.sort_by_key(|request| request.at);
    requests
}
