//! Changing what others change, too: load, decide and write until no other change comes between.

use store::CommitError;

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
