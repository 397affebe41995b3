//! Finds what is due and whose wake-up was lost or never sent, records expired links, counts the reviews that wait too
//! long and the shops that are held, and ends holds.

mod owed;
mod resume;
mod silence;
mod walk;

use std::collections::HashSet;

use app::message::brake::{Brake, Release};
use app::request::{Observed, RequestUpdate, save};
use app::retry::retry;
use app::{Clock, Error, LetterWake, MessageQueue, OfShop, Queue, QueuedWake, Wake, WebhookQueue, WebhookWake};
use domain::{Letter, LetterName, Mode, Pause, Releaser, Request, Step, StepState, Tenant};
use futures_util::{StreamExt as _, stream};
use integrations::{OrderQueue, OrderTask};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use store::{Due, DueItem, DueKind, Store};
use vault::Random;

use self::resume::is_paused;
use self::walk::Walk;

/// How late a step must be before it counts as lost: hints come a minute late by themselves.
const LATE: SignedDuration = SignedDuration::from_secs(120);
/// How long after one of our wake-ups the next may follow. For a message it doubles: an outage must not multiply the
/// queue.
const NUDGED_FOR: SignedDuration = SignedDuration::from_mins(15);
/// The longest that a late step goes without a wake-up, and so without being seen: `SendLateAlarm` looks back over it.
const NUDGED_FOR_MAX: SignedDuration = SignedDuration::from_hours(1);
/// Messages that are woken in a run while their provider refuses everybody: each may find out whether it still does.
const PROBES: usize = 3;
/// Over how much time those are woken that waited for the end of a pause.
const WOKEN_OVER: SignedDuration = SignedDuration::from_mins(5);
/// How long a delivery, or a call of a shop's system, that was queued is left alone.
const QUEUED_FOR: SignedDuration = SignedDuration::from_mins(30);
/// Expiries recorded, and owners looked up, at once.
const PARALLEL: usize = 32;
/// How long a run takes new rows. The function has 60 seconds, and the rows that it took last three calls of at most 8.
const RUN_FOR: SignedDuration = SignedDuration::from_secs(35);

/// Looks through the index `due`.
#[derive(Clone)]
pub struct Reconcile {
    /// The table, which decides; the index lags behind it.
    pub store: Store,
    /// Wakes the sender.
    pub queue: Queue,
    /// Wakes the sender of webhooks.
    pub webhooks: WebhookQueue,
    /// The queue of what shops' systems say.
    pub orders: OrderQueue,
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
    /// Calls of shops' systems that were queued again.
    pub calls: usize,
    /// Reviews of live shops that have waited for a decision for more than ten days, as far as the run could count.
    pub waiting_too_long: usize,
    /// Shops whose emails are held, as far as the run could count.
    pub held_shops: usize,
    /// Rows that failed; a later run tries them again.
    pub failed: usize,
    /// By how many seconds the oldest message that is owed is late: since it was due or, where its provider refuses
    /// everybody, since that began.
    pub oldest_late_s: i64,
    /// Messages that the run found late, for which `oldest_late_s` counts.
    pub late: usize,
    /// Messages whose time has come and that have not left, whatever they wait for: a backlog of any length, as far as the
    /// index says. A run whose time was over has only counted those that it found.
    pub owed: usize,
    /// By how many seconds the oldest try of a webhook is late.
    pub webhook_lag_s: i64,
}

impl Report {
    /// A message that is late since then.
    fn message_late_since(&mut self, at: Timestamp, now: Timestamp) {
        self.late += 1;
        self.late_since(at, now);
    }

    fn late_since(&mut self, at: Timestamp, now: Timestamp) {
        self.oldest_late_s = self.oldest_late_s.max(now.duration_since(at).as_secs());
    }

    /// Rows that failed together.
    fn fail(&mut self, rows: usize, error: &store::Error) {
        tracing::error!(rows, %error, "cannot reconcile some rows");
        self.failed += rows;
    }
}

impl Reconcile {
    /// How late a row of this kind must be before reconcile looks at it.
    #[must_use]
    pub const fn late(kind: DueKind) -> SignedDuration {
        match kind {
            DueKind::Expiry | DueKind::Message => LATE,
            DueKind::Delivery
            | DueKind::Letter
            | DueKind::Call
            | DueKind::Orders
            | DueKind::Review
            | DueKind::Hold
            | DueKind::Waiting(_)
            | DueKind::Paused
            | DueKind::Shop => SignedDuration::ZERO,
        }
    }

