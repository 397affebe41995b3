//! Idempotency keys: a repeated call gets the first one's answer, to the byte.
//!
//! The record is written in the call's own transaction, so a call is either done and remembered
//! or neither. Calls that failed are not remembered: they changed nothing and may be tried again.

use domain::{Invalid, Quota};
use jiff::{SignedDuration, Timestamp};
use store::{Store, StoredReply, Transaction};
use vault::TenantKeys;

use crate::{Caller, Error};

/// How long an answer is kept.
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(24);

/// An `Idempotency-Key` header: 1–255 visible ASCII characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    /// The longest key, in characters.
    pub const LENGTH_MAX: usize = 255;

    /// Reads a key.
    ///
    /// # Errors
    /// [`Invalid`] with a sentence to show.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let fits = (1..=Self::LENGTH_MAX).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_graphic());
        fits.then(|| Self(text.to_owned()))
            .ok_or(Invalid("An Idempotency-Key has 1 to 255 visible ASCII characters, without spaces."))
    }
}

/// A finished answer of an API.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The JSON body.
    pub body: String,
    /// Whether it is an earlier call's.
    pub replayed: bool,
    /// What is left of the dialect's rate limit, where it has one and the call counted.
    pub quota: Option<Quota>,
}

impl Reply {
    /// A first answer.
    #[must_use]
    pub fn new(status: u16, body: String) -> Self {
        Self { status, body, replayed: false, quota: None }
    }
}

/// A call that may be repeated: its key, route and body as keyed digests.
pub struct IdempotentCall {
    name: String,
    fingerprint: String,
}

impl IdempotentCall {
    /// The call of `caller` to `route` (with its ids) with this body.
    #[must_use]
    pub fn new(caller: &Caller, key: &IdempotencyKey, route: &str, body: &[u8]) -> Self {
        let name = [route.as_bytes(), b"\0", key.0.as_bytes()].concat();
        Self { name: caller.keys.fingerprint(&name), fingerprint: caller.keys.fingerprint(body) }
    }

    /// The answer of an earlier call with the same key, if there was one.
    pub(crate) async fn earlier(&self, store: &Store, caller: &Caller, now: Timestamp) -> Result<Option<Reply>, Error> {
        let Caller { tenant, keys, identity: _ } = caller;
        let Some(kept) = store.stored_reply(tenant, &self.name, keys, now).await? else { return Ok(None) };
        let StoredReply { fingerprint, status, body } = kept;
        if fingerprint != self.fingerprint {
            return Err(Error::IdempotencyKeyReused);
        }
        Ok(Some(Reply { status, body, replayed: true, quota: None }))
    }

    pub(crate) fn remember(
        &self,
        transaction: &mut Transaction<'_>,
        answer: &Reply,
        keys: &TenantKeys,
        now: Timestamp,
    ) {
        let Reply { status, body, replayed: _, quota: _ } = answer;
        let kept = StoredReply { fingerprint: self.fingerprint.clone(), status: *status, body: body.clone() };
        let until = now.saturating_add(KEPT_FOR).unwrap_or(now);
        transaction.store_reply(&self.name, &kept, keys, now, until);
    }
}

/// The earlier answer of a repeated call; `None` when the call is new, or not repeatable.
pub(crate) async fn earlier(
    idempotency: Option<&IdempotentCall>,
    store: &Store,
    caller: &Caller,
    now: Timestamp,
) -> Result<Option<Reply>, Error> {
    match idempotency {
        Some(idempotency) => idempotency.earlier(store, caller, now).await,
        None => Ok(None),
    }
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
