//! EventBridge Scheduler: one-time schedules in one group. A schedule puts its input into a queue, or calls SQS'
//! `SendMessage` with it (a "universal target"). Only the latter can name a group on a standard queue.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
};

use bytes::Bytes;
use dynoxide::Database;
use http::{Request, StatusCode};
use jiff::{SignedDuration, Timestamp, civil::DateTime, tz::TimeZone};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{
    names::{ACCOUNT, REGION, SEND_MESSAGE_ARN},
    queue::Queues,
    shelf::Shelf,
    wire::{self, Call, Refusal},
};

const NAME_MAX: usize = 64;
const INPUT_BYTES_MAX: usize = 256 * 1024;
/// How long a schedule that deletes itself exists after it fired. AWS promises no time. Until then, its name cannot be
/// used again.
const DELETED_AFTER: SignedDuration = SignedDuration::from_mins(10);

pub(super) struct Scheduler {
    group: String,
    queues: Arc<Queues>,
    schedules: Shelf<Schedule>,
    /// Tokens of deletions: if a deletion is repeated after a lost answer, it gets the same answer.
    deleted: Mutex<HashSet<String>>,
}

#[derive(Clone, Serialize, Deserialize)]
struct Schedule {
    /// The id of the schedule's message, so that a schedule that fires twice after a crash sends one message.
    message_id: String,
    at: Timestamp,
    fired: bool,
    input: Input,
}

impl Scheduler {
    pub(super) fn open(db: &Database, group: &str, queues: &Arc<Queues>) -> anyhow::Result<Self> {
        let schedules = Shelf::open(db, "schedule")?;
        Ok(Self { group: group.to_owned(), queues: queues.clone(), schedules, deleted: Mutex::default() })
    }

    pub(super) fn answer(
        &self,
        call: &Call,
        request: &Request<Bytes>,
        now: Timestamp,
        new_id: String,
    ) -> Result<Value, Refusal> {
        let name = wire::schedule_name(request);
        check_name(name)?;
        let group = || wire::query(request, "groupName").unwrap_or_else(default_group);
        match call.operation.as_str() {
            "CreateSchedule" => self.create(name, wire::parse(request.body())?, now, new_id),
            "DeleteSchedule" => self.delete(name, &group(), wire::query(request, "clientToken")),
            _ => Err(Refusal::unknown(call)),
        }
    }

    pub(super) fn next_due(&self) -> Option<Timestamp> {
        let schedules = self.schedules.lock();
        schedules.values().filter(|schedule| !schedule.fired).map(|schedule| schedule.at).min()
    }

    /// Puts the input of every schedule that is due at `now` into its queue, earliest first. The schedule itself is
    /// deleted later.
    pub(super) fn fire_due(&self, now: Timestamp) -> dynoxide::Result<()> {
        let due = self.waiting();
        let Self { queues, schedules, .. } = self;
        let mut schedules = schedules.lock();
        for (_, name) in due.into_iter().take_while(|(at, _)| *at <= now) {
            let Some(mut schedule) = schedules.get(&name).filter(|schedule| !schedule.fired).cloned() else {
                continue;
            };
            // The message comes first, so that after a crash in between the schedule fires twice, not never.
            let Target { arn, input, .. } = &schedule.input.target;
            if let Some(queue) = queues.with_arn(arn) {
                queue.put(&schedule.message_id, input.clone(), now, now)?;
            } else if let Ok(message) = serde_json::from_str(input)
                && queues.send(message, now, &schedule.message_id).is_err()
            {
                tracing::error!(name, "a schedule's message is refused");
            }
            schedule.fired = true;
            schedules.put(&name, schedule)?;
        }
        let over: Vec<_> =
            schedules.iter().filter(|(_, schedule)| schedule.is_over(now)).map(|(name, _)| name.clone()).collect();
        over.iter().try_for_each(|name| schedules.remove(name).map(drop))
    }

    /// Names and instants of the schedules that have not fired, earliest first.
    pub(super) fn waiting(&self) -> Vec<(Timestamp, String)> {
        let schedules = self.schedules.lock();
        let mut waiting: Vec<_> = schedules
            .iter()
            .filter(|(_, schedule)| !schedule.fired)
            .map(|(name, schedule)| (schedule.at, name.clone()))
            .collect();
        waiting.sort();
        waiting
    }

    fn create(&self, name: &str, input: Input, now: Timestamp, message_id: String) -> Result<Value, Refusal> {
        self.check_group(&input.group_name)?;
        self.check_target(&input.target)?;
        let at = check_timing(&input)?;
        let mut schedules = self.schedules.lock();
        if let Some(earlier) = schedules.get(name) {
            // After a lost answer, the SDK repeats a create with the same token.
            if input.client_token.is_some() && earlier.input == input {
                return Ok(json!({"ScheduleArn": self.arn(name)}));
            }
            let message = format!("Schedule {name} already exists.");
            return Err(Refusal::new(StatusCode::CONFLICT, "ConflictException", message));
        }
        if at <= now {
            return Err(invalid(format!("{} is in the past", input.schedule_expression)));
        }
        let schedule = Schedule { message_id, at, fired: false, input };
        schedules.put(name, schedule)?;
        Ok(json!({"ScheduleArn": self.arn(name)}))
    }

