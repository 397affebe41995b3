//! Notifies shops' members about reviews that began to wait.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use app::error::Error;
use domain::message::{NotificationName, seen_until};
use domain::review::DECIDED_WITHIN;
use domain::values::Tenant;
use futures_util::future::try_join_all;
use futures_util::{StreamExt as _, stream};
use jiff::{SignedDuration, Timestamp};
use members::tell_members;
use store::message::due::Due;
use store::table::DueKind;

use super::{PARALLEL, Reconcile, Report};

/// The time before now in which reviews that began to wait are searched. If runs fail for longer, the notification
/// about the next review includes the missed reviews.
const BEGAN_WITHIN: SignedDuration = SignedDuration::from_hours(1);
/// How long a run searches. The rest of the run's time is for due rows.
const LOOK_FOR: SignedDuration = SignedDuration::from_secs(5);
const PAGE: i32 = 1_000;

impl Reconcile {
    /// Requests notifications to members about reviews that began to wait lately, up to the time until which reads
    /// certainly show them. No row says when a review began to wait, but until its decision the index contains the time
    /// at which it will have waited too long.
    pub(super) async fn tell_members(&self, report: &mut Report, now: Timestamp) {
        let began = match self.began(now).await {
            Ok(began) => began,
            Err(error) => return report.fail(1, &error),
        };
        let told = began.iter().map(|(tenant, began)| self.tell(tenant, began.clone(), now));
        let told: Vec<_> = told.collect();
        let mut told = stream::iter(told).buffer_unordered(PARALLEL);
        while let Some(done) = told.next().await {
            if let Err(error) = done {
                tracing::error!(%error, "cannot tell a shop's members what waits");
                report.failed += 1;
            }
        }
    }

    async fn tell(&self, tenant: &Tenant, began: RangeInclusive<Timestamp>, now: Timestamp) -> Result<(), Error> {
        self.wake_notifications(tenant, tell_members(&self.store, tenant, began, now).await?).await;
        Ok(())
    }

    /// Wakes the sender for due notifications, so that they do not wait for the next run.
    pub(super) async fn wake_notifications(&self, tenant: &Tenant, due: Vec<NotificationName>) {
        for name in due {
            self.queue.wake_notification(tenant, name, SignedDuration::ZERO).await;
        }
    }

    /// The shops in which reviews began to wait, and when the first and the last of these reviews began.
    async fn began(&self, now: Timestamp) -> Result<HashMap<Tenant, RangeInclusive<Timestamp>>, store::table::Error> {
        let later = |at: Timestamp| at.saturating_add(DECIDED_WITHIN).unwrap_or(at);
        let span = later(now.saturating_sub(BEGAN_WITHIN).unwrap_or(now))..=later(seen_until(now));
        let shards = (0..DueKind::Review.shard_count()).map(|shard| self.began_in(shard, span.clone(), now));
        let mut began = HashMap::new();
        for due in try_join_all(shards).await?.into_iter().flatten() {
            let at = due.due_at.saturating_sub(DECIDED_WITHIN).unwrap_or(due.due_at);
            let span = began.entry(due.tenant).or_insert(at..=at);
            *span = at.min(*span.start())..=at.max(*span.end());
        }
        Ok(began)
    }

    async fn began_in(
        &self,
        shard: u64,
        span: RangeInclusive<Timestamp>,
        now: Timestamp,
    ) -> Result<Vec<Due>, store::table::Error> {
        let (mut rows, mut after) = (Vec::new(), None);
        while self.clock.now().duration_since(now) < LOOK_FOR {
            let page = self.store.due(DueKind::Review, shard, span.clone(), PAGE, after).await?;
            rows.extend(page.rows);
            after = page.after;
            if after.is_none() {
                break;
            }
        }
        Ok(rows)
    }
}
