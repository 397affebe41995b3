//! CreateSchedule's input, and what Scheduler refuses in it.

use http::StatusCode;
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use serde::{Deserialize, Serialize};

use super::{QUEUE_ARN, SCHEDULE_GROUP, wire::Refusal};

/// AWS' bound on a schedule's name, in characters.
const NAME_MAX: usize = 64;
/// AWS' bound on a target's input, in bytes.
const INPUT_BYTES_MAX: usize = 256 * 1024;

/// CreateSchedule's body.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Input {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) client_token: Option<String>,
    #[serde(default = "default_group")]
    pub(super) group_name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    pub(super) schedule_expression: String,
    #[serde(default = "utc")]
    schedule_expression_timezone: String,
    flexible_time_window: FlexibleTimeWindow,
    pub(super) target: Target,
    #[serde(default)]
    pub(super) state: State,
    #[serde(default)]
    pub(super) action_after_completion: AfterCompletion,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct FlexibleTimeWindow {
    mode: String,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Target {
    arn: String,
    role_arn: String,
    #[serde(default)]
    pub(super) input: String,
}

#[derive(Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub(super) enum State {
    #[default]
    Enabled,
    Disabled,
}

#[derive(Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub(super) enum AfterCompletion {
    #[default]
    None,
    Delete,
}

pub(super) fn default_group() -> String {
    "default".to_owned()
}

fn utc() -> String {
    "UTC".to_owned()
}

pub(super) fn check_name(name: &str) -> Result<(), Refusal> {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    if (1..=NAME_MAX).contains(&name.len()) && name.bytes().all(allowed) {
        return Ok(());
    }
    Err(invalid(format!("{name:?} is no schedule name: ^[0-9a-zA-Z-_.]{{1,{NAME_MAX}}}$")))
}

pub(super) fn check_group(group: &str) -> Result<(), Refusal> {
    if group == SCHEDULE_GROUP {
        return Ok(());
    }
    let message = format!("Schedule group {group} does not exist.");
    Err(Refusal::new(StatusCode::NOT_FOUND, "ResourceNotFoundException", message))
}

/// What AWS would refuse, and what this one cannot do; answers with the instant.
pub(super) fn check_input(input: &Input) -> Result<Timestamp, Refusal> {
    let Target { arn, role_arn, input: payload } = &input.target;
    if arn != QUEUE_ARN {
        return Err(invalid(format!("{arn} is not the queue {QUEUE_ARN}")));
    }
    if !role_arn.starts_with("arn:aws:iam::") || !role_arn.contains(":role/") {
        return Err(invalid(format!("{role_arn} is no role's ARN")));
    }
    if payload.len() > INPUT_BYTES_MAX {
        return Err(invalid(format!("Input is longer than {INPUT_BYTES_MAX} bytes")));
    }
    if input.flexible_time_window.mode != "OFF" {
        return Err(invalid("the small AWS knows only FlexibleTimeWindow OFF"));
    }
    if input.schedule_expression_timezone != "UTC" {
        return Err(invalid("the small AWS knows only the time zone UTC"));
    }
    let expression = &input.schedule_expression;
    parse_at(expression).ok_or_else(|| invalid(format!("Invalid Schedule Expression {expression}.")))
}

/// `at(yyyy-mm-ddThh:mm:ss)`, exactly: no fraction, no zone.
fn parse_at(expression: &str) -> Option<Timestamp> {
    let text = expression.strip_prefix("at(")?.strip_suffix(')')?;
    if text.len() != "yyyy-mm-ddThh:mm:ss".len() {
        return None;
    }
    let at = DateTime::strptime("%Y-%m-%dT%H:%M:%S", text).ok()?;
    Some(at.to_zoned(TimeZone::UTC).ok()?.timestamp())
}

pub(super) fn invalid(message: impl Into<String>) -> Refusal {
    Refusal::bad("ValidationException", message)
}
