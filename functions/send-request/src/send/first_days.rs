//! A shop's first days: the number of its emails in a day is limited until something shows that its customers want
//! them.

use app::error::Error;
use domain::request::Request;
use domain::values::{Channel, Mode, Tenant};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use store::shop::TenantRecord;

use crate::send::Send;
use crate::send::pause::later;

/// Emails beyond a day's limit are tried again within this part of the next day.
const SPREAD: SignedDuration = SignedDuration::from_hours(1);

impl Send {
    /// Counts an email from a shop in its first days. If the day's limit is reached, returns when the email may be
    /// tried again.
    pub(super) async fn full_until(
        &self,
        tenant: &Tenant,
        shop: &TenantRecord,
        request: &Request,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, Error> {
        // An email that was tried before is already counted.
        let is_new =
            |step: &domain::message::Step| step.channel == Channel::Email && step.throttled == 0 && !step.was_claimed();
        let counts = shop.in_first_days && tenant.mode == Mode::Live && request.step().is_some_and(is_new);
        if !counts {
            return Ok(None);
        }
        let day = now.to_zoned_datetime(TimeZone::UTC);
        if self.store.count_mail_of_day(tenant, day.date()).await? {
            return Ok(None);
        }
        if self.store.mail_day(tenant, day.date()).await?.is_none() {
            let (last, _) = self.store.last_mails(tenant).await?;
            let Some(most) = last.allowed_a_day() else {
                let mut transaction = self.store.transaction(tenant);
                transaction.end_first_days();
                transaction.commit().await?;
                return Ok(None);
            };
            let is_counted = self.store.begin_mail_day(tenant, day.date(), most, now).await?
                || self.store.count_mail_of_day(tenant, day.date()).await?;
            if is_counted {
                return Ok(None);
            }
        }
        let tomorrow = day.start_of_day().and_then(|start| start.checked_add(1.day()));
        let tomorrow = tomorrow.map_or_else(|_| later(now, SignedDuration::from_hours(24)), |day| day.timestamp());
        Ok(Some(later(tomorrow, self.draw(SPREAD))))
    }
}
