//! The controls for a simulated world: a test decides where functions die and whose clock is ahead, and moves the time.

use std::{
    sync::{Arc, PoisonError, atomic::Ordering},
    time::Duration,
};

use aws_smithy_async::rt::sleep::AsyncSleep as _;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::{
    simulation::{Invocation, set},
    small_aws::SmallAws,
    wire::Call,
};

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
