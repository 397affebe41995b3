//! Finds due rows whose wake-up was lost or never sent, records expired links, counts reviews that wait too long and suspended
//! shops, and ends suspensions.

mod resume;
mod tell;
mod wake;
mod walk;

use std::time::Duration;

use app::clock::Clock;
use app::error::{Error, retry};
use app::message::suspension::{Release, release};
use app::message::wake::Queue;
use app::privacy::PrivacyTask;
use app::queue::MessageQueue;
use app::request::{Observed, RequestUpdate, save};
use app::shop::sender::Senders;
use app::webhook::WebhookQueue;
use aws_smithy_async::rt::sleep::{AsyncSleep as _, SharedAsyncSleep};
use domain::shop::Releaser;
use domain::values::{Mode, Tenant};
use futures_util::future::join;
use futures_util::{StreamExt as _, stream};
use integrations::{OrderQueue, look_for_silence};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use store::message::due::{Due, LATE, NUDGED_FOR_MAX};
use store::message::pause::Pauses;
use store::message::sending_pause::WaitsFor;
use store::table::{DueKind, Store};
use vault::Random;

use self::walk::{Spread, Walk, is_paused};

/// The time over which the wake-ups of messages are spread that waited for the end of a pause.
const WOKEN_OVER: SignedDuration = SignedDuration::from_mins(5);
/// How many expiries are recorded, and how many owners are read, at the same time.
const PARALLEL: usize = 32;
/// How often a shop is searched for old data. Each search reads every old customer.
const AGED_EVERY: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How often it is checked whether a shop's feeds are outdated, which reads the counters of its reviews.
const FEEDS_EVERY: SignedDuration = SignedDuration::from_hours(1);
/// How many reviews that wait too long a run reads: a hundred queries. The newest come first, so that a shop is told when
/// a review has just waited too long, however many older ones nobody decides.
const REVIEWS_READ: usize = 10_000;
/// The time after which a run reads no further rows. The function has 60 seconds, and the last rows take three calls of
/// at most 8.
const RUN_FOR: SignedDuration = SignedDuration::from_secs(35);

/// Processes the index `due`.
#[derive(Clone)]
pub struct Reconcile {
    /// The table, which decides. The index lags behind it.
    pub store: Store,
    /// Wakes the sender of messages.
    pub queue: Queue,
    /// Wakes the sender of webhooks.
    pub webhooks: WebhookQueue,
    /// The queue of shops' systems' calls.
    pub orders: OrderQueue,
    /// The queue of exports, erasures and shops that ended.
    pub privacy: MessageQueue<PrivacyTask>,
    /// The queue of looks at shops whose files may be outdated or whose data may be too old.
    pub nightly: MessageQueue<PrivacyTask>,
    /// Asks SES about shops' own senders.
    pub senders: Senders,
    /// Waits between two such calls.
    pub sleep: Option<SharedAsyncSleep>,
    /// The operator's postal address, for the emails of shops without one.
    pub postal_address: Option<String>,
    /// Chooses the first shard.
    pub random: Random,
    /// A clock and not an instant, because a run must end in time.
    pub clock: Clock,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Links whose expiry was recorded.
    pub expired: usize,
    /// Steps whose sender was woken again.
    pub woken: usize,
    /// Webhook deliveries whose next attempt was queued.
    pub webhooks: usize,
    /// Notifications whose sender was woken.
    pub notifications: usize,
    /// Calls of shops' systems, and steps of readings of shops and of their stars, that were queued, and looks at shops that began.
    pub calls: usize,
    /// Reviews of live shops that have waited for a decision for more than ten days, among the newest 10,000 of all
    /// shops.
    pub waiting_too_long: usize,
    /// Shops whose emails are suspended, as far as the run could count.
    pub held_shops: usize,
    /// Shops' own senders that were checked.
    pub senders: usize,
    /// Rows that failed. A later run tries them again.
    pub failed: usize,
    /// How late the oldest owed message is, in seconds: since it was due or, if its provider rejects every message,
    /// since that began.
    pub oldest_late_s: i64,
    /// Messages that the run found late. `oldest_late_s` is about these.
    pub late: usize,
    /// Messages that are due but not sent, whatever they wait for, as counted in the index. If the run's time was over,
    /// only the messages that it found.
    pub owed: usize,
    /// How late the oldest attempt of a webhook is, in seconds.
    pub webhook_lag_s: i64,
    /// For how long the reports about accepted emails are missing, in seconds; 0 if reports come, or if none can come.
    pub reports_missing_s: i64,
}

impl Report {
    fn message_late_since(&mut self, at: Timestamp, now: Timestamp) {
        self.late += 1;
        self.late_since(at, now);
    }

