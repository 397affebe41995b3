//! The ledgers of reviews: what was done to a review, by whom and why. Entries are only added, and outlive the review.
//! The history of a review that was submitted and never changed is not stored, because [`Review::first_lines`] computes
//! it from the review.

use domain::review::{LedgerEntry, Review};
use domain::values::{ReviewId, Tenant};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::TenantKeys;

use crate::table::{Error, Part, Store, Transaction, from_item, json, keys, open, seal};

const NOTES: &str = "notes";

/// The entries that one write adds: usually one, or two if a rule decided at once.
#[derive(Serialize, Deserialize)]
struct LedgerItem {
    #[serde(with = "json")]
    lines: Vec<LedgerEntry>,
    /// The notes of these entries, if any. They are sealed, because shops may write about people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    notes: Option<ByteBuf>,
}

impl Store {
    /// The stored entries of a review's ledger, oldest first. Empty if there are none besides [`Review::first_lines`],
    /// or no such review.
    pub async fn ledger(&self, tenant: &Tenant, id: ReviewId, keys: &TenantKeys) -> Result<Vec<LedgerEntry>, Error> {
        let mut entries = Vec::new();
        for item in self.starting(tenant, &keys::ledger(id)).await? {
            let LedgerItem { mut lines, notes } = from_item(item)?;
            if let (Some(last), Some(notes)) = (lines.last(), notes) {
                let sk = keys::ledger_sk(id, last.revision);
                let notes: Vec<Option<String>> = open(&notes, &sk, NOTES, keys)?;
                lines.iter_mut().zip(notes).for_each(|(line, note)| line.note = note);
            }
            entries.extend(lines);
        }
        Ok(entries)
    }

    pub(crate) async fn strip_ledger(&self, tenant: &Tenant, id: ReviewId) -> Result<(), Error> {
        for item in self.starting(tenant, &keys::ledger(id)).await? {
            let LedgerItem { lines, notes } = from_item(item)?;
            if let (Some(last), Some(_)) = (lines.last(), notes) {
                let key = keys::ledger_lines(tenant, id, last.revision);
                self.put(&key, &LedgerItem { lines, notes: None }).await?;
            }
        }
        Ok(())
    }
}

impl Transaction<'_> {
    /// Adds a change's entries, sealed with `keys`, to a ledger. If the review's first lines are not stored yet, they
    /// are added before.
    pub(crate) fn note_ledger(
        &mut self,
        before: Option<&Review>,
        review: &Review,
        entries: &[LedgerEntry],
        keys: Option<&TenantKeys>,
    ) {
        if review.first_lines().is_some() {
            return;
        }
        if let Some(first) = before.and_then(Review::first_lines) {
            self.note_lines(review.id, &first, keys);
        }
        self.note_lines(review.id, entries, keys);
    }

    fn note_lines(&mut self, id: ReviewId, entries: &[LedgerEntry], keys: Option<&TenantKeys>) {
        let Some(last) = entries.last() else { return };
        let notes: Vec<_> = entries.iter().map(|entry| entry.note.as_ref()).collect();
        let noted = keys.filter(|_| notes.iter().any(Option::is_some));
        let sk = keys::ledger_sk(id, last.revision);
        let sealed = noted.map(|keys| seal(&notes, &sk, NOTES, keys, &self.store.random)).transpose();
        if let Some(notes) = self.made(sealed) {
            let item = LedgerItem { lines: entries.to_vec(), notes };
            self.insert(Part::Review, &keys::ledger_lines(self.tenant, id, last.revision), &item);
        }
    }
}
