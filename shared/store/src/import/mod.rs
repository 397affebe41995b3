//! Imports of reviews, each under its id, and what keeps one review from being imported twice.

mod brought;
mod part;

use aws_sdk_dynamodb::types::ConditionCheck;
use domain::import::{ImportFormat, ImportOptions, ImportReport, ImportStatus, ProductAnswers};
use domain::review::Actor;
use domain::values::stored::ms;
use domain::values::{Guid, ReviewId, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use brought::BroughtReview;
pub use part::StoredPart;

use crate::retention::import_ttl;
use crate::table::{Error, Part, SK, Store, Transaction, from_item, json, keys, number};

/// An import of reviews from a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportJob {
    /// Random, so that nobody can guess another shop's.
    pub id: Guid,
    /// The system whose column headings the file uses; `None` until they were recognised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<ImportFormat>,
    /// What the call says about the file.
    #[serde(default)]
    pub options: ImportOptions,
    /// Whether it only reports what it would do.
    pub is_dry_run: bool,
    /// How far it is.
    pub status: ImportStatus,
    /// The author of the import, for the reviews' histories.
    pub by: Actor,
    /// When.
    #[serde(with = "ms::required")]
    pub asked_at: Timestamp,
    /// The byte of the file at which the next row begins.
    pub offset: u64,
    /// The line of the next row.
    pub line: u64,
    /// The results of the rows before it.
    pub report: ImportReport,
    /// The tag of the file that is read; `None` until its first part was. An upload in its place has another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// 1 when it was asked for, and one more with every save.
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

/// What a shop said of products that its files name.
#[derive(Serialize, Deserialize)]
struct AnswersItem {
    #[serde(with = "json")]
    answers: ProductAnswers,
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

    /// Saves an import that nobody saved since it was read, which has the next version then. Returns whether it did: of
    /// two who work on the same one only one goes on.
    pub async fn save_import(&self, tenant: &Tenant, job: &mut ImportJob) -> Result<bool, Error> {
        let read = job.version;
        job.version += 1;
        self.replace(&keys::import(tenant, job.id), &ImportItem::from(&*job), read).await
    }

    /// What a shop said of products that its files name; nothing if it said nothing.
    pub async fn product_answers(&self, tenant: &Tenant) -> Result<ProductAnswers, Error> {
        let item = self.get(&keys::import_answers(tenant)).await?;
        let answers = item.map(|item| from_item::<AnswersItem>(item).map(|item| item.answers));
        Ok(answers.transpose()?.unwrap_or_default())
    }

    /// Replaces what a shop said of products that its files name.
    pub async fn put_product_answers(&self, tenant: &Tenant, answers: &ProductAnswers) -> Result<(), Error> {
        self.put(&keys::import_answers(tenant), &AnswersItem { answers: answers.clone() }).await
    }

    /// The row that brought a review with this digest; `None` if no file did.
    pub async fn imported_by(&self, tenant: &Tenant, digest: &str) -> Result<Option<ImportedBy>, Error> {
        self.get(&keys::import_guard(tenant, digest)).await?.map(from_item).transpose()
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

    /// Writes only while nobody saved this import since it was read: not after it was undone, and not beside another run.
    pub fn require_import(&mut self, job: &ImportJob) {
        let check = ConditionCheck::builder()
            .condition_expression("version = :version")
            .expression_attribute_values(":version", number(job.version));
        self.check(Part::Import, &keys::import(self.tenant, job.id), check);
    }

    /// Lets this row alone bring a review with this digest.
    pub fn guard_import(&mut self, digest: &str, by: ImportedBy) {
        self.insert(Part::Imported, &keys::import_guard(self.tenant, digest), &by);
    }

    /// Adds an imported review to the list of its author's address, so that an erasure finds it.
    pub fn note_imported_review(&mut self, email_index: &str, review: ReviewId) {
        self.put(Part::Other, &keys::imported_review(self.tenant, email_index, review), &OfAddressItem {}, "", []);
    }
}
