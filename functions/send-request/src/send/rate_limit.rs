//! The rate limit of a copy of the function. After a refusal by its provider's rate a copy keeps its share of that rate for an hour: it waits
//! within its invocations, and so takes no more messages from the queue than leave. The queue is the line.

use std::mem::take;
use std::sync::{Arc, Mutex, PoisonError};

use app::queue::QUEUE_DELAY_MAX;
use aws_smithy_async::rt::sleep::{AsyncSleep as _, SharedAsyncSleep};
use domain::request::Request;
use domain::values::{Channel, Mode, Tenant};
use jiff::{SignedDuration, Timestamp};

use crate::send::pause::{later, log_late};
use crate::send::{Attempt, Prepared, Send};

/// Emails a second until SES says how many: what it lets most new accounts send.
const MAILS_A_SECOND: f64 = 14.0;
/// Emails a second of each copy until SES says how many there are: the operator has two copies for every five emails a second
/// (`SendConcurrency`). SES answers one call a second, so of many copies most guess.
const MAILS_A_SECOND_OF_COPY: f64 = 2.5;
/// How much a copy catches up that waited for messages.
const CATCHES_UP: SignedDuration = SignedDuration::from_secs(1);
/// For how long after a refusal a rate limit is kept: after that the provider's rate is asked for again.
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(1);
/// Each slot shortens the interval by this part of it: where other copies have less to send, this one finds it out.
const FASTER_BY: i32 = 200;

/// The rate_limits of a copy.
#[derive(Clone)]
pub struct RateLimits {
    copies: u32,
    sleep: Option<SharedAsyncSleep>,
    of: Arc<Mutex<[Option<RateLimit>; Channel::ALL.len()]>>,
}

/// A channel's rate limit: between the provider's whole rate and this copy's share of it, to which a refusal leads back.
#[derive(Debug, Clone, Copy)]
struct RateLimit {
    /// The time from one message of this copy to the next.
    interval: SignedDuration,
    /// The same at the provider's whole rate.
    shortest: SignedDuration,
    /// Whether the provider said it, or is being asked.
    is_known: bool,
    /// The first slot that no message has.
    free_at: Timestamp,
    /// When the last of the messages comes back for which there was no slot.
    back_at: Timestamp,
    /// Until when the rate limit is kept.
    until: Timestamp,
}

impl RateLimits {
    /// The rate_limits of one of so many copies, which waits by `sleep`. They are found out.
    #[must_use]
    pub fn new(copies: u32, sleep: Option<SharedAsyncSleep>) -> Self {
        Self { copies, sleep, of: Arc::default() }
    }

    fn change<T>(&self, channel: Channel, change: impl FnOnce(&mut Option<RateLimit>) -> T) -> T {
        change(&mut self.of.lock().unwrap_or_else(PoisonError::into_inner)[channel as usize])
    }

    /// Whether the channel's provider was full within the hour.
    fn is_slow(&self, channel: Channel, now: Timestamp) -> bool {
        self.change(channel, |limit| limit.is_some_and(|limit| now < limit.until))
    }

    /// The copy's share of the provider's rate.
    fn share(&self, shortest: SignedDuration) -> SignedDuration {
        shortest.saturating_mul(i32::try_from(self.copies).unwrap_or(i32::MAX))
    }
}

impl RateLimit {
    /// Gives a message the next slot, or says when it is to come back: those that come back are as far from each other as slots.
    fn slot(&mut self, longest: SignedDuration, now: Timestamp) -> Result<Timestamp, Timestamp> {
        let at = self.free_at.max(now.saturating_sub(CATCHES_UP).unwrap_or(now));
        if at.duration_since(now) > longest {
            self.back_at = later(self.back_at.max(at), self.interval).min(later(now, QUEUE_DELAY_MAX));
            return Err(self.back_at);
        }
        self.free_at = later(at, self.interval);
        self.interval = self.interval.saturating_sub(self.interval / FASTER_BY).max(self.shortest);
        Ok(at)
    }
}

impl Send {
    /// Waits for the slot of a request's message, once; what becomes of the wake-up if that is too long for this invocation.
    pub(super) async fn take_slot(
        &self,
        attempt: &mut Attempt<'_>,
        request: &Request,
        channel: Channel,
        now: Timestamp,
    ) -> Option<Prepared> {
        if attempt.has_slot {
            return None;
        }
        if self.rate_limits.is_slow(channel, now) {
            log_late(request, now);
        }
        match self.wait_for_slot(attempt.tenant, channel).await {
            Ok(()) => {
                attempt.has_slot = true;
                None
            }
            Err(at) if attempt.released.is_empty() => Some(Prepared::Again(at)),
            Err(_) => Some(Prepared::Released(take(&mut attempt.released))),
        }
    }

