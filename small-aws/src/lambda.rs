//! How long Lambda lets a function run.

use std::{future::poll_fn, pin::pin, sync::PoisonError, task::Poll, time::Duration};

use aws_smithy_async::rt::sleep::AsyncSleep as _;

use super::{clock::MovableClock, small_aws::SmallAws};

/// The longest `Timeout` that Lambda takes.
const TIMEOUT_MAX: Duration = Duration::from_secs(900);

/// Why an invocation has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The invocation took longer than the function's `Timeout`.
    TimedOut(Duration),
    /// The function died.
    Died,
}

impl std::fmt::Display for Ended {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TimedOut(limit) => write!(f, "Task timed out after {:.2} seconds", limit.as_secs_f64()),
            Self::Died => f.write_str("Runtime exited"),
        }
    }
}

impl std::error::Error for Ended {}

impl SmallAws {
    /// Runs one invocation, and drops it where it is when its function's `Timeout` is over: by the time that its waits
    /// take, or by a clock that stands still and is moved meanwhile. In a simulation it may die before.
    ///
    /// # Errors
    /// [`Ended`].
    pub async fn invoke<T>(&self, function: &str, work: impl Future<Output = T>) -> Result<T, Ended> {
        let limit = self.0.stack.functions.get(function).map_or(TIMEOUT_MAX, |function| function.timeout);
        let (number, dies_at) = self.0.simulation.begin(function);
        let dies = || self.0.simulation.awaits(number, dies_at);
        let done = within(limit, self.clock(), self.0.wire.pace.sleep(limit), work, dies).await;
        done.inspect_err(|ended| {
            tracing::error!(function, "{ended}");
            if let Ended::TimedOut(_) = ended {
                self.0.overruns.lock().unwrap_or_else(PoisonError::into_inner).push(function.to_owned());
            }
        })
    }

    /// The names of the functions that Lambda ended because they ran longer than their `Timeout`, oldest first.
    #[must_use]
    pub fn timed_out(&self) -> Vec<String> {
        self.0.overruns.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

async fn within<T>(
    limit: Duration,
    clock: &MovableClock,
    over: impl Future<Output = ()>,
    work: impl Future<Output = T>,
    mut dies: impl FnMut() -> bool,
) -> Result<T, Ended> {
    let (mut work, mut over, started) = (pin!(work), pin!(over), clock.frozen_at());
    let moved = || Duration::try_from(clock.frozen_at()?.duration_since(started?)).ok();
    poll_fn(|context| {
        let done = work.as_mut().poll(context);
        match done {
            _ if moved() > Some(limit) => Poll::Ready(Err(Ended::TimedOut(limit))),
            Poll::Ready(done) => Poll::Ready(Ok(done)),
            Poll::Pending if dies() => Poll::Ready(Err(Ended::Died)),
            Poll::Pending => over.as_mut().poll(context).map(|()| Err(Ended::TimedOut(limit))),
        }
    })
    .await
}
