//! What every dialect answers to every error: its status, its header and its body, in `refusals.txt`.

use std::fmt::Write as _;

use app::error::{Error as UseCase, Refusal};
use axum::response::{IntoResponse, Response};
use domain::request::{NotSendable, Quota};
use domain::values::{Channel, Invalid, MemberRefusal, RequestId};
use edge::error::Error;
use edge::json::Problem;
use http_body_util::BodyExt as _;
use jiff::Timestamp;

use crate::support::words;

fn of_edge() -> Vec<Error> {
    let problem = Problem { line: 3, column: 7, what: "a comma is missing" };
    vec![
        Error::NoRoute,
        Error::Method { allow: "GET, HEAD".to_owned() },
        Error::TooLarge,
        Error::NotJson,
        Error::NotRows,
        Error::Encoded,
        Error::Truncated,
        Error::Malformed(problem),
        Error::IdempotencyKey(Invalid("The key's rule.")),
        Error::Field { field: "color", rule: Invalid("The field's rule.") },
    ]
}

fn of_use_cases() -> Vec<UseCase> {
    let at = Timestamp::from_second(1_795_000_000).unwrap();
    let mut errors = vec![
        UseCase::Unauthenticated,
        UseCase::MissingScope("requests:write"),
        UseCase::NotFound,
        UseCase::Duplicate { earlier: None },
        UseCase::Duplicate { earlier: Some(RequestId::parse("1234567890").unwrap()) },
        UseCase::RateLimited(Quota { remaining: 0, reset_s: 61 }),
        UseCase::TooManyCalls { wait_s: 2 },
        UseCase::IdempotencyKeyReused,
        UseCase::PageTooFar { rows: 10_000 },
        UseCase::UnknownParameter("stages".to_owned()),
        UseCase::SlugTaken,
        UseCase::LinkTooShort,
        UseCase::SmsOff,
        UseCase::NotLiftable,
        UseCase::TooManyKeys,
        UseCase::LastKey,
        UseCase::RevisionConflict,
        UseCase::OfInsider,
        UseCase::OfConnection,
        UseCase::OfItself,
        UseCase::GroupFull,
        UseCase::NoPendingEdit,
        UseCase::TooManyWebhooks,
        UseCase::ReleasedRecently(at),
        UseCase::PlatformNeeded,
        UseCase::NothingToUndo,
        UseCase::ImportTouched(12),
        UseCase::RotatedRecently(at),
        UseCase::InvalidGrant,
        UseCase::NotConnected,
        UseCase::OtherShop,
        UseCase::Unreachable(Channel::Email),
        UseCase::Unreachable(Channel::Sms),
        UseCase::Unavailable("the cause".to_owned()),
        UseCase::Busy("the cause".to_owned()),
        UseCase::Internal("the cause".to_owned()),
    ];
    let not_sendable = [
        NotSendable::Sent,
        NotSendable::Completed,
        NotSendable::Cancelled,
        NotSendable::Expired,
        NotSendable::Failed,
        NotSendable::Skipped,
        NotSendable::NoRecipient,
    ];
    errors.extend(not_sendable.map(UseCase::NotSendable));
    let members = [MemberRefusal::Twice, MemberRefusal::TooMany, MemberRefusal::Unknown, MemberRefusal::LastOwner];
    errors.extend(members.map(UseCase::Members));
    let refusals = [
        Refusal::Initiator,
        Refusal::OrderNotFound,
        Refusal::OrderIsEmpty,
        Refusal::NotOfOrder(1),
        Refusal::NotCancelled,
        Refusal::TooManyToCount { most: 3_000 },
        Refusal::TooManyToSort { most: 3_000 },
        Refusal::TooManyToCancel { most: 100 },
    ];
    errors.extend(refusals.map(UseCase::Refused));
    errors
}

async fn answer(response: Response) -> String {
    let named = ["allow", "accept-encoding", "retry-after", "www-authenticate"];
    let headers = named.map(|name| (name, response.headers().get(name).cloned()));
    let mut answer = response.status().as_u16().to_string();
    for (name, value) in headers.into_iter().filter_map(|(name, value)| Some((name, value?))) {
        write!(answer, " {name}: {}", value.to_str().unwrap()).unwrap();
    }
    let body = response.into_body().collect().await.unwrap().to_bytes();
    format!("{answer} {}", str::from_utf8(&body).unwrap())
}

/// A dialect's answers, one on a line, each after its error, without the errors that it never meets.
async fn answers<F: From<Error> + IntoResponse>(dialect: &str, never: fn(&UseCase) -> bool) -> String {
    let mut lines = format!("# {dialect}\n");
    let of_use_cases = of_use_cases().into_iter().filter(|error| !never(error)).map(Error::App);
    for error in of_edge().into_iter().chain(of_use_cases) {
        let name = format!("{error:?}");
        let name = name.strip_prefix("App(").and_then(|name| name.strip_suffix(')')).unwrap_or(&name);
        writeln!(lines, "{name}\n  {}", answer(F::from(error).into_response()).await).unwrap();
    }
    lines
}

/// `UPDATE_REFUSALS=1` writes the file.
#[tokio::test]
async fn every_dialect_answers_each_error_as_the_table_says() {
    let not_native = |error: &UseCase| matches!(error, UseCase::Refused(_) | UseCase::SmsOff);
    let not_beacon = |error: &UseCase| matches!(error, UseCase::Refused(_) | UseCase::UnknownParameter(_));
    const OF_AMINO: &str = "Unauthenticated MissingScope NotFound Duplicate RateLimited TooManyCalls IdempotencyKeyReused \
        LinkTooShort NotSendable Unavailable Busy Internal";
    let not_amino = |error: &UseCase| !words(OF_AMINO).iter().any(|name| format!("{error:?}").starts_with(name));
    let not_wix = |error: &UseCase| {
        matches!(
            error,
            UseCase::Members(_)
                | UseCase::UnknownParameter(_)
                | UseCase::SmsOff
                | UseCase::PageTooFar { .. }
                | UseCase::NotSendable(_)
                | UseCase::RevisionConflict
        )
    };
    let dialects = [
        answers::<edge::native::Failure>("The native API", not_native).await,
        answers::<beacon_api::error::Failure>("More Good Reviews", not_beacon).await,
        answers::<invitations_api::error::Failure>("Amino", not_amino).await,
        answers::<wix_api::error::Failure>("Wix", not_wix).await,
    ];
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/it/dialects/refusals.txt");
    if std::env::var_os("UPDATE_REFUSALS").is_some() {
        std::fs::write(path, dialects.join("\n")).unwrap();
    }
    let table = std::fs::read_to_string(path).unwrap();
    for (said, now) in table.lines().zip(dialects.join("\n").lines()) {
        assert_eq!(said, now);
    }
    assert_eq!(table, dialects.join("\n"));
}
