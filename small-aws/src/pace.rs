//! The functions' time: how long they wait in this process for an answer, between two attempts, or until Lambda ends
//! them.
//!
//! On Lambda, a call has its process to itself. Here a thousand calls share a thread, and the time in which other calls
//! work must not count as waiting. So all waits share one time. It passes in slices, and only while somebody waits and
//! no call is performed. A slice counts for its own length, however late it ends. It never passes the end of a wait, so
//! that waits of 10 and of 20 milliseconds do not end together. Only the wait that ends next lets slices pass, and the
//! others sleep, because a thousand waits that wake up for each slice would use all the processor's time. If the clock
//! is frozen otherwise, it moves with this time.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{
    Arc, Mutex, MutexGuard, PoisonError,
    atomic::{AtomicU32, AtomicUsize, Ordering},
};
use std::time::Duration;

use aws_smithy_async::rt::sleep::{AsyncSleep, Sleep};
use jiff::Timestamp;
use tokio::{sync::Notify, task::yield_now};

use super::{clock::MovableClock, waits::Waits};

/// A wait has at least ten slices of at most this length.
const SLICE_MAX: Duration = Duration::from_millis(100);
/// After this time, another wait lets a slice pass, because the wait that ends next may not be polled.
const PATIENCE: Duration = Duration::from_millis(250);

/// The time that waits have taken, and its speed; clones share it.
#[derive(Clone)]
pub(super) struct Pace(Arc<Inner>);

struct Inner {
    clock: MovableClock,
    times: AtomicU32,
    /// The number of calls that are being performed, and of calls that were begun.
    performing: AtomicUsize,
    begun: AtomicUsize,
    waited: Mutex<Duration>,
    /// The ends of waits, by `waited` and in the order in which they began, each with the notification that wakes it
    /// when it is over or next.
    ends: Mutex<BTreeMap<(Duration, usize), Arc<Notify>>>,
    waits: AtomicUsize,
    /// The waits if a test moves the time; `None` if the time passes by itself.
    by_hand: Option<Waits>,
}

/// A call that is being performed; no time passes meanwhile.
pub(super) struct Performing(Pace);

impl Performing {
    /// Lets other calls run. The time passes meanwhile, because the caller may do something slow before it waits for
    /// the answer.
    pub(super) async fn take_turns(self) -> Self {
        let pace = self.0.clone();
        drop(self);
        yield_now().await;
        pace.perform()
    }
}

struct Waiting<'a> {
    all: &'a Inner,
    end: (Duration, usize),
    woken: Arc<Notify>,
}

impl fmt::Debug for Pace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pace").field(&self.waited()).finish()
    }
}

impl Pace {
    /// A time that also moves `clock`.
    pub(super) fn new(clock: MovableClock) -> Self {
        Self::with(clock, None)
    }

    /// A time that passes only in [`Pace::end_waits`].
    pub(super) fn by_hand(clock: MovableClock) -> Self {
        Self::with(clock, Some(Waits::default()))
    }

    fn with(clock: MovableClock, by_hand: Option<Waits>) -> Self {
        let (performing, begun, waited, ends, waits) = <_>::default();
        Self(Arc::new(Inner { clock, times: AtomicU32::new(1), performing, begun, waited, ends, waits, by_hand }))
    }

    /// When the next wait ends, if a test moves the time.
    pub(super) fn next_wait(&self) -> Option<Timestamp> {
        self.0.by_hand.as_ref()?.next()
    }

    pub(super) fn end_waits(&self) {
        if let Some(waits) = &self.0.by_hand {
            waits.end(self.0.clock.now());
        }
    }

    pub(super) fn set(&self, times: u32) {
        self.0.times.store(times.max(1), Ordering::Relaxed);
    }

    pub(super) fn waited(&self) -> Duration {
        *self.0.waited.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Stops the time until the returned value is dropped.
    pub(super) fn perform(&self) -> Performing {
        self.0.performing.fetch_add(1, Ordering::Relaxed);
        self.0.begun.fetch_add(1, Ordering::Relaxed);
        Performing(self.clone())
    }

    async fn wait(self, duration: Duration) {
        if let Some(waits) = &self.0.by_hand {
            let until = self.0.clock.now().checked_add(duration).unwrap_or(Timestamp::MAX);
            return waits.until(&self.0.clock, until).await;
        }
        // The machine's timers have a resolution of a millisecond.
        let least = Duration::from_millis(1) * self.0.times.load(Ordering::Relaxed);
        let slice = (duration / 10).max(least).min(SLICE_MAX);
        let until = self.waited() + duration;
        let waiting = self.0.waiting(until);
        loop {
            let now = self.waited();
            if now >= until {
                return;
            }
            let (slice, begun) = (slice.min(until - now), self.0.begun.load(Ordering::Relaxed));
            let by_machine = match waiting.is_next(now) {
                true => slice / self.0.times.load(Ordering::Relaxed),
                false => PATIENCE,
            };
            tokio::select! {
                () = waiting.woken.notified() => continue,
                () = tokio::time::sleep(by_machine) => {}
            }
            let is_idle = self.0.performing.load(Ordering::Relaxed) == 0;
            // If the clock runs, frequent calls do not stop it.
            let goes_on = self.0.clock.frozen_at().is_none();
            if is_idle && (goes_on || self.0.begun.load(Ordering::Relaxed) == begun) {
                self.0.pass(now, slice);
            }
        }
    }
}

impl Inner {
    fn waiting(&self, until: Duration) -> Waiting<'_> {
        let end = (until, self.waits.fetch_add(1, Ordering::Relaxed));
        let woken = Arc::<Notify>::default();
        self.ends().insert(end, Arc::clone(&woken));
        Waiting { all: self, end, woken }
    }

