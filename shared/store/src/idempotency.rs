//! Idempotency: the answer of a call, stored for its repetition.

use domain::Tenant;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::{Random, TenantKeys};

use crate::table::{Error, Part, Store, Transaction, from_item, keys, number};

/// A call's answer, kept for its repetition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredReply {
    /// The keyed digest of the body it answered.
    pub fingerprint: String,
    /// The HTTP status.
    pub status: u16,
    /// The body, to the byte.
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
            body: ByteBuf::from(keys.seal(&keys::idempotency_name(name), "body", body, random)?),
            expires_at: expires_at.as_millisecond(),
            ttl: expires_at.as_second(),
        })
    }
}

impl IdempotencyItem {
    fn open(self, name: &str, keys: &TenantKeys) -> Result<StoredReply, Error> {
        let Self { fingerprint, status, body, expires_at: _, ttl: _ } = self;
        let body = keys
            .open(&keys::idempotency_name(name), "body", &body)
            .map_err(|_| Error::Unreadable("sealed answer".to_owned()))?;
        Ok(StoredReply { fingerprint, status, body })
    }
}

impl Store {
    /// The answer kept under an idempotency key's fingerprint, while it is kept.
    ///
    /// # Errors
    /// As the table says.
    pub async fn stored_reply(
        &self,
        tenant: &Tenant,
        name: &str,
        keys: &TenantKeys,
        now: Timestamp,
    ) -> Result<Option<StoredReply>, Error> {
        let Some(item) = self.get(&keys::idempotency(tenant, name)).await? else { return Ok(None) };
        let item: IdempotencyItem = from_item(item)?;
        // TTL removes late: what is over is over by its own time.
        if item.expires_at <= now.as_millisecond() {
            return Ok(None);
        }
        item.open(name, keys).map(Some)
    }
}

impl Transaction<'_> {
    /// Keeps a call's answer under its idempotency key's fingerprint, if none is kept.
    pub fn store_reply(
        &mut self,
        name: &str,
        answer: &StoredReply,
        keys: &TenantKeys,
        now: Timestamp,
        expires_at: Timestamp,
    ) {
        match answer.seal(name, keys, &self.store.random, expires_at) {
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
