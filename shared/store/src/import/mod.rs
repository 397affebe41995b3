//! Imports of reviews, and the uniqueness keys that keep a review from being imported twice.

use domain::import::{ImportFormat, ImportReport, ImportStatus};
use domain::review::Actor;
use domain::values::stored::ms;
use domain::values::{Guid, ReviewId, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use crate::retention::{import_ttl, seen_ttl};
use crate::table::{CommitError, Error, Part, SK, Store, Transaction, from_item, json, keys, number};

/// An import of reviews from a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportJob {
    /// Random, so that nobody can guess another shop's.
    pub id: Guid,
    /// The vendor whose column headings the file uses.
    pub format: ImportFormat,
    /// Whether it is a dry run, which imports nothing.
    pub is_dry_run: bool,
    /// Its status.
    pub status: ImportStatus,
    /// The author of the import, for the reviews' histories.
    pub by: Actor,
    /// When it was asked for.
    #[serde(with = "ms::required")]
    pub asked_at: Timestamp,
    /// The byte of the file at which the next row begins.
    pub offset: u64,
    /// The line of the next row.
    pub line: u64,
    /// The results of the rows before it.
    pub report: ImportReport,
    /// The ETag of the file; `None` until its first part was read. Another upload has another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// 1 at first; every save adds 1.
    #[serde(skip)]
    pub version: u32,
}

#[derive(Serialize, Deserialize)]
struct ImportItem {
    #[serde(with = "json")]
    job: ImportJob,
    version: u32,
    ttl: i64,
}

impl From<&ImportJob> for ImportItem {
    fn from(job: &ImportJob) -> Self {
        Self { job: job.clone(), version: job.version, ttl: import_ttl(job.asked_at) }
    }
}

/// The row of an import that brought a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedBy {
    /// The import.
    pub import: Guid,
    /// The line on which the row begins.
    pub line: u64,
}

/// What a dry run remembers of its rows: the first eight bytes of each digest.
#[derive(Serialize, Deserialize)]
struct SeenItem {
    digests: ByteBuf,
    ttl: i64,
}

/// An entry of an address' list: its key says which review it is.
#[derive(Serialize)]
struct OfAddressItem {}

impl Store {
    /// The import with this id; `None` for an unknown one.
    pub async fn import(&self, tenant: &Tenant, id: Guid) -> Result<Option<ImportJob>, Error> {
        let item = self.get(&keys::import(tenant, id)).await?;
        let job = |item| from_item(item).map(|ImportItem { job, version, ttl: _ }| ImportJob { version, ..job });
        item.map(job).transpose()
    }

    /// Saves an import as its next version; `false`, without saving, if it changed since it was read. So only one of two runs
    /// goes on.
    pub async fn save_import(&self, tenant: &Tenant, job: &mut ImportJob) -> Result<bool, Error> {
        let read = job.version;
        job.version += 1;
        self.replace(&keys::import(tenant, job.id), &ImportItem::from(&*job), read).await
    }

    /// The same for a dry run, with the starts of the digests of its rows from byte `from` on, for its next run.
    pub async fn save_dry_run(
        &self,
        tenant: &Tenant,
        job: &mut ImportJob,
        from: u64,
        seen: &[u64],
        now: Timestamp,
    ) -> Result<bool, CommitError> {
        let read = job.version;
        job.version += 1;
        let digests = seen.iter().flat_map(|digest| digest.to_be_bytes()).collect::<Vec<_>>();
        let seen = SeenItem { digests: digests.into(), ttl: seen_ttl(now) };
        let mut transaction = self.transaction(tenant);
        transaction.put(Part::Other, &keys::import_seen(tenant, job.id, from), &seen, "", []);
        let (key, item) = (keys::import(tenant, job.id), ImportItem::from(&*job));
        transaction.put(Part::Other, &key, &item, "version = :version", [(":version", number(read))]);
        match transaction.commit().await {
            Ok(()) => Ok(true),
            Err(CommitError::Refused(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// The starts of the digests of a dry run's rows before byte `until`.
    pub async fn seen(&self, tenant: &Tenant, id: Guid, until: u64) -> Result<Vec<u64>, Error> {
        let prefix = keys::imports_seen(id);
        let mut seen = Vec::new();
        for item in self.starting(tenant, &prefix).await? {
            let unreadable = || Error::Unreadable("what a dry run has seen".to_owned());
            let from = item.get(SK).and_then(|sk| keys::parse_import_seen(sk.as_s().ok()?.strip_prefix(&prefix)?));
            // A run that died may have left a part that the next run reads again.
            if from.ok_or_else(unreadable)? < until {
                let SeenItem { digests, ttl: _ } = from_item(item)?;
                seen.extend(digests.as_chunks().0.iter().copied().map(u64::from_be_bytes));
            }
        }
        Ok(seen)
    }

    /// The rows that brought reviews with these digests; digests without a review are left out.
    pub async fn imported_by(&self, tenant: &Tenant, digests: &[String]) -> Result<Vec<ImportedBy>, Error> {
        let items = self.batch(digests.iter().map(|digest| keys::import_guard(tenant, digest)).collect()).await?;
        items.into_values().map(from_item).collect()
    }

    /// The imported reviews whose author has the address with this index.
    pub async fn imported_reviews(&self, tenant: &Tenant, email_index: &str) -> Result<Vec<ReviewId>, Error> {
        let prefix = keys::imported_reviews(email_index);
        let items = self.starting(tenant, &prefix).await?;
        let review = |item: &crate::table::Attributes| {
            let id = item.get(SK).and_then(|sk| sk.as_s().ok()?.strip_prefix(&prefix)?.parse().ok());
            id.and_then(ReviewId::new).ok_or_else(|| Error::Unreadable("an imported review's key".to_owned()))
        };
        items.iter().map(review).collect()
    }

    /// Removes a review from the list of its author's address.
    pub async fn forget_imported_review(
        &self,
        tenant: &Tenant,
        email_index: &str,
        review: ReviewId,
    ) -> Result<(), Error> {
        self.remove(&keys::imported_review(tenant, email_index, review)).await
    }
}

impl Transaction<'_> {
    /// Creates an import.
    pub fn put_import(&mut self, job: &ImportJob) {
        self.put(Part::Other, &keys::import(self.tenant, job.id), &ImportItem::from(job), "", []);
    }

    /// Takes these digests for a row that brings a review. Refused if another row has one of them.
    pub fn guard_import(&mut self, digests: &[String], by: ImportedBy) {
        for digest in digests {
            self.insert(Part::Imported, &keys::import_guard(self.tenant, digest), &by);
        }
    }

    /// Adds an imported review to the list of its author's address, so that an erasure finds it.
    pub fn note_imported_review(&mut self, email_index: &str, review: ReviewId) {
        self.put(Part::Other, &keys::imported_review(self.tenant, email_index, review), &OfAddressItem {}, "", []);
    }
}
