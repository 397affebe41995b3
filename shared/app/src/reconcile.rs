//! Finds the steps whose wake-up was lost, the letters that are due, and the reviews that wait too long, and records expired
//! links.

mod letters;
mod listing;

use futures_util::{StreamExt as _, stream};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use store::{DUE_SHARDS, Due, DueDelivery, Owed, Store};
use vault::Random;

use crate::requests::{Observed, RequestUpdate, save};
use crate::retry::retry;
use crate::{Clock, Error, Queue, Wake, WebhookQueue};

/// How late a step must be before it counts as lost: hints come a minute late by themselves.
const LATE: SignedDuration = SignedDuration::from_secs(120);
/// How long after one of our wake-ups the next may follow. It doubles: an outage must not multiply the queue.
const NUDGED_FOR: SignedDuration = SignedDuration::from_mins(15);
/// The longest that a late step goes without a wake-up, and so without being seen: `SendLateAlarm` looks back over it.
const NUDGED_FOR_MAX: SignedDuration = SignedDuration::from_hours(1);
/// Rows of the index read at once, before it is the next shard's turn.
const PAGE: i32 = 100;
/// Rows handled at once.
const PARALLEL: usize = 32;
/// How long a run takes new rows. The function has 60 seconds, and a row at most 20.
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

/// What one run did.
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
    /// Reviews from before reviews were listed that are in the lists now.
    pub listed: usize,
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
}

/// What became of one row.
enum Settled {
    Expired,
    /// A message is late since then, and its sender was woken.
    Woken(Timestamp),
    /// A message is late since then, and its sender could not be woken.
    NotWoken(Timestamp),
    /// The index lagged behind the table, or another run was first.
    Nothing,
}

/// One shard of the index, as far as it is read.
struct Shard {
    owed: Owed,
    number: u64,
    last: Option<Due>,
}

