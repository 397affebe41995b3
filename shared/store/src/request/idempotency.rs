//! Replies that are stored under the idempotency key of their call.

use domain::values::{CustomerId, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::{Random, TenantKeys};

use crate::table::{Error, Part, Store, Transaction, from_item, keys, number};

/// The reply to a call, stored in case the call is repeated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredReply {
    /// The keyed digest of the call's body.
    pub fingerprint: String,
    pub status: u16,
    /// The body, byte for byte.
    pub body: String,
}

#[derive(Serialize, Deserialize)]
struct IdempotencyItem {
    fingerprint: String,
    status: u16,
    body: ByteBuf,
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

#[derive(Serialize)]
struct ReplyAboutItem {
    ttl: i64,
}

impl StoredReply {
    fn seal(
        &self,
        name: &str,
        keys: &TenantKeys,
        random: &Random,
        expires_at: Timestamp,
    ) -> Result<IdempotencyItem, vault::Error> {
        let Self { fingerprint, status, body } = self;
        Ok(IdempotencyItem {
            fingerprint: fingerprint.clone(),
            status: *status,
            body: ByteBuf::from(keys.seal(&keys::idempotency_sk(name), "body", body, random)?),
            expires_at: expires_at.as_millisecond(),
            ttl: expires_at.as_second(),
        })
    }
}

impl IdempotencyItem {
    fn open(self, name: &str, keys: &TenantKeys) -> Result<StoredReply, Error> {
        let Self { fingerprint, status, body, expires_at: _, ttl: _ } = self;
        let body = keys
            .open(&keys::idempotency_sk(name), "body", &body)
            .map_err(|_| Error::Unreadable("a sealed reply".to_owned()))?;
        Ok(StoredReply { fingerprint, status, body })
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
        let Some(item) = self.get(&keys::idempotency(tenant, name)).await? else { return Ok(None) };
        let item: IdempotencyItem = from_item(item)?;
        // DynamoDB removes items late, so the time in the item decides.
        if item.expires_at <= now.as_millisecond() {
            return Ok(None);
        }
        item.open(name, keys).map(Some)
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
            let item = ReplyAboutItem { ttl: expires_at.as_second() };
            self.put(Part::Other, &keys::reply_about(self.tenant, customer, name), &item, "", []);
        }
        match reply.seal(name, keys, &self.store.random, expires_at) {
            Ok(item) => self.put(
                Part::Idempotency,
                &keys::idempotency(self.tenant, name),
                &item,
                "attribute_not_exists(PK) OR expires_at <= :now",
                [(":now", number(now.as_millisecond()))],
            ),
            Err(error) => self.failure = Some(error.into()),
        }
    }
}
