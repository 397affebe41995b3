//! Retries a change that may collide with other changes: load, decide and write again until no other change comes
//! between.

use store::table::CommitError;

use crate::error::Error;

/// The most tries. With forty, forty callers can change one item at the same moment, although each has to wait for the
/// others. The pauses add up to 12 seconds at most; API Gateway waits for 30.
pub const TRIES_MAX: u32 = 40;

pub enum TryError<E> {
    /// Another change came first and nothing was written: load and decide again.
    Conflict,
    /// Another try would not help.
    Failed(E),
}

/// Runs a block again until it ends without a conflict, at most [`TRIES_MAX`] times, with random pauses that grow. The
/// block is async and returns a `Result<T, TryError<E>>`. The macro returns a `Result<T, E>`, with
/// [`Error::Busy`] if every try met a conflict.
///
/// This is a macro and not a function, because axum's handlers must be `Send`, and the compiler cannot prove that for
/// async closures that borrow.
#[macro_export]
macro_rules! retry {
    ($store:expr, { $($attempt:tt)* }) => {
        'tries: {
            for tried in 0..$crate::retry::TRIES_MAX {
                match $crate::retry::attempt(async { $($attempt)* }).await {
                    Ok(done) => break 'tries Ok(done),
                    Err($crate::retry::TryError::Failed(error)) => break 'tries Err(error),
                    Err($crate::retry::TryError::Conflict) => $store.pause(tried).await,
                }
            }
            Err($crate::retry::exhausted().into())
        }
    };
}
pub use retry;

/// Gives the block of [`retry!`] its type.
pub fn attempt<T, E, F: Future<Output = Result<T, TryError<E>>>>(attempt: F) -> F {
    attempt
}

/// The error if every try met a conflict.
pub fn exhausted() -> Error {
    Error::Busy(format!("{TRIES_MAX} conflicts in a row"))
}

impl<E: From<Error>> From<CommitError> for TryError<E> {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Refused(_) | CommitError::Conflict(_) => Self::Conflict,
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

impl<E: From<Error>> From<store::table::Error> for TryError<E> {
    fn from(error: store::table::Error) -> Self {
        Error::from(error).into()
    }
}

impl<E: From<Error>> From<vault::Error> for TryError<E> {
    fn from(error: vault::Error) -> Self {
        Error::from(error).into()
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::*;

    /// Stands for the store: it counts pauses instead of making them.
    struct Pauses(u32);

    impl Pauses {
        async fn pause(&mut self, tried: u32) {
            assert_eq!(tried, self.0);
            self.0 += 1;
        }
    }

    /// Runs an attempt that first meets this many conflicts. Also returns the number of tries.
    fn run(conflicts: u32, then: fn() -> Result<(), TryError<Error>>) -> (Result<(), Error>, u32) {
        let mut pauses = Pauses(0);
        let retried = async {
            let mut tries = 0;
            let result = retry!(pauses, {
                tries += 1;
                if tries > conflicts { then() } else { Err(TryError::Conflict) }
            });
            (result, tries)
        };
        let run = match pin!(retried).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(run) => run,
            Poll::Pending => panic!("nothing in it waits"),
        };
        assert_eq!(pauses.0, conflicts.min(TRIES_MAX), "a pause after each conflict");
        run
    }

    #[test]
    fn conflicts_alone_are_tried_again_as_often_as_allowed() {
        assert!(matches!(run(0, || Ok(())), (Ok(()), 1)));
        assert!(matches!(run(2, || Ok(())), (Ok(()), 3)));
        assert!(matches!(run(TRIES_MAX, || Ok(())), (Err(Error::Busy(_)), TRIES_MAX)));
        assert!(matches!(run(1, || Err(Error::NotFound.into())), (Err(Error::NotFound), 2)));
    }
}