    /// Waits for the slot of a message that may leave. If that is too long for this invocation, the error is when to come back.
    pub(super) async fn wait_for_slot(&self, tenant: &Tenant, channel: Channel) -> Result<(), Timestamp> {
        // In test mode nothing leaves.
        if tenant.mode == Mode::Test {
            return Ok(());
        }
        let now = self.clock.now();
        let slot = self.rate_limits.change(channel, |limit| {
            *limit = limit.filter(|limit| now < limit.until);
            limit.as_mut().map_or(Ok(now), |limit| limit.slot(longest_wait(channel), now))
        });
        if let (Ok(wait), Some(sleep)) = (slot?.duration_since(now).try_into(), &self.rate_limits.sleep) {
            sleep.sleep(wait).await;
        }
        Ok(())
    }

    /// Keeps the rate limit of a channel whose provider was just full.
    pub(super) async fn slow_down(&self, channel: Channel, now: Timestamp) {
        let guess = match channel {
            Channel::Email => MAILS_A_SECOND.max(MAILS_A_SECOND_OF_COPY * f64::from(self.rate_limits.copies)),
            Channel::Sms => self.sms_a_second.into(),
        };
        let was_known = self.rate_limits.change(channel, |limit| {
            let shortest = interval(guess);
            let is_known = channel == Channel::Sms;
            let [free_at, back_at, until] = [now; 3];
            let kept = limit.unwrap_or(RateLimit { interval: shortest, shortest, is_known, free_at, back_at, until });
            let interval = self.rate_limits.share(kept.shortest);
            let (free_at, until) = (kept.free_at.max(later(now, interval)), later(now, KEPT_FOR));
            *limit = Some(RateLimit { interval, is_known: true, free_at, until, ..kept });
            kept.is_known
        });
        if was_known {
            return;
        }
        // SES has one call a second for it: if that fails, the next refusal asks again.
        let rate = self.mailer.rate().await;
        self.rate_limits.change(channel, |limit| {
            let Some(limit) = limit else { return };
            limit.is_known = rate.is_some();
            if let Some(a_second) = rate {
                tracing::warn!(a_second, "the provider is full: messages wait in the queue");
                limit.shortest = interval(a_second);
                limit.interval = self.rate_limits.share(limit.shortest);
            }
        });
    }
}

/// The time from one message to the next of a provider that takes so many in a second.
fn interval(a_second: f64) -> SignedDuration {
    SignedDuration::try_from_secs_f64(1.0 / a_second).unwrap_or(SignedDuration::from_secs(1))
}

/// The longest wait in an invocation, within which a message [must be claimed](super::CLAIMED_WITHIN). SMS have the same queue and
/// are slower: emails must not wait for them.
const fn longest_wait(channel: Channel) -> SignedDuration {
    match channel {
        Channel::Email => SignedDuration::from_secs(4),
        Channel::Sms => SignedDuration::from_secs(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INTERVAL: SignedDuration = SignedDuration::from_millis(500);

    fn at(ms: i64) -> Timestamp {
        Timestamp::from_millisecond(ms).unwrap()
    }

    fn limit(shortest: SignedDuration) -> RateLimit {
        let [free_at, back_at, until] = [at(0); 3];
        RateLimit { interval: INTERVAL, shortest, is_known: true, free_at, back_at, until }
    }

    #[test]
    fn a_message_without_a_slot_comes_back_at_the_same_rate() {
        let (mut limit, longest) = (limit(INTERVAL), SignedDuration::from_secs(1));
        let slots: Vec<_> = (0..7).map(|_| limit.slot(longest, at(10_000))).collect();
        let expected = [9_000, 9_500, 10_000, 10_500, 11_000].map(|ms| Ok(at(ms)));
        assert_eq!(slots[..5], expected, "a second is caught up");
        assert_eq!(slots[5..], [12_000, 12_500].map(|ms| Err(at(ms))));
        for _ in 0..5_000 {
            let _ = limit.slot(longest, at(10_000));
        }
        assert_eq!(limit.slot(longest, at(10_000)), Err(at(910_000)), "SQS delays by 15 minutes at most");
    }

    #[test]
    fn a_copy_that_is_not_refused_comes_to_the_whole_rate() {
        let shortest = INTERVAL / 2;
        let mut limit = limit(shortest);
        for slot in 0..400 {
            limit.slot(SignedDuration::ZERO, at(slot * 1_000)).unwrap();
        }
        assert_eq!(limit.interval, shortest);
    }
}
