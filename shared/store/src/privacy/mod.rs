//! Exports and erasures that were asked for, each under its receipt. An erasure's record is kept outside the table, too,
//! as JSON: what a backup brings back is erased again.

pub(crate) mod erasure;
pub(crate) mod retention;

use aws_sdk_dynamodb::types::ReturnValue;
use domain::{Actor, Channel, CustomerId, Guid, PersonCounts, PrivacyKind, PrivacyStatus, ReviewsChoice, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::privacy::retention::{export_ttl, privacy_job_ttl};
use crate::table::keys::ExportOf;
use crate::table::{Error, SK, Store, done_if_met, from_item, instant, keys, known, number};

/// An export or erasure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrivacyJob {
    /// The job's id: random, so that nobody can guess another one's.
    pub receipt: Guid,
    /// Export or erasure.
    pub kind: PrivacyKind,
    /// The fate of the person's reviews.
    pub reviews: ReviewsChoice,
    /// The author of the call, for the reviews' histories.
    pub by: Actor,
    /// When. What is newer stays.
    pub requested_at: Timestamp,
    /// How far it is.
    pub status: PrivacyStatus,
    /// When it was done.
    pub finished_at: Option<Timestamp>,
    /// The person: as the call named them at first, then with all that belongs to the same person.
    pub person: Person,
    /// How much there was; `None` until the person's data was looked for.
    pub counts: Option<PersonCounts>,
    /// When everything was removed once; `None` until then.
    pub removed_at: Option<Timestamp>,
    /// How far a walk through the person's data is that did not fit into a run; `None` before its first run and after its
    /// last. An export keeps it, for its parts are removed when it is done.
    pub progress: Option<PrivacyProgress>,
    /// How many runs began to work on it. Only the newest one saves it: a message may come twice, or again while the rest
    /// that it queued is being done.
    pub version: u32,
}

impl PrivacyJob {
    /// A job that nobody has worked on.
    #[must_use]
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

/// The place at which the next run goes on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PrivacyProgress {
    /// The kind of data that is walked, by its name.
    pub kind: String,
    /// The place in the kind after which to go on; `None` to begin it.
    pub after: Option<String>,
    /// How much was found until there.
    pub counts: PersonCounts,
    /// The runs of an export that have each written what they found into a file of their own.
    pub parts: Vec<u32>,
}

/// An item that leads from a person to an export.
#[derive(Serialize)]
struct ExportItem {
    ttl: i64,
}

/// A person by what the table's keys know of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// The blind indexes of their addresses and numbers.
    pub recipients: Vec<(Channel, String)>,
    /// The customers that they are.
    pub customers: Vec<CustomerId>,
}

#[derive(Serialize, Deserialize)]
struct JobItem {
    receipt: String,
    kind: String,
    reviews: String,
    by: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by_id: Option<String>,
    requested_at: i64,
    status: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    finished_at: Option<i64>,
    recipients: Vec<(String, String)>,
    customers: Vec<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    counts: Option<PersonCounts>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    removed_at: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    progress: Option<ProgressPart>,
    #[serde(default)]
    version: u32,
    ttl: i64,
}

#[derive(Serialize, Deserialize)]
struct ProgressPart {
    kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after: Option<String>,
    counts: PersonCounts,
    // Before runs were numbered, `parts` had the number of files.
    #[serde(default)]
    part_runs: Vec<u32>,
}

impl From<&PrivacyJob> for JobItem {
    fn from(job: &PrivacyJob) -> Self {
        let PrivacyJob {
            receipt,
            kind,
            reviews,
            by,
            requested_at,
            status,
            finished_at,
            person: Person { recipients, customers },
            counts,
            removed_at,
            progress,
            version,
        } = job;
        Self {
            receipt: receipt.to_string(),
            kind: kind.as_str().to_owned(),
            reviews: reviews.as_str().to_owned(),
            by: by.as_str().to_owned(),
            by_id: by.id().map(ToOwned::to_owned),
            requested_at: requested_at.as_millisecond(),
            status: status.as_str().to_owned(),
            finished_at: finished_at.map(Timestamp::as_millisecond),
            recipients: recipients
                .iter()
                .map(|(channel, index)| (channel.as_str().to_owned(), index.clone()))
                .collect(),
            customers: customers.iter().map(|customer| customer.get()).collect(),
            counts: *counts,
            removed_at: removed_at.map(Timestamp::as_millisecond),
            progress: progress.as_ref().map(ProgressPart::from),
            version: *version,
            ttl: privacy_job_ttl(*requested_at),
        }
    }
}

impl From<&PrivacyProgress> for ProgressPart {
    fn from(progress: &PrivacyProgress) -> Self {
        let PrivacyProgress { kind, after, counts, parts } = progress;
        Self { kind: kind.clone(), after: after.clone(), counts: *counts, part_runs: parts.clone() }
    }
}

impl From<ProgressPart> for PrivacyProgress {
    fn from(part: ProgressPart) -> Self {
        let ProgressPart { kind, after, counts, part_runs } = part;
        Self { kind, after, counts, parts: part_runs }
    }
}

impl TryFrom<JobItem> for PrivacyJob {
    type Error = Error;

