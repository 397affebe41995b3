//! Finds the steps whose wake-up was lost, the letters that are due, and the reviews that wait too long, and records expired
//! links.

mod letters;
mod walk;

use futures_util::{StreamExt as _, stream};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use store::{Due, DueDelivery, Owed, Store};
use vault::Random;

use self::walk::{PAGE, Walk};
use crate::requests::{Observed, RequestUpdate, save};
use crate::retry::retry;
use crate::{Clock, Error, Queue, QueuedWake, Wake, WebhookQueue, WebhookWake};

/// How late a step must be before it counts as lost: hints come a minute late by themselves.
const LATE: SignedDuration = SignedDuration::from_secs(120);
/// How long after one of our wake-ups the next may follow. It doubles: an outage must not multiply the queue.
const NUDGED_FOR: SignedDuration = SignedDuration::from_mins(15);
/// The longest that a late step goes without a wake-up, and so without being seen: `SendLateAlarm` looks back over it.
const NUDGED_FOR_MAX: SignedDuration = SignedDuration::from_hours(1);
/// Expiries recorded at once.
const PARALLEL: usize = 32;
/// How long a run takes new rows. The function has 60 seconds, and the rows that it took last three calls of at most 8.
const RUN_FOR: SignedDuration = SignedDuration::from_secs(35);
/// How much of it may go to webhooks, which come first.
const WEBHOOKS_FOR: SignedDuration = SignedDuration::from_secs(10);
/// How long a delivery that was queued is left alone.
const QUEUED_FOR: SignedDuration = SignedDuration::from_mins(30);

/// Looks through the index of all owed steps.
#[derive(Clone)]
pub struct Reconcile {
    /// The table, which decides; the index lags behind it.
    pub store: Store,
    /// Wakes the sender.
    pub queue: Queue,
    /// Wakes the sender of webhooks.
    pub webhooks: WebhookQueue,
    /// Draws the shard to begin with.
    pub random: Random,
    /// A clock and not an instant: a run ends in time.
    pub clock: Clock,
}

/// The work of one run, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Links recorded as expired.
    pub expired: usize,
    /// Steps whose sender was woken again.
    pub woken: usize,
    /// Events whose next try to reach an endpoint was queued.
    pub webhooks: usize,
    /// Letters whose sender was woken.
    pub letters: usize,
    /// Reviews of live shops that have waited for a decision for more than ten days, as far as the run could count.
    pub waiting_too_long: usize,
    /// Rows that failed; a later run tries them again.
    pub failed: usize,
    /// By how many seconds the oldest message that is owed is late: since it was due or, where its provider refuses
    /// everybody, since that began.
    pub oldest_late_s: i64,
}

impl Report {
    fn late_since(&mut self, at: Timestamp, now: Timestamp) {
        self.oldest_late_s = self.oldest_late_s.max(now.duration_since(at).as_secs());
    }

    /// Rows that failed together.
    fn fail(&mut self, rows: usize, error: &store::Error) {
        tracing::error!(rows, %error, "cannot reconcile some rows");
        self.failed += rows;
    }

    /// The result of reading a row that was put off; `None` if that failed.
    fn read<T>(&mut self, read: Result<T, store::Error>) -> Option<T> {
        read.inspect_err(|error| self.fail(1, error)).ok()
    }
}

impl Reconcile {
    /// Looks through the index until nothing is due, or its time is over; the next run goes on. Expiries and messages take
    /// turns, so that neither waits for the backlog of the other.
    ///
    /// Two runs at once do no harm: each row is put off by one of them, which then wakes the sender.
    ///
    /// # Errors
    /// Storage failures of the index. A row that fails does not stop the others.
    pub async fn run(&self) -> Result<Report, Error> {
        let started = self.clock.now();
        let mut report = Report::default();
        let pauses = self.store.pauses().await?;
        pauses
            .iter()
            .filter(|(_, pause)| !pause.is_over(started))
            .for_each(|(_, pause)| report.late_since(pause.since, started));
        self.queue_webhooks(&mut report).await?;
        self.wake_letters(&mut report).await?;
        self.look_at_waiting(&mut report).await?;
        let until = started.saturating_sub(LATE).unwrap_or(started);
        let mut walks = Owed::ALL.map(|owed| (owed, self.walk()));
        loop {
            let mut is_done = true;
            for (owed, walk) in &mut walks {
                let owed = *owed;
                let query = |shard, after: Option<Due>| async move {
                    self.store.due(owed, shard, until, PAGE, after.as_ref()).await
                };
                let rows = walk.next(query).await?;
                let now = self.clock.now();
                if now.duration_since(started) > RUN_FOR {
                    return Ok(report);
                }
                is_done &= rows.is_empty();
                match owed {
                    Owed::Expiry => self.expire_all(rows, &mut report, now).await,
                    Owed::Message => self.nudge(rows, &mut report, now).await,
                }
            }
            if is_done {
                return Ok(report);
            }
        }
    }

    /// All shards of one kind of row, from a random one on.
    fn walk<T: Clone>(&self) -> Walk<T> {
        Walk::new(&self.random)
    }

