//! Wake-ups of due rows: put off, spread over time and queued.

use app::message::wake::{NotificationWake, QueuedWake, Wake};
use app::queue::{MessageQueue, ShopMessage};
use app::webhook::queue::WebhookWake;
use domain::message::{Pause, Step, StepState};
use domain::request::Request;
use integrations::OrderTask;
use jiff::{SignedDuration, Timestamp};
use store::message::due::{Due, DueItem};
use store::table::keys::DueKind;

use super::walk::Walk;
use super::{NUDGED_FOR_MAX, Reconcile, Report, WOKEN_OVER, resume};

/// How long after a wake-up the next may follow. For a message it doubles, so that an outage does not multiply the queue.
const NUDGED_FOR: SignedDuration = SignedDuration::from_mins(15);
/// Messages that a run wakes while their provider refuses everybody. Each may test whether it still does.
const PROBES: usize = 3;
/// How long a queued delivery, or a queued call of a shop's system, is left alone.
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
    /// Wakes messages that wait for the end of their channel's pause: some to test whether it is over, and all once it is.
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

    /// Wakes the senders of due rows, of messages at different times. The rows are put off first, so that only one of two runs
    /// wakes a sender. If queueing fails, the next run tries again: an outage of the queue must not lead to one of ours.
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
            put_off.sort_by_key(|(_, item)| resume::was_due_at(item));
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
            // A claimed message is settled by its sender.
            DueItem::Request(request, _) if request.expires_at <= now && !is_claimed(&request) => {
                wakes.expired.push(due);
            }
            DueItem::Request(request, deferred_until) => {
                let owed_at = request.step().and_then(Step::owed_at);
                let Some(since) = owed_at.filter(|at| *at < now) else { return };
                // A suspended shop has its own alarm, and a paused message is not late.
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
            DueItem::Notification(notification) => {
                if due.kind != DueKind::Paused {
                    report.message_late_since(notification.step.owed_at().unwrap_or(now), now);
                }
                let wake = QueuedWake::Notification(NotificationWake::new(&due.tenant, notification.name));
                wakes.notifications.push((due, (wake, SignedDuration::ZERO)));
            }
            // An attempt that is due before the next run is queued with the rest of its wait.
            DueItem::Delivery(delivery) => {
                let Some(next_at) = delivery.next_at else { return };
                report.webhook_lag_s = report.webhook_lag_s.max(now.duration_since(next_at).as_secs());
                let wake = WebhookWake::new(&due.tenant, &[(delivery.webhook, delivery.event.id)]);
                wakes.webhooks.push((due, (wake, next_at.duration_since(now))));
            }
        }
    }

    /// The delay of a message behind `others` messages.
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

    /// Queues the wake-ups of rows, and returns how many were queued. The other rows are due again at once.
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

/// How the wake-ups of messages are spread over time.
#[derive(Clone, Copy)]
pub(super) enum Spread {
    /// At once.
    None,
    /// At random times within this time.
    Over(SignedDuration),
    /// In the order in which they were due: the first after this time, and each by this much later than the one before.
    InOrder(SignedDuration, SignedDuration),
}

/// Whether a sender claimed the request's message and has not settled it.
fn is_claimed(request: &Request) -> bool {
    request.step().is_some_and(|step| matches!(step.state, StepState::Submitting { .. }))
}

/// How long a row is left alone after a run handled it. For a late message, the time doubles.
fn pause(due: &Due, now: Timestamp) -> SignedDuration {
    match due.kind {
        DueKind::Delivery | DueKind::Call => return QUEUED_FOR,
        DueKind::Waiting(_) | DueKind::Paused => return NUDGED_FOR,
        DueKind::Notification
        | DueKind::Orders
        | DueKind::Review
        | DueKind::Suspension
        | DueKind::Expiry
        | DueKind::Message
        | DueKind::Shop
        | DueKind::Aging => {}
    }
    let since_last = due.nudged_at.map_or(SignedDuration::ZERO, |at| now.duration_since(at));
    since_last.saturating_mul(2).clamp(NUDGED_FOR, NUDGED_FOR_MAX)
}
