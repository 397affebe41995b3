//! The account's breaker. While a provider refuses everybody, ten thousand waiting messages make about ten tries:
//! the others see the channel's pause, in a read that they make anyway, and come back later.
//!
//! The pause is in the table, because the copies of the function share nothing else. It is written only when the
//! provider refuses, and by the one message that is then tried now and again.

use app::Error;
use domain::{BACK_OFF_MAX, Channel, Mode, Pause, Request, Step, StepState, Tenant, back_off};
use jiff::{SignedDuration, Timestamp};
use store::Pauses;

use crate::send::{Prepared, Send};

/// The shortest time over which deferred messages return, however long the pause.
const SPREAD_MIN: SignedDuration = SignedDuration::from_secs(60);

impl Send {
    /// The pause that a request's message meets; `None` if it may be sent.
    pub(super) fn pause_of(
        &self,
        tenant: &Tenant,
        request: &Request,
        pauses: &Pauses,
        now: Timestamp,
    ) -> Option<Pause> {
        let channel = request.step().map(|step| step.channel)?;
        // In test mode nothing leaves, so nothing is refused.
        pauses.of(channel).filter(|pause| tenant.mode == Mode::Live && !pause.is_over(now))
    }

    /// Whether a message must not even find out if the provider accepts messages again. One whose outcome is
    /// unknown has a single try left: it is not spent on a provider that may still hang.
    pub(super) fn must_wait(request: &Request, pause: Pause, now: Timestamp) -> bool {
        let is_unknown = |step: &Step| step.unknown > 0 || matches!(step.state, StepState::Submitting { .. });
        pause.is_closed(now) || request.step().is_some_and(is_unknown)
    }

    /// Defers a message until some time after the pause. Of several wake-ups for it, one goes on.
    pub(super) async fn defer(
        &self,
        tenant: &Tenant,
        request: &Request,
        pause: Pause,
        now: Timestamp,
    ) -> Result<Prepared, Error> {
        // Spread widely however short the pause: a provider that is slow rather than down gets an even stream.
        let first = pause.until.max(now);
        let spread = now.duration_since(first).saturating_add(BACK_OFF_MAX).max(SPREAD_MIN);
        let at = later(first, self.draw(spread));
        match self.store.defer(tenant, request, at, now).await? {
            true => Ok(Prepared::Again(at)),
            false => Ok(Prepared::Settled),
        }
    }

    /// Claims the probe by extending the pause; `None` if another message has it.
    pub(super) async fn try_one(&self, channel: Channel, pause: Pause, now: Timestamp) -> Result<Option<Pause>, Error> {
        let until = later(now, self.draw(back_off(pause.tries)));
        let moved = Pause { until, tries: pause.tries.saturating_add(1), ..pause };
        Ok(self.store.set_pause(channel, Some(pause), moved).await?.then_some(moved))
    }

    /// Pauses a channel whose provider just refused, or gave no answer; returns until when. A message that was tried in a
    /// pause has moved that on already.
    pub(super) async fn refused(&self, channel: Channel, tried: Option<Pause>, now: Timestamp) -> Timestamp {
        if let Some(pause) = tried {
            return pause.until;
        }
        let pause = Pause { since: now, until: later(now, self.draw(back_off(0))), tries: 1 };
        match self.store.set_pause(channel, None, pause).await {
            Ok(true) => tracing::warn!(channel = channel.as_str(), "paused sending: the provider refuses"),
            Ok(false) => {}
            // The next refusal tries again.
            Err(error) => tracing::warn!(channel = channel.as_str(), %error, "cannot pause sending"),
        }
        pause.until
    }

    /// Ends the pause in which a message was tried, because the provider answered it.
    pub(super) async fn answered(&self, channel: Channel, tried: Option<Pause>) {
        let Some(pause) = tried else { return };
        match self.store.resume(channel, pause).await {
            Ok(()) => tracing::info!(channel = channel.as_str(), tries = pause.tries, "resumed sending"),
            // Another message is tried when it ends by itself.
            Err(error) => tracing::warn!(channel = channel.as_str(), %error, "cannot resume sending"),
        }
    }

    /// Full jitter: what was refused together does not come back together.
    pub(super) fn draw(&self, longest: SignedDuration) -> SignedDuration {
        let drawn = self.random.below(u64::try_from(longest.as_millis()).unwrap_or(0));
        SignedDuration::from_millis(i64::try_from(drawn).unwrap_or(0))
    }
}

pub(super) fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.saturating_add(by).unwrap_or(at)
}
