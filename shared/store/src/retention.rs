//! How long items stay in the table. Most times count from the link's expiry. After that
//! time, DynamoDB may remove the item.

use domain::privacy::MADE_AGAIN_FOR;
use domain::shop::RecentMessages;
use jiff::Timestamp;

/// Days from the link's expiry until a request is removed: a year, so that questions about it can be answered.
pub(crate) const REQUEST_DAYS: i64 = 365;
/// Days from the link's expiry until the personal part is removed. Until then, the expired page offers a new link. Drafts, the
/// photos of unsent reviews and problems may be removed at the same time.
pub(crate) const PERSONAL_DAYS: i64 = 90;
/// Days until an ended pause of a channel or the last rejection is removed.
pub(crate) const PAUSE_DAYS: i64 = 1;
/// Days after the last note about reports until it is removed. While reports are missing, nothing else keeps the alarm on.
pub(crate) const REPORTED_DAYS: i64 = 30;
pub(crate) const MAIL_DAY_DAYS: i64 = 2;
/// Days after the last change of a week's counts until they are removed, long after the digest.
pub(crate) const WEEK_DAYS: i64 = 14;
/// Days for which the log of webhooks is kept.
pub(crate) const DELIVERY_DAYS: i64 = 30;
/// Days from its order until a settled notification is removed, long after its last report.
const NOTIFICATION_DAYS: i64 = 30;
/// Days from its order until an unsettled notification is removed, because it may wait for the end of a suspension or a
/// pause.
const UNSETTLED_NOTIFICATION_DAYS: i64 = 365;
/// Days from the call until the receipt of an export or erasure is removed.
pub(crate) const RECEIPT_DAYS: i64 = 365;
/// Days after which S3 has certainly deleted an export: its rule deletes after one day, counted from the next midnight.
pub(crate) const EXPORT_DAYS: i64 = 2;
pub(crate) const REPORT_DAYS: i64 = 365;
/// Days from its call until the record of an import is removed.
pub(crate) const IMPORT_DAYS: i64 = 90;
/// Days after the last failed message of a day until the counts of that day are removed.
pub const FAILURES_DAYS: i64 = 40;
/// After how many days S3 deletes the file of a photo whose review was not sent; template.yaml has a rule for each
/// number. Links live for 90 days, from a first message that may be a year ahead, and personal data for 90 days more.
const UNSENT_DAYS: [i64; 3] = [120, 180, 546];
/// Additional days after which S3 has certainly deleted such a file, because its rules count from the next midnight.
const DELETED_WITHIN_DAYS: i64 = 2;
const DAY_S: i64 = 86_400;

/// This many days later, in seconds since 1970, as DynamoDB's time to live needs it.
pub fn days_after(at: Timestamp, days: i64) -> i64 {
    at.as_second() + days * DAY_S
}

/// After this time, the last export is not made again.
pub(crate) fn data_requests_ttl(last: Timestamp) -> i64 {
    last.as_second() + MADE_AGAIN_FOR.as_secs()
}

pub(crate) fn notification_ttl(ordered_at: Timestamp, is_settled: bool) -> i64 {
    ordered_at.as_second() + DAY_S * if is_settled { NOTIFICATION_DAYS } else { UNSETTLED_NOTIFICATION_DAYS }
}

/// After this time, none of the messages counts any more.
pub(crate) fn recent_messages_ttl(last: Timestamp) -> i64 {
    last.as_second() + RecentMessages::COUNTED_FOR.as_secs()
}

/// After how many days S3 may delete a photo that arrives now for an unsent review. It is deleted at `personal`
/// (seconds since 1970) or later.
pub(crate) fn unsent_days(personal: i64, now: Timestamp) -> i64 {
    let fits = |days: &&i64| now.as_second() + **days * DAY_S >= personal;
    UNSENT_DAYS.iter().find(fits).copied().unwrap_or(UNSENT_DAYS[UNSENT_DAYS.len() - 1])
}

/// After this time, S3 has certainly deleted the file of such a photo.
pub(crate) fn unsent_ttl(days: i64, now: Timestamp) -> i64 {
    now.as_second() + (days + DELETED_WITHIN_DAYS) * DAY_S
}