    fn delete(&self, name: &str, group: &str, token: Option<String>) -> Result<Value, Refusal> {
        self.check_group(group)?;
        let mut deleted = self.deleted.lock().unwrap_or_else(PoisonError::into_inner);
        if token.as_ref().is_some_and(|token| deleted.contains(token)) {
            return Ok(json!({}));
        }
        let unknown = || format!("Schedule {name} does not exist.");
        let refused = || Refusal::new(StatusCode::NOT_FOUND, "ResourceNotFoundException", unknown());
        self.schedules.lock().remove(name)?.ok_or_else(refused)?;
        deleted.extend(token);
        Ok(json!({}))
    }

    fn check_group(&self, group: &str) -> Result<(), Refusal> {
        if group == self.group {
            return Ok(());
        }
        let message = format!("Schedule group {group} does not exist.");
        Err(Refusal::new(StatusCode::NOT_FOUND, "ResourceNotFoundException", message))
    }

    fn check_target(&self, target: &Target) -> Result<(), Refusal> {
        let Target { arn, role_arn, input } = target;
        let is_json = || serde_json::from_str::<Value>(input).is_ok_and(|input| input.is_object());
        if self.queues.with_arn(arn).is_none() && !(arn == SEND_MESSAGE_ARN && is_json()) {
            return Err(invalid(format!("{arn} is no queue, and no operation that gets its parameters")));
        }
        if !role_arn.starts_with("arn:aws:iam::") || !role_arn.contains(":role/") {
            return Err(invalid(format!("{role_arn} is no role's ARN")));
        }
        if input.len() > INPUT_BYTES_MAX {
            return Err(invalid(format!("Input is longer than {INPUT_BYTES_MAX} bytes")));
        }
        Ok(())
    }

    fn arn(&self, name: &str) -> String {
        format!("arn:aws:scheduler:{REGION}:{ACCOUNT}:schedule/{}/{name}", self.group)
    }
}

impl Schedule {
    fn is_over(&self, now: Timestamp) -> bool {
        let deletes = self.input.action_after_completion == AfterCompletion::Delete;
        self.fired && deletes && now.duration_since(self.at) >= DELETED_AFTER
    }
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Input {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    client_token: Option<String>,
    #[serde(default = "default_group")]
    group_name: String,
    schedule_expression: String,
    #[serde(default = "utc")]
    schedule_expression_timezone: String,
    flexible_time_window: FlexibleTimeWindow,
    target: Target,
    #[serde(default)]
    action_after_completion: AfterCompletion,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct FlexibleTimeWindow {
    mode: String,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Target {
    arn: String,
    role_arn: String,
    #[serde(default)]
    input: String,
}

#[derive(Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum AfterCompletion {
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

fn check_name(name: &str) -> Result<(), Refusal> {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    if (1..=NAME_MAX).contains(&name.len()) && name.bytes().all(allowed) {
        return Ok(());
    }
    Err(invalid(format!("{name:?} is no schedule name: ^[0-9a-zA-Z-_.]{{1,{NAME_MAX}}}$")))
}

/// The instant of a schedule.
/// Errors: If AWS would reject the schedule, or the small AWS does not support it.
fn check_timing(input: &Input) -> Result<Timestamp, Refusal> {
    if input.flexible_time_window.mode != "OFF" {
        return Err(invalid("the small AWS knows only FlexibleTimeWindow OFF"));
    }
    if input.schedule_expression_timezone != "UTC" {
        return Err(invalid("the small AWS knows only the time zone UTC"));
    }
    let expression = &input.schedule_expression;
    parse_at(expression).ok_or_else(|| invalid(format!("Invalid Schedule Expression {expression}.")))
}

/// Parses exactly `at(yyyy-mm-ddThh:mm:ss)`, without a fraction or a zone.
fn parse_at(expression: &str) -> Option<Timestamp> {
    let text = expression.strip_prefix("at(")?.strip_suffix(')')?;
    if text.len() != "yyyy-mm-ddThh:mm:ss".len() {
        return None;
    }
    let at = DateTime::strptime("%Y-%m-%dT%H:%M:%S", text).ok()?;
    Some(at.to_zoned_datetime(TimeZone::UTC).ok()?.timestamp())
}

fn invalid(message: impl Into<String>) -> Refusal {
    Refusal::bad("ValidationException", message)
}