impl Reconcile {
    /// Looks through the index until nothing is due, or its time is over; the next run goes on. The shards take turns
    /// from a random one on, a page each, so that none waits for the backlog of another.
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
        self.queue_webhooks(&mut report, started).await?;
        self.wake_letters(&mut report).await?;
        self.look_at_waiting(&mut report).await?;
        self.list_earlier(&mut report).await?;
        let mut shards = self.shards();
        while !shards.is_empty() {
            let mut unfinished = Vec::new();
            for mut shard in shards {
                let now = self.clock.now();
                if now.duration_since(started) > RUN_FOR {
                    return Ok(report);
                }
                if self.take_page(&mut shard, &mut report, now).await? {
                    unfinished.push(shard);
                }
            }
            shards = unfinished;
        }
        Ok(report)
    }

    /// Queues the tries that are due before the next run, each with the rest of its wait, and those whose message got
    /// lost.
    async fn queue_webhooks(&self, report: &mut Report, started: Timestamp) -> Result<(), Error> {
        let first = self.random.below(DUE_SHARDS);
        for shard in (first..DUE_SHARDS).chain(0..first) {
            let mut last = None;
            loop {
                let now = self.clock.now();
                if now.duration_since(started) > WEBHOOKS_FOR {
                    return Ok(());
                }
                let page = self.store.due_deliveries(shard, now, PAGE, last.as_ref()).await?;
                let rows: Vec<_> = page.iter().cloned().map(|due| self.queue_webhook(due, now)).collect();
                let queued: Vec<_> = stream::iter(rows).buffer_unordered(PARALLEL).collect().await;
                report.webhooks += queued.iter().filter(|queued| matches!(queued, Ok(true))).count();
                report.failed += queued.iter().filter(|queued| queued.is_err()).count();
                if i32::try_from(page.len()).is_ok_and(|rows| rows < PAGE) {
                    break;
                }
                last = page.into_iter().last();
            }
        }
        Ok(())
    }

    /// Puts a delivery off and queues it. Returns whether it did: another run may have been first.
    async fn queue_webhook(&self, due: DueDelivery, now: Timestamp) -> Result<bool, Error> {
        let until = now.saturating_add(QUEUED_FOR).unwrap_or(now);
        if !self.store.put_off_delivery(&due, until).await? {
            return Ok(false);
        }
        let delivery = self.store.delivery(&due.tenant, due.key).await?;
        let Some(next_at) = delivery.and_then(|delivery| delivery.next_at) else { return Ok(false) };
        if self.webhooks.wake_in(&due.tenant, &[due.key], next_at.duration_since(now)).await {
            return Ok(true);
        }
        self.store.put_off_delivery(&DueDelivery { due_at: until, ..due }, now).await?;
        Err(Error::Unavailable("a delivery could not be queued".to_owned()))
    }

    /// All shards, from a random one on; those of expiries first, which are few.
    fn shards(&self) -> Vec<Shard> {
        let first = self.random.below(DUE_SHARDS);
        let numbers = move || (first..DUE_SHARDS).chain(0..first);
        let shards =
            Owed::ALL.into_iter().flat_map(|owed| numbers().map(move |number| Shard { owed, number, last: None }));
        shards.collect()
    }

    /// Settles the next page of a shard. Returns whether there may be another.
    async fn take_page(&self, shard: &mut Shard, report: &mut Report, now: Timestamp) -> Result<bool, Error> {
        let until = now.saturating_sub(LATE).unwrap_or(now);
        let page = self.store.due(shard.owed, shard.number, until, PAGE, shard.last.as_ref()).await?;
        let rows: Vec<_> = page.iter().cloned().map(|due| self.settle(due, now)).collect();
        let mut settled = stream::iter(rows).buffer_unordered(PARALLEL);
        while let Some(outcome) = settled.next().await {
            match outcome {
                Ok(Settled::Expired) => report.expired += 1,
                Ok(Settled::Woken(since)) => {
                    report.woken += 1;
                    report.late_since(since, now);
                }
                Ok(Settled::NotWoken(since)) => {
                    report.failed += 1;
                    report.late_since(since, now);
                }
                Ok(Settled::Nothing) => {}
                Err(_) => report.failed += 1,
            }
        }
        drop(settled);
        let is_full = i32::try_from(page.len()).is_ok_and(|rows| rows == PAGE);
        shard.last = page.into_iter().last();
        Ok(is_full)
    }

    async fn settle(&self, due: Due, now: Timestamp) -> Result<Settled, Error> {
        let settled = match due.owed {
            Owed::Expiry => self.expire(&due, now).await,
            Owed::Message => self.nudge(&due, now).await,
        };
        settled.inspect_err(|error| tracing::error!(request = due.id.get(), %error, "cannot reconcile a request"))
    }

    async fn expire(&self, due: &Due, now: Timestamp) -> Result<Settled, Error> {
        retry!(self.store, {
            // The index lags behind the table: the row itself decides.
            let Some((before, shop)) = self.store.request_with_shop(&due.tenant, due.id).await? else {
                return Ok(Settled::Nothing);
            };
            let mut request = before.clone();
            let Some(counters) = request.expire(now) else { return Ok(Settled::Nothing) };
            let observed = Some(Observed { before: &before, webhooks: &shop.webhooks, queue: &self.webhooks, now });
            let change = RequestUpdate { counters: &counters, observed, ..RequestUpdate::default() };
            save(&self.store, &due.tenant, &mut request, change).await?;
            Ok(Settled::Expired)
        })
    }

    /// Wakes the sender. The row is put off first: of two runs only one wakes the sender. If the wake-up fails, the
    /// next run tries again: an outage of the queue must not be followed by one of ours.
    async fn nudge(&self, due: &Due, now: Timestamp) -> Result<Settled, Error> {
        let until = pause(due, now);
        let Some(request) = self.store.put_off(due, until, now).await? else { return Ok(Settled::Nothing) };
        if request.expires_at <= now {
            return self.expire(due, now).await;
        }
        let late_since = request.step().and_then(domain::Step::owed_at).filter(|at| *at < now);
        let Some(late_since) = late_since else { return Ok(Settled::Nothing) };
        match self.queue.wake(&Wake::new(&due.tenant, &request), SignedDuration::ZERO).await {
            true => Ok(Settled::Woken(late_since)),
            false => {
                let put_off = Due { due_at: until, ..due.clone() };
                self.store.put_off(&put_off, now, now).await?;
                Ok(Settled::NotWoken(late_since))
            }
        }
    }
}

/// When to look at a late message again: twice as long after the last time.
fn pause(due: &Due, now: Timestamp) -> Timestamp {
    let since_last = due.nudged_at.map_or(SignedDuration::ZERO, |at| now.duration_since(at));
    let pause = since_last.saturating_mul(2).clamp(NUDGED_FOR, NUDGED_FOR_MAX);
    now.saturating_add(pause).unwrap_or(now)
}
