//! What only a simulation does to the functions: they die at an await, their clocks differ, messages come late or twice,
//! a protection is taken off on the wire, and time passes only when somebody moves the clock.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use app::Clock;
use aws_smithy_async::rt::sleep::AsyncSleep as _;
use aws_types::region::Region;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::{REGION, queue::Copies, small_aws::SmallAws, wire::Call, work::Work};

/// Simulated worlds of this process.
static WORLDS: AtomicU64 = AtomicU64::new(1);

type Crash = Arc<dyn Fn(usize) -> Option<u32> + Send + Sync>;
type Skew = Arc<dyn Fn(&str) -> SignedDuration + Send + Sync>;
type Tamper = Arc<dyn Fn(&Call, &mut Value) + Send + Sync>;

/// Nothing of it, until it is set.
#[derive(Default)]
pub(super) struct Simulation {
    /// Which simulated world of this process it is; `None` if it is none.
    world: Option<u64>,
    crash: Mutex<Option<Crash>>,
    skew: Mutex<Option<Skew>>,
    tamper: Mutex<Option<Tamper>>,
    invocations: Mutex<Vec<Invocation>>,
}

/// One run of a function in a simulated world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invocation {
    /// The function's name.
    pub function: String,
    /// At how many awaits it could have died so far.
    pub awaits: u32,
    /// Whether it died at the last of them.
    pub died: bool,
}

impl Simulation {
    pub(super) fn new_world() -> Self {
        Self { world: Some(WORLDS.fetch_add(1, Ordering::Relaxed)), ..Self::default() }
    }

    /// The SDK's clients of one region share a quota of retries in the whole process. A simulated world has its own,
    /// or its history would depend on what ran before it.
    pub(super) fn region(&self) -> Region {
        self.world.map_or(Region::from_static(REGION), |world| Region::new(format!("{REGION}-{world}")))
    }

    /// Notes that an invocation begins, and decides at which await it dies.
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

    /// Notes that an invocation awaits something; whether it dies there.
    pub(super) fn awaits(&self, number: usize, dies_at: Option<u32>) -> bool {
        let mut invocations = self.invocations.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(invocation) = invocations.get_mut(number) else { return false };
        invocation.awaits += 1;
        invocation.died = dies_at == Some(invocation.awaits);
        invocation.died
    }

    /// Changes the JSON of a call on its way.
    pub(super) fn tamper(&self, call: &Call, body: &mut Value) {
        if let Some(tamper) = set(&self.tamper) {
            tamper(call, body);
        }
    }
}

/// A hook, outside its lock: it may look at this AWS.
fn set<T: ?Sized>(hook: &Mutex<Option<Arc<T>>>) -> Option<Arc<T>> {
    hook.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

impl SmallAws {
    /// Decides at which of its awaits, counted from 1, each invocation to come dies in a simulated world. It gets the
    /// invocation's number, from 0. The client of a function that died gets API Gateway's 500; a message comes back after
    /// its visibility timeout.
    pub fn set_crashes(&self, crashes: impl Fn(usize) -> Option<u32> + Send + Sync + 'static) {
        *self.simulation().crash.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(crashes));
    }

    /// Each invocation of a simulated world, in the order in which they began.
    #[must_use]
    pub fn invocations(&self) -> Vec<Invocation> {
        self.simulation().invocations.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Decides by how much each function's clock is ahead. It gets the function's name.
    pub fn set_skew(&self, skew: impl Fn(&str) -> SignedDuration + Send + Sync + 'static) {
        *self.simulation().skew.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(skew));
    }

    /// A function's own clock.
    #[must_use]
    pub fn clock_of(&self, function: &str) -> Clock {
        let (aws, function) = (self.clone(), function.to_owned());
        Clock::new(move || {
            let skew = set(&aws.simulation().skew).map_or(SignedDuration::ZERO, |skew| skew(&function));
            let now = aws.clock().now();
            now.checked_add(skew).unwrap_or(now)
        })
    }

    /// Changes the JSON of calls to DynamoDB and SQS on their way, as nothing does on AWS: without a condition it shows
    /// what the condition is for, and an invalid entry fails alone of its batch.
    pub fn set_tampering(&self, tamper: impl Fn(&Call, &mut Value) + Send + Sync + 'static) {
        *self.simulation().tamper.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(tamper));
    }

    /// Decides how often each wake-up comes, and by how much later than asked: one delay for each copy.
    pub fn set_wake_copies(&self, copies: impl Fn() -> Vec<SignedDuration> + Send + Sync + 'static) {
        self.wakes().set_copies(Copies::new(copies));
    }

    /// The same of reports about messages. Without a copy one is lost: SES and EventBridge deliver at best effort.
    pub fn set_report_copies(&self, copies: impl Fn() -> Vec<SignedDuration> + Send + Sync + 'static) {
        self.reports().set_copies(Copies::new(copies));
    }

    /// The same of a queue of work.
    pub fn set_work_copies(&self, work: Work, copies: impl Fn() -> Vec<SignedDuration> + Send + Sync + 'static) {
        self.work().of(work).set_copies(Copies::new(copies));
    }

    /// Waits by this world's time.
    pub async fn sleep(&self, duration: Duration) {
        self.wire().pace.sleep(duration).await;
    }

    /// When the next wait in a simulated world ends.
    #[must_use]
    pub fn next_wait(&self) -> Option<Timestamp> {
        self.wire().pace.next_wait()
    }

    /// Moves a simulated world's clock and ends the waits that are over.
    pub fn pass(&self, to: Timestamp) {
        self.clock().set(to);
        self.wire().pace.end_waits();
    }
}