    fn ends(&self) -> MutexGuard<'_, BTreeMap<(Duration, usize), Arc<Notify>>> {
        self.ends.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets a slice that began at `from` pass, unless another wait has done so meanwhile.
    fn pass(&self, from: Duration, slice: Duration) {
        let mut waited = self.waited.lock().unwrap_or_else(PoisonError::into_inner);
        if *waited != from {
            return;
        }
        let ends = self.ends();
        let next = ends.range((from, usize::MAX)..).next();
        let to = next.map_or(from + slice, |((end, _), _)| (from + slice).min(*end));
        *waited = to;
        self.clock.pass(to - from);
        let over = ends.range(..=(to, usize::MAX));
        over.chain(ends.range((to, usize::MAX)..).next()).for_each(|(_, woken)| woken.notify_one());
    }
}

impl Waiting<'_> {
    /// Whether this wait ends before all other waits that are not over at `now`.
    fn is_next(&self, now: Duration) -> bool {
        self.all.ends().range((now, usize::MAX)..).next().is_some_and(|(end, _)| *end == self.end)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        let mut ends = self.all.ends();
        ends.remove(&self.end);
        if let Some((_, next)) = ends.range(self.end..).next() {
            next.notify_one();
        }
    }
}

impl AsyncSleep for Pace {
    fn sleep(&self, duration: Duration) -> Sleep {
        Sleep::new(self.clone().wait(duration))
    }
}

impl Drop for Performing {
    fn drop(&mut self) {
        self.0.0.performing.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn hurried() -> (Pace, MovableClock) {
        let clock = MovableClock::frozen(Timestamp::UNIX_EPOCH);
        let pace = Pace::new(clock.clone());
        pace.set(1_000);
        (pace, clock)
    }

    #[tokio::test]
    async fn waits_at_the_same_time_count_once() {
        let (pace, clock) = hurried();
        let waits = (1..=50).map(|n| pace.sleep(SECOND * n));
        futures_util::future::join_all(waits).await;
        assert_eq!(pace.waited(), SECOND * 50);
        pace.sleep(SECOND / 20).await;
        assert_eq!(pace.waited(), SECOND * 50 + SECOND / 20);
        assert_eq!(clock.now().as_millisecond(), 50_050);
    }

    #[tokio::test]
    async fn waits_end_one_after_the_other_however_fast_they_pass() {
        let (pace, _) = hurried();
        let ended = futures_util::future::join_all([30, 10, 20, 1_000].map(async |ms| {
            let wait = Duration::from_millis(ms);
            if ms == 10 {
                // This happens on a busy machine: the first slice ends before this wait has begun a slice.
                std::thread::sleep(Duration::from_millis(5));
            }
            pace.sleep(wait).await;
            (wait, pace.waited())
        }));
        for (wait, ended) in ended.await {
            assert_eq!(ended, wait);
        }
    }

    #[tokio::test]
    async fn a_wait_by_a_clock_that_goes_is_no_longer_for_somebody_who_calls_often() {
        let pace = Pace::new(MovableClock::following(|| Timestamp::UNIX_EPOCH, SignedDuration::ZERO));
        let calls = async {
            loop {
                drop(pace.perform());
                tokio::time::sleep(SECOND / 1_000).await;
            }
        };
        tokio::select! {
            () = pace.sleep(SECOND / 2) => {}
            () = calls => {}
            () = tokio::time::sleep(SECOND * 10) => panic!("{pace:?}"),
        }
    }

    #[tokio::test]
    async fn a_call_that_nobody_goes_on_with_does_not_stop_the_time() {
        let (pace, _) = hurried();
        let mut call = std::pin::pin!(pace.perform().take_turns());
        assert!(futures_util::poll!(call.as_mut()).is_pending());
        pace.sleep(SECOND).await;
        drop(call.await);
    }

    #[tokio::test]
    async fn no_time_passes_while_a_call_is_performed() {
        let (pace, _) = hurried();
        let call = pace.perform();
        let waits = tokio::spawn(pace.sleep(SECOND));
        tokio::time::sleep(SECOND / 10).await;
        assert_eq!((pace.waited(), waits.is_finished()), (Duration::ZERO, false));
        drop(call);
        waits.await.unwrap();
        assert_eq!(pace.waited(), SECOND);
    }
}
