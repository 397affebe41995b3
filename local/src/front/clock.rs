//! The clock: read it, and let time pass.

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
    Front, FrontError,
    due::{self, Due},
    page, refusal,
};
use crate::World;

/// The longest that one call may let pass: ten years.
const ADVANCE_SECONDS_MAX: u64 = 315_360_000;

#[derive(Template)]
#[template(path = "clock.html")]
struct ClockPage {
    now: Timestamp,
    ahead: Option<String>,
    /// What each button lets pass: its words and the seconds.
    steps: [(&'static str, u64); 4],
    due: Vec<Due>,
}

impl ClockPage {
    fn clock(&self) -> String {
        page::words(self.now)
    }
}

/// A page for browsers, JSON for everybody else.
pub(super) async fn show(State(front): State<Front>, headers: HeaderMap) -> Result<Response, FrontError> {
    if !names(&headers, ACCEPT, "text/html") {
        return Ok(now(&front.world));
    }
    let clock = front.world.aws().clock();
    let offset = clock.offset();
    page::page(&ClockPage {
        now: clock.now(),
        ahead: (offset >= SignedDuration::from_secs(1)).then(|| ahead(offset)),
        steps: [("1 hour", 3_600), ("1 day", 86_400), ("7 days", 604_800), ("90 days", 7_776_000)],
        due: due::due(&front.world).await?,
    })
}

/// Lets `advance_seconds` pass, from JSON or from the page's own form.
pub(super) async fn advance(
    State(front): State<Front>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, FrontError> {
    let form = names(&headers, CONTENT_TYPE, "application/x-www-form-urlencoded");
    let seconds = match form {
        true => from_form(&body),
        false if names(&headers, CONTENT_TYPE, "application/json") => match serde_json::from_slice::<Value>(&body) {
            Ok(body) => body["advance_seconds"].as_u64(),
            Err(_) => return Ok(refusal(StatusCode::BAD_REQUEST, "malformed_json", "The body is not JSON.")),
        },
        false => {
            let message = "Send JSON such as {\"advance_seconds\": 3600}, with Content-Type: application/json.";
            return Ok(refusal(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_json", message));
        }
    };
    let Some(seconds) = seconds.filter(|seconds| *seconds <= ADVANCE_SECONDS_MAX) else {
        let message = format!("`advance_seconds` is a whole number from 0 to {ADVANCE_SECONDS_MAX}.");
        return Ok(refusal(StatusCode::UNPROCESSABLE_ENTITY, "invalid_advance_seconds", &message));
    };
    let by = SignedDuration::from_secs(i64::try_from(seconds)?);
    let world = front.world.clone();
    // Its own task: a caller who hangs up half-way must not stop a mail between claim and commit.
    tokio::spawn(async move { world.advance(by).await }).await??;
    Ok(if form { Redirect::to("/local/clock").into_response() } else { now(&front.world) })
}

fn now(world: &World) -> Response {
    Json(json!({"now": page::rfc3339(world.aws().clock().now())})).into_response()
}

fn from_form(body: &[u8]) -> Option<u64> {
    let mut fields = form_urlencoded::parse(body);
    fields.find(|(name, _)| name == "advance_seconds")?.1.parse().ok()
}

/// Whether a header names a media type.
fn names(headers: &HeaderMap, header: http::HeaderName, media_type: &str) -> bool {
    let value = headers.get(header).and_then(|value| value.to_str().ok());
    value.is_some_and(|value| value.to_ascii_lowercase().contains(media_type))
}

fn ahead(offset: SignedDuration) -> String {
    let wait = page::wait(Timestamp::UNIX_EPOCH.saturating_add(offset).unwrap_or_default(), Timestamp::UNIX_EPOCH);
    wait.trim_start_matches("in ").to_owned()
}