    fn late_since(&mut self, at: Timestamp, now: Timestamp) {
        self.oldest_late_s = self.oldest_late_s.max(now.duration_since(at).as_secs());
    }

    fn fail(&mut self, rows: usize, error: &store::table::Error) {
        tracing::error!(rows, %error, "cannot reconcile some rows");
        self.failed += rows;
    }
}

impl Reconcile {
    /// How late a row of this kind must be for reconcile to handle it.
    pub const fn late(kind: DueKind) -> SignedDuration {
        match kind {
            DueKind::Expiry | DueKind::Message => LATE,
            DueKind::Delivery
            | DueKind::Notification
            | DueKind::Call
            | DueKind::Reading
            | DueKind::Stars
            | DueKind::Orders
            | DueKind::Review
            | DueKind::Written
            | DueKind::Suspension
            | DueKind::Waiting(_)
            | DueKind::Paused
            | DueKind::Shop
            | DueKind::Aging
            | DueKind::Feeds
            | DueKind::Sender => SignedDuration::ZERO,
        }
    }

    /// Processes the index until nothing is due or the run's time is over; the next run continues. The kinds of rows
    /// take turns, so that no kind waits for another's backlog. `publish` gets the report without the senders, because a
    /// run whose calls to SES are slow may be ended.
    ///
    /// Two runs at the same time do no harm: only one of them postpones a row, and that one wakes the sender.
    /// Errors: Storage failures of the index. A row that fails does not stop the others.
    pub async fn run(&self, publish: impl Fn(&Report, Timestamp)) -> Result<Report, Error> {
        let run = async { self.look_at_all().await.inspect(|report| publish(report, self.clock.now())) };
        let (run, senders) = join(run, self.look_at_senders()).await;
        let mut report = run?;
        match senders {
            Ok((looked, failed)) => (report.senders, report.failed) = (looked, report.failed + failed),
            Err(error) => {
                tracing::error!(%error, "cannot check shops' senders");
                report.failed += 1;
            }
        }
        Ok(report)
    }

