//! Replies that are stored under the idempotency key of their call.

use domain::values::{CustomerId, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::TenantKeys;

use crate::table::{Error, NoFields, Part, Store, Transaction, keys, number, open, seal};

/// The name to which a sealed reply is bound.
const REPLY: &str = "reply";

/// The reply to a call, stored in case the call is repeated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredReply {
    /// The keyed digest of the call's body.
    pub fingerprint: String,
    pub status: u16,
    /// The body, byte for byte.
    pub body: String,
}

#[derive(Serialize, Deserialize)]
struct IdempotencyItem {
    reply: ByteBuf,
    expires_at: i64,
    ttl: i64,
}

/// The person named in a stored reply. The reply is erased with that person's other data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReplyAbout {
    Nobody,
    Customer(CustomerId),
    /// Anybody, because the call only reads.
    Anybody,
}

impl From<Option<CustomerId>> for ReplyAbout {
    fn from(customer: Option<CustomerId>) -> Self {
        customer.map_or(Self::Nobody, Self::Customer)
    }
}

impl Store {
    /// The reply stored under `name`, the keyed digest of the route and the idempotency key; `None` once it has expired.
    pub async fn stored_reply(
        &self,
        tenant: &Tenant,
        name: &str,
        keys: &TenantKeys,
        now: Timestamp,
    ) -> Result<Option<StoredReply>, Error> {
        let item: Option<IdempotencyItem> = self.read(&keys::idempotency(tenant, name)).await?;
        // DynamoDB removes items late, so the time in the item decides.
        let item = item.filter(|item| item.expires_at > now.as_millisecond());
        item.map(|item| open(&item.reply, &keys::idempotency_sk(name), REPLY, keys)).transpose()
    }
}

impl Transaction<'_> {
    /// Stores a reply under `name`, the keyed digest of route and idempotency key. Refused while an earlier reply has
    /// not expired.
    pub fn store_reply(
        &mut self,
        name: &str,
        reply: &StoredReply,
        about: ReplyAbout,
        keys: &TenantKeys,
        now: Timestamp,
        expires_at: Timestamp,
    ) {
        let customer = match about {
            ReplyAbout::Nobody => None,
            ReplyAbout::Customer(customer) => Some(Some(customer)),
            ReplyAbout::Anybody => Some(None),
        };
        if let Some(customer) = customer {
            let item = NoFields::until(expires_at.as_second());
            self.set(&keys::reply_about(self.tenant, customer, name), &item);
        }
        let sealed = seal(reply, &keys::idempotency_sk(name), REPLY, keys, &self.store.random);
        let Some(reply) = self.made(sealed) else { return };
        let item = IdempotencyItem { reply, expires_at: expires_at.as_millisecond(), ttl: expires_at.as_second() };
        let is_over = "attribute_not_exists(PK) OR expires_at <= :now";
        let (key, values) = (keys::idempotency(self.tenant, name), [(":now", number(now.as_millisecond()))]);
        self.put(Part::Idempotency, &key, &item, is_over, values);
    }
}
