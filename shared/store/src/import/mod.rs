//! Imports of reviews with the parts of their reports, each about successive rows, and the uniqueness keys of imported reviews.

mod brought;

use domain::import::{ImportFormat, ImportOptions, ImportPart, ImportReport, ImportStatus, ProductAnswers};
use domain::review::Actor;
use domain::values::{Guid, ReviewId, Tenant, ms};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::retention::{IMPORT_DAYS, days_after};
use crate::table::{CommitError, Error, Key, Part, Row, Store, from_item, json, keys};

pub use brought::BroughtReview;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportJob {
    /// A random id, so that other shops' ids cannot be guessed.
    pub id: Guid,
    /// The system whose column headings the file uses; `None` until the headings are recognised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<ImportFormat>,
    pub options: ImportOptions,
    /// Whether the import is a dry run, which creates no reviews.
    pub is_dry_run: bool,
    pub status: ImportStatus,
    /// Who created the import, for the reviews' histories.
    pub by: Actor,
    #[serde(with = "ms::required")]
    pub asked_at: Timestamp,
    /// The byte of the file at which the next row begins.
    pub offset: u64,
    /// The line on which the next row begins.
    pub line: u64,
    pub report: ImportReport,
    pub search: FileSearch,
    /// The file's `ETag`; `None` until a part of the file is read. It shows whether an upload replaced the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// `None` until a part of the file is read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<ReadingFile>,
    /// 0 before the creation. Each save adds 1.
    #[serde(skip)]
    pub version: u64,
}

impl ImportJob {
    /// Whether the shop has to say more before the file, which is kept meanwhile, can be read.
    pub fn asks(&self) -> bool {
        self.status == ImportStatus::Failed && self.report.asks().is_some()
    }

    /// Whether a trial read the file, which is kept so that it can be imported for good.
    pub fn is_tried(&self) -> bool {
        self.is_dry_run && self.status == ImportStatus::Done
    }
}

/// The length of an import's file in bytes, and the time of its first reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadingFile {
    pub bytes: u64,
    #[serde(with = "ms::required")]
    pub since: Timestamp,
}

/// What the whole file says, which is searched before its first row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileSearch {
    /// Whether a date is valid only with the day first.
    pub day_first: bool,
    /// Whether a date is valid only with the month first.
    pub month_first: bool,
    /// How many ratings are from 6 to 10.
    pub beyond_five: u32,
    /// The byte and the line at which the search continues.
    pub next: (u64, u64),
    pub is_over: bool,
}

impl Row for ImportJob {
    const KIND: &'static str = "import";
    const PART: Part = Part::Import;
    type Id<'a> = Guid;

    fn key(tenant: &Tenant, id: Guid) -> Key {
        keys::import(tenant, id)
    }

    fn id(&self) -> Guid {
        self.id
    }

    crate::table::versioned!();

    fn ttl(&self) -> Option<i64> {
        Some(days_after(self.asked_at, IMPORT_DAYS))
    }
}

/// A part of an import's report.
#[derive(Serialize, Deserialize)]
struct PartItem {
    #[serde(with = "json")]
    part: ImportPart,
    ttl: i64,
}

impl Row for ProductAnswers {
    const KIND: &'static str = "answers about products";
    type Id<'a> = ();

    fn key(tenant: &Tenant, (): ()) -> Key {
        keys::import_answers(tenant)
    }

    fn id(&self) {}
}

/// The two digests of a row, by which a review is not imported twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowDigests {
    /// Of the review's id in the other system; `None` without an id.
    pub id: Option<String>,
    /// Of its content and its author's address. Reviews with different ids may have the same.
    pub content: String,
}

impl RowDigests {
    /// The digest of the key that is the review's own.
    pub fn own(&self) -> &str {
        self.id.as_ref().unwrap_or(&self.content)
    }

    /// The digest of the content, if the review's own key is another.
    pub fn shared(&self) -> Option<&str> {
        self.id.as_ref().map(|_| self.content.as_str())
    }
}

/// The row of an import that created a review: the content of the review's uniqueness keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedBy {
    pub import: Guid,
    pub line: u64,
    /// The row's number in the file, from 1.
    pub row: u64,
    /// In a key of a content: how many reviews with an id have it; `None` if a review without an id has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with_ids: Option<u64>,
}

impl ImportedBy {
    /// Whether this stored row is the other one.
    pub fn is(self, other: Self) -> bool {
        self.import == other.import && self.row == other.row
    }
}

impl Store {
    /// The row by which the review of a row is known; `None` if no file had the review. A review with the row's id comes before
    /// one with its content, of which one has no id.
    pub async fn imported_by(&self, tenant: &Tenant, digests: &RowDigests) -> Result<Option<ImportedBy>, Error> {
        let own = keys::import_uniqueness_key(tenant, digests.own());
        let Some(shared) = digests.shared() else { return self.read(&own).await };
        let shared = keys::import_uniqueness_key(tenant, shared);
        let mut items = self.batch(vec![own.clone(), shared.clone()]).await?;
        let [own, shared] = [own, shared].map(|key| items.remove(&key).map(from_item::<ImportedBy>).transpose());
        Ok(own?.or(shared?.filter(|known| known.with_ids.is_none())))
    }

    /// The imported reviews whose author has the address with this index.
    pub async fn imported_reviews(&self, tenant: &Tenant, email_index: &str) -> Result<Vec<ReviewId>, Error> {
        let prefix = keys::imported_reviews(email_index);
        self.starting(tenant, &prefix).await?.iter().map(|item| keys::id_behind(item, &prefix)).collect()
    }
}

impl Store {
    /// Saves an import, with a part about its rows from byte `from` on, unless somebody saved the import since it was read.
    /// Returns whether it was saved.
    pub async fn save_import_part(
        &self,
        tenant: &Tenant,
        job: &mut ImportJob,
        from: u64,
        part: &ImportPart,
    ) -> Result<bool, CommitError> {
        let mut transaction = self.transaction(tenant);
        let item = PartItem { part: part.clone(), ttl: days_after(job.asked_at, IMPORT_DAYS) };
        transaction.set(&keys::import_part(tenant, job.id, from), &item);
        transaction.save(job);
        match transaction.commit().await {
            Ok(()) => {
                job.version += 1;
                Ok(true)
            }
            Err(CommitError::Refused(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// The parts about an import's rows before byte `until`, in the order of the file.
    pub async fn import_parts(&self, tenant: &Tenant, id: Guid, until: u64) -> Result<Vec<ImportPart>, Error> {
        let prefix = keys::import_parts(id);
        let mut parts = Vec::new();
        for item in self.starting(tenant, &prefix).await? {
            // Parts from `until` on are about rows that the import has yet to read.
            if keys::behind::<u64>(&item, &prefix)? < until {
                parts.push(from_item::<PartItem>(item)?.part);
            }
        }
        Ok(parts)
    }
}
