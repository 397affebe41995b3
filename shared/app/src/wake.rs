//! Waking `send-request`: hints that a step is due. The table is the truth, so a lost hint is
//! only late; `reconcile` finds it.

use aws_sdk_scheduler::error::{DisplayErrorContext, ProvideErrorMetadata};
use aws_sdk_scheduler::operation::create_schedule::CreateScheduleError;
use aws_sdk_scheduler::types::{ActionAfterCompletion, FlexibleTimeWindow, FlexibleTimeWindowMode, Target};
use domain::{Invalid, Mode, Request, RequestId, Tenant, TenantId};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use vault::LazyClient;

/// SQS delays a message by at most this (its own limit).
pub(crate) const QUEUE_DELAY_MAX: SignedDuration = SignedDuration::from_mins(15);

/// Which step may be due. Ids only: bodies are seen by more people than the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wake {
    tenant: String,
    mode: String,
    request: u64,
    /// Which of the request's messages: 0 is the first.
    step: usize,
}

impl Wake {
    /// The wake-up for the message that a request owes.
    #[must_use]
    pub fn new(tenant: &Tenant, request: &Request) -> Self {
        let Tenant { id: tenant, mode } = tenant;
        Self {
            tenant: tenant.as_str().to_owned(),
            mode: mode.as_str().to_owned(),
            request: request.id.get(),
            step: request.step_number(),
        }
    }

    /// Whose request it is about, and which of its messages.
    ///
    /// # Errors
    /// [`Invalid`] when it is no wake-up of ours.
    pub fn request(&self) -> Result<(Tenant, RequestId, usize), Invalid> {
        let Self { tenant, mode, request, step } = self;
        let id = RequestId::new(*request).ok_or(Invalid("a wake-up names a request"))?;
        Ok((Tenant { id: TenantId::parse(tenant)?, mode: Mode::parse(mode)? }, id, *step))
    }

    /// The schedule's name: one per request and step, within Scheduler's 64 characters.
    fn schedule(&self) -> String {
        let Self { tenant, mode, request, step } = self;
        format!("{tenant}.{mode}-{request}-{step}")
    }

    fn body(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// The queue before `send-request`.
#[derive(Clone)]
pub struct Queue {
    /// The client.
    pub sqs: LazyClient<aws_sdk_sqs::Client>,
    /// The queue's URL.
    pub url: String,
}

impl Queue {
    /// Puts a wake-up on the queue, to be seen after `delay` (15 minutes at the most). Says
    /// whether it is there.
    pub async fn wake(&self, wake: &Wake, delay: SignedDuration) -> bool {
        let sent = self
            .sqs
            .send_message()
            .queue_url(&self.url)
            .message_body(wake.body())
            .delay_seconds(whole_seconds(delay.min(QUEUE_DELAY_MAX)))
            .send()
            .await;
        match sent {
            Ok(_) => true,
            Err(error) => {
                tracing::warn!(request = wake.request, error = %DisplayErrorContext(&error), "queue");
                false
            }
        }
    }
}

/// Our schedules at EventBridge Scheduler.
#[derive(Clone)]
pub struct ScheduleGroup {
    /// The client.
    pub scheduler: LazyClient<aws_sdk_scheduler::Client>,
    /// The group's name.
    pub name: String,
}

/// EventBridge Scheduler, for wake-ups further away than the queue can hold.
#[derive(Clone)]
pub struct Schedules {
    /// Where they stand.
    pub group: ScheduleGroup,
    /// The queue that they put their wake-up on.
    pub queue_arn: String,
    /// The role that lets them.
    pub role_arn: String,
}

impl Schedules {
    /// Schedules a wake-up. Says whether one stands.
    pub async fn create(&self, wake: &Wake, at: Timestamp) -> bool {
        let window = FlexibleTimeWindow::builder().mode(FlexibleTimeWindowMode::Off).build();
        let target = Target::builder().arn(&self.queue_arn).role_arn(&self.role_arn).input(wake.body()).build();
        let (Ok(window), Ok(target)) = (window, target) else { return false };
        let created = self
            .group
            .scheduler
            .create_schedule()
            .group_name(&self.group.name)
            .name(wake.schedule())
            .schedule_expression(expression(at))
            .flexible_time_window(window)
            .target(target)
            .action_after_completion(ActionAfterCompletion::Delete)
            .send()
            .await;
        match created {
            Ok(_) => true,
            // The name is the step's own: what stands there was made by an earlier try.
            Err(error) if matches!(error.as_service_error(), Some(CreateScheduleError::ConflictException(_))) => true,
            Err(error) => {
                tracing::warn!(request = wake.request, code = error.code(), "scheduler");
                false
            }
        }
    }
}

impl ScheduleGroup {
    /// Removes a schedule, if it stands. Best effort: a wake-up too many finds nothing owed.
    pub async fn delete(&self, wake: &Wake) {
        let deleted = self.scheduler.delete_schedule().group_name(&self.name).name(wake.schedule()).send().await;
        if let Err(error) = deleted {
            tracing::info!(request = wake.request, code = error.code(), "no schedule deleted");
        }
    }
}

/// Wakes `send-request` for a step due at `due`: by the queue if that is near, else by a schedule.
/// Says whether the hint stands. Without schedules the queue wakes it early, to wait anew.
pub(crate) async fn wake_at(
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

/// Whole seconds, rounded up: a message that comes early would have to wait again.
fn whole_seconds(delay: SignedDuration) -> i32 {
    let up = delay.as_secs() + i64::from(delay.subsec_nanos() > 0);
    i32::try_from(up.max(0)).unwrap_or(i32::MAX)
}

/// Scheduler's one-time expression, in UTC, whole seconds rounded up.
fn expression(at: Timestamp) -> String {
    let up = i64::from(at.subsec_nanosecond() > 0);
    let at = Timestamp::from_second(at.as_second() + up).unwrap_or(at);
    format!("at({})", at.strftime("%Y-%m-%dT%H:%M:%S"))
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
    fn the_longest_schedule_name_fits() {
        let wake = Wake { tenant: "a".repeat(32), mode: "live".to_owned(), request: RequestId::MAX, step: 7 };
        assert!(wake.schedule().len() <= 64);
        assert_eq!(wake.request().unwrap().0.id.as_str(), wake.tenant);
    }
}
