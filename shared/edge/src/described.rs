//! Errors as callers see them: the status, one sentence that says what to do, and a header.
//!
//! All dialects share these descriptions. A dialect adds its code and its envelope, and replaces what its vendor's API
//! does differently.

use std::borrow::Cow;

use app::error::{Error as UseCase, KeptBack, Refusal};
use axum::http::header::{ACCEPT_ENCODING, ALLOW, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use domain::request::{NotSendable, Quota};
use domain::values::{Channel, Invalid, MemberRefusal, RequestId};
use jiff::Timestamp;

use crate::error::Error;
use crate::json::Problem;

/// How many seconds a caller should wait when a service that we need is unavailable.
const RETRY_AFTER_S: u32 = 5;

/// An error as callers see it.
#[derive(Debug)]
pub struct Described {
    /// The HTTP status.
    pub status: StatusCode,
    /// One sentence that says what to do. It quotes neither the body nor a cause.
    pub sentence: Cow<'static, str>,
    /// `Allow`, `WWW-Authenticate`, `Accept-Encoding` or `Retry-After`, if the status has one of them.
    pub header: Option<(HeaderName, HeaderValue)>,
}

impl Described {
    fn new(status: StatusCode, sentence: impl Into<Cow<'static, str>>) -> Self {
        Self { status, sentence: sentence.into(), header: None }
    }

    fn with_header(self, name: HeaderName, value: impl TryInto<HeaderValue>) -> Self {
        Self { header: value.try_into().ok().map(|value| (name, value)), ..self }
    }

    /// The same error, with the dialect's own sentence.
    #[must_use]
    pub fn with_sentence(self, sentence: impl Into<Cow<'static, str>>) -> Self {
        Self { sentence: sentence.into(), ..self }
    }

    /// The same error, with the dialect's own status.
    #[must_use]
    pub fn with_status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }
}

/// Describes an error that is about to be answered. The cause of [`app::error::Error::Unavailable`] and
/// [`app::error::Error::Internal`] goes only to the log.
///
/// The `match` has no `_ =>`, so that every new error must be described here.
pub fn described(error: &Error) -> Described {
    match error {
        Error::NoRoute => Described::new(StatusCode::NOT_FOUND, "Unknown path; /openapi.json lists all of them."),
        Error::Method { allow } => {
            Described::new(StatusCode::METHOD_NOT_ALLOWED, format!("Method not allowed here; use {allow}."))
                .with_header(ALLOW, allow.as_str())
        }
        Error::TooLarge => Described::new(StatusCode::PAYLOAD_TOO_LARGE, "Send at most 64 KiB."),
        Error::NotJson => {
            Described::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "Send JSON, with Content-Type: application/json.")
        }
        Error::NotRows => Described::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "Send CSV, with Content-Type: text/csv, or JSON, with Content-Type: application/json or application/x-ndjson.",
        ),
        Error::Encoded => Described::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "Send the body as it is, without compression and Content-Encoding.",
        )
        .with_header(ACCEPT_ENCODING, HeaderValue::from_static("identity")),
        Error::Truncated => Described::new(StatusCode::BAD_REQUEST, "The body is incomplete; send it again."),
        Error::Malformed(Problem { line, column, what }) => {
            Described::new(StatusCode::BAD_REQUEST, format!("Fix the JSON at line {line}, column {column}: {what}."))
        }
        Error::IdempotencyKey(Invalid(rule)) => Described::new(StatusCode::BAD_REQUEST, *rule),
        Error::Field { field: _ /* a dialect's code or envelope names it */, rule: Invalid(rule) } => {
            unprocessable(*rule)
        }
        Error::App(error) => use_case(error),
    }
}

