//! Wake-ups for `send-request`: hints that a step is due. A lost hint only delays the message, because `reconcile`
//! finds the step.
//!
//! Told by `tests/stories/sending/claims.story`.

use aws_sdk_scheduler::error::ProvideErrorMetadata;
use aws_sdk_scheduler::operation::create_schedule::CreateScheduleError;
use aws_sdk_scheduler::types::{ActionAfterCompletion, FlexibleTimeWindow, FlexibleTimeWindowMode, Target};
use domain::message::{NotificationName, Step};
use domain::request::Request;
use domain::values::{Invalid, Language, RequestId, Tenant};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::json;
use vault::LazyClient;

use crate::queue::{MessageQueue, QUEUE_DELAY_MAX, ShopMessage};

/// The most claims that a wake-up can name.
const RELEASED_MAX: usize = 8;

/// The step that may be due. Ids only, because more people can see a queue's messages than the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wake {
    tenant: String,
    mode: String,
    request: u64,
    /// The step's number; 0 is the first message.
    step: usize,
    /// Claims whose messages have certainly not left, if that could not be saved in the table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    released: Vec<u64>,
}

impl Wake {
    pub fn new(tenant: &Tenant, request: &Request) -> Self {
        let Tenant { id: tenant, mode } = tenant;
        Self {
            tenant: tenant.as_str().to_owned(),
            mode: mode.as_str().to_owned(),
            request: request.id.get(),
            step: request.step_number(),
            released: Vec::new(),
        }
    }

    /// The same wake-up, with claims whose messages have not left: the table alone would show a claim with an unknown
    /// outcome. There may be several claims, because nobody knows which one was saved; only the last few are kept.
    pub fn releasing(&self, mut owners: Vec<u64>) -> Self {
        owners.drain(..owners.len().saturating_sub(RELEASED_MAX));
        Self { released: owners, ..self.clone() }
    }

    pub fn released(&self) -> &[u64] {
        &self.released
    }

    /// The tenant, the request and the step's number.
    /// Errors: [`Invalid`] if it is not a wake-up of ours.
    pub fn request(&self) -> Result<(Tenant, RequestId, usize), Invalid> {
        let Self { tenant, mode, request, step, released: _ } = self;
        let id = RequestId::new(*request).ok_or(Invalid("a wake-up needs a request"))?;
        Ok((Tenant::parse(tenant, mode)?, id, *step))
    }

    /// The schedule's name, within Scheduler's 64 characters: one for each request, step and time. The time is in the
    /// name, because a step that is due at another time needs another schedule: Scheduler deletes an earlier schedule
    /// only some time after it fired.
    fn schedule(&self, at: Timestamp) -> String {
        let Self { tenant, mode, request, step, released: _ } = self;
        format!("{tenant}.{mode}-{request}-{step}-{}", base36(whole_second(at).as_second()))
    }

    fn body(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// A notification that may be due. Ids only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotificationWake {
    tenant: String,
    mode: String,
    #[serde(rename = "letter")]
    notification: String,
}

impl NotificationWake {
    pub fn new(Tenant { id, mode }: &Tenant, name: NotificationName) -> Self {
        Self { tenant: id.as_str().to_owned(), mode: mode.as_str().to_owned(), notification: name.to_string() }
    }

    /// The tenant and the notification's name.
    /// Errors: [`Invalid`] if it is not a wake-up of ours.
    pub fn notification(&self) -> Result<(Tenant, NotificationName), Invalid> {
        let Self { tenant, mode, notification } = self;
        Ok((Tenant::parse(tenant, mode)?, NotificationName::parse(notification)?))
    }
}

/// A sign-in whose email is due. Only an id: the sender finds out whether the address belongs to a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInWake {
    pub sign_in: String,
    /// The language of the page on which the sign-in was requested.
    #[serde(default)]
    pub language: Option<Language>,
}

/// A message of the queue before `send-request`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum QueuedWake {
    Request(Wake),
    Notification(NotificationWake),
    SignIn(SignInWake),
}

impl ShopMessage for QueuedWake {
    fn shop(&self) -> Option<String> {
        match self {
            Self::Request(Wake { tenant, mode, .. }) | Self::Notification(NotificationWake { tenant, mode, .. }) => {
                Some(format!("{tenant}.{mode}"))
            }
            Self::SignIn(_) => None,
        }
    }
}

/// The queue before `send-request`.
pub type Queue = MessageQueue<QueuedWake>;

impl Queue {
    /// Wakes the sender for a notification after `delay` (at most [`QUEUE_DELAY_MAX`]). If that fails, reconcile finds the notification.
    pub async fn wake_notification(&self, tenant: &Tenant, name: NotificationName, delay: SignedDuration) {
        let wake = QueuedWake::Notification(NotificationWake::new(tenant, name));
        if let Err(error) = self.send(&wake, delay).await {
            tracing::warn!(notification = %name, %error, "cannot queue a notification");
        }
    }

    /// Puts a wake-up on the queue, visible after `delay` (at most [`QUEUE_DELAY_MAX`]), and returns whether that
    /// succeeded.
    pub async fn wake(&self, wake: &Wake, delay: SignedDuration) -> bool {
        let sent = self.send(&QueuedWake::Request(wake.clone()), delay).await;
        if let Err(error) = &sent {
            // A wake-up contains only ids, so it may be logged.
            tracing::warn!(?wake, %error, "cannot queue a wake-up");
        }
        sent.is_ok()
    }
}

#[derive(Clone)]
pub struct ScheduleGroup {
    pub scheduler: LazyClient<aws_sdk_scheduler::Client>,
    pub name: String,
}

