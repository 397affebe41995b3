//! A step of a request, as a part of the request's item and as its customer's message.

use std::collections::BTreeMap;

use domain::{ReportKind, Reports, Step, StepState};
use serde::{Deserialize, Serialize};

use crate::table::{Error, instant, known};

#[derive(Serialize, Deserialize)]
pub(crate) struct StepPart {
    #[serde(rename = "via")]
    channel: String,
    #[serde(default, skip_serializing_if = "is_zero")]
    reminder: u8,
    #[serde(rename = "due")]
    due_at: i64,
    #[serde(default, skip_serializing_if = "is_false")]
    at_once: bool,
    #[serde(default, skip_serializing_if = "is_zero")]
    throttled: u32,
    #[serde(default, skip_serializing_if = "is_zero")]
    unknown: u32,
    state: StatePart,
    /// When each kind of report was first.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    reports: BTreeMap<String, i64>,
}

/// A state by its word, with what belongs to it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StatePart {
    Pending,
    Submitting(Claim),
    Sent(Sending),
    Failed(Ending),
    Skipped(Ending),
    Unconfirmed(Lapse),
}

/// The owner is a string: a DynamoDB number holds 38 digits, but JSON readers only 53 bits.
#[derive(Serialize, Deserialize)]
struct Claim {
    owner: String,
    since: i64,
}

#[derive(Serialize, Deserialize)]
struct Sending {
    at: i64,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    message_id: String,
}

#[derive(Serialize, Deserialize)]
struct Ending {
    at: i64,
    reason: String,
}

#[derive(Serialize, Deserialize)]
struct Lapse {
    at: i64,
}

impl From<&Step> for StepPart {
    fn from(Step { channel, reminder, due_at, at_once, state, throttled, unknown, reports }: &Step) -> Self {
        let state = match state {
            StepState::Pending => StatePart::Pending,
            StepState::Submitting { owner, since } => {
                StatePart::Submitting(Claim { owner: owner.to_string(), since: since.as_millisecond() })
            }
            StepState::Sent { at, message_id } => {
                StatePart::Sent(Sending { at: at.as_millisecond(), message_id: message_id.clone() })
            }
            StepState::Failed { at, reason } => {
                StatePart::Failed(Ending { at: at.as_millisecond(), reason: reason.clone() })
            }
            StepState::Skipped { at, reason } => {
                StatePart::Skipped(Ending { at: at.as_millisecond(), reason: reason.as_str().to_owned() })
            }
            StepState::Unconfirmed { at } => StatePart::Unconfirmed(Lapse { at: at.as_millisecond() }),
        };
        Self {
            channel: channel.as_str().to_owned(),
            reminder: *reminder,
            due_at: due_at.as_millisecond(),
            at_once: *at_once,
            throttled: *throttled,
            unknown: *unknown,
            state,
            reports: reports.iter().map(|(kind, at)| (kind.as_str().to_owned(), at.as_millisecond())).collect(),
        }
    }
}

impl TryFrom<StepPart> for Step {
    type Error = Error;

    fn try_from(
        StepPart { channel: name, reminder, due_at, at_once, throttled, unknown, state, reports }: StepPart,
    ) -> Result<Self, Error> {
        let state = match state {
            StatePart::Pending => StepState::Pending,
            StatePart::Submitting(Claim { owner, since }) => StepState::Submitting {
                owner: owner.parse().map_err(|_| unreadable("a claim"))?,
                since: instant(since)?,
            },
            StatePart::Sent(Sending { at, message_id }) => StepState::Sent { at: instant(at)?, message_id },
            StatePart::Failed(Ending { at, reason }) => StepState::Failed { at: instant(at)?, reason },
            StatePart::Skipped(Ending { at, reason }) => {
                StepState::Skipped { at: instant(at)?, reason: known(&reason)? }
            }
            StatePart::Unconfirmed(Lapse { at }) => StepState::Unconfirmed { at: instant(at)? },
        };
        let report = |(kind, at): (String, i64)| Ok((known::<ReportKind>(&kind)?, instant(at)?));
        let reports = Reports::stored(reports.into_iter().map(report).collect::<Result<_, Error>>()?);
        Ok(Self {
            channel: known(&name)?,
            reminder,
            due_at: instant(due_at)?,
            at_once,
            state,
            throttled,
            unknown,
            reports,
        })
    }
}

pub(super) fn is_zero<N: Default + PartialEq>(number: &N) -> bool {
    *number == N::default()
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
pub(super) fn is_false(flag: &bool) -> bool {
    !*flag
}

pub(super) fn unreadable(what: &str) -> Error {
    Error::Unreadable(what.to_owned())
}
