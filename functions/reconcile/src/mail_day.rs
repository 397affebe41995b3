//! How much of SES' quota of a day is used.

use aws_sdk_sesv2::Client;
use aws_sdk_sesv2::error::ProvideErrorMetadata as _;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use vault::LazyClient;

/// In which minutes of an hour the quota is read: in one run. SES answers one such call a second from the whole account,
/// and senders need the answer, too.
const READ_BEFORE_MINUTE: i8 = 5;

#[derive(Clone)]
pub(crate) struct MailDay {
    pub(crate) ses: LazyClient<Client>,
}

impl MailDay {
    /// The share of the quota that the last 24 hours used, in percent. `None` if the run did not start in the first
    /// minutes of an hour, and if SES does not answer.
    pub(crate) async fn used(&self, started: Timestamp) -> Option<f64> {
        if started.to_zoned_datetime(TimeZone::UTC).minute() >= READ_BEFORE_MINUTE {
            return None;
        }
        let account = self.ses.get_account().send().await;
        let account = account.inspect_err(|error| tracing::warn!(code = error.code(), "cannot look up the quota"));
        let quota = account.ok()?.send_quota?;
        // -1 means no quota: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendQuota.html
        let most = quota.max24_hour_send;
        Some(if most > 0.0 { (100.0 * quota.sent_last24_hours / most).round() } else { 0.0 })
    }
}
