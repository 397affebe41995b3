//! The rate limit's slots: for each, the time of the invitation that last used it.

use domain::request::{FreeSlot, Slots};
use domain::values::Tenant;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::table::{Error, Part, SK, Store, Transaction, from_item, instant, keys, number};

#[derive(Serialize, Deserialize)]
struct SlotItem {
    taken_at: i64,
}

impl Store {
    /// The rate limit's slots; a slot that was never used is empty.
    pub async fn slots(&self, tenant: &Tenant) -> Result<Slots, Error> {
        let mut slots = Slots::default();
        for item in self.starting(tenant, keys::SLOTS).await? {
            let index = item.get(SK).and_then(|sk| keys::parse_slot(sk.as_s().ok()?));
            let index = index.ok_or_else(|| Error::Unreadable("a slot's key".to_owned()))?;
            slots.set(index, instant(from_item::<SlotItem>(item)?.taken_at)?);
        }
        Ok(slots)
    }
}

impl Transaction<'_> {
    /// Uses a slot of the rate limit. Refused if another call used it since it was read.
    pub fn take_slot(&mut self, slot: FreeSlot, now: Timestamp) {
        let FreeSlot { index, seen } = slot;
        let key = keys::slot(self.tenant, index);
        let item = SlotItem { taken_at: now.as_millisecond() };
        match seen {
            None => self.insert(Part::Slot, &key, &item),
            Some(seen) => {
                let values = [(":seen", number(seen.as_millisecond()))];
                self.put(Part::Slot, &key, &item, "taken_at = :seen", values);
            }
        }
    }
}
