//! Reviews from before reviews were listed: found by one walk through the whole table, which is never repeated once it is
//! finished.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::{LedgerEntry, ProductId, Review, ReviewPlace, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::review::SealedReview;
use crate::review_counting::count;
use crate::review_photos::PhotoPart;
use crate::table::keys::{self, Key, parse_item_review, waiting_shard_name};
use crate::table::{Attributes, Error, PK, Part, SK, Store, Transaction, from_item, instant};

/// How far the walk has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListingWalk {
    /// When it may begin: by then nothing runs that stores reviews without listing them.
    pub begins_at: Timestamp,
    /// The last item that it has passed; `None` before the first.
    pub after: Option<Key>,
    /// Whether it has passed all.
    pub is_done: bool,
}

#[derive(Serialize, Deserialize)]
struct WalkItem {
    begins_at: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after_pk: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after_sk: Option<String>,
    is_done: bool,
}

/// What a review from before reviews were listed lacks.
#[derive(Serialize)]
struct ListedPart {
    id: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<String>,
    product: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    verification: String,
    state: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    held_by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    held_since: Option<i64>,
    revision: u32,
    photos: Vec<PhotoPart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due_shard: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due_at: Option<i64>,
}

/// A review that is in no list.
#[derive(Debug, Clone)]
pub struct UnlistedReview {
    /// Its shop.
    pub tenant: Tenant,
    /// The review without its words.
    pub review: Review,
}

impl Store {
    /// How far the walk has come; `None` if nobody planned it yet.
    pub async fn listing_walk(&self) -> Result<Option<ListingWalk>, Error> {
        let Some(item) = self.get(&keys::listing_walk()).await? else { return Ok(None) };
        let WalkItem { begins_at, after_pk, after_sk, is_done } = from_item(item)?;
        let after = after_pk.zip(after_sk).map(|(pk, sk)| Key { pk, sk });
        Ok(Some(ListingWalk { begins_at: instant(begins_at)?, after, is_done }))
    }

    /// Saves how far the walk has come.
    pub async fn save_listing_walk(&self, walk: &ListingWalk) -> Result<(), Error> {
        let ListingWalk { begins_at, after, is_done } = walk;
        let item = WalkItem {
            begins_at: begins_at.as_millisecond(),
            after_pk: after.as_ref().map(|key| key.pk.clone()),
            after_sk: after.as_ref().map(|key| key.sk.clone()),
            is_done: *is_done,
        };
        self.put(&keys::listing_walk(), &item).await
    }

    /// The unlisted reviews among the next `limit` items of the table, and the walk behind them.
    pub async fn unlisted_reviews(
        &self,
        walk: &ListingWalk,
        limit: i32,
    ) -> Result<(Vec<UnlistedReview>, ListingWalk), Error> {
        let answer = self
            .client
            .scan()
            .table_name(&self.table)
            .limit(limit)
            .set_exclusive_start_key(walk.after.as_ref().map(Key::attributes))
            .filter_expression(
                "begins_with(SK, :reviews) AND attribute_exists(rating) AND attribute_not_exists(revision)",
            )
            .expression_attribute_values(":reviews", AttributeValue::S(keys::ALL_REVIEWS.to_owned()))
            .send()
            .await?;
        let found = answer.items.unwrap_or_default().into_iter().filter_map(|item| unlisted(item).transpose());
        let after = answer.last_evaluated_key.as_ref().map(key_of).transpose()?;
        let is_done = after.is_none();
        Ok((found.collect::<Result<_, _>>()?, ListingWalk { begins_at: walk.begins_at, after, is_done }))
    }
}

impl Transaction<'_> {
    /// Takes a review into the lists that was stored before there were any, with its counters and ledger. Refused if that
    /// was done already. What anybody wrote stays as it is, sealed.
    pub fn list_review(&mut self, review: &Review, ledger: &[LedgerEntry]) {
        self.update_unlisted(review);
        self.move_rows(None, review);
        count(self, None, review);
        self.note_ledger(review, ledger, None);
    }

    /// Adds to the item of a review from before reviews were listed what its lists know of it. Refused if that was done
    /// already.
    fn update_unlisted(&mut self, review: &Review) {
        let due_at = review.decision_due_at();
        let part = ListedPart {
            id: review.id.get(),
            author: review.author.map(|author| author.to_string()),
            product: ProductId::name_of(review.product.as_ref()).to_owned(),
            language: review.language.map(|language| language.as_str().to_owned()),
            verification: review.verification.as_str().to_owned(),
            state: review.state.as_str().to_owned(),
            held_by: review.held_by.map(|rule| rule.as_str().to_owned()),
            held_since: review.held_since.map(|at| at.as_millisecond()),
            revision: review.revision,
            photos: review.photos.iter().map(PhotoPart::new).collect(),
            due_shard: due_at.map(|_| waiting_shard_name(review.id.get())),
            due_at: due_at.map(|at| at.as_millisecond()),
        };
        let key = keys::review(self.tenant, review.place());
        self.set_if(Part::Review, &key, &part, "attribute_exists(PK) AND attribute_not_exists(revision)");
    }
}

/// An item's review; `None` if it is something else of a review, such as its draft.
fn unlisted(item: Attributes) -> Result<Option<UnlistedReview>, Error> {
    let Key { pk, sk } = key_of(&item)?;
    let Some((tenant, request, number)) = parse_item_review(&pk, &sk) else { return Ok(None) };
    let review = SealedReview::from_item(ReviewPlace::Item(request, number), item)?.without_words()?;
    Ok(Some(UnlistedReview { tenant, review }))
}

fn key_of(item: &Attributes) -> Result<Key, Error> {
    let part = |name: &str| item.get(name)?.as_s().ok().cloned();
    let key = part(PK).zip(part(SK)).map(|(pk, sk)| Key { pk, sk });
    key.ok_or_else(|| Error::Unreadable("an item without a key".to_owned()))
}
