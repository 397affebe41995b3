//! The records of reviews that an import created. An undo uses them to find each review, its uniqueness key, and its entry under
//! the author's address.

use std::collections::BTreeMap;

use aws_sdk_dynamodb::types::AttributeValue;
use domain::review::{Review, ReviewPlace};
use domain::values::{Guid, ReviewId, Tenant};
use domain::webhook::Subscription;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{ImportJob, ImportedBy, RowDigests};
use crate::retention::{IMPORT_DAYS, days_after};
use crate::review::SealedReview;
use crate::review::counting::uncount;
use crate::table::{Error, NoFields, Part, Store, Transaction, from_item, keys, number};

const READ_AT_ONCE: i32 = 100;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BroughtReview {
    /// The record's number, which is in its key.
    #[serde(skip)]
    pub record: u64,
    pub review: ReviewId,
    /// The digest in the uniqueness key that is the review's own.
    pub digest: String,
    /// The digest of the content of a review with an id, in a uniqueness key that other such reviews may share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// The blind index of the author's address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email_index: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct BroughtItem {
    #[serde(flatten)]
    brought: BroughtReview,
    ttl: i64,
}

impl Store {
    /// Up to 100 records of an import after the record `after`, in the order of the file. Each comes with the current review
    /// without its sealed texts; `None` if the review is gone.
    pub async fn brought_reviews(
        &self,
        tenant: &Tenant,
        import: Guid,
        after: Option<u64>,
    ) -> Result<Vec<(BroughtReview, Option<Review>)>, Error> {
        let prefix = keys::brought_reviews(import);
        let first = keys::brought_review(tenant, import, after.map_or(0, |record| record + 1)).sk;
        let query = self.range(tenant, first, format!("{prefix}~")).limit(READ_AT_ONCE);
        let items = query.send().await?.items.unwrap_or_default();
        let mut brought = Vec::with_capacity(items.len());
        for item in items {
            let record = keys::behind(&item, &prefix)?;
            brought.push(BroughtReview { record, ..from_item::<BroughtItem>(item)?.brought });
        }
        let key = |brought: &BroughtReview| keys::review(tenant, ReviewPlace::Own(brought.review));
        let mut stored = match brought.is_empty() {
            true => Default::default(),
            false => self.batch(brought.iter().map(key).collect()).await?,
        };
        let with_review = |brought: BroughtReview| {
            let item = stored.remove(&key(&brought));
            let review = item.map(|item| SealedReview::from_item(item).map(|sealed| sealed.unopened())).transpose()?;
            Ok((brought, review))
        };
        brought.into_iter().map(with_review).collect()
    }
}

impl Transaction<'_> {
    /// Writes what is known of an imported review besides itself. Its uniqueness keys: no other row creates a review with its id, and
    /// no row without an id one with its content. Its record, by which an undo finds it, and its place in the list of its author's
    /// address, by which an erasure does. Refused if such a review is there, or one without an id that has the content; and if somebody
    /// saved the import since it was read: after an undo, or while another run continues.
    pub fn bring(
        &mut self,
        job: &ImportJob,
        by: ImportedBy,
        review: ReviewId,
        digests: &RowDigests,
        email_index: Option<&str>,
    ) {
        self.require(
            Part::Import,
            &keys::import(self.tenant, job.id),
            "version = :version",
            [(":version", number(job.version))],
        );
        self.insert(Part::Imported, &keys::import_uniqueness_key(self.tenant, digests.own()), &by);
        if let Some(shared) = digests.shared() {
            let ImportedBy { import, line, row, with_ids: _ } = by;
            let import = AttributeValue::S(import.to_string());
            self.change(
                Part::Imported,
                &keys::import_uniqueness_key(self.tenant, shared),
                "SET #import = :import, #line = :line, #row = :row ADD with_ids :one",
                "attribute_not_exists(PK) OR attribute_exists(with_ids)",
                [(":import", import), (":line", number(line)), (":row", number(row)), (":one", number(1))],
            );
        }
        let brought = BroughtReview {
            record: by.row,
            review,
            digest: digests.own().to_owned(),
            content: digests.shared().map(ToOwned::to_owned),
            email_index: email_index.map(ToOwned::to_owned),
        };
        let item = BroughtItem { brought, ttl: days_after(job.asked_at, IMPORT_DAYS) };
        self.set(&keys::brought_review(self.tenant, by.import, by.row), &item);
        if let Some(index) = email_index {
            self.set(&keys::imported_review(self.tenant, index, review), &NoFields::default());
        }
    }

    /// Deletes the record of a review that is gone or stays.
    pub fn forget_brought(&mut self, import: Guid, brought: &BroughtReview) {
        self.forget(&keys::brought_review(self.tenant, import, brought.record));
    }

    /// Deletes a review that an import created, unless somebody changed the review since it was read. The uniqueness keys are
    /// deleted too, so that the same file can create the review again. If other reviews share the content, the transaction is
    /// refused by [`Part::Imported`], and the next must say `is_shared`.
    pub fn take_out(
        &mut self,
        brought: &BroughtReview,
        is_shared: bool,
        review: &Review,
        subscriptions: &[Subscription],
        now: Timestamp,
    ) {
        let tenant = self.tenant;
        let mut gone = review.clone();
        let ended = gone.take_out(now);
        self.forget_review(review);
        self.move_rows(Some(review), &gone, false);
        uncount(self, review, now);
        let BroughtReview { record: _, review: id, digest, content, email_index } = brought;
        self.forget(&keys::import_uniqueness_key(tenant, digest));
        if let Some(content) = content {
            self.release_content(content, is_shared);
        }
        if let Some(index) = email_index {
            self.forget(&keys::imported_review(tenant, index, *id));
        }
        self.announce_import(&gone, &ended, subscriptions);
    }

    /// Deletes the uniqueness key of a content, or takes a review away from those that share it.
    fn release_content(&mut self, content: &str, is_shared: bool) {
        let key = keys::import_uniqueness_key(self.tenant, content);
        if is_shared {
            return self.add_to(&key, &BTreeMap::from([("with_ids".to_owned(), -1)]));
        }
        let is_alone = "attribute_not_exists(PK) OR with_ids = :one";
        self.delete_if(Part::Imported, &key, is_alone, [(":one", number(1))]);
    }
}
