//! The ledgers of reviews: what was done to each, by whom and why. They are only added to, and outlive their reviews.
//! The history of a review that was submitted and never changed is not stored: [`Review::first_lines`] reads it off the
//! review.

use domain::{Actor, LedgerEntry, Review, ReviewId, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::{Random, TenantKeys};

use crate::table::{Error, Part, Store, Transaction, from_item, instant, keys, known};

/// The name under which notes are sealed.
const NOTE: &str = "note";

/// The lines that one write adds: usually one, two where a rule decided at once.
#[derive(Serialize, Deserialize)]
struct LedgerItem {
    at: i64,
    revision: u32,
    lines: Vec<LinePart>,
}

#[derive(Serialize, Deserialize)]
struct LinePart {
    what: String,
    by: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    by_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    /// Sealed: shops may write about people.
    note: Option<ByteBuf>,
}

impl LinePart {
    /// Without keys, nobody wrote a note.
    fn seal(sk: &str, entry: &LedgerEntry, keys: Option<&TenantKeys>, random: &Random) -> Result<Self, vault::Error> {
        let LedgerEntry { at: _, what, by, reason, rule, note, revision: _ } = entry;
        let note = note.as_ref().zip(keys).map(|(note, keys)| keys.seal(sk, NOTE, note, random).map(ByteBuf::from));
        Ok(Self {
            what: what.as_str().to_owned(),
            by: by.as_str().to_owned(),
            by_id: by.id().map(ToOwned::to_owned),
            reason: reason.map(|reason| reason.as_str().to_owned()),
            rule: rule.map(|rule| rule.as_str().to_owned()),
            note: note.transpose()?,
        })
    }

    fn open(self, sk: &str, at: Timestamp, revision: u32, keys: &TenantKeys) -> Result<LedgerEntry, Error> {
        let unreadable = || Error::Unreadable("a ledger".to_owned());
        let Self { what, by, by_id, reason, rule, note } = self;
        Ok(LedgerEntry {
            at,
            what: known(&what)?,
            by: Actor::stored(&by, by_id).ok_or_else(unreadable)?,
            reason: reason.as_deref().map(known).transpose()?,
            rule: rule.as_deref().map(known).transpose()?,
            note: note.map(|note| keys.open(sk, NOTE, &note).map_err(|_| unreadable())).transpose()?,
            revision,
        })
    }
}

impl Store {
    /// The stored lines of a review's ledger, oldest first: empty if no review ever had this id, and if
    /// [`Review::first_lines`] says it all.
    pub async fn ledger(&self, tenant: &Tenant, id: ReviewId, keys: &TenantKeys) -> Result<Vec<LedgerEntry>, Error> {
        let mut entries = Vec::new();
        for item in self.starting(tenant, &keys::ledger(id)).await? {
            let LedgerItem { at, revision, lines } = from_item(item)?;
            let sk = keys::ledger_sk(id, revision);
            for line in lines {
                entries.push(line.open(&sk, instant(at)?, revision, keys)?);
            }
        }
        Ok(entries)
    }
}

impl Store {
    /// Removes the notes from a review's ledger.
    pub(crate) async fn strip_ledger(&self, tenant: &Tenant, id: ReviewId) -> Result<(), Error> {
        for item in self.starting(tenant, &keys::ledger(id)).await? {
            let mut item: LedgerItem = from_item(item)?;
            if item.lines.iter().any(|line| line.note.is_some()) {
                item.lines.iter_mut().for_each(|line| line.note = None);
                self.put(&keys::ledger_lines(tenant, id, item.revision), &item).await?;
            }
        }
        Ok(())
    }
}

impl Transaction<'_> {
    /// Adds to a review's ledger what a change of it did, and before that how it began if nothing else stores that. The
    /// keys seal notes.
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
        let sk = keys::ledger_sk(id, last.revision);
        let lines = entries.iter().map(|entry| LinePart::seal(&sk, entry, keys, &self.store.random));
        match lines.collect() {
            Ok(lines) => {
                let item = LedgerItem { at: last.at.as_millisecond(), revision: last.revision, lines };
                self.insert(Part::Review, &keys::ledger_lines(self.tenant, id, last.revision), &item);
            }
            Err(error) => self.failure = Some(error.into()),
        }
    }
}
