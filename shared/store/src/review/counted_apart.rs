//! Which reviews of a shop do not count, because their authors work for it, and which were rewarded.
//!
//! An insider's review is in the same counters as any other, and once more in counters of insiders, which are subtracted. So
//! a release that does not know of insiders changes only counters that it knows. A row for each such review says which of
//! the other counters it has, and the review says that there is this row. An earlier release drops that word and leaves the
//! row alone, so [`Store::recount`] can tell what is wrong, and correct it review by review.

use aws_sdk_dynamodb::types::{AttributeValue, Delete, Update};
use domain::order::ProductId;
use domain::review::{Review, ReviewPlace, ReviewState};
use domain::values::{ReviewId, Tenant};
use serde::{Deserialize, Serialize};

use crate::review::SealedReview;
use crate::review::composed_counters::composed_attributes;
use crate::review::counters::{INSIDER, REWARDED, ReviewKind};
use crate::review::counting::{Change, add_apart};
use crate::review::moderation_counters::moderation_attributes;
use crate::shop::rotation::{RowPlace, key_of};
use crate::table::keys::{self, COUNTED_APART};
use crate::table::{Attributes, CommitError, Error, Key, Part, Store, Transaction, from_item, number};

const ROWS_A_CALL: i32 = 500;
/// The most attempts at a review that others keep changing.
const TRIES: u32 = 10;

/// The counters that a review has as an insider's or as a rewarded one.
#[derive(Serialize, Deserialize)]
struct CountedApart {
    review: u64,
    /// The sort key of the review.
    place: String,
    product: String,
    counters: Vec<String>,
}

/// What a part of the table had to be corrected.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Recounted {
    pub corrected: usize,
    /// The last row that was read; `None` at the table's end.
    pub next: Option<RowPlace>,
}

/// Whether the counters of insiders and rewarded reviews have this review, once it is written.
pub(crate) fn counts_apart(before: Option<&Review>, review: &Review) -> bool {
    (review.works_for_shop || review.incentivized) && before.is_none_or(|before| before.counts_apart)
}

/// The counters that a review belongs to as an insider's or as a rewarded one.
pub(crate) fn counters_apart(review: &Review) -> Vec<String> {
    if !review.works_for_shop {
        let is_rewarded = review.incentivized && review.state == ReviewState::Published;
        return is_rewarded.then(|| REWARDED.to_owned()).into_iter().collect();
    }
    let kind = (!review.state.is_final()).then(|| ReviewKind::of(review).attribute());
    let others = moderation_attributes(review).into_iter().chain(composed_attributes(review));
    kind.into_iter().chain(others).map(|name| format!("{INSIDER}{name}")).collect()
}

/// Whether a product's counters have this one, too.
pub(crate) fn is_of_product(counter: &str) -> bool {
    counter.strip_prefix(INSIDER).is_some_and(|name| ReviewKind::parse(name).is_some())
}

impl Transaction<'_> {
    /// Records which of these counters a review has.
    pub(crate) fn note_apart(&mut self, review: &Review, counters: Vec<String>) {
        let item = CountedApart {
            review: review.id.get(),
            place: keys::review_sk(review.place()),
            product: ProductId::name_of(review.product.as_ref()).to_owned(),
            counters,
        };
        self.put(Part::Other, &keys::counted_apart(self.tenant, review.id), &item, "", []);
    }

    pub(crate) fn forget_apart(&mut self, review: ReviewId) {
        self.delete(Part::Other, &keys::counted_apart(self.tenant, review), Delete::builder());
    }
}