    /// Queues the tries that are due before the next run, each with the rest of its wait, and those whose message got
    /// lost.
    async fn queue_webhooks(&self, report: &mut Report) -> Result<(), Error> {
        let (started, mut walk) = (self.clock.now(), self.walk());
        let query = |shard, after: Option<DueDelivery>| async move {
            self.store.due_deliveries(shard, started, PAGE, after.as_ref()).await
        };
        loop {
            let rows = walk.next(query).await?;
            let now = self.clock.now();
            if rows.is_empty() || now.duration_since(started) > WEBHOOKS_FOR {
                return Ok(());
            }
            self.queue_deliveries(rows, report, now).await;
        }
    }

    /// Puts deliveries off and queues them.
    async fn queue_deliveries(&self, rows: Vec<DueDelivery>, report: &mut Report, now: Timestamp) {
        let count = rows.len();
        let until = now.saturating_add(QUEUED_FOR).unwrap_or(now);
        let put_off = match self.store.put_off_deliveries(rows, until).await {
            Ok(put_off) => put_off,
            Err(error) => return report.fail(count, &error),
        };
        let (mut rows, mut wakes) = (Vec::new(), Vec::new());
        for (due, delivery) in put_off {
            let Some(next_at) = report.read(delivery).and_then(|delivery| delivery.next_at) else { continue };
            wakes.push((WebhookWake::new(&due.tenant, &[due.key]), next_at.duration_since(now)));
            rows.push(due);
        }
        let queued = self.webhooks.send_all(&wakes).await;
        report.webhooks += queued.iter().filter(|is_queued| **is_queued).count();
        let refused = not_queued(rows, queued);
        report.failed += refused.len();
        log(self.store.put_off_deliveries(refused, now).await);
    }

    async fn expire_all(&self, rows: Vec<Due>, report: &mut Report, now: Timestamp) {
        let expiries: Vec<_> = rows.into_iter().map(|due| self.expire(due, now)).collect();
        let mut expiries = stream::iter(expiries).buffer_unordered(PARALLEL);
        while let Some(expired) = expiries.next().await {
            match expired {
                Ok(expired) => report.expired += usize::from(expired),
                Err(_) => report.failed += 1,
            }
        }
    }

    /// Returns whether the link expired: the index lags behind the table, and another run may have been first.
    async fn expire(&self, due: Due, now: Timestamp) -> Result<bool, Error> {
        let expired: Result<bool, Error> = retry!(self.store, {
            let Some((before, shop)) = self.store.request_with_shop(&due.tenant, due.id).await? else {
                return Ok(false);
            };
            let mut request = before.clone();
            let Some(counters) = request.expire(now) else { return Ok(false) };
            let observed = Some(Observed { before: &before, webhooks: &shop.webhooks, queue: &self.webhooks, now });
            let change = RequestUpdate { counters: &counters, observed, ..RequestUpdate::default() };
            save(&self.store, &due.tenant, &mut request, change).await?;
            Ok(true)
        });
        expired.inspect_err(|error| tracing::error!(request = due.id.get(), %error, "cannot expire a request"))
    }

    /// Wakes the senders of late messages. The rows are put off first: of two runs only one wakes a sender. What cannot be
    /// queued is tried by the next run: an outage of the queue must not be followed by one of ours.
    async fn nudge(&self, rows: Vec<Due>, report: &mut Report, now: Timestamp) {
        let count = rows.len();
        let until = |due: Due| {
            let until = pause(&due, now);
            (due, until)
        };
        let put_off = match self.store.put_off(rows.into_iter().map(until).collect(), now).await {
            Ok(put_off) => put_off,
            Err(error) => return report.fail(count, &error),
        };
        let (mut rows, mut wakes, mut expired) = (Vec::new(), Vec::new(), Vec::new());
        for (due, request) in put_off {
            let Some(request) = report.read(request) else { continue };
            if request.expires_at <= now {
                expired.push(due);
            } else if let Some(since) = request.step().and_then(domain::Step::owed_at).filter(|at| *at < now) {
                report.late_since(since, now);
                wakes.push((QueuedWake::Request(Wake::new(&due.tenant, &request)), SignedDuration::ZERO));
                rows.push(due);
            }
        }
        let queued = self.queue.send_all(&wakes).await;
        report.woken += queued.iter().filter(|is_queued| **is_queued).count();
        let refused = not_queued(rows, queued);
        report.failed += refused.len();
        log(self.store.put_off(refused.into_iter().map(|due| (due, now)).collect(), now).await);
        self.expire_all(expired, report, now).await;
    }
}

/// The rows whose message was not queued.
fn not_queued<T>(rows: Vec<T>, queued: Vec<bool>) -> Vec<T> {
    rows.into_iter().zip(queued).filter(|(_, is_queued)| !is_queued).map(|(row, _)| row).collect()
}

/// Logs that rows could not be given to the next run: a later one looks at them.
fn log<T>(put_off: Result<T, store::Error>) {
    if let Err(error) = put_off {
        tracing::error!(%error, "rows wait longer than until the next run");
    }
}

/// When to look at a late message again: twice as long after the last time.
fn pause(due: &Due, now: Timestamp) -> Timestamp {
    let since_last = due.nudged_at.map_or(SignedDuration::ZERO, |at| now.duration_since(at));
    let pause = since_last.saturating_mul(2).clamp(NUDGED_FOR, NUDGED_FOR_MAX);
    now.saturating_add(pause).unwrap_or(now)
}