/// Creates schedules at EventBridge Scheduler, for wake-ups that are too far ahead for the queue.
#[derive(Clone)]
pub struct Schedules {
    pub group: ScheduleGroup,
    pub queue_url: String,
    /// SQS' operation to send a message, as the schedules' target. If the queue itself were the target, Scheduler would
    /// set the shop as message group only for a FIFO queue.
    pub send_arn: String,
    pub role_arn: String,
}

impl Schedules {
    /// Schedules a wake-up, and returns whether that succeeded.
    pub async fn create(&self, wake: &Wake, at: Timestamp) -> bool {
        let window = FlexibleTimeWindow::builder().mode(FlexibleTimeWindowMode::Off).build();
        let message = json!({
            "QueueUrl": self.queue_url,
            "MessageBody": wake.body(),
            "MessageGroupId": QueuedWake::Request(wake.clone()).shop(),
        });
        let target = Target::builder().arn(&self.send_arn).role_arn(&self.role_arn).input(message.to_string()).build();
        let (Ok(window), Ok(target)) = (window, target) else { return false };
        let created = self
            .group
            .scheduler
            .create_schedule()
            .group_name(&self.group.name)
            .name(wake.schedule(at))
            .schedule_expression(expression(at))
            .flexible_time_window(window)
            .target(target)
            .action_after_completion(ActionAfterCompletion::Delete)
            .send()
            .await;
        match created {
            Ok(_) => true,
            // The name belongs to this step and time, so an earlier try created the schedule.
            Err(error) if matches!(error.as_service_error(), Some(CreateScheduleError::ConflictException(_))) => true,
            Err(error) => {
                tracing::warn!(request = wake.request, code = error.code(), "cannot schedule a wake-up");
                false
            }
        }
    }
}

impl ScheduleGroup {
    /// Removes the schedule for a step due at `at`, if it exists. Failures are ignored, because a superfluous wake-up
    /// finds nothing to send.
    pub async fn delete(&self, wake: &Wake, at: Timestamp) {
        let deleted = self.scheduler.delete_schedule().group_name(&self.name).name(wake.schedule(at)).send().await;
        if let Err(error) = deleted {
            tracing::info!(request = wake.request, code = error.code(), "did not delete a schedule");
        }
    }
}

/// Wakes `send-request` for a step due at `due`: through the queue if that time is near, otherwise by a schedule.
/// Returns whether that succeeded. Without schedules, the queue wakes it early, and the step waits again.
pub async fn wake_at(
    queue: &Queue,
    schedules: Option<&Schedules>,
    wake: &Wake,
    due: Timestamp,
    now: Timestamp,
) -> bool {
    let wait = due.duration_since(now);
    match schedules {
        Some(schedules) if wait > QUEUE_DELAY_MAX => schedules.create(wake, due).await,
        _ => queue.wake(wake, wait).await,
    }
}

/// Wakes `send-request` for the message that a request has to send, if any. A failed wake-up is no error, because the
/// index `due` has the step.
pub async fn wake_owed(
    queue: &Queue,
    schedules: Option<&Schedules>,
    tenant: &Tenant,
    request: &Request,
    now: Timestamp,
) {
    if let Some(due) = request.step().and_then(Step::owed_at) {
        wake_at(queue, schedules, &Wake::new(tenant, request), due, now).await;
    }
}

/// Scheduler's expression for one time, in UTC, rounded up to whole seconds.
fn expression(at: Timestamp) -> String {
    format!("at({})", whole_second(at).strftime("%Y-%m-%dT%H:%M:%S"))
}

/// The first whole second that is not before `at`.
fn whole_second(at: Timestamp) -> Timestamp {
    let up = i64::from(at.subsec_nanosecond() > 0);
    Timestamp::from_second(at.as_second() + up).unwrap_or(at)
}

/// A number in base 36. Six digits are enough for the seconds of every time until 2038.
fn base36(number: i64) -> String {
    let (mut left, mut digits) = (number.unsigned_abs(), Vec::new());
    while left > 0 {
        digits.extend(u32::try_from(left % 36).ok().and_then(|digit| char::from_digit(digit, 36)));
        left /= 36;
    }
    digits.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_is_utc_and_never_before_the_due_time() {
        let at = |text: &str| expression(text.parse().unwrap());
        assert_eq!(at("2026-11-27T06:00:00Z"), "at(2026-11-27T06:00:00)");
        assert_eq!(at("2026-11-27T06:00:00.001Z"), "at(2026-11-27T06:00:01)");
    }

    #[test]
    fn another_time_has_another_schedule() {
        let wake =
            Wake { tenant: "fern".to_owned(), mode: "live".to_owned(), request: 7, step: 1, released: Vec::new() };
        let name = |text: &str| wake.schedule(text.parse().unwrap());
        assert_eq!(name("2026-11-27T06:00:00Z"), "fern.live-7-1-tp5co0");
        assert_eq!(name("2026-11-27T05:59:59.5Z"), name("2026-11-27T06:00:00Z"));
        assert_ne!(name("2026-11-27T06:00:01Z"), name("2026-11-27T06:00:00Z"));
    }

    #[test]
    fn the_longest_schedule_name_fits() {
        let wake = Wake {
            tenant: "a".repeat(32),
            mode: "live".to_owned(),
            request: RequestId::MAX,
            step: 9,
            released: Vec::new(),
        };
        let name = wake.schedule("2038-12-24T05:45:35Z".parse().unwrap());
        assert!(name.len() <= 64 && name.ends_with("-zzzzzz"), "{name}");
        assert_eq!(wake.request().unwrap().0.id.as_str(), wake.tenant);
    }
}
