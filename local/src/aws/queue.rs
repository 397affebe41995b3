//! A queue and its dead letters, as SQS keeps them.

use std::sync::{Arc, Mutex, PoisonError};

use dynoxide::Database;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::shelf::{Rows, Shelf, rfc3339};

/// How long a received message stays hidden, in seconds. template.yaml says the same.
pub const VISIBILITY_S: i64 = 180;
/// How often a message is received before it goes to the dead letters.
pub const RECEIVES_MAX: u32 = 8;

/// A message in somebody's hands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// SQS' id of it.
    pub id: String,
    /// Names this receipt of it, for `DeleteMessage` and `ChangeMessageVisibility`.
    pub receipt: String,
    /// What was sent.
    pub body: String,
    /// How often it was received, this time included.
    pub receives: u32,
}

pub(super) struct Queue {
    /// What its URL and its ARN end in.
    pub(super) name: &'static str,
    rows: Shelf<Row>,
    copies: Mutex<Copies>,
}

/// How often each message comes, and by how much later than asked.
#[derive(Clone, Default)]
pub(super) struct Copies(Option<Arc<dyn Fn() -> Vec<SignedDuration> + Send + Sync>>);

impl Copies {
    /// One copy for each delay.
    pub(super) fn new(delays: impl Fn() -> Vec<SignedDuration> + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(delays)))
    }

    /// One message at its time, if nothing else was said.
    fn delays(&self) -> Vec<SignedDuration> {
        self.0.as_ref().map_or_else(|| vec![SignedDuration::ZERO], |delays| delays())
    }
}

#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Row {
    body: String,
    #[serde(with = "rfc3339")]
    sent_at: Timestamp,
    #[serde(with = "rfc3339")]
    pub(super) visible_at: Timestamp,
    pub(super) receives: u32,
    pub(super) dead: bool,
}

impl Queue {
    /// The queue with this name, whose messages are on this shelf.
    pub(super) fn open(db: &Database, shelf: &'static str, name: &'static str) -> anyhow::Result<Self> {
        Ok(Self { name, rows: Shelf::open(db, shelf)?, copies: Mutex::default() })
    }

    /// Takes the queue, for what none of the methods below does.
    pub(super) fn lock(&self) -> Rows<'_, Row> {
        self.rows.lock()
    }

    /// Decides how often messages to come are delivered.
    pub(super) fn set_copies(&self, copies: Copies) {
        *self.copies.lock().unwrap_or_else(PoisonError::into_inner) = copies;
    }

    /// Puts a message that becomes visible at `visible_at`.
    pub(super) fn put(&self, id: &str, body: String, now: Timestamp, visible_at: Timestamp) -> dynoxide::Result<()> {
        let copies = self.copies.lock().unwrap_or_else(PoisonError::into_inner).clone();
        for (copy, delay) in copies.delays().into_iter().enumerate() {
            let id = if copy == 0 { id.to_owned() } else { format!("{id}-{copy}") };
            let visible_at = visible_at.saturating_add(delay).unwrap_or(visible_at);
            let row = Row { body: body.clone(), sent_at: now, visible_at, receives: 0, dead: false };
            self.rows.lock().put(&id, row)?;
        }
        Ok(())
    }

    /// Receives up to `max` visible messages, those that waited longest first, and moves what was
    /// received too often to the dead letters.
    pub(super) fn take(
        &self,
        max: usize,
        visibility: SignedDuration,
        dead: bool,
        now: Timestamp,
    ) -> dynoxide::Result<Vec<Message>> {
        let mut rows = self.rows.lock();
        let mut due: Vec<_> = rows
            .iter()
            .filter(|(_, row)| row.dead == dead && row.visible_at <= now)
            .map(|(id, row)| (row.visible_at, id.clone()))
            .collect();
        due.sort();
        let mut taken = Vec::new();
        for (_, id) in due {
            if taken.len() == max {
                break;
            }
            let Some(mut row) = rows.get(&id).cloned() else {
                continue;
            };
            if !dead && row.receives >= RECEIVES_MAX {
                row.dead = true;
                row.visible_at = now;
                rows.put(&id, row)?;
                continue;
            }
            row.receives += 1;
            row.visible_at = now.checked_add(visibility).unwrap_or(Timestamp::MAX);
            taken.push(row.message(&id));
            rows.put(&id, row)?;
        }
        Ok(taken)
    }

    pub(super) fn finish(&self, id: &str) -> dynoxide::Result<()> {
        self.rows.lock().remove(id).map(|_| ())
    }

    /// When a message is visible (again).
    pub(super) fn visible_at(&self, id: &str) -> Option<Timestamp> {
        self.rows.lock().get(id).filter(|row| !row.dead).map(|row| row.visible_at)
    }

    pub(super) fn dead(&self) -> Vec<Message> {
        let rows = self.rows.lock();
        rows.iter().filter(|(_, row)| row.dead).map(|(id, row)| row.message(id)).collect()
    }

    /// Bodies and instants of what is not dead, earliest first.
    pub(super) fn waiting(&self) -> Vec<(Timestamp, String)> {
        let rows = self.rows.lock();
        let mut waiting: Vec<_> =
            rows.values().filter(|row| !row.dead).map(|row| (row.visible_at, row.body.clone())).collect();
        waiting.sort();
        waiting
    }

    pub(super) fn next_due(&self) -> Option<Timestamp> {
        self.rows.lock().values().filter(|row| !row.dead).map(|row| row.visible_at).min()
    }
}

impl Row {
    fn message(&self, id: &str) -> Message {
        let Self { body, receives, .. } = self;
        let receipt = format!("{id}.{receives}");
        Message { id: id.to_owned(), receipt, body: body.clone(), receives: *receives }
    }
}
