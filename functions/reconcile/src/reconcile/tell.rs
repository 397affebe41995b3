//! Tells shops' members of reviews that were written or began to wait, or that have waited too long.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use domain::message::{NotificationName, seen_until};
use domain::review::{DECIDED_WITHIN, NEW_FOR};
use domain::values::Tenant;
use futures_util::future::try_join_all;
use futures_util::{StreamExt as _, stream};
use jiff::{SignedDuration, Timestamp};
use members::tell_of_reviews;
use store::message::due::Due;
use store::table::DueKind;

use super::{PARALLEL, Reconcile, Report};

/// The time before now in which what happened is searched. If runs fail for longer, the email about the next review
/// includes the missed reviews.
const HAPPENED_WITHIN: SignedDuration = SignedDuration::from_hours(1);
/// How long a run searches. The rest of the run's time is for due rows.
const LOOK_FOR: SignedDuration = SignedDuration::from_secs(5);
const PAGE: i32 = 1_000;

/// When the first and the last thing happened in a shop of which its members are told.
type Happened = HashMap<Tenant, RangeInclusive<Timestamp>>;

impl Reconcile {
    /// Orders the emails about reviews that were written or began to wait lately, up to the time until which reads
    /// certainly show them. No row says when that was, but the index contains the time at which a review will have waited
    /// too long, or is no longer new.
    pub(super) async fn tell_of_reviews(&self, report: &mut Report, now: Timestamp) {
        match self.happened(now).await {
            Ok(happened) => self.tell_all(&happened, report, now).await,
            Err(error) => report.fail(1, &error),
        }
    }

    /// Orders the emails about reviews that have just waited too long.
    pub(super) async fn tell_of_long_waits(&self, rows: Vec<Due>, report: &mut Report, now: Timestamp) {
        let lately = lately(now);
        let mut happened = HashMap::new();
        for due in rows.into_iter().filter(|due| lately.contains(&due.due_at)) {
            add(&mut happened, due.tenant, due.due_at);
        }
        self.tell_all(&happened, report, now).await;
    }

    async fn tell_all(&self, happened: &Happened, report: &mut Report, now: Timestamp) {
        let told = happened.iter().map(async |(tenant, happened)| {
            let due = tell_of_reviews(&self.store, tenant, happened.clone(), now).await?;
            self.wake_notifications(tenant, due).await;
            Ok::<_, app::error::Error>(())
        });
        let told: Vec<_> = told.collect();
        let mut told = stream::iter(told).buffer_unordered(PARALLEL);
        while let Some(done) = told.next().await {
            if let Err(error) = done {
                tracing::error!(%error, "cannot tell a shop's members of reviews");
                report.failed += 1;
            }
        }
    }

    /// Wakes the sender for due notifications, so that they do not wait for the next run.
    pub(super) async fn wake_notifications(&self, tenant: &Tenant, due: Vec<NotificationName>) {
        for name in due {
            self.queue.wake_notification(tenant, name, SignedDuration::ZERO).await;
        }
    }

    async fn happened(&self, now: Timestamp) -> Result<Happened, store::table::Error> {
        let kinds = [(DueKind::Review, DECIDED_WITHIN), (DueKind::Written, NEW_FOR)];
        let shards =
            kinds.into_iter().flat_map(|(kind, stays)| (0..kind.shard_count()).map(move |shard| (kind, shard, stays)));
        let read = shards.map(async |(kind, shard, stays)| {
            let later = |at: Timestamp| at.saturating_add(stays).unwrap_or(at);
            let lately = lately(now);
            let rows = self.rows_in(kind, shard, later(*lately.start())..=later(*lately.end()), now).await?;
            Ok::<_, store::table::Error>((rows, stays))
        });
        let mut happened = HashMap::new();
        for (rows, stays) in try_join_all(read).await? {
            for due in rows {
                add(&mut happened, due.tenant, due.due_at.saturating_sub(stays).unwrap_or(due.due_at));
            }
        }
        Ok(happened)
    }

    async fn rows_in(
        &self,
        kind: DueKind,
        shard: u64,
        span: RangeInclusive<Timestamp>,
        now: Timestamp,
    ) -> Result<Vec<Due>, store::table::Error> {
        let (mut rows, mut after) = (Vec::new(), None);
        while self.clock.now().duration_since(now) < LOOK_FOR {
            let page = self.store.due(kind, shard, span.clone(), PAGE, after).await?;
            rows.extend(page.rows);
            after = page.after;
            if after.is_none() {
                break;
            }
        }
        Ok(rows)
    }
}

fn lately(now: Timestamp) -> RangeInclusive<Timestamp> {
    now.saturating_sub(HAPPENED_WITHIN).unwrap_or(now)..=seen_until(now)
}

/// Adds what happened in a shop.
fn add(happened: &mut Happened, tenant: Tenant, at: Timestamp) {
    let span = happened.entry(tenant).or_insert(at..=at);
    *span = at.min(*span.start())..=at.max(*span.end());
}