    /// Looks through the index until nothing is due, or its time is over; the next run goes on. The kinds of rows take
    /// turns, so that none waits for the backlog of another.
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
        let until = |kind| match kind {
            // Those that are not due are counted.
            DueKind::Hold => Timestamp::MAX,
            // Afterwards all leave; meanwhile the wait of some ends anyway.
            DueKind::Paused if !is_paused(&pauses, started) => Timestamp::MAX,
            kind => started.saturating_sub(Self::late(kind)).unwrap_or(started),
        };
        let mut walks: Vec<_> = DueKind::ALL.map(|kind| Walk::new(kind, until(kind), &self.random)).into();
        let mut reminded = HashSet::new();
        loop {
            let (mut is_done, mut of_shops) = (true, Vec::new());
            for walk in &mut walks {
                let rows = walk.next(&self.store).await?;
                let now = self.clock.now();
                if now.duration_since(started) > RUN_FOR {
                    return Ok(report);
                }
                is_done &= rows.is_empty();
                match walk.kind {
                    DueKind::Expiry => self.expire_all(rows, &mut report, now).await,
                    DueKind::Review => self.remind_owners(&rows, &mut reminded, &mut report, now).await,
                    DueKind::Orders => self.look_for_silence(rows, &mut report, now).await,
                    DueKind::Hold => self.end_holds(rows, &mut report, now).await,
                    DueKind::Waiting(channel) => {
                        let pause = pauses.of(channel).filter(|pause| !pause.is_over(now));
                        self.wake_waiting(rows, pause, walk, &mut report, now).await;
                    }
                    DueKind::Shop => of_shops.extend(self.look_at_shops(rows, pauses.all, &mut report, now).await),
                    DueKind::Paused => self.wake_in_order(rows, walk, &mut report, now).await,
                    DueKind::Delivery | DueKind::Letter | DueKind::Call | DueKind::Message => {
                        self.wake(rows, Spread::None, &mut report, now).await;
                    }
                }
            }
            walks.append(&mut of_shops);
            if is_done {
                report.owed = self.owed(&pauses, started).await.max(report.late);
                return Ok(report);
            }
        }
    }

    /// Counts the reviews that wait too long, and orders a letter to their shops' owners who have an address: one a month at
    /// most.
    async fn remind_owners(&self, rows: &[Due], reminded: &mut HashSet<Tenant>, report: &mut Report, now: Timestamp) {
        let live: Vec<_> = rows.iter().filter(|due| due.tenant.mode == Mode::Live).collect();
        report.waiting_too_long += live.len();
        let shops = live.into_iter().filter(|due| reminded.insert(due.tenant.clone()));
        // Each run looks at all of them, and the other kinds of rows wait for their turn meanwhile.
        let letters: Vec<_> = shops.map(|due| self.remind_owner(&due.tenant, now)).collect();
        let mut letters = stream::iter(letters).buffer_unordered(PARALLEL);
        while let Some(ordered) = letters.next().await {
            if let Err(error) = ordered {
                report.fail(1, &error);
            }
        }
    }

    async fn remind_owner(&self, tenant: &Tenant, now: Timestamp) -> Result<(), store::Error> {
        let owner = self.store.owner_context(tenant).await?;
        // The sender would drop the letter, and each run would order it again.
        if owner.is_some_and(|(shop, _)| shop.has_owner_email()) {
            let letter = Letter::new(LetterName::Waiting, None, None, now);
            self.store.order_letter_once(tenant, &letter).await?;
        }
        Ok(())
    }

    /// Counts the shops that are held, and releases those whose hold may end by itself.
    async fn end_holds(&self, rows: Vec<Due>, report: &mut Report, now: Timestamp) {
        report.held_shops += rows.len();
        for due in rows.into_iter().filter(|due| due.due_at <= now) {
            match self.end_hold(due, now).await {
                Ok(is_over) => report.held_shops -= usize::from(is_over),
                Err(error) => {
                    tracing::error!(%error, "cannot end a hold");
                    report.failed += 1;
                }
            }
        }
    }

    /// Returns whether the shop is not held any more. More may have come back since the hold began: then it is looked at
    /// again when that is long enough ago.
    async fn end_hold(&self, due: Due, now: Timestamp) -> Result<bool, Error> {
        let brake = Brake { store: self.store.clone(), webhooks: self.webhooks.clone() };
        match brake.release(&due.tenant, Releaser::Time, None, now).await? {
            Release::NotHeld | Release::Done => Ok(true),
            Release::NotBefore(until) => Ok(self.store.put_off(vec![(due, until)], now).await.map(|_| false)?),
        }
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
        let Some(id) = due.request() else { return Ok(false) };
        let expired: Result<bool, Error> = retry!(self.store, {
            let Some((before, shop)) = self.store.request_with_shop(&due.tenant, id).await? else { return Ok(false) };
            let mut request = before.clone();
            let Some(counters) = request.expire(now) else { return Ok(false) };
            let observed = Some(Observed { before: &before, webhooks: &shop.webhooks, queue: &self.webhooks, now });
            let change = RequestUpdate { counters: &counters, observed, ..RequestUpdate::default() };
            save(&self.store, &due.tenant, &mut request, change).await?;
            Ok(true)
        });
        expired.inspect_err(|error| tracing::error!(request = id.get(), %error, "cannot expire a request"))
    }

    /// Wakes the senders of what waits for the end of its channel's pause: some that find out whether it is over, and all when it
    /// is.
    async fn wake_waiting(
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

    /// Wakes the senders of what is due, messages at different times. The rows are put off first: of two runs only one wakes a
    /// sender. What cannot be queued is tried by the next run: an outage of the queue must not be followed by one of ours.
    async fn wake(&self, rows: Vec<Due>, spread: Spread, report: &mut Report, now: Timestamp) {
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
        let (mut messages, mut letters, mut webhooks) = (Vec::new(), Vec::new(), Vec::new());
        let (mut calls, mut expired) = (Vec::new(), Vec::new());
        for (due, item) in put_off {
            match item {
                // What a sender claimed, a sender settles.
                Ok(DueItem::Request(request, _)) if request.expires_at <= now && !is_claimed(&request) => {
                    expired.push(due)
                }
                Ok(DueItem::Request(request, deferred_until)) => {
                    let owed_at = request.step().and_then(Step::owed_at);
                    let Some(since) = owed_at.filter(|at| *at < now) else { continue };
                    // A shop that is held has an alarm of its own, and what is paused is not late.
                    if !request.is_held() && !request.is_paused() {
                        report.message_late_since(since, now);
                    }
                    let wake = QueuedWake::Request(Wake::new(&due.tenant, &request));
                    let wait = match (deferred_until, spread) {
                        (Some(until), _) => until.duration_since(now),
                        (None, Spread::None) => SignedDuration::ZERO,
                        (None, Spread::Over(over)) => self.draw(over),
                        (None, Spread::InOrder(first, step)) => {
                            let place = i32::try_from(messages.len()).unwrap_or(i32::MAX);
                            first.saturating_add(step.saturating_mul(place))
                        }
                    };
                    messages.push((due, (wake, wait)));
                }
                Ok(DueItem::Call(system, call)) => {
                    let task = OrderTask::new(&due.tenant, system, call);
                    calls.push((due, (task, SignedDuration::ZERO)));
                }
                Ok(DueItem::Letter(letter)) => {
                    if due.kind != DueKind::Paused {
                        report.message_late_since(letter.step.owed_at().unwrap_or(now), now);
                    }
                    let wake = QueuedWake::Letter(LetterWake::new(&due.tenant, letter.name));
                    letters.push((due, (wake, SignedDuration::ZERO)));
                }
                // A try that is due before the next run is queued with the rest of its wait.
                Ok(DueItem::Delivery(delivery)) => {
                    let Some(next_at) = delivery.next_at else { continue };
                    report.webhook_lag_s = report.webhook_lag_s.max(now.duration_since(next_at).as_secs());
                    let wake = WebhookWake::new(&due.tenant, &[(delivery.webhook, delivery.event.id)]);
                    webhooks.push((due, (wake, next_at.duration_since(now))));
                }
                Err(error) => report.fail(1, &error),
            }
        }
        report.woken += self.queue_all(&self.queue, messages, &mut report.failed, now).await;
        report.letters += self.queue_all(&self.queue, letters, &mut report.failed, now).await;
        report.webhooks += self.queue_all(&self.webhooks, webhooks, &mut report.failed, now).await;
        report.calls += self.queue_all(&self.orders, calls, &mut report.failed, now).await;
        self.expire_all(expired, report, now).await;
    }

    fn draw(&self, longest: SignedDuration) -> SignedDuration {
        let drawn = self.random.below(longest.as_millis().unsigned_abs().try_into().unwrap_or(u64::MAX));
        SignedDuration::from_millis(drawn.try_into().unwrap_or(i64::MAX))
    }

    /// Queues the wake-ups of rows, and returns how many are queued. The other rows are due at once again.
    async fn queue_all<T: OfShop>(
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

/// How the wake-ups of messages that are woken together are spread over time.
#[derive(Clone, Copy)]
enum Spread {
    /// At once.
    None,
    /// At random moments of this time.
    Over(SignedDuration),
    /// In the order in which they were due: the first one after this time, and each so much later than the one before it.
    InOrder(SignedDuration, SignedDuration),
}

/// Whether a sender claimed the request's message and did not settle it.
fn is_claimed(request: &Request) -> bool {
    request.step().is_some_and(|step| matches!(step.state, StepState::Submitting { .. }))
}

/// How long a row that is looked at now is left alone: a late message twice as long after each time.
fn pause(due: &Due, now: Timestamp) -> SignedDuration {
    match due.kind {
        DueKind::Delivery | DueKind::Call => return QUEUED_FOR,
        DueKind::Waiting(_) | DueKind::Paused => return NUDGED_FOR,
        DueKind::Letter
        | DueKind::Orders
        | DueKind::Review
        | DueKind::Hold
        | DueKind::Expiry
        | DueKind::Message
        | DueKind::Shop => {}
    }
    let since_last = due.nudged_at.map_or(SignedDuration::ZERO, |at| now.duration_since(at));
    since_last.saturating_mul(2).clamp(NUDGED_FOR, NUDGED_FOR_MAX)
}
