//! One event on its way to one endpoint: its tries, and the time of the next.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::values::{WebhookId, ms, words};
use crate::webhook::Event;
use crate::webhook::endpoint::PROBE_EVERY;

/// The waits before each try, as Standard Webhooks 1.0.0 recommends; together three days and three hours.
const WAITS: [SignedDuration; 10] = [
    SignedDuration::ZERO,
    SignedDuration::from_secs(5),
    SignedDuration::from_mins(5),
    SignedDuration::from_mins(30),
    SignedDuration::from_hours(2),
    SignedDuration::from_hours(5),
    SignedDuration::from_hours(10),
    SignedDuration::from_hours(14),
    SignedDuration::from_hours(20),
    SignedDuration::from_hours(24),
];
/// How often an event is tried before it counts as failed.
pub const TRIES_MAX: usize = WAITS.len();
/// The longest delay that `Retry-After` may ask for.
pub const RETRY_AFTER_MAX: SignedDuration = SignedDuration::from_hours(24);
/// The most attempts in a delivery's log: enough for three rounds. Each replay begins a round.
pub const ATTEMPTS_LOGGED_MAX: usize = 30;
/// The longest time that an event waits for a failing endpoint before it is looked at again.
const PUT_OFF_MAX: SignedDuration = SignedDuration::from_hours(1);
/// A wait may be longer or shorter by at most one part in this many.
const JITTER: u64 = 10;

words! {
    pub enum DeliveryStatus {
        Pending = "pending",
        /// The endpoint answered 2xx.
        Delivered = "delivered",
        /// No try succeeded, or the endpoint was disabled or deleted.
        Failed = "failed",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    #[serde(with = "ms::required")]
    pub at: Timestamp,
    /// The status of the endpoint's answer; `None` without a complete answer in time.
    #[serde(rename = "status", default, skip_serializing_if = "Option::is_none")]
    pub status_code: Option<u16>,
    /// Why there is no status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// How many milliseconds the call took.
    pub ms: u32,
}

impl Attempt {
    /// Whether the endpoint answered 2xx.
    pub fn succeeded(&self) -> bool {
        self.status_code.is_some_and(|status| (200..300).contains(&status))
    }
}

/// An event on its way to an endpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebhookDelivery {
    pub webhook: WebhookId,
    pub event: Event,
    pub status: DeliveryStatus,
    /// How often the event was tried since it was created or last replayed.
    pub tries: usize,
    /// The last [`ATTEMPTS_LOGGED_MAX`] attempts, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attempts: Vec<Attempt>,
    /// When the event is tried next; `None` if never.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub next_at: Option<Timestamp>,
    /// Grows by 1 with every change.
    #[serde(skip)]
    pub version: u32,
}

impl WebhookDelivery {
    /// A delivery that is due at once.
    pub fn new(webhook: WebhookId, event: Event) -> Self {
        let next_at = Some(event.at);
        Self { webhook, event, status: DeliveryStatus::Pending, tries: 0, attempts: Vec::new(), next_at, version: 0 }
    }

    /// Adds an attempt and, if it failed, plans the next one. `retry_after` is the wait that the endpoint asked for;
    /// `random` spreads the tries of many deliveries.
    pub fn record(&mut self, attempt: Attempt, retry_after: Option<SignedDuration>, random: u64, now: Timestamp) {
        let succeeded = attempt.succeeded();
        self.attempts.push(attempt);
        let surplus = self.attempts.len().saturating_sub(ATTEMPTS_LOGGED_MAX);
        self.attempts.drain(..surplus);
        self.tries += 1;
        let wait = WAITS.get(self.tries).map(|wait| {
            let asked = retry_after.unwrap_or_default().min(RETRY_AFTER_MAX);
            spread(*wait, random).max(asked)
        });
        (self.status, self.next_at) = match wait {
            _ if succeeded => (DeliveryStatus::Delivered, None),
            Some(wait) => (DeliveryStatus::Pending, now.checked_add(wait).ok()),
            None => (DeliveryStatus::Failed, None),
        };
    }

    /// Delays the try without a call, because the endpoint has failed since `failing_since` and another event probes
    /// it. The longer the endpoint fails, the longer the delay, so that a backlog is not looked at every minute.
    pub fn put_off(&mut self, failing_since: Timestamp, random: u64, now: Timestamp) {
        let wait = now.duration_since(failing_since).clamp(PROBE_EVERY, PUT_OFF_MAX);
        self.next_at = now.checked_add(spread(wait, random)).ok().or(self.next_at);
    }

    /// Whether the next try is due; it may be running.
    pub fn is_in_flight(&self, now: Timestamp) -> bool {
        self.next_at.is_some_and(|at| at <= now)
    }

