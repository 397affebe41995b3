//! EventBridge Scheduler: one-time schedules in one group, each putting its input on the queue.

use std::{
    collections::HashSet,
    sync::{Mutex, PoisonError},
};

use bytes::Bytes;
use dynoxide::Database;
use http::{Request, StatusCode};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{
    ACCOUNT, REGION, SCHEDULE_GROUP,
    queue::Queue,
    schedule::{AfterCompletion, Input, State, check_group, check_input, check_name, default_group, invalid},
    shelf::{Shelf, rfc3339},
    wire::{self, Call, Refusal},
};

/// How long a schedule that deletes itself is still there after it fired. AWS promises no time; until then its name
/// is taken.
const DELETED_AFTER: SignedDuration = SignedDuration::from_mins(10);

pub(super) struct Scheduler {
    schedules: Shelf<Schedule>,
    /// Tokens of deletions: one that is repeated, because its answer was lost, is answered alike.
    deleted: Mutex<HashSet<String>>,
}

#[derive(Clone, Serialize, Deserialize)]
struct Schedule {
    /// The id that its message will have, so that firing it twice after a crash puts one message.
    message_id: String,
    #[serde(with = "rfc3339")]
    at: Timestamp,
    #[serde(with = "rfc3339")]
    created_at: Timestamp,
    fired: bool,
    input: Input,
}

impl Scheduler {
    pub(super) fn open(db: &Database) -> anyhow::Result<Self> {
        Ok(Self { schedules: Shelf::open(db, "schedule")?, deleted: Mutex::default() })
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
            "GetSchedule" => self.get(name, &group()),
            "DeleteSchedule" => self.delete(name, &group(), wire::query(request, "clientToken")),
            _ => Err(Refusal::unknown(call)),
        }
    }

    /// Fires what is due at `now`, earliest first.
    pub(super) fn fire_due(&self, queue: &Queue, now: Timestamp) -> dynoxide::Result<()> {
        let mut schedules = self.schedules.lock();
        let mut due: Vec<_> = schedules
            .iter()
            .filter(|(_, schedule)| schedule.waits() && schedule.at <= now)
            .map(|(name, schedule)| (schedule.at, name.clone()))
            .collect();
        due.sort();
        for (_, name) in due {
            let Some(mut schedule) = schedules.get(&name).cloned() else {
                continue;
            };
            // The message first: a crash in between fires twice, never not at all.
            queue.put(&schedule.message_id, schedule.input.target.input.clone(), now, now)?;
            schedule.fired = true;
            schedules.put(&name, schedule)?;
        }
        let over: Vec<_> =
            schedules.iter().filter(|(_, schedule)| schedule.is_over(now)).map(|(name, _)| name.clone()).collect();
        over.iter().try_for_each(|name| schedules.remove(name).map(drop))
    }

    /// When the next schedule fires.
    pub(super) fn next_due(&self) -> Option<Timestamp> {
        let schedules = self.schedules.lock();
        schedules.values().filter(|schedule| schedule.waits()).map(|schedule| schedule.at).min()
    }

    /// Names and instants of what is still to fire, earliest first.
    pub(super) fn waiting(&self) -> Vec<(Timestamp, String)> {
        let schedules = self.schedules.lock();
        let mut waiting: Vec<_> = schedules
            .iter()
            .filter(|(_, schedule)| schedule.waits())
            .map(|(name, schedule)| (schedule.at, name.clone()))
            .collect();
        waiting.sort();
        waiting
    }

    fn create(&self, name: &str, input: Input, now: Timestamp, message_id: String) -> Result<Value, Refusal> {
        check_group(&input.group_name)?;
        let at = check_input(&input)?;
        let mut schedules = self.schedules.lock();
        if let Some(earlier) = schedules.get(name) {
            // The SDK repeats a create whose answer was lost with the same token.
            if input.client_token.is_some() && earlier.input == input {
                return Ok(json!({"ScheduleArn": arn(name)}));
            }
            let message = format!("Schedule {name} already exists.");
            return Err(Refusal::new(StatusCode::CONFLICT, "ConflictException", message));
        }
        if at <= now {
            return Err(invalid(format!("{} is in the past", input.schedule_expression)));
        }
        let schedule = Schedule { message_id, at, created_at: now, fired: false, input };
        schedules.put(name, schedule)?;
        Ok(json!({"ScheduleArn": arn(name)}))
    }

    fn get(&self, name: &str, group: &str) -> Result<Value, Refusal> {
        check_group(group)?;
        let schedules = self.schedules.lock();
        let schedule = schedules.get(name).ok_or_else(|| unknown(name))?;
        let mut output = serde_json::to_value(&schedule.input).map_err(|error| invalid(error.to_string()))?;
        output["Arn"] = arn(name).into();
        output["Name"] = name.into();
        output["CreationDate"] = schedule.created_at.as_second().into();
        output["LastModificationDate"] = schedule.created_at.as_second().into();
        Ok(output)
    }

    fn delete(&self, name: &str, group: &str, token: Option<String>) -> Result<Value, Refusal> {
        check_group(group)?;
        let mut deleted = self.deleted.lock().unwrap_or_else(PoisonError::into_inner);
        if token.as_ref().is_some_and(|token| deleted.contains(token)) {
            return Ok(json!({}));
        }
        self.schedules.lock().remove(name)?.ok_or_else(|| unknown(name))?;
        deleted.extend(token);
        Ok(json!({}))
    }
}

impl Schedule {
    /// Whether Scheduler deletes it.
    fn is_over(&self, now: Timestamp) -> bool {
        let deletes = self.input.action_after_completion == AfterCompletion::Delete;
        self.fired && deletes && now.duration_since(self.at) >= DELETED_AFTER
    }

    fn waits(&self) -> bool {
        !self.fired && self.input.state == State::Enabled
    }
}

fn arn(name: &str) -> String {
    format!("arn:aws:scheduler:{REGION}:{ACCOUNT}:schedule/{SCHEDULE_GROUP}/{name}")
}

fn unknown(name: &str) -> Refusal {
    let message = format!("Schedule {name} does not exist.");
    Refusal::new(StatusCode::NOT_FOUND, "ResourceNotFoundException", message)
}