    fn try_from(item: JobItem) -> Result<Self, Error> {
        let unreadable = || Error::Unreadable("an export or erasure".to_owned());
        let recipients = item.recipients.into_iter().map(|(channel, index)| Ok((known(&channel)?, index)));
        let customers = item.customers.into_iter().map(CustomerId::new);
        Ok(Self {
            receipt: Guid::parse(&item.receipt)?,
            kind: known(&item.kind)?,
            reviews: known(&item.reviews)?,
            by: Actor::stored(&item.by, item.by_id).ok_or_else(unreadable)?,
            requested_at: instant(item.requested_at)?,
            status: known(&item.status)?,
            finished_at: item.finished_at.map(instant).transpose()?,
            person: Person {
                recipients: recipients.collect::<Result<_, Error>>()?,
                customers: customers.collect::<Option<_>>().ok_or_else(unreadable)?,
            },
            counts: item.counts,
            removed_at: item.removed_at.map(instant).transpose()?,
            progress: item.progress.map(PrivacyProgress::from),
            version: item.version,
        })
    }
}

impl Person {
    /// Under whom an export of their data is found again.
    pub fn exports(&self) -> impl Iterator<Item = ExportOf> {
        let recipients = self.recipients.iter().map(|(_, index)| ExportOf::Recipient(index.clone()));
        recipients.chain(self.customers.iter().copied().map(ExportOf::Customer))
    }
}

impl PrivacyJob {
    /// The record as JSON. It names the person by keyed digests and ids alone.
    ///
    /// # Errors
    /// [`Error::Unreadable`] if it cannot be written.
    pub fn to_json(&self) -> Result<String, Error> {
        serde_json::to_string(&JobItem::from(self)).map_err(|error| Error::Unreadable(error.to_string()))
    }

    /// Reads [`to_json`](Self::to_json).
    ///
    /// # Errors
    /// [`Error::Unreadable`] for anything else.
    pub fn from_json(json: &[u8]) -> Result<Self, Error> {
        let item: Result<JobItem, _> = serde_json::from_slice(json);
        item.map_err(|_| Error::Unreadable("an erasure's file".to_owned()))?.try_into()
    }
}

impl Store {
    /// The export or erasure with this receipt; `None` for an unknown one.
    pub async fn privacy_job(&self, tenant: &Tenant, receipt: Guid) -> Result<Option<PrivacyJob>, Error> {
        let item = self.get(&keys::privacy_job(tenant, &receipt.to_string())).await?;
        item.map(|item| from_item::<JobItem>(item)?.try_into()).transpose()
    }

    /// Records that an export holds somebody's data, before its file is written.
    pub async fn note_export(
        &self,
        tenant: &Tenant,
        of: &ExportOf,
        receipt: Guid,
        now: Timestamp,
    ) -> Result<(), Error> {
        self.put(&keys::export_of(tenant, of, &receipt.to_string()), &ExportItem { ttl: export_ttl(now) }).await
    }

    /// The receipts of the exports that hold somebody's data.
    pub async fn exports_of(&self, tenant: &Tenant, of: &ExportOf) -> Result<Vec<Guid>, Error> {
        let prefix = keys::exports(of);
        let items = self.starting(tenant, &prefix).await?;
        let receipts = items.iter().map(|item| {
            let receipt = item.get(SK).and_then(|sk| sk.as_s().ok()?.strip_prefix(&prefix));
            Ok(Guid::parse(receipt.unwrap_or_default())?)
        });
        receipts.collect()
    }

    /// Removes what leads to an export whose file is gone.
    pub async fn forget_export(&self, tenant: &Tenant, of: &ExportOf, receipt: Guid) -> Result<(), Error> {
        self.remove(&keys::export_of(tenant, of, &receipt.to_string())).await
    }

    /// Writes an export or erasure on which nobody works yet.
    pub async fn put_privacy_job(&self, tenant: &Tenant, job: &PrivacyJob) -> Result<(), Error> {
        self.put(&keys::privacy_job(tenant, &job.receipt.to_string()), &JobItem::from(job)).await
    }

    /// Begins a run of the export or erasure with this receipt, and returns it; `None` for an unknown one. Runs that began
    /// before can no longer save it.
    pub async fn begin_privacy_run(&self, tenant: &Tenant, receipt: Guid) -> Result<Option<PrivacyJob>, Error> {
        let update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::privacy_job(tenant, &receipt.to_string()).attributes()))
            .condition_expression("attribute_exists(PK)")
            // If the answer is lost the client counts this run twice, which does no harm.
            .update_expression("ADD version :one")
            .expression_attribute_values(":one", number(1))
            .return_values(ReturnValue::AllNew);
        let updated = self.uncontended(|| update.clone().send()).await;
        let item = updated.as_ref().ok().and_then(|updated| updated.attributes.clone());
        if !done_if_met(updated)? {
            return Ok(None);
        }
        item.map(|item| from_item::<JobItem>(item)?.try_into()).transpose()
    }

    /// Saves what a run has done. Returns whether it did: not if another run began meanwhile.
    pub async fn save_privacy_job(&self, tenant: &Tenant, job: &PrivacyJob) -> Result<bool, Error> {
        self.replace(&keys::privacy_job(tenant, &job.receipt.to_string()), &JobItem::from(job), job.version).await
    }
}