    /// Ends the delivery without another try.
    pub fn give_up(&mut self) {
        (self.status, self.next_at) = (DeliveryStatus::Failed, None);
    }

    /// Starts the delivery again, whatever its status.
    pub fn replay(&mut self, now: Timestamp) {
        (self.status, self.tries, self.next_at) = (DeliveryStatus::Pending, 0, Some(now));
    }
}

fn spread(wait: SignedDuration, random: u64) -> SignedDuration {
    let most = u64::try_from(wait.as_millis()).unwrap_or_default() / JITTER;
    let offset = random.checked_rem(2 * most + 1).unwrap_or_default();
    wait - SignedDuration::from_millis(i64::try_from(most).unwrap_or_default())
        + SignedDuration::from_millis(i64::try_from(offset).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: &str = "2026-11-20T06:00:00Z";

    fn delivery() -> WebhookDelivery {
        let webhook = WebhookId::new(7).unwrap();
        WebhookDelivery::new(webhook, Event::test(START.parse().unwrap(), 1))
    }

    fn answered(status: u16, at: Timestamp) -> Attempt {
        Attempt { at, status_code: Some(status), error: None, ms: 12 }
    }

    #[test]
    fn it_is_tried_ten_times_in_about_three_days() {
        let hours = [0.0, 5.0 / 3600.0, 5.0 / 60.0, 0.5, 2.0, 5.0, 10.0, 14.0, 20.0, 24.0];
        for random in [0, 1, 12_345, u64::MAX] {
            let (mut delivery, mut at) = (delivery(), START.parse::<Timestamp>().unwrap());
            for wait in hours {
                let next = delivery.next_at.unwrap();
                let waited = next.duration_since(at).as_secs_f64() / 3600.0;
                assert!((wait * 0.9 - 1e-6..=wait * 1.1 + 1e-6).contains(&waited), "{waited} and not {wait}");
                at = next;
                assert_eq!(delivery.status, DeliveryStatus::Pending);
                delivery.record(answered(500, at), None, random, at);
            }
            assert_eq!((delivery.status, delivery.next_at), (DeliveryStatus::Failed, None));
            assert_eq!((delivery.tries, delivery.attempts.len()), (TRIES_MAX, 10));
        }
    }

    #[test]
    fn only_2xx_is_a_success() {
        for (status, expected) in [
            (200, DeliveryStatus::Delivered),
            (204, DeliveryStatus::Delivered),
            (299, DeliveryStatus::Delivered),
            (199, DeliveryStatus::Pending),
            (301, DeliveryStatus::Pending),
            (400, DeliveryStatus::Pending),
        ] {
            let mut delivery = delivery();
            delivery.record(answered(status, delivery.event.at), None, 0, delivery.event.at);
            assert_eq!(delivery.status, expected, "{status}");
        }
    }

    #[test]
    fn a_receiver_may_ask_for_a_longer_wait_up_to_a_day() {
        let wait = |asked: SignedDuration| {
            let mut delivery = delivery();
            let now = delivery.event.at;
            delivery.record(answered(503, now), Some(asked), 0, now);
            delivery.next_at.unwrap().duration_since(now)
        };
        assert_eq!(wait(SignedDuration::from_secs(120)), SignedDuration::from_secs(120));
        assert_eq!(wait(SignedDuration::from_hours(100)), SignedDuration::from_hours(24));
        assert_eq!(wait(SignedDuration::from_secs(1)), SignedDuration::from_millis(4_500));
    }

    #[test]
    fn an_event_waits_as_long_again_as_its_endpoint_failed_up_to_an_hour() {
        let since: Timestamp = START.parse().unwrap();
        for (failed_s, least_s, most_s) in [(0, 54, 66), (60, 54, 66), (600, 540, 660), (86_400, 3_240, 3_960)] {
            for random in [0, 7, u64::MAX] {
                let (mut delivery, now) = (delivery(), since + SignedDuration::from_secs(failed_s));
                delivery.put_off(since, random, now);
                let waits = delivery.next_at.unwrap().duration_since(now).as_secs();
                assert!((least_s..=most_s).contains(&waits), "{failed_s}: {waits}");
                assert_eq!((delivery.tries, delivery.attempts.len()), (0, 0), "nobody was called");
            }
        }
    }

    #[test]
    fn a_replay_begins_a_round_and_the_log_is_bounded() {
        let mut delivery = delivery();
        let now = delivery.event.at;
        for round in 1..=4 {
            delivery.replay(now);
            assert_eq!((delivery.status, delivery.next_at), (DeliveryStatus::Pending, Some(now)));
            for _ in 0..TRIES_MAX {
                delivery.record(answered(500, now), None, 0, now);
            }
            assert_eq!(delivery.attempts.len(), (round * TRIES_MAX).min(ATTEMPTS_LOGGED_MAX));
        }
    }
}
