//! The line for a provider that is full. A refusal by its rate begins it, and it ends when nobody stands in it: each message
//! gets an instant of its own, and waits for it. Who has a place is tried without looking at the others.

use app::Error;
use domain::{Channel, Mode, Pace, Place, Tenant};
use jiff::{SignedDuration, Timestamp};
use store::{Pauses, RequestContext};

use crate::send::pause::{later, log_late};
use crate::send::{Prepared, Send};

/// Emails a second, if SES does not say how many: what it lets most new accounts send.
const MAILS_A_SECOND: f64 = 14.0;
/// For how long after a refusal nobody is tried without a place: as long as SES takes to let so many more through.
const CLOSED_FOR: SignedDuration = SignedDuration::from_secs(1);

/// The turn of a message or letter.
pub(super) enum Turn {
    /// It may be tried.
    Now,
    /// Another wake-up has its place.
    Taken,
    /// Its place is at this instant.
    At(Timestamp),
}

impl Send {
    /// Gives a message a place in its channel's line, if there is one; `None` if it may be tried now.
    pub(super) async fn line_up(
        &self,
        tenant: &Tenant,
        RequestContext { request, deferred_until, .. }: &RequestContext,
        pauses: &Pauses,
        now: Timestamp,
    ) -> Result<Option<Prepared>, Error> {
        let Some(channel) = request.step().map(|step| step.channel) else { return Ok(None) };
        match self.turn(tenant, channel, *deferred_until, pauses, now).await? {
            Turn::Now => Ok(None),
            Turn::Taken => Ok(Some(Prepared::Settled)),
            Turn::At(at) => {
                log_late(request, now);
                self.defer_until(tenant, request, at, now).await.map(Some)
            }
        }
    }

    /// The turn of what was deferred until then, or was not.
    pub(super) async fn turn(
        &self,
        tenant: &Tenant,
        channel: Channel,
        deferred_until: Option<Timestamp>,
        pauses: &Pauses,
        now: Timestamp,
    ) -> Result<Turn, Error> {
        // In test mode nothing leaves.
        let line = pauses.pace(channel).filter(|pace| tenant.mode == Mode::Live && !pace.is_over(now));
        let Some(pace) = line else { return Ok(Turn::Now) };
        match deferred_until {
            Some(until) if until <= now => return Ok(Turn::Now),
            Some(_) => return Ok(Turn::Taken),
            None => {}
        }
        let at = match self.store.line_up(channel, pace, pace.place(tenant, now), now).await? {
            None => self.store.line_up(channel, pace, Place::Last, now).await?,
            at => at,
        };
        Ok(at.filter(|at| *at > now).map_or(Turn::Now, Turn::At))
    }

    /// Begins the line of a channel whose provider was just full.
    pub(super) async fn begin_line(&self, channel: Channel, now: Timestamp) {
        if let Err(error) = self.try_begin_line(channel, now).await {
            // The next refusal tries again.
            tracing::warn!(channel = channel.as_str(), %error, "cannot let messages stand in line");
        }
    }

    async fn try_begin_line(&self, channel: Channel, now: Timestamp) -> Result<(), Error> {
        let a_second = match channel {
            Channel::Email => MAILS_A_SECOND,
            Channel::Sms => self.sms_a_second.into(),
        };
        if self.store.begin_line(channel, Pace::interval(a_second), later(now, CLOSED_FOR)).await? {
            tracing::warn!(channel = channel.as_str(), "the provider is full: messages stand in line");
        }
        // SES has one call a second for it: if that fails, the next refusal asks again.
        if channel == Channel::Email
            && !self.store.is_interval_known(channel).await?
            && let Some(a_second) = self.mailer.rate().await
        {
            self.store.set_interval(channel, Pace::interval(a_second)).await?;
        }
        Ok(())
    }
}