impl Store {
    /// Reads a part of the table in one call, after `after`, and counts the insiders' and rewarded reviews in it that an
    /// earlier release wrote. Running it again changes nothing. No earlier release may run any more.
    pub async fn recount(&self, after: Option<&RowPlace>) -> Result<Recounted, Error> {
        let start = after.map(|place| place.key().attributes());
        let scan = self.client.scan().table_name(&self.table).consistent_read(true).limit(ROWS_A_CALL);
        let answer = scan.set_exclusive_start_key(start).send().await?;
        let mut corrected = 0;
        for item in answer.items.unwrap_or_default() {
            let key = key_of(&item)?;
            let Some(tenant) = keys::parse_tenant(&key) else { continue };
            if let Ok(place) = keys::parse_review_sk(&key.sk) {
                corrected += usize::from(self.recount_review(&tenant, place, item).await?);
            } else if key.sk.starts_with(COUNTED_APART) {
                corrected += usize::from(self.drop_lost(&tenant, &key, item).await?);
            }
        }
        Ok(Recounted { corrected, next: answer.last_evaluated_key.map(from_item).transpose()? })
    }

    /// Counts a review apart that does not say that it is. Returns whether it was to be counted.
    async fn recount_review(&self, tenant: &Tenant, place: ReviewPlace, item: Attributes) -> Result<bool, Error> {
        let mut item = Some(item);
        for tried in 0..TRIES {
            let Some(read) = item else { return Ok(false) };
            let review = SealedReview::from_item(read)?.unopened();
            if review.counts_apart || !counts_apart(None, &review) {
                return Ok(false);
            }
            let row = self.get(&keys::counted_apart(tenant, review.id)).await?.map(from_item::<CountedApart>);
            let was = row.transpose()?.map(|row| row.counters).unwrap_or_default();
            let is = counters_apart(&review);
            let mut transaction = self.transaction(tenant);
            let unchanged = Update::builder()
                .update_expression("SET counts_apart = :true, version = :next")
                .condition_expression("version = :read")
                .expression_attribute_values(":true", AttributeValue::Bool(true))
                .expression_attribute_values(":next", number(review.version + 1))
                .expression_attribute_values(":read", number(review.version));
            transaction.update(Part::Review, &keys::review(tenant, place), unchanged);
            let product = ProductId::name_of(review.product.as_ref());
            add_apart(&mut transaction, product, Change::between(&was, &is));
            transaction.note_apart(&review, is);
            if is_written(transaction.commit().await)? {
                return Ok(true);
            }
            self.pause(tried).await;
            item = self.get(&keys::review(tenant, place)).await?;
        }
        Err(Error::Unavailable("a review changes all the time".to_owned()))
    }

    /// Stops counting a review of which an earlier release left only this row. Returns whether it was counted.
    async fn drop_lost(&self, tenant: &Tenant, key: &Key, item: Attributes) -> Result<bool, Error> {
        let CountedApart { review, place, product, counters } = from_item(item)?;
        // The place of a review that has ended may have another one. How it ended still counts.
        let is_live = |name: &String| is_of_product(name) || name == REWARDED;
        let stored = self.get(&keys::review(tenant, keys::parse_review_sk(&place)?)).await?;
        let stored = stored.map(|item| SealedReview::from_item(item).map(|stored| stored.unopened())).transpose()?;
        if !counters.iter().any(is_live) || stored.is_some_and(|stored| stored.id.get() == review) {
            return Ok(false);
        }
        let mut transaction = self.transaction(tenant);
        let is_there = Delete::builder().condition_expression("attribute_exists(PK)");
        transaction.delete(Part::Review, key, is_there);
        add_apart(&mut transaction, &product, Change::between(&counters, &[]));
        is_written(transaction.commit().await)
    }
}

/// Whether a transaction was written, or somebody changed the review meanwhile.
fn is_written(committed: Result<(), CommitError>) -> Result<bool, Error> {
    match committed {
        Ok(()) => Ok(true),
        Err(CommitError::Refused(_) | CommitError::Conflict(_)) => Ok(false),
        Err(CommitError::Store(error)) => Err(error),
        Err(CommitError::Vault(error)) => Err(Error::Refused(error.to_string())),
    }
}
