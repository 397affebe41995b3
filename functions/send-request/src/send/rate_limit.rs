//! The rate limits of one process of the function. After the provider rejected a message because of its rate, the
//! process sends at its share of that rate for an hour. It waits within its invocations, so it receives no more
//! messages from the queue than it can send.

use std::sync::{Arc, Mutex, PoisonError};

use app::queue::QUEUE_DELAY_MAX;
use aws_smithy_async::rt::sleep::{AsyncSleep as _, SharedAsyncSleep};
use domain::request::Request;
use domain::values::{Channel, Mode, Tenant};
use jiff::{SignedDuration, Timestamp};

use crate::send::Send;
use crate::send::pause::{later, log_late};

/// Emails per second until SES tells the account's rate. Most new accounts have this rate.
const MAILS_A_SECOND: f64 = 14.0;
/// Emails per second and process until SES tells the account's rate. Operators configure two processes for every five
/// emails per second (`SendConcurrency`). SES answers one call per second, so if there are many processes, most of them
/// use this rate.
const MAILS_A_SECOND_OF_COPY: f64 = 2.5;
/// The lost time that a process may catch up after it waited for messages.
const CATCHES_UP: SignedDuration = SignedDuration::from_secs(1);
/// How long a rate limit lasts after a rejection. After that, the process requests the provider's rate again.
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(1);
/// Each slot shortens the interval by this fraction, so that a process sends faster when others send less.
const FASTER_BY: i32 = 200;

/// The rate limits of a process, one per channel.
#[derive(Clone)]
pub struct RateLimits {
    copies: u32,
    sleep: Option<SharedAsyncSleep>,
    of: Arc<Mutex<[Option<RateLimit>; Channel::ALL.len()]>>,
}

/// A channel's rate limit. It is between the provider's whole rate and this process' share of it. A rejection sets it
/// to the share.
#[derive(Debug, Clone, Copy)]
struct RateLimit {
    /// The time between two messages of this process.
    interval: SignedDuration,
    /// The interval at the provider's whole rate.
    shortest: SignedDuration,
    /// Whether the provider's rate is known, or was requested and is not known yet.
    is_known: bool,
    free_at: Timestamp,
    /// When the last message without a slot is tried again.
    back_at: Timestamp,
    until: Timestamp,
}

impl RateLimits {
    /// The rate limits of one of `copies` processes, which waits with `sleep`. At the start there are none.
    pub fn new(copies: u32, sleep: Option<SharedAsyncSleep>) -> Self {
        Self { copies, sleep, of: Arc::default() }
    }

    fn change<T>(&self, channel: Channel, change: impl FnOnce(&mut Option<RateLimit>) -> T) -> T {
        change(&mut self.of.lock().unwrap_or_else(PoisonError::into_inner)[channel as usize])
    }

    /// Whether the channel's provider rejected a message because of its rate in the last hour.
    fn is_slow(&self, channel: Channel, now: Timestamp) -> bool {
        self.change(channel, |limit| limit.is_some_and(|limit| now < limit.until))
    }

    /// The interval at this process' share of the provider's rate.
    fn share(&self, shortest: SignedDuration) -> SignedDuration {
        shortest.saturating_mul(i32::try_from(self.copies).unwrap_or(i32::MAX))
    }
}

impl RateLimit {
    /// Gives a message the next slot, or returns when it should be tried again. Those times are as far apart as slots.
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
    /// Waits for the slot of a message that may be sent. If that takes too long for this invocation, the error is the
    /// time of the next try. Says so if it is a late message of a request.
    pub(super) async fn take_slot(
        &self,
        tenant: &Tenant,
        channel: Channel,
        request: Option<&Request>,
    ) -> Result<(), Timestamp> {
        let now = self.clock.now();
        if let Some(request) = request.filter(|_| self.rate_limits.is_slow(channel, now)) {
            log_late(request, now);
        }
        // In test mode nothing is sent.
        if tenant.mode == Mode::Test {
            return Ok(());
        }
        let slot = self.rate_limits.change(channel, |limit| {
            *limit = limit.filter(|limit| now < limit.until);
            limit.as_mut().map_or(Ok(now), |limit| limit.slot(longest_wait(channel), now))
        });
        if let (Ok(wait), Some(sleep)) = (slot?.duration_since(now).try_into(), &self.rate_limits.sleep) {
            sleep.sleep(wait).await;
        }
        Ok(())
    }

    /// Starts a rate limit for a channel whose provider just rejected a message because of its rate.
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
        // SES answers one such call per second. If it fails, the next rejection repeats it.
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

/// The time between the messages to a provider with this rate per second.
fn interval(a_second: f64) -> SignedDuration {
    SignedDuration::try_from_secs_f64(1.0 / a_second).unwrap_or(SignedDuration::from_secs(1))
}

/// The longest wait in an invocation. In this time a message [must be claimed](super::CLAIMED_WITHIN). SMS are in the
/// same queue and are slower, and emails must not wait for them.
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
