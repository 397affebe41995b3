//! The log of calls, and the faults that tests inject.

use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use http::Response;

use super::{pace::Pace, wire::Call};

/// The maximum number of calls in the log, so that it does not grow while `cargo dev` runs for weeks.
const CALLS_KEPT: usize = 100_000;

/// What happens to a call on its way to the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    None,
    /// The call does not arrive, because the connection breaks.
    LoseRequest,
    /// The call is performed, but the connection breaks before the answer.
    LoseAnswer,
    /// The call is performed twice, as by a client that repeats it after a lost answer.
    Repeat,
    Delay(Duration),
    /// The service throttles the call and does not perform it.
    Throttle,
    /// The service fails and does not perform the call.
    ServerError,
    /// The call does not arrive, and no answer comes.
    Hang,
    RefuseConnection,
    /// The connection never opens; the client waits for its connect timeout.
    NeverConnect,
    /// The caller's role does not allow the call.
    Deny,
    /// The caller's clock is wrong: its signature has expired.
    WrongClock,
    UnknownCredentials,
}

pub(super) type Faults = Arc<dyn Fn(&Call) -> Fault + Send + Sync>;

/// The log of calls, and the faults for further calls.
pub(super) struct Wire {
    pub(super) calls: Mutex<VecDeque<Call>>,
    pub(super) answered_bytes: AtomicU64,
    pub(super) faults: Mutex<Option<Faults>>,
    pub(super) pace: Pace,
}

impl Wire {
    /// Calls without faults, whose waits follow `pace`.
    pub(super) fn new(pace: Pace) -> Self {
        Self { calls: Mutex::default(), answered_bytes: AtomicU64::new(0), faults: Mutex::default(), pace }
    }

    pub(super) fn answered(&self, response: &Response<Bytes>) {
        self.answered_bytes.fetch_add(response.body().len() as u64, Ordering::Relaxed);
    }

    pub(super) fn note(&self, call: &Call) -> Fault {
        let mut calls = self.calls.lock().unwrap_or_else(PoisonError::into_inner);
        if calls.len() == CALLS_KEPT {
            calls.pop_front();
        }
        calls.push_back(call.clone());
        drop(calls);
        // Called outside the lock, because a fault may read the log, or set the next faults.
        let faults = self.faults.lock().unwrap_or_else(PoisonError::into_inner).clone();
        faults.map_or(Fault::None, |faults| faults(call))
    }
}
