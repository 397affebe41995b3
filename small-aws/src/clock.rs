//! A clock that can be moved forward, so that a test or a developer can let a week pass in a moment.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use jiff::{SignedDuration, Timestamp};

/// The time of a small AWS and its functions: the machine's time plus an offset, or an instant frozen for tests. Clones
/// share one time.
#[derive(Clone)]
pub struct MovableClock(Arc<Source>);

type System = Box<dyn Fn() -> Timestamp + Send + Sync>;

enum Source {
    Following { system: System, offset: Mutex<SignedDuration> },
    Frozen(Mutex<Timestamp>),
}

impl MovableClock {
    /// A clock that follows `system` and is ahead of it by `offset`.
    pub fn following(system: impl Fn() -> Timestamp + Send + Sync + 'static, offset: SignedDuration) -> Self {
        Self(Arc::new(Source::Following { system: Box::new(system), offset: Mutex::new(offset) }))
    }

    /// A clock that shows `at` until it is set.
    pub fn frozen(at: Timestamp) -> Self {
        Self(Arc::new(Source::Frozen(Mutex::new(at))))
    }

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

    /// The time that the clock shows; `None` if it runs.
    pub(super) fn frozen_at(&self) -> Option<Timestamp> {
        match &*self.0 {
            Source::Following { .. } => None,
            Source::Frozen(at) => Some(*at.lock().unwrap_or_else(PoisonError::into_inner)),
        }
    }

    /// Moves the clock to `to`. An earlier instant changes nothing.
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

    /// Moves a frozen clock forward.
    pub(super) fn pass(&self, by: Duration) {
        if let Source::Frozen(at) = &*self.0 {
            let mut at = at.lock().unwrap_or_else(PoisonError::into_inner);
            *at = at.saturating_add(by).unwrap_or(*at);
        }
    }

    /// How far this clock is ahead of the machine's; zero for a frozen clock.
    pub fn offset(&self) -> SignedDuration {
        match &*self.0 {
            Source::Following { offset, .. } => *offset.lock().unwrap_or_else(PoisonError::into_inner),
            Source::Frozen(_) => SignedDuration::ZERO,
        }
    }

    /// Takes over the offset from an earlier run, unless this clock is further ahead.
    pub(super) fn resume(&self, saved: SignedDuration) {
        if let Source::Following { offset, .. } = &*self.0 {
            let mut offset = offset.lock().unwrap_or_else(PoisonError::into_inner);
            *offset = (*offset).max(saved);
        }
    }
}
