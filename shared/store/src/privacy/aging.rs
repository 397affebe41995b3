//! When a shop is next searched for old data.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::table::keys::DueKind;
use crate::table::{Part, Transaction, keys};

/// The wait before the first search: a day, so that a shop can correct a wrong number of months.
const FIRST_LOOK_AFTER: SignedDuration = SignedDuration::from_hours(24);

#[derive(Serialize)]
struct AgingItem {
    due_shard: String,
    due_at: i64,
}

impl Transaction<'_> {
    /// Schedules the shop's first search.
    pub(crate) fn look_for_aged(&mut self, now: Timestamp) {
        let due_at = now.saturating_add(FIRST_LOOK_AFTER).unwrap_or(now).as_millisecond();
        let item = AgingItem { due_shard: DueKind::Aging.shard_name(0), due_at };
        self.put(Part::Other, &keys::aging(self.tenant), &item, "", []);
    }
}
