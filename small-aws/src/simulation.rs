//! What only a simulation does to the functions: they die at an await, their clocks differ, calls are changed so that a
//! protection is missing, and the time passes only when a test moves the clock.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicBool, AtomicU64, Ordering},
};
use std::time::Duration;

use aws_smithy_async::rt::sleep::AsyncSleep as _;
use aws_types::region::Region;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::{SmallAws, hosts::Hosts, names::REGION, wire::Call};

static WORLDS: AtomicU64 = AtomicU64::new(1);

pub(super) type Crash = Arc<dyn Fn(usize) -> Option<u32> + Send + Sync>;
pub(super) type Skew = Arc<dyn Fn(&str) -> SignedDuration + Send + Sync>;
pub(super) type Tamper = Arc<dyn Fn(&Call, &mut Value) + Send + Sync>;

#[derive(Default)]
pub(super) struct Simulation {
    /// The number of the simulated world within this process; `None` outside of a simulation.
    world: Option<u64>,
    pub(super) crash: Mutex<Option<Crash>>,
    pub(super) skew: Mutex<Option<Skew>>,
    pub(super) tamper: Mutex<Option<Tamper>>,
    pub(super) hosts: Mutex<Option<Hosts>>,
    pub(super) invocations: Mutex<Vec<Invocation>>,
    pub(super) stops_loops: AtomicBool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invocation {
    pub function: String,
    /// The number of awaits at which the function could have died so far.
    pub awaits: u32,
    /// Whether the function died at the last of them.
    pub died: bool,
}

impl Simulation {
    pub(super) fn new_world() -> Self {
        Self { world: Some(WORLDS.fetch_add(1, Ordering::Relaxed)), ..Self::default() }
    }

    pub(super) fn is_on(&self) -> bool {
        self.world.is_some()
    }

    /// The region of the clients. In one process, the SDK's clients of the same region share a quota of retries. A
    /// simulated world needs its own quota, because otherwise its history would depend on earlier worlds.
    pub(super) fn region(&self) -> Region {
        self.world.map_or(Region::from_static(REGION), |world| Region::new(format!("{REGION}-{world}")))
    }

    /// Counts an invocation, and decides at which await it dies.
    pub(super) fn begin(&self, function: &str) -> (usize, Option<u32>) {
        if self.world.is_none() {
            return (0, None);
        }
        let mut invocations = self.invocations.lock().unwrap_or_else(PoisonError::into_inner);
        let number = invocations.len();
        invocations.push(Invocation { function: function.to_owned(), awaits: 0, died: false });
        drop(invocations);
        (number, set(&self.crash).and_then(|crash| crash(number)))
    }

    /// Counts an await of an invocation, and returns whether the invocation dies there.
    pub(super) fn awaits(&self, number: usize, dies_at: Option<u32>) -> bool {
        let mut invocations = self.invocations.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(invocation) = invocations.get_mut(number) else { return false };
        invocation.awaits += 1;
        invocation.died = dies_at == Some(invocation.awaits);
        invocation.died
    }

    pub(super) fn tamper(&self, call: &Call, body: &mut Value) {
        if let Some(tamper) = set(&self.tamper) {
            tamper(call, body);
        }
    }
}

/// A hook. It is cloned so that it runs outside its lock and may use this AWS.
pub(super) fn set<T: ?Sized>(hook: &Mutex<Option<Arc<T>>>) -> Option<Arc<T>> {
    hook.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

impl SmallAws {
    /// Decides at which of its awaits, counted from 1, each later invocation in a simulated world dies; the argument is
    /// the invocation's number from 0. If a function dies, its client gets API Gateway's 500, and a message becomes
    /// visible again after its timeout.
    pub fn set_crashes(&self, crashes: impl Fn(usize) -> Option<u32> + Send + Sync + 'static) {
        *self.0.simulation.crash.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(crashes));
    }

    /// The invocations of a simulated world, in the order in which they began.
    pub fn invocations(&self) -> Vec<Invocation> {
        self.0.simulation.invocations.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Decides how far each function's clock is ahead; the argument is the function's name.
    pub fn set_skew(&self, skew: impl Fn(&str) -> SignedDuration + Send + Sync + 'static) {
        *self.0.simulation.skew.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(skew));
    }

    /// The time of a function's own clock.
    pub fn now_of(&self, function: &str) -> Timestamp {
        let skew = set(&self.0.simulation.skew).map_or(SignedDuration::ZERO, |skew| skew(function));
        let now = self.clock().now();
        now.checked_add(skew).unwrap_or(now)
    }

    /// Changes the JSON of calls to DynamoDB and SQS before they arrive, which AWS never does. If a test removes a
    /// condition, it shows what the condition is for. If it makes an entry invalid, only this entry of the batch fails.
    pub fn set_tampering(&self, tamper: impl Fn(&Call, &mut Value) + Send + Sync + 'static) {
        *self.0.simulation.tamper.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(tamper));
    }

    /// Ends loops from now on, as if no function had `RecursiveLoop: Allow`, so that a test shows why the property is
    /// needed.
    pub fn stop_loops(&self) {
        self.0.simulation.stops_loops.store(true, Ordering::Relaxed);
    }

    /// Waits by this world's time.
    pub async fn sleep(&self, duration: Duration) {
        self.0.wire.pace.sleep(duration).await;
    }

    /// When the next wait of a simulated world ends.
    pub fn next_wait(&self) -> Option<Timestamp> {
        self.0.wire.pace.next_wait()
    }

    /// Moves a simulated world's clock and ends the waits that are over.
    pub fn pass(&self, to: Timestamp) {
        self.clock().set(to);
        self.expire();
        self.0.wire.pace.end_waits();
    }
}