fn use_case(error: &UseCase) -> Described {
    match error {
        UseCase::Unauthenticated => Described::new(
            StatusCode::UNAUTHORIZED,
            "Missing or invalid API key; send it as Authorization: Bearer <key>.",
        )
        .with_header(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer")),
        UseCase::MissingScope(scope) => {
            Described::new(StatusCode::FORBIDDEN, format!("Use an API key with the scope {scope}."))
        }
        UseCase::NotFound => Described::new(StatusCode::NOT_FOUND, "Nothing has this id."),
        UseCase::Duplicate { earlier } => duplicate(*earlier),
        UseCase::RateLimited(Quota { remaining: _ /* 0 */, reset_s }) => {
            too_many(*reset_s, "Too many requests; wait as long as Retry-After says, then send the rest.")
        }
        UseCase::TooManyCalls { wait_s } => too_many(
            *wait_s,
            "Your shop makes too many calls; wait as long as Retry-After says, then make fewer a second.",
        ),
        UseCase::IdempotencyKeyReused => {
            unprocessable("This Idempotency-Key was used with another body; use a new key for a new call.")
        }
        UseCase::NotSendable(why) => conflict(not_sendable(*why)),
        UseCase::Refused(refusal) => refused(*refusal),
        UseCase::PageTooFar { rows } => {
            unprocessable(format!("`page` reaches the first {rows} rows; follow `next_page_url` to go further."))
        }
        UseCase::SlugTaken => {
            conflict("Another location has this slug; choose another, or omit it to have one generated.")
        }
        UseCase::LinkTooShort => unprocessable(
            "The link would expire before its message leaves; shorten the delay, or raise `link_days` in the settings.",
        ),
        UseCase::NotLiftable => {
            conflict("This person unsubscribed, replied STOP or complained. Only they can undo that.")
        }
        UseCase::TooManyKeys => conflict("The shop has 20 keys; delete one that is not used any more, then try again."),
        UseCase::LastKey => {
            conflict("No other key can make or delete keys; make one with the scope keys:manage first.")
        }
        UseCase::Members(refusal) => members(*refusal),
        UseCase::RevisionConflict => Described::new(
            StatusCode::PRECONDITION_FAILED,
            "The review has changed since you read it; read it again, then decide.",
        ),
        UseCase::NoPendingEdit => conflict("No edit of this review waits; omit `edit` to withhold the review itself."),
        UseCase::ReasonRequired => unprocessable(
            "Your settings ask for a `reason`: confidential, abusive, personal_data, discriminatory, misleading, fake, \
             unrelated or unlawful.",
        ),
        UseCase::NoOwnerEmail => conflict(
            "No member who signed in to the console has the owner's address; set `owner_email` in the settings to a member's.",
        ),
        UseCase::KeptBack(by) => conflict(kept_back(*by)),
        UseCase::TooManyWebhooks => {
            conflict("A shop has at most ten webhooks; delete one, or change its URL or events.")
        }
        UseCase::ReleasedRecently(at) => released_recently(*at),
        UseCase::RotatedRecently(at) => rotated_recently(*at),
        UseCase::PlatformNeeded => unprocessable(PLATFORM_NEEDED),
        UseCase::NothingToUndo => conflict(NOTHING_TO_UNDO),
        UseCase::ImportTouched(count) => conflict(import_touched(*count)),
        UseCase::Unreachable(channel) => conflict(unreachable(*channel)),
        UseCase::Unavailable(cause) => unavailable(cause),
        UseCase::Internal(cause) => internal(cause),
    }
}

const PLATFORM_NEEDED: &str =
    "Product ids in this file are numbers; say with `platform` whether they are shopify's or woocommerce's.";
const NOTHING_TO_UNDO: &str =
    "Nothing of this import can be undone: it was a dry run, waits for its file, or was undone.";

fn import_touched(count: u64) -> String {
    format!(
        "{count} reviews of this import were decided about, answered or changed since; remove what is wrong one by one."
    )
}

fn conflict(sentence: impl Into<Cow<'static, str>>) -> Described {
    Described::new(StatusCode::CONFLICT, sentence)
}

fn unprocessable(sentence: impl Into<Cow<'static, str>>) -> Described {
    Described::new(StatusCode::UNPROCESSABLE_ENTITY, sentence)
}

fn too_many(wait_s: i64, sentence: &'static str) -> Described {
    Described::new(StatusCode::TOO_MANY_REQUESTS, sentence).with_header(RETRY_AFTER, wait_s)
}

fn duplicate(earlier: Option<RequestId>) -> Described {
    let which = earlier.map_or_else(|| "An earlier request".to_owned(), |id| format!("Request {id}"));
    conflict(format!("{which} for the same email and order is still active; use it, or cancel it first."))
}

fn released_recently(at: Timestamp) -> Described {
    let when = "You released your emails within the last 7 days; you can again from";
    conflict(format!("{when} {at:.0}. Until then they leave when `until` is over, or ask the operator."))
}

fn rotated_recently(at: Timestamp) -> Described {
    let why = "The secret was replaced, and a secret before it still works; it can be replaced again from";
    conflict(format!("{why} {at:.0}."))
}

const fn unreachable(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "This customer has no email address. Add one, or use another channel.",
        Channel::Sms => "This customer has no phone number. Add one, or use another channel.",
    }
}

