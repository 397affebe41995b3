//! Reads and moves the clock.

use askama::Template;
use axum::{
    Json,
    body::Bytes,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use http::{
    HeaderMap, StatusCode,
    header::{ACCEPT, CONTENT_TYPE},
};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::{
    Front,
    page::{self, FrontError, refusal},
};
use crate::World;

/// Ten years: the maximum for one call.
const ADVANCE_SECONDS_MAX: u64 = 315_360_000;
const SECOND: SignedDuration = SignedDuration::from_secs(1);

#[derive(Clone, Copy)]
enum Goal {
    NextEvent,
    Seconds(u64),
}

#[derive(Template)]
#[template(path = "clock.html")]
struct ClockPage {
    now: Timestamp,
    ahead: Option<String>,
    /// When something is due, and how far away that is.
    next: Option<(String, String)>,
    /// The buttons: labels, and the seconds that pass.
    steps: [(&'static str, u64); 4],
}

impl ClockPage {
    fn clock(&self) -> String {
        page::words(self.now)
    }
}

pub(super) async fn show(State(front): State<Front>, headers: HeaderMap) -> Result<Response, FrontError> {
    let clock = front.world.aws().clock();
    if !names(&headers, ACCEPT, "text/html") {
        return Ok(Json(json!({"now": page::rfc3339(clock.now())})).into_response());
    }
    let offset = clock.offset();
    let now = clock.now();
    let next = front.world.next_due().await?;
    let away = |at: Timestamp| match at.duration_since(now) {
        away if away < SECOND => "now".to_owned(),
        away => format!("{} from now", page::span(away)),
    };
    page::page(&ClockPage {
        now,
        next: next.map(|at| (page::words(at), away(at))),
        ahead: (offset >= SECOND).then(|| page::span(offset)),
        steps: [("1 hour", 3_600), ("1 day", 86_400), ("7 days", 604_800), ("90 days", 7_776_000)],
    })
}

/// Moves the clock by `advance_seconds`, or `to` the `next_event`, as JSON or the page's own form says.
pub(super) async fn advance(
    State(front): State<Front>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, FrontError> {
    let form = names(&headers, CONTENT_TYPE, "application/x-www-form-urlencoded");
    let goal = match form {
        true => from_form(&body),
        false if names(&headers, CONTENT_TYPE, "application/json") => match serde_json::from_slice::<Value>(&body) {
            Ok(body) => Goal::parse(body["to"].as_str(), body["advance_seconds"].as_u64()),
            Err(_) => return Ok(refusal(StatusCode::BAD_REQUEST, "malformed_json", "The body is not JSON.")),
        },
        false => {
            let message = "Send JSON such as {\"advance_seconds\": 3600}, with Content-Type: application/json.";
            return Ok(refusal(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_json", message));
        }
    };
    let Some(goal) = goal else {
        let message =
            format!("`advance_seconds` is a whole number from 0 to {ADVANCE_SECONDS_MAX}, or `to` is `next_event`.");
        return Ok(refusal(StatusCode::UNPROCESSABLE_ENTITY, "invalid_advance_seconds", &message));
    };
    // This is its own task, so that a caller who disconnects does not stop an email between claim and commit.
    let now = tokio::spawn(async move { advance_to(&front.world, goal).await }).await??;
    Ok(match form {
        true => Redirect::to("/local/clock").into_response(),
        false => Json(json!({"now": page::rfc3339(now)})).into_response(),
    })
}

async fn advance_to(world: &World, goal: Goal) -> Result<Timestamp, FrontError> {
    match goal {
        Goal::Seconds(seconds) => world.advance(SignedDuration::from_secs(i64::try_from(seconds)?)).await?,
        // There may be no further event.
        Goal::NextEvent => drop(world.advance_to_next().await?),
    }
    Ok(world.aws().clock().now())
}

impl Goal {
    fn parse(to: Option<&str>, seconds: Option<u64>) -> Option<Self> {
        match to {
            Some("next_event") => Some(Self::NextEvent),
            Some(_) => None,
            None => seconds.filter(|seconds| *seconds <= ADVANCE_SECONDS_MAX).map(Self::Seconds),
        }
    }
}

fn from_form(body: &[u8]) -> Option<Goal> {
    let field = |wanted: &str| form_urlencoded::parse(body).find(|(name, _)| name == wanted).map(|(_, value)| value);
    Goal::parse(field("to").as_deref(), field("advance_seconds").and_then(|seconds| seconds.parse().ok()))
}

fn names(headers: &HeaderMap, header: http::HeaderName, media_type: &str) -> bool {
    let value = headers.get(header).and_then(|value| value.to_str().ok());
    value.is_some_and(|value| value.to_ascii_lowercase().contains(media_type))
}
