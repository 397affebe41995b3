//! The native API of members, links into the console, the audit log and numbers, for agencies' own programs. It is in
//! this function because it needs the same permissions.

pub(crate) mod audit;
pub(crate) mod members;
pub(crate) mod numbers;
mod wire;

use app::caller::Caller;
use app::error::Error;
use app::idempotency::{IdempotentCall, Reply};
use jiff::Timestamp;

/// The answer to an earlier call with the same idempotency key, or else this call's own answer. The earlier call may
/// still have been running when this one came.
async fn answered(
    parts: &crate::parts::Parts,
    (caller, now): (&Caller, Timestamp),
    idempotency: Option<&IdempotentCall>,
    answer: impl Future<Output = Result<Reply, Error>>,
) -> Result<Reply, Error> {
    let store = &parts.console.store;
    if let Some(reply) = app::idempotency::earlier(idempotency, store, caller, now).await? {
        return Ok(reply);
    }
    match answer.await {
        Ok(reply) => Ok(reply),
        Err(error) => match app::idempotency::earlier(idempotency, store, caller, now).await? {
            Some(reply) => Ok(reply),
            None => Err(error),
        },
    }
}