fn unavailable(cause: &str) -> Described {
    tracing::error!(cause, "a dependency is unavailable");
    Described::new(StatusCode::SERVICE_UNAVAILABLE, "Try again in a few seconds, with the same Idempotency-Key.")
        .with_header(RETRY_AFTER, RETRY_AFTER_S)
}

fn internal(cause: &str) -> Described {
    tracing::error!(cause, "internal error");
    Described::new(
        StatusCode::INTERNAL_SERVER_ERROR,
        "Something went wrong on our side; quote the X-Request-Id when you report it.",
    )
}

const fn kept_back(by: KeptBack) -> &'static str {
    match by {
        KeptBack::Suppressed => "This address gets no emails of the shop; lift its suppression first.",
        KeptBack::Held => {
            "The shop's emails are suspended, because too many bounced or were marked as spam; release them first, or wait."
        }
        KeptBack::Paused => "The operator has paused sending; ask them, or wait for its end.",
    }
}

fn members(refusal: MemberRefusal) -> Described {
    match refusal {
        MemberRefusal::Twice => conflict("This address is a member already."),
        MemberRefusal::TooMany => conflict("The shop has 50 members; remove one, then try again."),
        MemberRefusal::Unknown => Described::new(StatusCode::NOT_FOUND, "Nothing has this id."),
        MemberRefusal::LastOwner => conflict("The shop needs an owner; make another member an owner first."),
    }
}

const fn not_sendable(why: NotSendable) -> &'static str {
    match why {
        NotSendable::Sent => "This request was already sent; create a new one to ask again.",
        NotSendable::Completed => "Everything in this request is reviewed; there is nothing to ask.",
        NotSendable::Cancelled => "This request was cancelled; create a new one.",
        NotSendable::Expired => "This request's link has expired; create a new one.",
        NotSendable::Failed => {
            "The email provider rejected this request's email; create a new one with a working address."
        }
        NotSendable::Skipped => "This request must not be sent; its timeline says why.",
        NotSendable::NoRecipient => "The recipient's address is unknown; make the contact a customer first.",
    }
}

/// Errors that only the Wix dialect has.
fn refused(refusal: Refusal) -> Described {
    let failed = |sentence: &'static str| Described::new(StatusCode::PRECONDITION_REQUIRED, sentence);
    match refusal {
        Refusal::Initiator => {
            failed("Use an API key of an app or of a user: a visitor or a member can't ask for reviews.")
        }
        Refusal::OrderNotFound => failed("Unknown order. PUT it to /api/v1/orders/{id} first."),
        Refusal::OrderIsEmpty => failed("The order has nothing to review: no line has a catalog item."),
        Refusal::NotOfOrder(_) => Described::new(
            StatusCode::BAD_REQUEST,
            "This item is not in the order; choose items of the order, or omit the order.",
        ),
        Refusal::NotCancelled => failed("Only a canceled review request can be deleted; cancel it first."),
        Refusal::TooManyToCount { most } => {
            let sentence = format!("More than {most} would be searched; narrow createdDate or id.");
            Described::new(StatusCode::PRECONDITION_REQUIRED, sentence)
        }
        Refusal::TooManyToSort { most } => {
            let sentence =
                format!("At most {most} can be sorted or skipped this way; narrow createdDate, or sort by it.");
            Described::new(StatusCode::BAD_REQUEST, sentence)
        }
        Refusal::TooManyToCancel { most } => {
            let sentence = format!("One call cancels at most {most} review requests; narrow the filter.");
            Described::new(StatusCode::PRECONDITION_REQUIRED, sentence)
        }
        Refusal::TooManyToChange { most } => {
            let sentence = format!("One call changes at most {most} reviews; narrow the filter.");
            Described::new(StatusCode::PRECONDITION_REQUIRED, sentence)
        }
        Refusal::AlreadyReviewed => {
            conflict("This contact has a review of this product; update that one, or delete it first.")
        }
        Refusal::OfAuthor => failed("A customer wrote this review; only they can change its words, stars and name."),
        Refusal::Fixed(_) => Described::new(
            StatusCode::BAD_REQUEST,
            "A review stays with its product and its author; create another one instead.",
        ),
    }
}
