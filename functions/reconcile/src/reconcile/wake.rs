//! Wake-ups of due rows: how they are postponed, spread over time and queued.

use app::message::wake::{NotificationWake, QueuedWake, Wake};
use app::queue::{MessageQueue, ShopMessage};
use app::webhook::WebhookWake;
use domain::message::{Pause, Step, StepState};
use domain::request::Request;
use integrations::OrderTask;
use jiff::{SignedDuration, Timestamp};
use store::message::due::{Due, DueItem, NUDGED_FOR_MAX};
use store::table::DueKind;

use super::walk::{Spread, Walk, was_due_at};
use super::{Reconcile, Report, WOKEN_OVER};

/// How long after a wake-up the next one may follow. For messages this time doubles, so that an outage does not
/// multiply the queue.
const NUDGED_FOR: SignedDuration = SignedDuration::from_mins(15);
/// How many messages a run wakes while their provider rejects every message. Each may test whether the provider still
/// does.
const PROBES: usize = 3;
/// How long a queued delivery, or a queued call from a shop's system, is not queued again.
const QUEUED_FOR: SignedDuration = SignedDuration::from_mins(30);

#[derive(Default)]
struct Wakes {
    messages: Vec<(Due, (QueuedWake, SignedDuration))>,
    notifications: Vec<(Due, (QueuedWake, SignedDuration))>,
    webhooks: Vec<(Due, (WebhookWake, SignedDuration))>,
    calls: Vec<(Due, (OrderTask, SignedDuration))>,
    /// Requests whose link expired meanwhile.
    expired: Vec<Due>,
}

impl Reconcile {
    /// Wakes messages that wait for the end of their channel's pause: some of them to test whether the pause can end,
    /// and all of them after its end.
    pub(super) async fn wake_waiting(
        &self,
        rows: Vec<Due>,
        pause: Option<Pause>,
        walk: &mut Walk,
        report: &mut Report,
        now: Timestamp,
    ) {
        let Some(pause) = pause else { return self.wake(rows, Spread::Over(WOKEN_OVER), report, now).await };
        walk.stop();
        rows.iter().for_each(|due| report.message_late_since(due.due_at, now));
        let probes = if pause.is_closed(now) { 0 } else { PROBES };
        self.wake(rows.into_iter().take(probes).collect(), Spread::None, report, now).await;
    }

    /// Wakes the senders of due rows, for messages at different times. The rows are postponed first, so that only one
    /// of two runs wakes a sender. If queueing fails, the next run tries again, so that an outage of the queue does not
    /// stop the runs.
    pub(super) async fn wake(&self, rows: Vec<Due>, spread: Spread, report: &mut Report, now: Timestamp) {
        let count = rows.len();
        let until = |due: Due| {
            let until = now.saturating_add(pause(&due, now)).unwrap_or(now);
            (due, until)
        };
        let mut put_off = match self.store.put_off(rows.into_iter().map(until).collect(), now).await {
            Ok(put_off) => put_off,
            Err(error) => return report.fail(count, &error),
        };
        if let Spread::InOrder(..) = spread {
            put_off.sort_by_key(|(_, item)| was_due_at(item));
        }
        let mut wakes = Wakes::default();
        for (due, item) in put_off {
            match item {
                Ok(item) => self.add(&mut wakes, due, item, spread, report, now),
                Err(error) => report.fail(1, &error),
            }
        }
        let Wakes { messages, notifications, webhooks, calls, expired } = wakes;
        report.woken += self.queue_all(&self.queue, messages, &mut report.failed, now).await;
        report.notifications += self.queue_all(&self.queue, notifications, &mut report.failed, now).await;
        report.webhooks += self.queue_all(&self.webhooks, webhooks, &mut report.failed, now).await;
        report.calls += self.queue_all(&self.orders, calls, &mut report.failed, now).await;
        self.expire_all(expired, report, now).await;
    }