    async fn look_at_all(&self) -> Result<Report, Error> {
        let started = self.clock.now();
        let pauses = self.store.pauses().await?;
        let missing_since = pauses.reports_missing_since.unwrap_or(started);
        let mut report =
            Report { reports_missing_s: started.duration_since(missing_since).as_secs().max(0), ..Report::default() };
        if pauses.postal_address != self.postal_address {
            self.store.keep_postal_address(self.postal_address.as_deref()).await?;
        }
        pauses
            .iter()
            .filter(|(_, pause)| !pause.is_over(started))
            .for_each(|(_, pause)| report.late_since(pause.since, started));
        let mut walks = self.walks(&pauses, started);
        let mut is_told = false;
        'run: loop {
            let (mut is_done, mut of_shops) = (true, Vec::new());
            for walk in &mut walks {
                let rows = walk.next(&self.store).await?;
                report.failed += std::mem::take(&mut walk.unreadable);
                let now = self.clock.now();
                if now.duration_since(started) > RUN_FOR {
                    break 'run;
                }
                is_done &= rows.is_empty();
                of_shops.extend(self.handle(rows, walk, &pauses, &mut report, now).await);
            }
            walks.append(&mut of_shops);
            if !is_told {
                // After the first turn of each kind.
                is_told = true;
                self.tell_of_reviews(&mut report, self.clock.now()).await;
            }
            if is_done {
                break;
            }
        }
        report.owed = self.owed(&pauses, started).await.max(report.late);
        Ok(report)
    }

    fn walks(&self, pauses: &Pauses, started: Timestamp) -> Vec<Walk> {
        let until = |kind| match kind {
            // Suspensions that are not due are read, too, because they are counted.
            DueKind::Suspension => Timestamp::MAX,
            // After the operator's pause, all messages are sent. Before that, only those whose own wait is over are
            // handled.
            DueKind::Paused if !is_paused(pauses, started) => Timestamp::MAX,
            kind => started.saturating_sub(Self::late(kind)).unwrap_or(started),
        };
        // Senders are checked beside this, because SES makes them wait.
        let kinds = DueKind::ALL.into_iter().filter(|kind| *kind != DueKind::Sender);
        kinds.map(|kind| Walk::new(kind, until(kind), &self.random)).collect()
    }

    /// Processes due rows of a walk. Returns the walks through shops' own partitions whose messages may now be sent.
    async fn handle(
        &self,
        rows: Vec<Due>,
        walk: &mut Walk,
        pauses: &Pauses,
        report: &mut Report,
        now: Timestamp,
    ) -> Vec<Walk> {
        match walk.kind {
            DueKind::Expiry => self.expire_all(rows, report, now).await,
            DueKind::Review => {
                if walk.handed_out >= REVIEWS_READ {
                    walk.stop();
                }
                report.waiting_too_long += rows.iter().filter(|due| due.tenant.mode == Mode::Live).count();
                self.tell_of_long_waits(rows, report, now).await;
            }
            DueKind::Written => self.leave(rows, report).await,
            DueKind::Orders => self.look_at_orders(rows, report, now).await,
            DueKind::Stars => {
                let changed = self.with_new_numbers(rows, report).await;
                self.wake(changed, Spread::None, report, now).await;
            }
            DueKind::Suspension => {
                let of_shop = |due: &Due| Walk::of_shop(&due.tenant, WaitsFor::Release, now, &self.random);
                // The links of some waiting messages may have expired.
                let of_shops = rows.iter().map(of_shop).collect();
                self.end_holds(rows, report, now).await;
                return of_shops;
            }
            DueKind::Waiting(channel) => {
                let pause = pauses.of(channel).filter(|pause| !pause.is_over(now));
                self.wake_waiting(rows, pause, walk, report, now).await;
            }
            DueKind::Shop => return self.look_at_shops(rows, pauses.all, report, now).await,
            DueKind::Aging => {
                self.queue_looks(
                    rows,
                    |shop| PrivacyTask::Aging { aging: shop.clone(), after: None },
                    AGED_EVERY,
                    report,
                    now,
                )
                .await;
            }
            DueKind::Feeds => {
                self.queue_looks(rows, |shop| PrivacyTask::Feed { feed_of: shop.clone() }, FEEDS_EVERY, report, now)
                    .await
            }
            DueKind::Paused => self.wake_in_order(rows, walk, report, now).await,
            DueKind::Sender => {}
            DueKind::Delivery | DueKind::Notification | DueKind::Call | DueKind::Reading | DueKind::Message => {
                self.wake(rows, Spread::None, report, now).await;
            }
        }
        Vec::new()
    }

    /// Takes rows out of the index: of reviews of which everybody was told, and of those whose decision can no longer be undone.
    async fn leave(&self, rows: Vec<Due>, report: &mut Report) {
        let leaves = rows.iter().map(async |due| {
            self.store.delete_replaced(due).await?;
            self.store.settle_due(due).await
        });
        let leaves: Vec<_> = leaves.collect();
        let mut leaves = stream::iter(leaves).buffer_unordered(PARALLEL);
        while let Some(left) = leaves.next().await {
            if let Err(error) = left {
                report.fail(1, &error);
            }
        }
    }

    /// Queues a look at each of these shops, and plans the next one.
    async fn queue_looks(
        &self,
        rows: Vec<Due>,
        task: fn(&Tenant) -> PrivacyTask,
        every: SignedDuration,
        report: &mut Report,
        now: Timestamp,
    ) {
        let again_at = now.saturating_add(every).unwrap_or(now);
        let tasks: Vec<_> = rows.iter().map(|due| (task(&due.tenant), SignedDuration::ZERO)).collect();
        // The messages come first: if the run dies after them, the next run repeats them.
        let queued = self.nightly.send_all(&tasks).await;
        let looks = rows.into_iter().zip(queued).filter_map(|(due, is_queued)| is_queued.then_some((due, again_at)));
        let looks: Vec<_> = looks.collect();
        report.failed += tasks.len() - looks.len();
        let count = looks.len();
        match self.store.put_off(looks, now).await {
            Ok(put_off) => {
                put_off.iter().filter_map(|(_, item)| item.as_ref().err()).for_each(|error| report.fail(1, error))
            }
            Err(error) => report.fail(count, &error),
        }
    }

    /// Those of these shops whose public numbers Shopify does not have yet.
    async fn with_new_numbers(&self, rows: Vec<Due>, report: &mut Report) -> Vec<Due> {
        let looks = rows.into_iter().map(async |due| (self.store.review_counts(&due.tenant).await, due));
        let looked: Vec<_> = stream::iter(looks.collect::<Vec<_>>()).buffer_unordered(PARALLEL).collect().await;
        let new = looked.into_iter().filter_map(|(counts, due)| match counts {
            Ok(counts) => (!counts.are_in_shopify()).then_some(due),
            Err(error) => {
                report.fail(1, &error);
                None
            }
        });
        new.collect()
    }

    async fn look_at_orders(&self, rows: Vec<Due>, report: &mut Report, now: Timestamp) {
        let looks: Vec<_> = rows.into_iter().map(|due| look_for_silence(&self.store, due, now)).collect();
        let mut looks = stream::iter(looks).buffer_unordered(PARALLEL);
        while let Some(looked) = looks.next().await {
            if let Err(error) = looked {
                report.fail(1, &error);
            }
        }
    }

    /// Counts the suspended shops, and ends suspensions that may end by themselves.
    async fn end_holds(&self, rows: Vec<Due>, report: &mut Report, now: Timestamp) {
        report.held_shops += rows.len();
        let over: Vec<_> =
            rows.into_iter().filter(|due| due.due_at <= now).map(|due| self.end_hold(due, now)).collect();
        let mut ends = stream::iter(over).buffer_unordered(PARALLEL);
        while let Some(ended) = ends.next().await {
            match ended {
                Ok(is_over) => report.held_shops -= usize::from(is_over),
                Err(error) => {
                    tracing::error!(%error, "cannot end a suspension");
                    report.failed += 1;
                }
            }
        }
    }

    /// Returns whether the suspension has ended. If more emails bounced or were marked as spam since it
    /// began, the suspension goes on, and is checked again once these emails are old enough.
    async fn end_hold(&self, due: Due, now: Timestamp) -> Result<bool, Error> {
        match release(&self.store, &due.tenant, Releaser::Time, None, now).await? {
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

    /// Returns whether the link expired. The index lags behind the table, and another run may have recorded the expiry.
    async fn expire(&self, due: Due, now: Timestamp) -> Result<bool, Error> {
        let Some(id) = due.request() else { return Ok(false) };
        let expired: Result<bool, Error> = retry!(self.store, {
            let Some((before, shop)) = self.store.request_with_shop(&due.tenant, id).await? else { return Ok(false) };
            let mut request = before.clone();
            let Some(counters) = request.expire(now) else { return Ok(false) };
            let observed = Some(Observed { before: &before, webhooks: &shop.webhooks, now });
            let change = RequestUpdate { counters: &counters, observed, ..RequestUpdate::default() };
            save(&self.store, &due.tenant, &mut request, change).await?;
            Ok(true)
        });
        expired.inspect_err(|error| tracing::error!(request = id.get(), %error, "cannot expire a request"))
    }
}

// The number of owed messages. The backlog may have any length, and no run handles most of it.
impl Reconcile {
    /// Counts the messages whose sender was woken but which are not sent, and those that wait for the end of a
    /// channel's pause. A read that fails counts as zero, because the number is not worth an error.
    pub(super) async fn owed(&self, pauses: &Pauses, started: Timestamp) -> usize {
        let woken_again = started.saturating_add(NUDGED_FOR_MAX).unwrap_or(started);
        let waiting = pauses.iter().map(|(channel, _)| (DueKind::Waiting(channel), started));
        let mut owed = 0;
        for (kind, until) in [(DueKind::Message, woken_again)].into_iter().chain(waiting) {
            for shard in 0..kind.shard_count() {
                if self.clock.now().duration_since(started) > RUN_FOR {
                    return owed;
                }
                let woken = kind == DueKind::Message;
                let counted = self.store.count_due(kind, shard, Timestamp::UNIX_EPOCH..until, woken).await;
                owed += counted.inspect_err(|error| tracing::warn!(%error, "cannot count what is owed")).unwrap_or(0);
            }
        }
        owed
    }
}

/// SES accepts one call a second of each kind from the whole account
/// (<https://docs.aws.amazon.com/ses/latest/dg/quotas.html>, "Quotas related to the Amazon SES API").
const EVERY: Duration = Duration::from_millis(1_100);
/// How long a run checks domains, so that it ends in time even if SES hangs: 18 domains, or 5,000 a day. Those that
/// wait for their records come first, and of each kind the longest overdue.
const CHECK_FOR: SignedDuration = SignedDuration::from_secs(20);

impl Reconcile {
    /// Returns how many domains were checked, and how many checks failed. A later run repeats these.
    pub(super) async fn look_at_senders(&self) -> Result<(usize, usize), Error> {
        let (mut looked, mut failed) = (0, 0);
        let started = self.clock.now();
        for due in Walk::new(DueKind::Sender, started, &self.random).next(&self.store).await? {
            if self.clock.now().duration_since(started) > CHECK_FOR {
                break;
            }
            if let Some(sleep) = self.sleep.as_ref().filter(|_| looked > 0) {
                sleep.sleep(EVERY).await;
            }
            looked += 1;
            let Some(domain) = due.sender_domain() else { continue };
            if let Err(error) = self.senders.look(&due.tenant, domain, self.clock.now()).await {
                tracing::warn!(shop = %due.tenant, %error, "cannot check a shop's sender");
                failed += 1;
            }
        }
        Ok((looked, failed))
    }
}
