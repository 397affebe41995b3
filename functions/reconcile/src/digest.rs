//! The operator's weekly digest. It tells what single shops did, for which no alarm wakes the operator.

use app::error::Error;
use aws_sdk_sesv2::error::ProvideErrorMetadata as _;
use aws_sdk_sns::error::DisplayErrorContext;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use store::message::week::{WeekCounts, week_of};
use store::table::Store;
use vault::LazyClient;

use crate::reconcile::Report;

/// From this hour (UTC) of a Monday, the digest about the week before is published.
const FROM_HOUR: i8 = 7;
/// The time that a run has to publish it. After that, another run does, because this one may have died.
const TAKEN_FOR: SignedDuration = SignedDuration::from_mins(4);

#[derive(Clone)]
pub(crate) struct Digest {
    pub(crate) store: Store,
    pub(crate) ses: LazyClient<aws_sdk_sesv2::Client>,
    pub(crate) sns: LazyClient<aws_sdk_sns::Client>,
    /// The ARN of the alarms' topic.
    pub(crate) topic: String,
    /// The dashboard's name, which is the stack's.
    pub(crate) dashboard: String,
}

impl Digest {
    /// Publishes the digest if it is due and was not published. `report` is how things are now.
    pub(crate) async fn publish_if_due(&self, report: &Report, now: Timestamp) {
        let Some(week) = due(now) else { return };
        if let Err(error) = self.publish(week, report, now).await {
            tracing::error!(%error, "cannot publish the digest of the week");
        }
    }

    async fn publish(&self, week: Date, report: &Report, now: Timestamp) -> Result<(), Error> {
        let until = now.saturating_add(TAKEN_FOR).unwrap_or(now);
        if !self.store.take_digest(week, until, now).await? {
            return Ok(());
        }
        let counts = self.store.counts_of_week(week).await?;
        let notice = self.sns.publish().topic_arn(&self.topic).subject(format!("Afterword: the week from {week}"));
        let published = notice.message(text(week, counts, report, self.mail_day().await, &self.dashboard)).send().await;
        published.map_err(|error| Error::Unavailable(DisplayErrorContext(&error).to_string()))?;
        Ok(self.store.finish_digest(week, now).await?)
    }

    /// The share of SES' quota that the last 24 hours used, in percent. `None` if SES does not answer.
    async fn mail_day(&self) -> Option<f64> {
        let account = self.ses.get_account().send().await;
        let account = account.inspect_err(|error| tracing::warn!(code = error.code(), "cannot look up the quota"));
        let quota = account.ok()?.send_quota?;
        // -1 means no quota: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendQuota.html
        let most = quota.max24_hour_send;
        Some(if most > 0.0 { (100.0 * quota.sent_last24_hours / most).round() } else { 0.0 })
    }
}

/// The week whose digest is due.
fn due(now: Timestamp) -> Option<Date> {
    let at = now.to_zoned_datetime(TimeZone::UTC);
    let is_due = at.weekday() == Weekday::Monday && at.hour() >= FROM_HOUR;
    is_due.then(|| week_of(now).saturating_sub(7.days()))
}

fn text(week: Date, counts: WeekCounts, report: &Report, mail_day: Option<f64>, dashboard: &str) -> String {
    let Report { held_shops, waiting_too_long, owed, oldest_late_s, .. } = *report;
    let WeekCounts { suspensions, disabled_webhooks } = counts;
    let mut lines = vec![
        "Nothing here has to be done at night.".to_owned(),
        format!(
            "From {week} to {} (UTC), Afterword suspended the emails of {}, because too many bounced or were marked as \
             spam. Suspended now: {}. The saved query \"suspensions and releases\" names them.",
            week.saturating_add(6.days()),
            count(suspensions, "shop"),
            count(held_shops as u64, "shop"),
        ),
        format!(
            "Afterword disabled {}, because their endpoints failed. The saved query \"disabled webhooks\" names them.",
            count(disabled_webhooks, "webhook")
        ),
        format!("Shops have not decided about {} for over ten days.", count(waiting_too_long as u64, "review")),
        format!(
            "Afterword owes {}; the oldest late one is {} late.",
            count(owed as u64, "message"),
            count(oldest_late_s.unsigned_abs() / 60, "minute")
        ),
    ];
    lines.extend(mail_day.map(|percent| format!("The account has used {percent} % of SES' quota for 24 hours.")));
    lines.push(format!(
        "The dashboard {dashboard} shows the week's calls to the API, the sign-ins that it refused, and the model's \
         answers without use."
    ));
    lines.push("What to do: \"The week's digest\" in docs/operate.md.".to_owned());
    lines.join("\n\n")
}

fn count(number: u64, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
