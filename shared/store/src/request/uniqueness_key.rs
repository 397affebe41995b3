//! Uniqueness keys: they allow at most one working request for a customer's order, or for a customer.

use aws_sdk_dynamodb::types::Delete;
use domain::request::{FreeSlot, Request, Slots};
use domain::values::{RequestId, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::table::{Error, Part, SK, Store, Transaction, from_item, instant, keys, number};

#[derive(Serialize, Deserialize)]
struct UniquenessKeyItem {
    request_id: u64,
    active_until: i64,
    ttl: i64,
}

impl Store {
    /// The request that owns a uniqueness key; `None` once its link has expired.
    pub async fn uniqueness_key_owner(
        &self,
        tenant: &Tenant,
        order_index: &str,
        now: Timestamp,
    ) -> Result<Option<RequestId>, Error> {
        let Some(item) = self.get(&keys::uniqueness_key(tenant, order_index)).await? else { return Ok(None) };
        let uniqueness_key: UniquenessKeyItem = from_item(item)?;
        Ok(RequestId::new(uniqueness_key.request_id).filter(|_| uniqueness_key.active_until > now.as_millisecond()))
    }
}

impl Transaction<'_> {
    /// Takes a uniqueness key until the request's link expires. Refused while another request has it.
    pub(crate) fn take_uniqueness_key(&mut self, order_index: &str, request: &Request, now: Timestamp) {
        let item = UniquenessKeyItem {
            request_id: request.id.get(),
            active_until: request.expires_at.as_millisecond(),
            ttl: request.expires_at.as_second(),
        };
        self.put(
            Part::UniquenessKey,
            &keys::uniqueness_key(self.tenant, order_index),
            &item,
            "attribute_not_exists(PK) OR active_until <= :now",
            [(":now", number(now.as_millisecond()))],
        );
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
        let item = UniquenessKeyItem {
            request_id: request.id.get(),
            active_until: request.expires_at.as_millisecond(),
            ttl: request.expires_at.as_second(),
        };
        let key = keys::uniqueness_key(self.tenant, index);
        match last {
            Some(last) => self.put(
                Part::CustomerUniquenessKey,
                &key,
                &item,
                "request_id = :last",
                [(":last", number(last.get()))],
            ),
            None => {
                let condition = "attribute_not_exists(PK) OR active_until <= :now";
                self.put(Part::CustomerUniquenessKey, &key, &item, condition, [(":now", number(now.as_millisecond()))]);
            }
        }
    }

    /// Gives a uniqueness key up. Refused if another request has it.
    pub fn release_uniqueness_key(&mut self, order_index: &str, id: RequestId) {
        let delete = Delete::builder()
            .condition_expression("request_id = :id")
            .expression_attribute_values(":id", number(id.get()));
        self.delete(Part::UniquenessKey, &keys::uniqueness_key(self.tenant, order_index), delete);
    }
}

/// The rate limit's slots: for each, the time of the invitation that last used it.
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
