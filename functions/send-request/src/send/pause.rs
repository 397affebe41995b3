//! Pauses a channel while its provider rejects every message. Then ten thousand waiting messages make about ten calls:
//! the others see the channel's pause in a read that they make anyway, and are tried later. After half an hour they
//! wait only in the table, and reconcile wakes a few to test the provider, and all of them after the pause.
//!
//! The pause is stored in the table, because the function's processes share nothing else. It is written only when the
//! provider rejects messages, and by the one message that is tried from time to time.

use std::sync::Arc;

use app::error::Error;
use app::queue::QUEUE_DELAY_MAX;
use domain::message::{Pause, Step, StepState, back_off};
use domain::request::Request;
use domain::values::{Channel, Mode, Tenant};
use jiff::{SignedDuration, Timestamp};
use vault::TenantKeys;

use crate::fate::Fate;
use crate::send::Send;

/// The shortest time over which deferred messages are tried again, even after a short pause.
const SPREAD_MIN: SignedDuration = SignedDuration::from_secs(60);
/// The delay after which a message is reported as late.
const LATE: SignedDuration = SignedDuration::from_mins(30);

impl Send {
    /// Defers a message until some time after the pause or, in a long pause, until reconcile wakes it. A message with
    /// an unknown outcome cannot test the provider, so it does not wait for reconcile.
    pub(super) async fn defer(
        &self,
        tenant: &Tenant,
        request: &Request,
        pause: Pause,
        now: Timestamp,
    ) -> Result<Fate, Error> {
        log_late(request, now);
        if let Some(channel) = request.step().map(|step| step.channel).filter(|_| pause.is_long(now))
            && !request.step().is_some_and(is_unknown)
        {
            self.store.wait_for_channel(tenant, request, channel).await?;
            return Ok(Fate::Nothing);
        }
        // The messages are spread over a long time even after a short pause, so that a slow provider gets them evenly.
        let first = pause.until.max(now);
        let spread = now.duration_since(first).saturating_add(pause.spread(now)).max(SPREAD_MIN);
        self.defer_until(tenant, request, later(first, self.draw(spread)), now).await
    }

    /// Defers a message. If it has several wake-ups, only one stays: in the queue if `until` is near, else reconcile
    /// wakes the message, so that a long wait takes place only in the table.
    async fn defer_until(
        &self,
        tenant: &Tenant,
        request: &Request,
        until: Timestamp,
        now: Timestamp,
    ) -> Result<Fate, Error> {
        let is_far = until.duration_since(now) > QUEUE_DELAY_MAX;
        let is_deferred = self.store.defer(tenant, request, until, is_far, now).await?;
        Ok(if is_deferred && !is_far { Fate::Again(until) } else { Fate::Nothing })
    }

    /// Defers a message. If the table cannot store that, the wake-up comes back all the same.
    pub(super) async fn put_off(&self, tenant: &Tenant, request: &Request, until: Timestamp) -> Fate {
        self.defer_until(tenant, request, until, self.clock.now()).await.unwrap_or_else(|error| {
            tracing::warn!(request = request.id.get(), %error, "cannot defer a message");
            Fate::Again(until)
        })
    }

    /// Claims the test of the provider by extending the pause; `None` if another message claimed it.
    pub(super) async fn try_one(&self, channel: Channel, pause: Pause, now: Timestamp) -> Result<Option<Pause>, Error> {
        let until = later(now, self.draw(back_off(pause.tries)));
        let moved = Pause { until, tries: pause.tries.saturating_add(1), ..pause };
        Ok(self.store.set_pause(channel, Some(pause), moved).await?.then_some(moved))
    }

    /// Pauses a channel whose provider rejected a message or did not answer. A message that was tried in a pause has
    /// already extended that pause.
    pub(super) async fn pause_channel(&self, channel: Channel, tried: Option<Pause>, now: Timestamp) {
        if tried.is_some() {
            return;
        }
        let pause = Pause { since: now, until: later(now, self.draw(back_off(0))), tries: 1 };
        match self.store.set_pause(channel, None, pause).await {
            Ok(true) => tracing::warn!(channel = channel.as_str(), "paused sending: the provider refuses"),
            Ok(false) => {}
            // The next rejection pauses the channel.
            Err(error) => tracing::warn!(channel = channel.as_str(), %error, "cannot pause sending"),
        }
    }

    /// Ends the pause in which this message was tried, because the provider accepts messages again.
    pub(super) async fn accepts(&self, channel: Channel, tried: Option<Pause>) {
        let Some(pause) = tried else { return };
        match self.store.resume(channel, pause).await {
            Ok(()) => tracing::info!(channel = channel.as_str(), tries = pause.tries, "resumed sending"),
            // The pause ends at its time, and another message is tried.
            Err(error) => tracing::warn!(channel = channel.as_str(), %error, "cannot resume sending"),
        }
    }

    /// A random time up to `longest`, so that messages that were rejected together are not tried again together.
    pub(super) fn draw(&self, longest: SignedDuration) -> SignedDuration {
        let drawn = self.random.below(u64::try_from(longest.as_millis()).unwrap_or(0));
        SignedDuration::from_millis(i64::try_from(drawn).unwrap_or(0))
    }
}

/// Whether a message must not test the provider. A message with an unknown outcome has one try left, which would be lost if
/// the provider still does not answer.
pub(super) fn must_wait(step: &Step, pause: Pause, now: Timestamp) -> bool {
    pause.is_closed(now) || is_unknown(step)
}

/// Whether an earlier try has an unknown outcome.
fn is_unknown(step: &Step) -> bool {
    step.unknown > 0 || matches!(step.state, StepState::Submitting { .. })
}

/// Logs how late a waiting message is, for a metric filter in the template.
pub(super) fn log_late(request: &Request, now: Timestamp) {
    // A message is not late if a pause of sending or a suspension kept it back.
    if request.is_kept_back() {
        return;
    }
    let late = request.step().map_or(SignedDuration::ZERO, |step| now.duration_since(step.due_at));
    if late > LATE {
        tracing::warn!(request = request.id.get(), late_s = late.as_secs(), "a message that is late waits again");
    }
}

pub(super) fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.saturating_add(by).unwrap_or(at)
}

/// Whether a request's message is an email that would really be sent. Suspensions affect nothing else.
pub(super) fn is_live_email(tenant: &Tenant, request: &Request) -> bool {
    tenant.mode == Mode::Live && request.step().is_some_and(|step| step.channel == Channel::Email)
}

/// For how long such a message is first left alone.
const LEFT_ALONE_FOR: SignedDuration = SignedDuration::from_hours(24);

impl Send {
    /// The shop's keys. If its wrapped key is damaged, `reconcile` leaves the message alone for a day, and later for as
    /// long as the message is late already. So this wake-up becomes a dead letter, but few others do.
    pub(super) async fn keys(
        &self,
        tenant: &Tenant,
        root: &[u8],
        request: &Request,
        now: Timestamp,
    ) -> Result<Arc<TenantKeys>, Error> {
        let keys = self.vault.tenant(tenant, root, now).await;
        if keys.as_ref().is_err_and(vault::Error::is_of_damaged_key) {
            let late = request.owed_at().map_or(SignedDuration::ZERO, |at| now.duration_since(at));
            let until = later(now, late.max(LEFT_ALONE_FOR)).min(request.expires_at);
            if let Err(error) = self.store.defer(tenant, request, until, false, now).await {
                tracing::warn!(request = request.id.get(), %error, "cannot leave a message alone");
            }
        }
        Ok(keys?)
    }
}
