//! The native envelope, which BetterReviews has too:
//! `{"ok":false,"error":"<code>","message":"<one sentence that says what to do>"}`.

pub mod deliveries;
pub mod integrations;
pub mod keys;
pub mod settings;
pub mod texts;
pub mod webhooks;

use std::borrow::Cow;

use app::error::Error as UseCase;
use axum::response::{IntoResponse, Response};
use domain::request::NotSendable;
use domain::values::{Invalid, MemberRefusal, RequestId};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::body::whole;
use crate::described::{Described, described};
use crate::error::Error;
use crate::openapi::{ApiDescription, Errors};
use crate::respond::refusal;

/// An error to be answered in the native envelope.
#[derive(Debug)]
pub struct Failure(pub Error);

impl<E: Into<Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

/// The id in a path. A malformed id counts as unknown.
pub fn request_id(segment: &str) -> Result<RequestId, UseCase> {
    RequestId::parse(segment).map_err(|_| UseCase::NotFound)
}

/// The number of rows on a page if the query has no limit (the BetterReviews document).
pub const PAGE: u32 = 50;
/// The most rows on a page.
const PAGE_MAX: u32 = 100;

/// The `limit` in a list's query: the most rows on the page.
/// Errors: [`Error::Field`] unless it is a whole number from 1 to 100.
pub fn limit(value: &str) -> Result<u32, Error> {
    let limit = whole(value).filter(|limit| (1..=PAGE_MAX).contains(limit));
    limit.ok_or(Invalid("`limit` must be a whole number from 1 to 100.")).map_err(Error::field("limit"))
}

/// A time as the native API and BetterReviews write it: UTC, in whole seconds, with `Z`.
pub fn seconds(at: Timestamp) -> String {
    format!("{at:.0}")
}

/// The native API's dialect, with the routes under this heading.
pub fn api(tag: &'static str, about: &'static str) -> ApiDescription {
    ApiDescription { name: "Native", tag, about, wrong_field: Some(422), errors: Errors::json::<Envelope<'_>>() }
}

/// An error.
#[derive(Serialize, ToSchema)]
#[schema(as = Error)]
struct Envelope<'a> {
    /// Always `false`.
    ok: bool,
    /// The kind of error, as a code that does not change.
    #[schema(example = "not_found")]
    error: &'a str,
    /// One sentence that says what to do.
    message: &'a str,
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let Self(error) = self;
        let Described { status, sentence, header } = described(&error);
        refusal(status, header, &Envelope { ok: false, error: &code(&error), message: &sentence })
    }
}

/// The code of every error. The `match` has no `_ =>`, so that every new error gets a code.
fn code(error: &Error) -> Cow<'static, str> {
    let code = match error {
        Error::NoRoute => "not_found",
        Error::Method { .. } => "method_not_allowed",
        Error::TooLarge => "payload_too_large",
        Error::NotJson | Error::NotRows | Error::Encoded => "unsupported_media_type",
        Error::Truncated => "invalid_body",
        Error::Malformed(_) => "invalid_json",
        Error::IdempotencyKey(_) => "invalid_idempotency_key",
        Error::Field { field, rule: _ } => return format!("invalid_{field}").into(),
        Error::App(error) => match error {
            UseCase::Unauthenticated => "unauthorized",
            UseCase::MissingScope(_) => "forbidden",
            UseCase::NotFound => "not_found",
            UseCase::Duplicate { .. } => "duplicate_request",
            UseCase::RateLimited(_) | UseCase::TooManyCalls { .. } => "rate_limited",
            UseCase::IdempotencyKeyReused => "idempotency_key_reused",
            UseCase::NotSendable(why) => not_sendable(*why),
            // The first errors exist only in the Wix dialect, and numbered pages only in More Good Reviews'.
            UseCase::Refused(_) => "refused",
            UseCase::PageTooFar { .. } => "invalid_page",
            UseCase::SlugTaken => "slug_taken",
            UseCase::LinkTooShort => "invalid_delay_days",
            UseCase::NotLiftable => "not_liftable",
            UseCase::TooManyKeys => "too_many_keys",
            UseCase::LastKey => "last_key",
            UseCase::Members(refusal) => match refusal {
                MemberRefusal::Twice => "member_exists",
                MemberRefusal::TooMany => "too_many_members",
                MemberRefusal::Unknown => "not_found",
                MemberRefusal::LastOwner => "last_owner",
            },
            UseCase::RevisionConflict => "revision_conflict",
            UseCase::NoPendingEdit => "no_pending_edit",
            UseCase::ReasonRequired => "reason_required",
            UseCase::NoOwnerEmail => "no_owner_email",
            UseCase::KeptBack(app::error::KeptBack::Suppressed) => "suppressed",
            UseCase::KeptBack(app::error::KeptBack::Held) => "held",
            UseCase::KeptBack(app::error::KeptBack::Paused) => "paused",
            UseCase::TooManyWebhooks => "too_many_webhooks",
            UseCase::ReleasedRecently(_) => "released_recently",
            UseCase::RotatedRecently(_) => "rotated_recently",
            UseCase::PlatformNeeded => "platform_needed",
            UseCase::NothingToUndo => "nothing_to_undo",
            UseCase::ImportTouched(_) => "import_touched",
            UseCase::Unreachable(_) => "no_address",
            UseCase::Unavailable(_) => "unavailable",
            UseCase::Internal(_) => "internal",
        },
    };
    code.into()
}

const fn not_sendable(why: NotSendable) -> &'static str {
    match why {
        NotSendable::Sent => "already_sent",
        NotSendable::Completed => "already_completed",
        NotSendable::Cancelled => "request_cancelled",
        NotSendable::Expired => "request_expired",
        NotSendable::Failed => "request_failed",
        NotSendable::Skipped => "request_stopped",
        NotSendable::NoRecipient => "no_recipient",
    }
}
