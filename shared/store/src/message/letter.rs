//! Letters: ordered in the transaction of what they are about, so that none is forgotten, and found by reconcile in the
//! index `due` until they are settled.

use aws_sdk_dynamodb::types::{ConditionCheck, Delete, Update};
use domain::message::{LETTER_WAIT, Letter, LetterName};
use domain::review::{LedgerEntry, LedgerKind, Origin, Review};
use domain::values::{ReviewId, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::retention::letter_ttl;
use crate::table::keys::DueKind;
use crate::table::{CommitError, Error, Part, Store, Transaction, from_item, json, keys, milliseconds, number};

#[derive(Serialize, Deserialize)]
pub(crate) struct LetterItem {
    #[serde(with = "json")]
    letter: Letter,
    version: i64,
    ttl: i64,
    /// The keys of the index `due`, until the letter is settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due_shard: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due_at: Option<i64>,
}

impl From<&Letter> for LetterItem {
    fn from(letter: &Letter) -> Self {
        let owed_at = letter.step.owed_at().map(Timestamp::as_millisecond);
        Self {
            letter: letter.clone(),
            version: letter.version,
            ttl: letter_ttl(letter.ordered_at, owed_at.is_none()),
            // The millisecond in which it was ordered spreads them evenly.
            due_shard: owed_at.map(|_| DueKind::Letter.shard_name(letter.ordered_at.as_millisecond().unsigned_abs())),
            due_at: owed_at,
        }
    }
}

impl From<LetterItem> for Letter {
    fn from(item: LetterItem) -> Self {
        let LetterItem { letter, version, ttl: _, due_shard: _, due_at: _ /* derived */ } = item;
        Self { version, ..letter }
    }
}

impl Store {
    /// A letter; `None` if none was ordered, or it was dropped.
    pub async fn letter(&self, tenant: &Tenant, name: LetterName) -> Result<Option<Letter>, Error> {
        let item = self.get(&keys::letter(tenant, name)).await?;
        item.map(|item| from_item::<LetterItem>(item).map(Letter::from)).transpose()
    }

    /// Orders a letter, unless the same was ordered within the last 30 days. Returns whether it did.
    pub async fn order_letter_once(&self, tenant: &Tenant, letter: &Letter) -> Result<bool, Error> {
        self.insert(&keys::letter(tenant, letter.name), &LetterItem::from(letter)).await
    }

    /// These letters, in one call; without those that were not ordered, or were dropped.
    pub async fn letters(&self, tenant: &Tenant, names: &[LetterName]) -> Result<Vec<Letter>, Error> {
        let items = self.batch(names.iter().map(|name| keys::letter(tenant, name)).collect()).await?;
        items.into_values().map(|item| from_item::<LetterItem>(item).map(Letter::from)).collect()
    }

    /// Orders a letter in the place of a settled one, as it was read, or of none. `false` if that changed meanwhile.
    pub async fn order_letter_again(
        &self,
        tenant: &Tenant,
        letter: &Letter,
        settled: Option<&Letter>,
    ) -> Result<bool, Error> {
        match settled {
            Some(Letter { version, .. }) => {
                self.replace(&keys::letter(tenant, letter.name), &LetterItem::from(letter), *version).await
            }
            None => self.order_letter_once(tenant, letter).await,
        }
    }

    /// Saves a letter that was read, as a new version. `false` if it changed since, or another has taken its place.
    pub async fn save_letter(&self, tenant: &Tenant, letter: &Letter) -> Result<bool, Error> {
        let next = Letter { version: letter.version + 1, ..letter.clone() };
        self.replace(&keys::letter(tenant, letter.name), &LetterItem::from(&next), letter.version).await
    }

    /// Deletes what the last decision about a review replaced, unless it can still be taken back.
    pub async fn delete_replaced(&self, tenant: &Tenant, id: ReviewId, now: Timestamp) -> Result<(), Error> {
        let Some(row) = self.review_row(tenant, id).await? else { return Ok(()) };
        let decided_by = now.saturating_sub(LETTER_WAIT).unwrap_or(now);
        let update = Update::builder()
            .table_name(&self.table)
            .set_key(Some(keys::review(tenant, row.place).attributes()))
            // A reserved word.
            .update_expression("REMOVE #undo, undo_content")
            .expression_attribute_names("#undo", "undo")
            .condition_expression("updated_at <= :decided_by")
            .expression_attribute_values(":decided_by", milliseconds(decided_by))
            .build()
            .map_err(|error| Error::Refused(error.to_string()))?;
        self.update_if_met(self.update_item(update)).await?;
        Ok(())
    }

    /// Drops a letter that does not hold any more, unless another has taken its place.
    ///
    /// # Errors
    /// [`CommitError::Refused`] if it changed since it was read.
    pub async fn drop_letter(&self, tenant: &Tenant, letter: &Letter) -> Result<(), CommitError> {
        let mut transaction = self.transaction(tenant);
        let delete = Delete::builder()
            .condition_expression("version = :read")
            .expression_attribute_values(":read", number(letter.version));
        transaction.delete(Part::Letter, &keys::letter(tenant, letter.name), delete);
        transaction.commit().await
    }
}

/// Whether the letter about a decision that is taken back would say again what its author has read.
fn is_repeated(decided: &Review, restored: &Review) -> bool {
    restored.replaces_a_letter(decided) && decided.undo.as_ref().is_none_or(|undo| !undo.letter_waits)
}

impl Transaction<'_> {
    /// Orders a letter. It takes the place of an earlier one about the same.
    pub fn order_letter(&mut self, letter: &Letter) {
        self.put(Part::Other, &keys::letter(self.tenant, letter.name), &LetterItem::from(letter), "", []);
    }

    /// Saves a letter; `letter` becomes the next version. Refused if it changed since it was read, or another has taken
    /// its place.
    pub fn save_letter(&mut self, letter: &mut Letter) {
        let read = letter.version;
        letter.version += 1;
        let key = keys::letter(self.tenant, letter.name);
        self.put(Part::Letter, &key, &LetterItem::from(&*letter), "version = :read", [(":read", number(read))]);
    }

    /// Refuses the transaction if a review changed since it was read.
    pub fn require_review(&mut self, review: &Review) {
        let check = ConditionCheck::builder()
            .condition_expression("version = :read")
            .expression_attribute_values(":read", number(review.version));
        self.check(Part::Review, &keys::review(self.tenant, review.place()), check);
    }

    /// Orders what a review's author is to hear of a change: that it is withheld, each time, and the first answer. Only
    /// who was asked left an address with their review. What is taken back takes its letter along where that would say again
    /// what the author has read.
    pub(crate) fn order_letters(&mut self, before: Option<&Review>, review: &Review, ledger: &[LedgerEntry]) {
        if review.keeps_replaced_words() {
            self.order_letter(&Letter::new(LetterName::Replaced(review.id), None, None, review.updated_at));
        }
        let Origin::Hub { request, item } = review.origin else { return };
        let was_replied = before.is_some_and(|before| before.was_replied);
        for line in ledger {
            let name = match line.what {
                LedgerKind::Withheld => LetterName::Withheld(review.id),
                LedgerKind::Replied if !was_replied => LetterName::Replied(review.id),
                LedgerKind::Undone if before.is_some_and(|before| is_repeated(before, review)) => {
                    let key = keys::letter(self.tenant, LetterName::Withheld(review.id));
                    self.delete(Part::Other, &key, Delete::builder());
                    continue;
                }
                _ => continue,
            };
            self.order_letter(&Letter::new(name, Some((request, item)), None, line.at));
        }
    }
}
