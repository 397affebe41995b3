//! Changing what others change, too: load, decide and write until no other change comes between.

use domain::{Counter, Request, Tenant};
use store::{CommitError, Part, Store, Transaction};

use crate::{Error, LinkError};

/// Tries of a change to a request before giving up.
pub(crate) const TRIES_MAX: u32 = 16;

/// Why a try failed.
pub(crate) enum TryError<E> {
    /// Another change came first and nothing was written: load and decide again.
    Conflict,
    /// Another try would not help.
    Failed(E),
}

/// Runs a block until it does not end in a conflict, at most so many times. The block is an async one whose result is
/// a `Result<T, TryError<E>>`; that of the macro is a `Result<T, E>`: [`Error::Unavailable`] when every try met a
/// conflict.
///
/// It is not a function of an async closure: those that borrow are not known to be `Send` for every lifetime, which
/// axum's handlers have to be.
macro_rules! retry {
    ($tries:expr, { $($attempt:tt)* }) => {
        'tries: {
            for _ in 0..$tries {
                match crate::retry::attempt(async { $($attempt)* }).await {
                    Ok(done) => break 'tries Ok(done),
                    Err(crate::retry::TryError::Failed(error)) => break 'tries Err(error),
                    // A wait with jitter would go here. There is none yet: a conflict means that the other change
                    // is done.
                    Err(crate::retry::TryError::Conflict) => {}
                }
            }
            Err(crate::retry::exhausted($tries).into())
        }
    };
}
pub(crate) use retry;

/// Gives the block of [`retry!`] its type.
pub(crate) fn attempt<T, E, F: Future<Output = Result<T, TryError<E>>>>(attempt: F) -> F {
    attempt
}

/// The error when every try met a conflict.
pub(crate) fn exhausted(tries: u32) -> Error {
    Error::Unavailable(format!("{tries} conflicts in a row"))
}

impl<E: From<Error>> From<CommitError> for TryError<E> {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Refused(_) => Self::Conflict,
            CommitError::Store(error) => error.into(),
            CommitError::Vault(error) => error.into(),
        }
    }
}

impl<E: From<Error>> From<Error> for TryError<E> {
    fn from(error: Error) -> Self {
        Self::Failed(error.into())
    }
}

impl<E: From<Error>> From<store::Error> for TryError<E> {
    fn from(error: store::Error) -> Self {
        Error::from(error).into()
    }
}

impl<E: From<Error>> From<vault::Error> for TryError<E> {
    fn from(error: vault::Error) -> Self {
        Error::from(error).into()
    }
}

impl From<LinkError> for TryError<LinkError> {
    fn from(error: LinkError) -> Self {
        Self::Failed(error)
    }
}

/// What a change to a request entails.
#[derive(Clone, Copy, Default)]
pub(crate) struct RequestUpdate<'a> {
    /// The counters to increment.
    pub counters: &'a [Counter],
    /// Whether it releases the request's guard, so that a duplicate may follow.
    pub frees: bool,
    /// The step that it settled, whose message is recorded.
    pub message: Option<usize>,
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
    let read = request.version;
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
            request.version = read;
            let mut transaction = store.transaction(tenant);
            add(&mut transaction, request, change);
            transaction.commit().await
        }
        done => done,
    }
}

fn add(transaction: &mut Transaction<'_>, request: &mut Request, change: RequestUpdate<'_>) {
    let RequestUpdate { counters, frees: _ /* handled by the caller */, message } = change;
    transaction.save_request(Part::Request, request);
    transaction.count(request, counters);
    if let Some(step) = message {
        transaction.put_message(request, step);
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::*;

    /// Runs an attempt that meets this many conflicts first, at most three times.
    fn run(conflicts: u32, then: fn() -> Result<(), TryError<Error>>) -> (Result<(), Error>, u32) {
        let retried = async {
            let mut tries = 0;
            let result = retry!(3, {
                tries += 1;
                if tries > conflicts { then() } else { Err(TryError::Conflict) }
            });
            (result, tries)
        };
        match pin!(retried).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(run) => run,
            Poll::Pending => panic!("nothing in it waits"),
        }
    }

    #[test]
    fn conflicts_alone_are_tried_again_as_often_as_allowed() {
        assert!(matches!(run(0, || Ok(())), (Ok(()), 1)));
        assert!(matches!(run(2, || Ok(())), (Ok(()), 3)));
        assert!(matches!(run(3, || Ok(())), (Err(Error::Unavailable(_)), 3)));
        assert!(matches!(run(1, || Err(Error::NotFound.into())), (Err(Error::NotFound), 2)));
    }
}
