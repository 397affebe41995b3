//! A clock that can be moved forward, so that a week passes while somebody watches.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use jiff::{SignedDuration, Timestamp};

/// The time of a small AWS and its functions: the machine's plus an offset, or frozen at an instant for tests.
/// Clones share one time.
#[derive(Clone)]
pub struct MovableClock(Arc<Source>);

type System = Box<dyn Fn() -> Timestamp + Send + Sync>;

enum Source {
    Following { system: System, offset: Mutex<SignedDuration> },
    Frozen(Mutex<Timestamp>),
}

impl MovableClock {
    /// Runs with `system`, ahead of it by `offset`.
    #[must_use]
    pub fn following(system: impl Fn() -> Timestamp + Send + Sync + 'static, offset: SignedDuration) -> Self {
        Self(Arc::new(Source::Following { system: Box::new(system), offset: Mutex::new(offset) }))
    }

    /// Stands still at `at` until it is set.
    #[must_use]
    pub fn frozen(at: Timestamp) -> Self {
        Self(Arc::new(Source::Frozen(Mutex::new(at))))
    }

    /// The time now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        match &*self.0 {
            Source::Following { system, offset } => {
                let offset = *offset.lock().unwrap_or_else(PoisonError::into_inner);
                let now = system();
                now.checked_add(offset).unwrap_or(now)
            }
            Source::Frozen(at) => *at.lock().unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// The time at which the clock stands; `None` if it runs with the machine's.
    #[must_use]
    pub(super) fn frozen_at(&self) -> Option<Timestamp> {
        match &*self.0 {
            Source::Following { .. } => None,
            Source::Frozen(at) => Some(*at.lock().unwrap_or_else(PoisonError::into_inner)),
        }
    }

    /// Moves to `to`. Time never runs backwards: an earlier instant changes nothing.
    pub fn set(&self, to: Timestamp) {
        match &*self.0 {
            Source::Following { system, offset } => {
                let mut offset = offset.lock().unwrap_or_else(PoisonError::into_inner);
                *offset = (*offset).max(to.duration_since(system()));
            }
            Source::Frozen(at) => {
                let mut at = at.lock().unwrap_or_else(PoisonError::into_inner);
                *at = (*at).max(to);
            }
        }
    }

    /// Lets time pass, unless it passes by itself.
    pub(super) fn pass(&self, by: Duration) {
        if let Source::Frozen(at) = &*self.0 {
            let mut at = at.lock().unwrap_or_else(PoisonError::into_inner);
            *at = at.saturating_add(by).unwrap_or(*at);
        }
    }

    /// How far ahead of the machine's clock this one runs; zero for a frozen clock, which follows
    /// none.
    #[must_use]
    pub fn offset(&self) -> SignedDuration {
        match &*self.0 {
            Source::Following { offset, .. } => *offset.lock().unwrap_or_else(PoisonError::into_inner),
            Source::Frozen(_) => SignedDuration::ZERO,
        }
    }

    /// Catches up with an offset from an earlier run, unless this one is further ahead already.
    pub(super) fn resume(&self, saved: SignedDuration) {
        if let Source::Following { offset, .. } = &*self.0 {
            let mut offset = offset.lock().unwrap_or_else(PoisonError::into_inner);
            *offset = (*offset).max(saved);
        }
    }
}
