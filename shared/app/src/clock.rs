//! The only code that reads the time.

use std::sync::Arc;

use jiff::Timestamp;

/// A function's source of time. `main.rs` passes the system's clock; the local system and tests pass a clock that they
/// can move.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl Clock {
    pub fn new(read: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self(Arc::new(read))
    }

    pub fn system() -> Self {
        #[expect(clippy::disallowed_methods, reason = "the one place that may read the time")]
        Self::new(Timestamp::now)
    }

    pub fn now(&self) -> Timestamp {
        (self.0)()
    }
}
