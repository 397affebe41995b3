//! Reviews, as they are stored.

pub mod counters;
pub(crate) mod counting;
pub mod draft;
pub mod feeds;
pub mod group;
pub(crate) mod ledger;
pub mod link_limits;
pub mod list;
pub mod list_pages;
pub mod owed;
pub(crate) mod photo;
pub mod photo_changes;
mod report;
pub mod seen;

use domain::review::{Photo, Review, ReviewContent, ReviewFields, ReviewPlace, Undo};
use domain::values::{RequestId, Tenant};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::{Random, TenantKeys};

use crate::review::draft::SealedReviewDraft;
use crate::review::photo::parse_photo;
use crate::table::{
    Attributes, CommitError, DueKind, Error, Part, Store, Transaction, from_item, json, keys, number, open, seal,
};

/// The names to which sealed texts are bound.
const CONTENT: &str = "content";
const UNDO_CONTENT: &str = "undo_content";

/// A review as stored, with what anybody wrote sealed.
pub struct SealedReview {
    place: ReviewPlace,
    item: ReviewItem,
}

/// A review's attributes: the domain's struct as JSON, the sealed part, and the attributes that conditions and the
/// index `due` need.
#[derive(Serialize, Deserialize)]
struct ReviewItem {
    #[serde(with = "json")]
    review: ReviewFields,
    /// Absent once its content was deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    content: Option<ByteBuf>,
    /// Whether the shop answered the review, for readers that do not decrypt it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    is_replied: bool,
    version: u64,
    updated_at: i64,
    /// The review before a decision that can be undone, and the sealed part of it.
    #[serde(default, with = "json::optional", skip_serializing_if = "Option::is_none")]
    undo: Option<Undo>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    undo_content: Option<ByteBuf>,
    /// The keys of the index `due` while the review waits, with the time at which it has waited too long, or while it is
    /// new.
    #[serde(skip_serializing_if = "Option::is_none")]
    due_shard: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due_at: Option<i64>,
}

impl ReviewItem {
    fn seal(review: &Review, keys: &TenantKeys, random: &Random) -> Result<Self, CommitError> {
        let sk = keys::review_sk(review.place());
        let sealed = |name: &str, content: &ReviewContent| {
            let is_empty = *content == ReviewContent::default();
            (!is_empty).then(|| seal(content, &sk, name, keys, random)).transpose()
        };
        let undo_content = review.undo.as_ref().map(|undo| sealed(UNDO_CONTENT, &undo.before.content)).transpose()?;
        Ok(Self {
            is_replied: review.content.reply.is_some(),
            undo: review.undo.clone(),
            undo_content: undo_content.flatten(),
            ..Self::new(review, sealed(CONTENT, &review.content)?)
        })
    }

    /// The item of a review with this sealed part, without a decision that can be undone.
    fn new(review: &Review, content: Option<ByteBuf>) -> Self {
        let due = [(DueKind::Review, review.decision_due_at()), (DueKind::Written, review.new_until())];
        let due = due.into_iter().find_map(|(kind, at)| Some((kind, at?)));
        Self {
            review: review.fields().clone(),
            content,
            is_replied: false,
            version: 0,
            updated_at: review.updated_at.as_millisecond(),
            undo: None,
            undo_content: None,
            due_shard: due.map(|(kind, _)| kind.shard_name(review.id.get())),
            due_at: due.map(|(_, at)| at.as_millisecond()),
        }
    }
}

impl SealedReview {
    pub(crate) fn from_item(item: Attributes) -> Result<Self, Error> {
        Ok(Self { place: keys::parse_review_sk(keys::sk(&item))?, item: from_item(item)? })
    }

    pub(crate) const fn is_replied(&self) -> bool {
        self.item.is_replied
    }

    /// The review without what anybody wrote.
    pub fn unopened(&self) -> Review {
        let ReviewItem { review, version, .. } = &self.item;
        Review::restore(ReviewFields { version: *version, ..review.clone() })
    }

    pub fn open(self, keys: &TenantKeys) -> Result<Review, Error> {
        let Self { place, item } = self;
        let ReviewItem { review, content, version, undo, undo_content, .. } = item;
        let sk = keys::review_sk(place);
        let opened = |name: &str, sealed: Option<ByteBuf>| {
            sealed.map_or(Ok(ReviewContent::default()), |sealed| open(&sealed, &sk, name, keys))
        };
        let before_content = opened(UNDO_CONTENT, undo_content)?;
        let undo = undo.map(|Undo { until, before, notification_waits }| {
            let before = Box::new(ReviewFields { content: before_content, ..*before });
            Undo { until, before, notification_waits }
        });
        let content = opened(CONTENT, content)?;
        Ok(Review::restore(ReviewFields { content, undo, version, ..review }))
    }
}

impl Transaction<'_> {
    /// Creates or replaces the item of a review, if it has not changed since `before` was read.
    pub(crate) fn put_review(&mut self, before: Option<&Review>, review: &Review, keys: &TenantKeys) {
        if let Some(item) = self.made(ReviewItem::seal(review, keys, &self.store.random)) {
            self.put_item(before, review, item);
        }
    }

    /// Replaces the item of a review that was not decrypted; its sealed part stays. Refused if the review changed since
    /// it was read.
    pub(crate) fn put_unopened(&mut self, sealed: &SealedReview, before: &Review, review: &Review) {
        let ReviewItem { content, is_replied, .. } = &sealed.item;
        let item = ReviewItem { is_replied: *is_replied, ..ReviewItem::new(review, content.clone()) };
        self.put_item(Some(before), review, item);
    }

    /// Deletes the item of a review that nobody changed, and its ledger entries.
    pub(crate) fn forget_review(&mut self, review: &Review) {
        let (key, values) = (keys::review(self.tenant, review.place()), [(":read", number(review.version))]);
        self.delete_if(Part::Review, &key, "version = :read", values);
        for revision in 1..=review.revision {
            self.forget(&keys::ledger_lines(self.tenant, review.id, revision));
        }
    }

    fn put_item(&mut self, before: Option<&Review>, review: &Review, item: ReviewItem) {
        let read = before.map_or(0, |before| before.version);
        let item = ReviewItem { version: read + 1, ..item };
        self.put_next(Part::Review, &keys::review(self.tenant, review.place()), &item, read);
    }
}

/// The reviews of a request, sent and unsent.
#[derive(Default)]
pub struct RequestReviews {
    pub reviews: Vec<SealedReview>,
    /// The drafts, of items with and without a review.
    pub drafts: Vec<SealedReviewDraft>,
    pub photos: Vec<Photo>,
}

impl Store {
    /// The reviews, drafts and photos of a request, in one query.
    pub async fn request_reviews(&self, tenant: &Tenant, id: RequestId) -> Result<RequestReviews, Error> {
        let mut all = RequestReviews::default();
        for item in self.starting(tenant, &keys::reviews(id)).await? {
            match parse_photo(id, item).map_err(|item| SealedReviewDraft::parse(id, item)) {
                Ok(photo) => all.photos.push(photo?),
                Err(Ok(draft)) => all.drafts.push(draft),
                Err(Err(item)) => all.reviews.push(SealedReview::from_item(item)?),
            }
        }
        Ok(all)
    }
}
