//! Imports of reviews, and the uniqueness keys of imported reviews.

mod brought;
mod part;

use aws_sdk_dynamodb::types::ConditionCheck;
use domain::import::{ImportFormat, ImportOptions, ImportReport, ImportStatus, ProductAnswers};
use domain::review::{Actor, ImportDecision};
use domain::values::stored::ms;
use domain::values::{Guid, ReviewId, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use brought::BroughtReview;
pub use part::StoredPart;

use crate::retention::import_ttl;
use crate::table::{Error, Part, SK, Store, Transaction, from_item, json, keys, number};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportJob {
    /// A random id, so that other shops' ids cannot be guessed.
    pub id: Guid,
    /// The system whose column headings the file uses; `None` until the headings are recognised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<ImportFormat>,
    #[serde(default)]
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
    /// The shop's last decision about all reviews of the import that wait.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided: Option<DecidedImport>,
    /// The file's `ETag`; `None` until a part of the file is read. It shows whether an upload replaced the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// 1 after the creation. Each save adds 1.
    #[serde(skip)]
    pub version: u32,
}

/// The shop's decision about all reviews of an import that wait.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecidedImport {
    pub decision: ImportDecision,
    /// Who decided, for the reviews' histories.
    pub by: Actor,
    /// Whether the decision has reached every review.
    pub is_done: bool,
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

/// The row of an import that created a review: the content of the review's uniqueness key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedBy {
    pub import: Guid,
    /// The line on which the row begins.
    pub line: u64,
    /// The row's number in the file, from 1; 0 for a review that came before rows had numbers.
    #[serde(default)]
    pub row: u64,
}

impl ImportedBy {
    /// Whether this stored row is the other one. A line may have several rows, so it decides only where a number is missing.
    pub fn is(self, other: Self) -> bool {
        let is_same = if self.row == 0 { self.line == other.line } else { self.row == other.row };
        self.import == other.import && is_same
    }
}

/// A shop's answers about products that its files name.
#[derive(Serialize, Deserialize)]
struct AnswersItem {
    #[serde(with = "json")]
    answers: ProductAnswers,
}

/// An entry in the list of an address' imported reviews. The entry's key contains the review's id.
#[derive(Serialize)]
struct AuthorsReviewItem {}

impl Store {
    /// The import with this id; `None` if the id is unknown.
    pub async fn import(&self, tenant: &Tenant, id: Guid) -> Result<Option<ImportJob>, Error> {
        let item = self.get(&keys::import(tenant, id)).await?;
        let job = |item| from_item(item).map(|ImportItem { job, version, ttl: _ }| ImportJob { version, ..job });
        item.map(job).transpose()
    }

    /// Saves an import and raises its version, unless somebody saved it since it was read. Returns whether it was saved. So only
    /// one of two concurrent runs continues.
    pub async fn save_import(&self, tenant: &Tenant, job: &mut ImportJob) -> Result<bool, Error> {
        let read = job.version;
        job.version += 1;
        self.replace(&keys::import(tenant, job.id), &ImportItem::from(&*job), read).await
    }

    pub async fn product_answers(&self, tenant: &Tenant) -> Result<ProductAnswers, Error> {
        let item = self.get(&keys::import_answers(tenant)).await?;
        let answers = item.map(|item| from_item::<AnswersItem>(item).map(|item| item.answers));
        Ok(answers.transpose()?.unwrap_or_default())
    }

    pub async fn put_product_answers(&self, tenant: &Tenant, answers: &ProductAnswers) -> Result<(), Error> {
        self.put(&keys::import_answers(tenant), &AnswersItem { answers: answers.clone() }).await
    }

    /// The row that created the review with this digest; `None` if no file did.
    pub async fn imported_by(&self, tenant: &Tenant, digest: &str) -> Result<Option<ImportedBy>, Error> {
        self.get(&keys::import_uniqueness_key(tenant, digest)).await?.map(from_item).transpose()
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
    pub fn put_import(&mut self, job: &ImportJob) {
        self.put(Part::Other, &keys::import(self.tenant, job.id), &ImportItem::from(job), "", []);
    }

    /// Saves an import and raises its version, unless somebody saved it since it was read.
    pub fn save_import(&mut self, job: &mut ImportJob) {
        let read = job.version;
        job.version += 1;
        let (key, item) = (keys::import(self.tenant, job.id), ImportItem::from(&*job));
        self.put(Part::Import, &key, &item, "version = :version", [(":version", number(read))]);
    }

    /// Refuses the transaction if somebody saved the import since it was read: after an undo, or while another run continues.
    pub fn require_import(&mut self, job: &ImportJob) {
        let check = ConditionCheck::builder()
            .condition_expression("version = :version")
            .expression_attribute_values(":version", number(job.version));
        self.check(Part::Import, &keys::import(self.tenant, job.id), check);
    }

    /// Writes the uniqueness key of a review, so that no other row creates a review with this digest.
    pub fn take_import_uniqueness_key(&mut self, digest: &str, by: ImportedBy) {
        self.insert(Part::Imported, &keys::import_uniqueness_key(self.tenant, digest), &by);
    }

    /// Adds a review to the list of imported reviews of its author's address, so that an erasure finds the review.
    pub fn note_imported_review(&mut self, email_index: &str, review: ReviewId) {
        self.put(Part::Other, &keys::imported_review(self.tenant, email_index, review), &AuthorsReviewItem {}, "", []);
    }
}
