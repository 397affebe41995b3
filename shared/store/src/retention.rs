//! How long items stay in the table: most are counted from the link's expiry.

use domain::privacy::MADE_AGAIN_FOR;
use domain::shop::RecentMessages;
use jiff::Timestamp;

/// Days after the link's expiry until a request is removed: a year to answer questions about it.
const REQUEST_DAYS: i64 = 365;
/// Days after the link's expiry until its personal part is removed. Until then the expired page
/// offers a new link.
const PERSONAL_DAYS: i64 = 90;
/// Days after the end of a channel's pause, or after an SMS was refused, until that is removed, if nobody had anything to send
/// since.
const PAUSE_DAYS: i64 = 1;
/// Days after which the number of a day's emails is removed.
const MAIL_DAY_DAYS: i64 = 2;
/// Days for which the log of webhooks says what was sent.
const DELIVERY_DAYS: i64 = 30;
/// Days after a letter was ordered until it is removed once it is settled: long after its last report.
const LETTER_DAYS: i64 = 30;
/// The same while it waits: longer than any hold or pause of sending lasts.
const UNSETTLED_LETTER_DAYS: i64 = 365;
/// Days after an export or erasure was asked for until its receipt is removed.
const RECEIPT_DAYS: i64 = 365;
/// Days after an export was made until S3 has deleted it for sure: its rule counts whole days.
const EXPORT_DAYS: i64 = 2;
/// How long a reader's report of a review is known.
const REPORT_DAYS: i64 = 365;
/// Days after an import was asked for until its record is removed.
const IMPORT_DAYS: i64 = 90;
/// Days after the last failed message of a day until the counts of that day are removed.
const FAILURES_DAYS: i64 = 40;
/// Days after which S3 deletes the file of a photo whose review was not sent: template.yaml has a rule for each. Links live for
/// 7 to 365 days, and what is personal for 90 more.
const UNSENT_DAYS: [i64; 4] = [120, 180, 270, 456];
/// Days until S3 has deleted such a file for sure, in addition: its rules count from the next midnight.
const DELETED_WITHIN_DAYS: i64 = 2;
const DAY_S: i64 = 86_400;

/// When DynamoDB may remove a request and its token, in seconds since 1970.
pub(crate) fn request_ttl(expires_at: Timestamp) -> i64 {
    expires_at.as_second() + REQUEST_DAYS * DAY_S
}

/// When DynamoDB may remove what leads to an export's file, in seconds since 1970: when S3 has deleted the file.
pub(crate) fn export_ttl(made_at: Timestamp) -> i64 {
    made_at.as_second() + EXPORT_DAYS * DAY_S
}

/// When DynamoDB may remove the record of an export or erasure, in seconds since 1970.
pub(crate) fn privacy_job_ttl(requested_at: Timestamp) -> i64 {
    requested_at.as_second() + RECEIPT_DAYS * DAY_S
}

/// When DynamoDB may remove a reader's report of a review, in seconds since 1970.
pub(crate) fn report_ttl(at: Timestamp) -> i64 {
    at.as_second() + REPORT_DAYS * DAY_S
}

/// When DynamoDB may remove the record of an import, in seconds since 1970.
pub(crate) fn import_ttl(asked_at: Timestamp) -> i64 {
    asked_at.as_second() + IMPORT_DAYS * DAY_S
}

/// When DynamoDB may remove a channel's pause, in seconds since 1970.
pub(crate) fn pause_ttl(until: Timestamp) -> i64 {
    until.as_second() + PAUSE_DAYS * DAY_S
}

/// When DynamoDB may remove what is known of a message that was refused, in seconds since 1970.
pub(crate) fn refusal_ttl(at: Timestamp) -> i64 {
    at.as_second() + PAUSE_DAYS * DAY_S
}

/// When DynamoDB may remove the number of a day's emails, in seconds since 1970.
pub(crate) fn mail_day_ttl(at: Timestamp) -> i64 {
    at.as_second() + MAIL_DAY_DAYS * DAY_S
}

/// When DynamoDB may remove an event from the log of webhooks, in seconds since 1970.
pub(crate) fn delivery_ttl(at: Timestamp) -> i64 {
    at.as_second() + DELIVERY_DAYS * DAY_S
}

/// When DynamoDB may remove the list of the exports that customers asked for, in seconds since 1970: when the last one is made no
/// more.
pub(crate) fn data_requests_ttl(last: Timestamp) -> i64 {
    last.as_second() + MADE_AGAIN_FOR.as_secs()
}

/// When DynamoDB may remove a letter, in seconds since 1970.
pub(crate) fn letter_ttl(ordered_at: Timestamp, is_settled: bool) -> i64 {
    ordered_at.as_second() + DAY_S * if is_settled { LETTER_DAYS } else { UNSETTLED_LETTER_DAYS }
}

/// When DynamoDB may remove the counts of a day's failed messages, in seconds since 1970.
pub(crate) fn failures_ttl(last: Timestamp) -> i64 {
    last.as_second() + FAILURES_DAYS * DAY_S
}

/// When DynamoDB may remove what a person got lately, in seconds since 1970: when none of it counts any more.
pub(crate) fn recent_messages_ttl(last: Timestamp) -> i64 {
    last.as_second() + RecentMessages::COUNTED_FOR.as_secs()
}

/// When DynamoDB may remove a request's personal part, its drafts and the photos of reviews that
/// were not sent, in seconds since 1970.
pub(crate) fn personal_ttl(expires_at: Timestamp) -> i64 {
    expires_at.as_second() + PERSONAL_DAYS * DAY_S
}

/// After how many days S3 may delete a photo's file that comes now, if the review is not sent: when DynamoDB may remove
/// `personal` data, in seconds since 1970, or later.
pub(crate) fn unsent_days(personal: i64, now: Timestamp) -> i64 {
    let fits = |days: &&i64| now.as_second() + **days * DAY_S >= personal;
    UNSENT_DAYS.iter().find(fits).copied().unwrap_or(UNSENT_DAYS[UNSENT_DAYS.len() - 1])
}

/// When DynamoDB may remove what leads to such a file, in seconds since 1970: when S3 has deleted it.
pub(crate) fn unsent_ttl(days: i64, now: Timestamp) -> i64 {
    now.as_second() + (days + DELETED_WITHIN_DAYS) * DAY_S
}
