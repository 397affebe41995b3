//! How long SDK clients wait in this process: for an answer, and between two attempts.
//!
//! On Lambda one call has the process to itself. Here a thousand share a thread, and the time in which the
//! others work must not count as waiting. So a wait is made of slices, and however late one ends, it counts
//! for its own length.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};
use std::time::Duration;

use aws_smithy_async::rt::sleep::{AsyncSleep, Sleep};

/// A wait has at least ten slices of at most this length.
const SLICE_MAX: Duration = Duration::from_millis(100);

/// How fast waits pass; clones are the same one.
#[derive(Clone, Debug)]
pub(super) struct Pace(Arc<AtomicU32>);

impl Default for Pace {
    fn default() -> Self {
        Self(Arc::new(AtomicU32::new(1)))
    }
}

impl Pace {
    /// Lets every wait pass this many times faster.
    pub(super) fn set(&self, times: u32) {
        self.0.store(times.max(1), Ordering::Relaxed);
    }
}

impl AsyncSleep for Pace {
    fn sleep(&self, duration: Duration) -> Sleep {
        let times = Arc::clone(&self.0);
        Sleep::new(async move {
            let (mut left, slice) = (duration, (duration / 10).clamp(Duration::from_millis(1), SLICE_MAX));
            while !left.is_zero() {
                let slice = left.min(slice);
                tokio::time::sleep(slice / times.load(Ordering::Relaxed)).await;
                left = left.saturating_sub(slice);
            }
        })
    }
}