    fn add(&self, wakes: &mut Wakes, due: Due, item: DueItem, spread: Spread, report: &mut Report, now: Timestamp) {
        match item {
            // The sender that claimed a message also settles it.
            DueItem::Request(request, _) if request.expires_at <= now && !is_claimed(&request) => {
                wakes.expired.push(due);
            }
            DueItem::Request(request, deferred_until) => {
                let owed_at = request.step().and_then(Step::owed_at);
                let Some(since) = owed_at.filter(|at| *at < now) else { return };
                // The digest counts suspended shops, and a paused message is not late.
                if !request.is_kept_back() {
                    report.message_late_since(since, now);
                }
                let wake = QueuedWake::Request(Wake::new(&due.tenant, &request));
                let wait = match deferred_until {
                    Some(until) => until.duration_since(now),
                    None => self.wait(spread, wakes.messages.len()),
                };
                wakes.messages.push((due, (wake, wait)));
            }
            DueItem::Call(system, call) => {
                let task = OrderTask::new(&due.tenant, system, call);
                wakes.calls.push((due, (task, SignedDuration::ZERO)));
            }
            DueItem::Reading(system, version) => {
                let task = OrderTask::reading(&due.tenant, system, version);
                wakes.calls.push((due, (task, SignedDuration::ZERO)));
            }
            DueItem::Stars(version) => {
                wakes.calls.push((due.clone(), (OrderTask::stars(&due.tenant, version), SignedDuration::ZERO)));
            }
            DueItem::Notification(notification) => {
                if due.kind != DueKind::Paused {
                    report.message_late_since(notification.step.owed_at().unwrap_or(now), now);
                }
                let wake = QueuedWake::Notification(NotificationWake::new(&due.tenant, notification.name));
                wakes.notifications.push((due, (wake, SignedDuration::ZERO)));
            }
            // An attempt that is due before the next run is queued with a delay.
            DueItem::Delivery(delivery) => {
                let Some(next_at) = delivery.next_at else { return };
                report.webhook_lag_s = report.webhook_lag_s.max(now.duration_since(next_at).as_secs());
                let wake = WebhookWake::new(&due.tenant, &[(delivery.webhook, delivery.event.id)]);
                wakes.webhooks.push((due, (wake, next_at.duration_since(now))));
            }
            DueItem::Look => {}
        }
    }

    /// The delay of a message after `others` messages.
    fn wait(&self, spread: Spread, others: usize) -> SignedDuration {
        match spread {
            Spread::None => SignedDuration::ZERO,
            Spread::Over(over) => self.draw(over),
            Spread::InOrder(first, step) => {
                first.saturating_add(step.saturating_mul(i32::try_from(others).unwrap_or(i32::MAX)))
            }
        }
    }

    fn draw(&self, longest: SignedDuration) -> SignedDuration {
        let drawn = self.random.below(longest.as_millis().unsigned_abs().try_into().unwrap_or(u64::MAX));
        SignedDuration::from_millis(drawn.try_into().unwrap_or(i64::MAX))
    }

    /// Queues the wake-ups of rows, and returns how many were queued. The other rows are due again immediately.
    async fn queue_all<T: ShopMessage>(
        &self,
        queue: &MessageQueue<T>,
        wakes: Vec<(Due, (T, SignedDuration))>,
        failed: &mut usize,
        now: Timestamp,
    ) -> usize {
        let (rows, wakes): (Vec<_>, Vec<_>) = wakes.into_iter().unzip();
        let queued = queue.send_all(&wakes).await;
        let refused = rows.into_iter().zip(queued).filter_map(|(due, is_queued)| (!is_queued).then_some((due, now)));
        let refused: Vec<_> = refused.collect();
        let queued = wakes.len() - refused.len();
        *failed += refused.len();
        if let Err(error) = self.store.put_off(refused, now).await {
            tracing::error!(%error, "rows wait longer than until the next run");
        }
        queued
    }
}

/// Whether a sender claimed the request's message and has not settled it.
fn is_claimed(request: &Request) -> bool {
    request.step().is_some_and(|step| matches!(step.state, StepState::Submitting { .. }))
}

/// How long a row is not due again after a run handled it. For a late message, the time doubles.
fn pause(due: &Due, now: Timestamp) -> SignedDuration {
    match due.kind {
        DueKind::Delivery | DueKind::Call | DueKind::Reading | DueKind::Stars => return QUEUED_FOR,
        DueKind::Waiting(_) | DueKind::Paused => return NUDGED_FOR,
        DueKind::Notification
        | DueKind::Orders
        | DueKind::Review
        | DueKind::Written
        | DueKind::Suspension
        | DueKind::Expiry
        | DueKind::Message
        | DueKind::Shop
        | DueKind::Aging
        | DueKind::Feeds
        | DueKind::Sender => {}
    }
    let since_last = due.nudged_at.map_or(SignedDuration::ZERO, |at| now.duration_since(at));
    since_last.saturating_mul(2).clamp(NUDGED_FOR, NUDGED_FOR_MAX)
}
