//! How long Lambda lets a function run, and how often it invokes a function in a loop.

use std::{
    future::poll_fn,
    pin::pin,
    sync::{Arc, PoisonError, atomic::Ordering},
    task::Poll,
    time::Duration,
};

use aws_smithy_async::rt::sleep::AsyncSleep as _;
use tokio::sync::Semaphore;

use super::{clock::MovableClock, lineage::Lineage, queue::Message, small_aws::SmallAws};

const TIMEOUT_MAX: Duration = Duration::from_secs(900);

/// How often a function is invoked in a chain that one event started, unless the function allows loops.
const ROUNDS_MAX: u32 = 16;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The invocation took longer than the function's `Timeout`.
    TimedOut(Duration),
    Died,
    /// The function was not invoked, because its messages come in a loop.
    Looped,
    /// The function was not invoked, because the account's quota is used up.
    Throttled,
}

impl std::fmt::Display for Ended {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TimedOut(limit) => write!(f, "Task timed out after {:.2} seconds", limit.as_secs_f64()),
            Self::Died => f.write_str("Runtime exited"),
            Self::Looped => f.write_str("RecursiveInvocationException"),
            Self::Throttled => f.write_str("TooManyRequestsException"),
        }
    }
}

impl std::error::Error for Ended {}

impl SmallAws {
    /// Runs one invocation, and drops it when its function's `Timeout` is over. The time is what its waits take, or
    /// what a clock shows that is moved meanwhile. In a simulation the invocation may die before that. If the account's
    /// quota is used up, it does not run.
    pub async fn invoke<T>(&self, function: &str, work: impl Future<Output = T>) -> Result<T, Ended> {
        let places = self.0.places.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let taken = places.as_ref().map(|places| places.try_acquire()).transpose();
        let _place = taken.map_err(|_| Ended::Throttled)?;
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

    /// Sets how many invocations of all functions may run at the same time: the account's quota. Before the first call
    /// of this method there is no limit.
    pub fn set_concurrency(&self, quota: usize) {
        let places = Some(Arc::new(Semaphore::new(quota)));
        *self.0.places.lock().unwrap_or_else(PoisonError::into_inner) = places;
    }

    /// Runs an invocation for a batch of messages, unless one of them came through the function too often.
    pub async fn invoke_for<T>(
        &self,
        function: &str,
        batch: &[Message],
        work: impl Future<Output = T>,
    ) -> Result<T, Ended> {
        let lineage = Lineage::of(batch.iter().map(|message| &message.lineage));
        let allows_loops = self.0.stack.functions.get(function).is_some_and(|function| function.allows_loops);
        let is_allowed = allows_loops && !self.0.simulation.stops_loops.load(Ordering::Relaxed);
        if !is_allowed && lineage.times(function) >= ROUNDS_MAX {
            return Err(Ended::Looped);
        }
        lineage.invoke(function, self.invoke(function, work)).await
    }

    /// The functions that Lambda ended because they exceeded their `Timeout`, oldest first.
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
