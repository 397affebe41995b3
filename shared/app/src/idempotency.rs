//! Idempotency keys: a repeated call gets the first call's reply, byte for byte.
//!
//! The reply is stored in the call's own transaction, so that either both are done or neither. The reply to a failed
//! call is not stored, because the call changed nothing and may be tried again.
//!
//! Told by `tests/stories/dialects/every_call.story`.

use domain::request::Quota;
use domain::values::Invalid;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use store::request::idempotency::{ReplyAbout, StoredReply};
use store::table::{Part, Store, Transaction};
use vault::TenantKeys;

use crate::caller::Caller;
use crate::error::{Error, retry};

/// The longest reply body that is stored, in bytes, because an item of the table has at most 400 KB
/// (<https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html>). Only a list can be longer;
/// then a repeated call reads the list again.
const STORED_BYTES_MAX: usize = 300 * 1024;
const STORED_FOR: SignedDuration = SignedDuration::from_hours(24);

/// An `Idempotency-Key` header: 1–255 visible ASCII characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    /// The longest key, in characters.
    pub const LENGTH_MAX: usize = 255;

    /// Parses a key.
    /// Errors: [`Invalid`] with a sentence to show.
    pub fn parse(key: &str) -> Result<Self, Invalid> {
        let fits = (1..=Self::LENGTH_MAX).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_graphic());
        fits.then(|| Self(key.to_owned()))
            .ok_or(Invalid("An Idempotency-Key has 1 to 255 visible ASCII characters, without spaces."))
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    pub status: u16,
    pub body: String,
    /// Whether this is the stored reply to an earlier call.
    pub replayed: bool,
    /// What is left of the dialect's rate limit; `None` if there is no limit or the call did not count.
    pub quota: Option<Quota>,
}

impl Reply {
    pub fn json(status: u16, body: &impl Serialize) -> Result<Self, Error> {
        let body = serde_json::to_string(body).map_err(|error| Error::Internal(error.to_string()))?;
        Ok(Self { status, body, replayed: false, quota: None })
    }
}

/// A call that may be repeated. Key, route and body are stored as keyed digests.
pub struct IdempotentCall {
    name: String,
    fingerprint: String,
}

impl IdempotentCall {
    /// The caller's call to `route` (including ids) with this body.
    pub fn new(caller: &Caller, key: &IdempotencyKey, route: &str, body: &[u8]) -> Self {
        let name = [route.as_bytes(), b"\0", key.0.as_bytes()].concat();
        Self { name: caller.keys.fingerprint(&name), fingerprint: caller.keys.fingerprint(body) }
    }

    /// Stores the reply in the call's own transaction.
    pub fn remember(
        &self,
        transaction: &mut Transaction<'_>,
        reply: &Reply,
        about: impl Into<ReplyAbout>,
        keys: &TenantKeys,
        now: Timestamp,
    ) {
        let Reply { status, body, replayed: _, quota: _ } = reply;
        let stored = StoredReply { fingerprint: self.fingerprint.clone(), status: *status, body: body.clone() };
        let until = now.saturating_add(STORED_FOR).unwrap_or(now);
        transaction.store_reply(&self.name, &stored, about.into(), keys, now, until);
    }
}

/// The stored reply to a repeated call; `None` for a new call, or one without an idempotency key.
pub async fn earlier(
    idempotency: Option<&IdempotentCall>,
    store: &Store,
    caller: &Caller,
    now: Timestamp,
) -> Result<Option<Reply>, Error> {
    let Some(IdempotentCall { name, fingerprint: own }) = idempotency else { return Ok(None) };
    let Some(stored) = store.stored_reply(&caller.tenant, name, &caller.keys, now).await? else { return Ok(None) };
    let StoredReply { fingerprint, status, body } = stored;
    if fingerprint != *own {
        return Err(Error::IdempotencyKeyReused);
    }
    Ok(Some(Reply { status, body, replayed: true, quota: None }))
}

/// Runs a call that only reads, or returns its stored reply.
pub async fn read_once<E: From<Error>>(
    idempotency: Option<&IdempotentCall>,
    store: &Store,
    caller: &Caller,
    now: Timestamp,
    read: impl Future<Output = Result<Reply, E>>,
) -> Result<Reply, E> {
    once(idempotency, store, caller, ReplyAbout::Anybody, now, read).await
}

/// Returns the stored reply, or runs a call. If the function dies before the reply is stored, the call may run again,
/// so its effects must be harmless when repeated.
pub async fn once<E: From<Error>>(
    idempotency: Option<&IdempotentCall>,
    store: &Store,
    caller: &Caller,
    about: ReplyAbout,
    now: Timestamp,
    call: impl Future<Output = Result<Reply, E>>,
) -> Result<Reply, E> {
    match earlier(idempotency, store, caller, now).await? {
        Some(reply) => Ok(reply),
        None => Ok(store_reply(idempotency, store, caller, about, now, call.await?).await?),
    }
}

/// Stores the reply to a call that wrote nothing else. Of simultaneous calls, the reply of the first counts.
pub async fn store_reply(
    idempotency: Option<&IdempotentCall>,
    store: &Store,
    caller: &Caller,
    about: impl Into<ReplyAbout>,
    now: Timestamp,
    reply: Reply,
) -> Result<Reply, Error> {
    let about = about.into();
    let Some(call) = idempotency.filter(|_| reply.body.len() <= STORED_BYTES_MAX) else { return Ok(reply) };
    retry!(store, {
        let mut transaction = store.transaction(&caller.tenant);
        call.remember(&mut transaction, &reply, about, &caller.keys, now);
        match transaction.commit().await {
            Err(error) if error.refused(Part::Idempotency) => {
                Ok(earlier(idempotency, store, caller, now).await?.unwrap_or_else(|| reply.clone()))
            }
            done => Ok(done.map(|()| reply.clone())?),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_1_to_255_visible_ascii_characters() {
        assert!(IdempotencyKey::parse(&"k".repeat(255)).is_ok());
        for bad in ["", "a b", "é", "a\n", &"k".repeat(256)] {
            assert!(IdempotencyKey::parse(bad).is_err(), "{bad:?}");
        }
    }
}
