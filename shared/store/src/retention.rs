//! How long a request's items stay in the table, counted from its link's expiry.

use jiff::Timestamp;

/// Days after the link's expiry for which a request is kept: a year to answer questions about it.
const KEPT_DAYS: i64 = 365;
/// Days after the link's expiry for which its personal part is kept: as long as its button for a
/// new link works.
const PERSONAL_KEPT_DAYS: i64 = 90;
const DAY_S: i64 = 86_400;

/// When DynamoDB may remove a request's row, in epoch seconds.
pub(crate) fn request_ttl(expires_at: Timestamp) -> i64 {
    expires_at.as_second() + KEPT_DAYS * DAY_S
}

/// When DynamoDB may remove a request's personal part, in epoch seconds.
pub(crate) fn personal_ttl(expires_at: Timestamp) -> i64 {
    expires_at.as_second() + PERSONAL_KEPT_DAYS * DAY_S
}
