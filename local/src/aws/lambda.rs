//! How long Lambda lets a function run.

use std::{
    future::poll_fn,
    pin::pin,
    sync::{Mutex, PoisonError},
    task::Poll,
    time::Duration,
};

use aws_smithy_async::rt::sleep::AsyncSleep as _;

use super::small_aws::SmallAws;
use crate::{clock::MovableClock, template};

/// The longest `Timeout` that Lambda takes.
const TIMEOUT_MAX: Duration = Duration::from_secs(900);

/// Lambda ended an invocation that took longer than the function's `Timeout`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TimedOut(Duration);

/// The names of the functions that ran too long, once for each time.
#[derive(Default)]
pub(super) struct Overruns(Mutex<Vec<String>>);

impl std::fmt::Display for TimedOut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Task timed out after {:.2} seconds", self.0.as_secs_f64())
    }
}

impl std::error::Error for TimedOut {}

impl SmallAws {
    /// Runs one invocation, and drops it where it is when its function's `Timeout` is over: by the time that its waits
    /// take, or by a clock that stands still and is moved meanwhile.
    ///
    /// # Errors
    /// [`TimedOut`].
    pub(crate) async fn invoke<T>(&self, function: &str, work: impl Future<Output = T>) -> Result<T, TimedOut> {
        let limit = template::limits(function).map_or(TIMEOUT_MAX, |limits| limits.timeout);
        let done = within(limit, self.clock(), self.wire().pace.sleep(limit), work).await;
        done.inspect_err(|late| {
            tracing::error!(function, "{late}");
            self.overruns().0.lock().unwrap_or_else(PoisonError::into_inner).push(function.to_owned());
        })
    }

    /// The names of the functions that Lambda ended because they ran longer than their `Timeout`, oldest first.
    #[must_use]
    pub fn timed_out(&self) -> Vec<String> {
        self.overruns().0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

async fn within<T>(
    limit: Duration,
    clock: &MovableClock,
    over: impl Future<Output = ()>,
    work: impl Future<Output = T>,
) -> Result<T, TimedOut> {
    let (mut work, mut over, started) = (pin!(work), pin!(over), clock.frozen_at());
    let moved = || Duration::try_from(clock.frozen_at()?.duration_since(started?)).ok();
    poll_fn(|context| {
        let done = work.as_mut().poll(context);
        match done {
            _ if moved() > Some(limit) => Poll::Ready(Err(TimedOut(limit))),
            Poll::Ready(done) => Poll::Ready(Ok(done)),
            Poll::Pending => over.as_mut().poll(context).map(|()| Err(TimedOut(limit))),
        }
    })
    .await
}
