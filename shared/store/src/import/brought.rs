//! The records of reviews that an import created. An undo uses them to find each review, its uniqueness key, and its entry under
//! the author's address.

use std::collections::BTreeMap;

use aws_sdk_dynamodb::types::Delete;
use domain::review::{Review, ReviewPlace};
use domain::values::{Guid, ReviewId, Tenant};
use domain::webhook::Subscription;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{ImportJob, ImportedBy, RowDigests};
use crate::retention::{IMPORT_DAYS, days_after};
use crate::review::SealedReview;
use crate::review::counting::uncount;
use crate::table::{Error, Part, SK, Store, Transaction, from_item, keys, number};

const READ_AT_ONCE: u32 = 100;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BroughtReview {
    /// The record's number, which is in its key.
    pub record: u64,
    pub review: ReviewId,
    /// The digest in the uniqueness key that is the review's own.
    pub digest: String,
    /// The digest of the content of a review with an id, in a uniqueness key that other such reviews may share.
    pub content: Option<String>,
    /// The blind index of the author's address.
    pub email_index: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct BroughtItem {
    review: u64,
    digest: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    content: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    email_index: Option<String>,
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
        let last = format!("{prefix}~");
        let limit = i32::try_from(READ_AT_ONCE).unwrap_or(i32::MAX);
        let query = self.range(tenant, first, last).limit(limit);
        let items = query.send().await?.items.unwrap_or_default();
        let mut brought = Vec::with_capacity(items.len());
        for item in items {
            let record = item.get(SK).and_then(|sk| sk.as_s().ok()?.strip_prefix(&prefix)?.parse().ok());
            let record = record.ok_or_else(unreadable)?;
            let BroughtItem { review, digest, content, email_index, ttl: _ } = from_item(item)?;
            let review = ReviewId::new(review).ok_or_else(unreadable)?;
            brought.push(BroughtReview { record, review, digest, content, email_index });
        }
        let key = |brought: &BroughtReview| keys::review(tenant, ReviewPlace::Own(brought.review));
        let mut stored = match brought.is_empty() {
            true => Default::default(),
            false => self.batch(brought.iter().map(key).collect()).await?,
        };
        let with_review = |brought: BroughtReview| {
            let item = stored.remove(&key(&brought));
            let review = item.map(|item| SealedReview::from_item(item).map(|sealed| sealed.unopened())).transpose()?;
            Ok((brought, review.filter(|review| !review.state.is_final())))
        };
        brought.into_iter().map(with_review).collect()
    }

    /// A review that an import created, without its sealed texts; `None` if the review is gone.
    pub async fn review_of_import(&self, tenant: &Tenant, id: ReviewId) -> Result<Option<Review>, Error> {
        let item = self.get(&keys::review(tenant, ReviewPlace::Own(id))).await?;
        let review = item.map(|item| SealedReview::from_item(item).map(|sealed| sealed.unopened())).transpose()?;
        Ok(review.filter(|review| !review.state.is_final()))
    }
}

fn unreadable() -> Error {
    Error::Unreadable("a review that an import brought".to_owned())
}

impl Transaction<'_> {
    pub fn note_brought(
        &mut self,
        job: &ImportJob,
        by: ImportedBy,
        review: ReviewId,
        known_by: (&RowDigests, Option<&str>),
    ) {
        let (digests, email_index) = known_by;
        let item = BroughtItem {
            review: review.get(),
            digest: digests.own().to_owned(),
            content: digests.shared().map(ToOwned::to_owned),
            email_index: email_index.map(ToOwned::to_owned),
            ttl: days_after(job.asked_at, IMPORT_DAYS),
        };
        let key = keys::brought_review(self.tenant, by.import, by.row);
        self.put(Part::Other, &key, &item, "", []);
    }

    /// Deletes the record of a review that is gone or stays.
    pub fn forget_brought(&mut self, import: Guid, brought: &BroughtReview) {
        self.delete(Part::Other, &keys::brought_review(self.tenant, import, brought.record), Delete::builder());
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
        self.delete(Part::Other, &keys::import_uniqueness_key(tenant, digest), Delete::builder());
        if let Some(content) = content {
            self.release_content(content, is_shared);
        }
        if let Some(index) = email_index {
            self.delete(Part::Other, &keys::imported_review(tenant, index, *id), Delete::builder());
        }
        self.announce_import(&gone, &ended, subscriptions);
    }

    /// Deletes the uniqueness key of a content, or takes a review away from those that share it.
    fn release_content(&mut self, content: &str, is_shared: bool) {
        let key = keys::import_uniqueness_key(self.tenant, content);
        if is_shared {
            return self.add_to(&key, &BTreeMap::from([("with_ids".to_owned(), -1)]));
        }
        let delete = Delete::builder().condition_expression("attribute_not_exists(PK) OR with_ids = :one");
        self.delete(Part::Imported, &key, delete.expression_attribute_values(":one", number(1)));
    }
}
