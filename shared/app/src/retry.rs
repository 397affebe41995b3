//! Changing a request that others change too.

use domain::{Counter, Request, Tenant};
use store::{CommitError, Part, Store, Transaction};

/// Loads and decisions before giving up on a request that changes every time.
pub(crate) const CHANGES_MAX: u32 = 16;

/// What a change of a request entails.
#[derive(Clone, Copy, Default)]
pub(crate) struct RequestUpdate<'a> {
    /// What it counts.
    pub counters: &'a [Counter],
    /// Whether it ends the request's hold on its customer or their order.
    pub frees: bool,
    /// Which message it settled.
    pub message: Option<usize>,
}

/// Saves a changed request with all that its change entails.
///
/// # Errors
/// [`CommitError::Refused`] on [`Part::Request`] when somebody changed it first: load and decide anew.
pub(crate) async fn save(
    store: &Store,
    tenant: &Tenant,
    request: &mut Request,
    change: RequestUpdate<'_>,
) -> Result<(), CommitError> {
    let read = request.version;
    let held = request.guard.clone().filter(|_| change.frees);
    let mut transaction = store.transaction(tenant);
    add(&mut transaction, request, change);
    if let Some(held) = &held {
        transaction.release_guard(held, request.id);
    }
    let done = transaction.commit().await;
    match done {
        // The guard went to a later request meanwhile: it is not ours to give back.
        Err(error) if error.refused(Part::Guard) && !error.refused(Part::Request) => {
            request.version = read;
            let mut transaction = store.transaction(tenant);
            add(&mut transaction, request, change);
            transaction.commit().await
        }
        done => done,
    }
}

fn add(transaction: &mut Transaction<'_>, request: &mut Request, change: RequestUpdate<'_>) {
    let RequestUpdate { counters, frees: _ /* the guard is the caller's */, message } = change;
    transaction.save_request(Part::Request, request);
    transaction.count(request, counters);
    if let Some(step) = message {
        transaction.put_message(request, step);
    }
}
