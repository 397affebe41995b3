//! Waits in a world whose time a test moves: each ends when the clock reaches the wait's end.

use std::{
    collections::BTreeMap,
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, Waker},
};

use jiff::Timestamp;

use super::clock::MovableClock;

/// All waits; clones share them.
#[derive(Clone, Default)]
pub(super) struct Waits(Arc<Mutex<Inner>>);

#[derive(Default)]
struct Inner {
    count: u64,
    /// Sorted by their end, then in the order in which they began.
    wakers: BTreeMap<(Timestamp, u64), Waker>,
}

/// A wait. Dropping this value removes it.
pub(super) struct Wait {
    waits: Waits,
    clock: MovableClock,
    key: (Timestamp, u64),
}

impl Waits {
    /// Waits until `clock` shows `until`.
    pub(super) fn until(&self, clock: &MovableClock, until: Timestamp) -> Wait {
        let mut inner = self.lock();
        inner.count += 1;
        Wait { waits: self.clone(), clock: clock.clone(), key: (until, inner.count) }
    }

    pub(super) fn next(&self) -> Option<Timestamp> {
        self.lock().wakers.first_key_value().map(|((until, _), _)| *until)
    }

    pub(super) fn end(&self, now: Timestamp) {
        let over = {
            let mut inner = self.lock();
            let left = inner.wakers.split_off(&(now, u64::MAX));
            std::mem::replace(&mut inner.wakers, left)
        };
        over.into_values().for_each(Waker::wake);
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Future for Wait {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.clock.now() >= self.key.0 {
            return Poll::Ready(());
        }
        self.waits.lock().wakers.insert(self.key, context.waker().clone());
        Poll::Pending
    }
}

impl Drop for Wait {
    fn drop(&mut self) {
        self.waits.lock().wakers.remove(&self.key);
    }
}
