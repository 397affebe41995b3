//! Saving a changed request with all that its change entails.

use domain::{Counter, Request, Tenant};
use store::{CommitError, MailWindowRecord, Part, Store, Transaction};

/// What a change to a request entails.
#[derive(Clone, Copy, Default)]
pub(crate) struct RequestUpdate<'a> {
    /// The counters to increment.
    pub counters: &'a [Counter],
    /// Whether it releases the request's guard, so that a duplicate may follow.
    pub frees: bool,
    /// The step that it settled, whose message is recorded.
    pub message: Option<usize>,
    /// The settled step about which its provider reported something.
    pub reported: Option<usize>,
    /// The window that the request's emails are counted in, if it changed.
    pub mail_window: Option<&'a MailWindowRecord>,
}

/// Saves a changed request with all that its change entails.
///
/// # Errors
/// [`CommitError::Refused`] on [`Part::Request`] when another change came first: load and decide again.
pub(crate) async fn save(
    store: &Store,
    tenant: &Tenant,
    request: &mut Request,
    change: RequestUpdate<'_>,
) -> Result<(), CommitError> {
    let held = request.guard.clone().filter(|_| change.frees);
    let mut transaction = store.transaction(tenant);
    add(&mut transaction, request, change);
    if let Some(held) = &held {
        transaction.release_guard(held, request.id);
    }
    let done = transaction.commit().await;
    match done {
        // A later request has the guard by now: it is not ours to release.
        Err(error) if error.refused(Part::Guard) && !error.refused(Part::Request) => {
            request.revert_version();
            let mut transaction = store.transaction(tenant);
            add(&mut transaction, request, change);
            transaction.commit().await
        }
        done => done,
    }
}

fn add(transaction: &mut Transaction<'_>, request: &mut Request, change: RequestUpdate<'_>) {
    let RequestUpdate { counters, frees: _ /* handled by the caller */, message, reported, mail_window } = change;
    transaction.save_request(Part::Request, request);
    transaction.count(request, counters);
    if let Some(step) = message {
        transaction.put_message(request, step);
    }
    if let Some(step) = reported {
        transaction.update_message(request, step);
    }
    if let Some(window) = mail_window {
        transaction.save_mail_window(window);
    }
}
