//! Changing a request that others change too.

use domain::{Counter, Request, Tenant};
use store::{CommitError, Part, Store};

/// Loads and decisions before giving up on a request that changes every time.
pub(crate) const CHANGES_MAX: u32 = 16;

/// Saves a changed request with what its change counts, and gives its guard back when the change
/// ended its claim on the customer's order.
///
/// # Errors
/// [`CommitError::Refused`] on [`Part::Request`] when somebody changed it first: load and decide anew.
pub(crate) async fn save(
    store: &Store,
    tenant: &Tenant,
    request: &mut Request,
    counters: &[Counter],
    guard: Guard,
) -> Result<(), CommitError> {
    let read = request.version;
    let held = request.guard.clone().filter(|_| guard == Guard::Release);
    let mut transaction = store.transaction(tenant);
    transaction.save_request(Part::Request, request);
    transaction.count(request, counters);
    if let Some(held) = &held {
        transaction.release_guard(held, request.id);
    }
    let done = transaction.commit().await;
    match done {
        // The guard went to a later request meanwhile: it is not ours to give back.
        Err(error) if error.refused(Part::Guard) && !error.refused(Part::Request) => {
            request.version = read;
            let mut transaction = store.transaction(tenant);
            transaction.save_request(Part::Request, request);
            transaction.count(request, counters);
            transaction.commit().await
        }
        done => done,
    }
}

/// Whether a change ends the request's hold on its customer's order.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Guard {
    Keep,
    Release,
}
