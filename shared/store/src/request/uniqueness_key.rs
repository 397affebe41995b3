//! Uniqueness keys: they allow at most one working request for a customer's order, or for a customer.

use domain::request::{FreeSlot, Request, Slots};
use domain::values::{RequestId, Tenant, ms};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::table::{Error, Part, Store, Transaction, from_item, keys, number};

#[derive(Serialize, Deserialize)]
struct UniquenessKeyItem {
    request_id: RequestId,
    active_until: i64,
    ttl: i64,
}

/// The condition under which nobody has a uniqueness key.
const IS_FREE: &str = "attribute_not_exists(PK) OR active_until <= :now";

impl Store {
    /// The request that owns a uniqueness key; `None` once its link has expired.
    pub async fn uniqueness_key_owner(
        &self,
        tenant: &Tenant,
        order_index: &str,
        now: Timestamp,
    ) -> Result<Option<RequestId>, Error> {
        let key: Option<UniquenessKeyItem> = self.read(&keys::uniqueness_key(tenant, order_index)).await?;
        Ok(key.filter(|key| key.active_until > now.as_millisecond()).map(|key| key.request_id))
    }
}

impl Transaction<'_> {
    /// Takes a uniqueness key until the request's link expires. Refused while another request has it.
    pub(crate) fn take_uniqueness_key(&mut self, order_index: &str, request: &Request, now: Timestamp) {
        let taken = (IS_FREE, (":now", now.as_millisecond()));
        self.put_uniqueness_key(Part::UniquenessKey, order_index, request, taken);
    }

    /// Takes the uniqueness key of a customer who is asked only once, after the request that had it last. Refused if
    /// another request has taken it meanwhile.
    pub fn take_customer_uniqueness_key(
        &mut self,
        index: &str,
        last: Option<RequestId>,
        request: &Request,
        now: Timestamp,
    ) {
        let taken = match last {
            Some(last) => ("request_id = :last", (":last", last.get().cast_signed())),
            None => (IS_FREE, (":now", now.as_millisecond())),
        };
        self.put_uniqueness_key(Part::CustomerUniquenessKey, index, request, taken);
    }

    fn put_uniqueness_key(
        &mut self,
        part: Part,
        index: &str,
        request: &Request,
        (condition, (name, value)): (&str, (&str, i64)),
    ) {
        let item = UniquenessKeyItem {
            request_id: request.id,
            active_until: request.expires_at.as_millisecond(),
            ttl: request.expires_at.as_second(),
        };
        let key = keys::uniqueness_key(self.tenant, index);
        self.put(part, &key, &item, condition, [(name, number(value))]);
    }

    /// Gives a uniqueness key up. Refused if another request has it.
    pub fn release_uniqueness_key(&mut self, order_index: &str, id: RequestId) {
        let key = keys::uniqueness_key(self.tenant, order_index);
        self.delete_if(Part::UniquenessKey, &key, "request_id = :id", [(":id", number(id))]);
    }
}

/// The rate limit's slots: for each, the time of the invitation that last used it.
#[derive(Serialize, Deserialize)]
struct SlotItem {
    #[serde(with = "ms::required")]
    taken_at: Timestamp,
}

impl Store {
    /// The rate limit's slots; a slot that was never used is empty.
    pub async fn slots(&self, tenant: &Tenant) -> Result<Slots, Error> {
        let mut slots = Slots::default();
        for item in self.starting(tenant, keys::SLOTS).await? {
            slots.set(keys::behind(&item, keys::SLOTS)?, from_item::<SlotItem>(item)?.taken_at);
        }
        Ok(slots)
    }
}

impl Transaction<'_> {
    /// Uses a slot of the rate limit. Refused if another call used it since it was read.
    pub fn take_slot(&mut self, slot: FreeSlot, now: Timestamp) {
        let FreeSlot { index, seen } = slot;
        let key = keys::slot(self.tenant, index);
        let item = SlotItem { taken_at: now };
        match seen {
            None => self.insert(Part::Slot, &key, &item),
            Some(seen) => {
                let values = [(":seen", number(seen.as_millisecond()))];
                self.put(Part::Slot, &key, &item, "taken_at = :seen", values);
            }
        }
    }
}
