//! The end of pauses of sending and of suspensions: then the waiting messages are sent in order. Before that, only
//! messages whose link expires are handled.

use app::error::Error;
use app::privacy::PrivacyTask;
use domain::message::OperatorPause;
use domain::shop::erased_from;
use futures_util::{StreamExt as _, stream};
use jiff::{SignedDuration, Timestamp};
use members::tell_of_end;
use store::message::due::Due;
use store::message::sending_pause::WaitsFor;

use super::walk::{Spread, TOGETHER, Walk};
use super::{PARALLEL, Reconcile, Report, WOKEN_OVER};

/// How often a paused shop is checked, because some of its links may have expired.
const LOOK_EVERY: SignedDuration = SignedDuration::from_hours(1);
/// How often a shop whose own pause is over is checked until nothing waits: in each run, because a pause of all shops
/// may end at any time.
const LOOK_AGAIN: SignedDuration = SignedDuration::from_mins(4);
/// The time between two messages if few wait. SQS delays by whole seconds, so this keeps the exact order.
const A_SECOND: SignedDuration = SignedDuration::from_secs(1);
/// The time between two messages if many wait. Few shops' messages leave so fast: a shop's rows are in one partition of
/// the table, which accepts 1,000 write units a second
/// (<https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html>), and a row of up to
/// 2 KB takes four in a transaction. So about 250 rows a second fit, in 35 of each 300 seconds: 29 a second. The next
/// run wakes the refused rows, after later ones.
const A_HUNDREDTH: SignedDuration = SignedDuration::from_millis(10);

impl Reconcile {
    /// Checks shops whose messages wait, or may wait, for the end of a pause. Returns the walks through the messages to
    /// wake.
    pub(super) async fn look_at_shops(
        &self,
        rows: Vec<Due>,
        all: Option<OperatorPause>,
        report: &mut Report,
        now: Timestamp,
    ) -> Vec<Walk> {
        let looks: Vec<_> = rows.iter().map(async |due| (due, self.look_at_shop(due, all, now).await)).collect();
        let (mut looks, mut walks) = (stream::iter(looks).buffered(PARALLEL), Vec::new());
        while let Some((due, looked)) = looks.next().await {
            match looked {
                Ok(of_shop) => walks.extend(of_shop),
                Err(error) => {
                    tracing::error!(shop = %due.tenant, %error, "cannot look at what a pause keeps back");
                    report.failed += 1;
                }
            }
        }
        walks
    }

    async fn look_at_shop(&self, due: &Due, all: Option<OperatorPause>, now: Timestamp) -> Result<Vec<Walk>, Error> {
        let shop = self.store.tenant(&due.tenant).await?;
        let Some(shop) = shop.filter(|shop| shop.ended_at.is_none_or(|at| now < erased_from(at))) else {
            // The shop ended thirty days ago, or its root keys are destroyed.
            self.privacy.send(&PrivacyTask::of_shop(&due.tenant), SignedDuration::ZERO).await?;
            // The row is due again later, in case the task is lost.
            let again_at = now.saturating_add(LOOK_EVERY).unwrap_or(now);
            self.store.look_again(due, again_at, true, now).await?;
            return Ok(Vec::new());
        };
        if shop.ended_at.is_some() || shop.restored_at.is_some() {
            self.wake_notifications(&due.tenant, tell_of_end(&self.store, &due.tenant, now).await?).await;
        }
        let (own, is_paused) = (shop.pause(None, now), shop.pause(all, now).is_some());
        let is_held = self.store.suspension(&due.tenant).await?.is_some();
        let mut walks = Vec::new();
        for (waits_for, stays) in [(WaitsFor::Resume, is_paused), (WaitsFor::Release, is_paused || is_held)] {
            let until = if stays { now } else { Timestamp::MAX };
            if !self.store.waiting(&due.tenant, waits_for, until, 1, None).await?.rows.is_empty() {
                walks.push(Walk::of_shop(&due.tenant, waits_for, until, &self.random));
            }
        }
        if !is_paused && walks.is_empty() && self.store.forget_pause(due, &shop, now).await? {
            return Ok(walks);
        }
        let again_in = if own.is_some() { LOOK_EVERY } else { LOOK_AGAIN };
        let again_at = now.saturating_add(again_in).unwrap_or(now);
        let again_at = own.and_then(|own| own.until).map_or(again_at, |until| again_at.min(until));
        self.store.look_again(due, again_at, is_paused, now).await?;
        Ok(walks)
    }

    /// Wakes the senders of messages that waited for the end of a pause, in the order in which they were due: one per
    /// second if there are few, else a hundred. The next run continues.
    pub(super) async fn wake_in_order(&self, rows: Vec<Due>, walk: &mut Walk, report: &mut Report, now: Timestamp) {
        let (count, step) = (rows.len(), if rows.len() < TOGETHER { A_SECOND } else { A_HUNDREDTH });
        self.wake(rows, Spread::InOrder(walk.wait, step), report, now).await;
        let count = i32::try_from(count).unwrap_or(i32::MAX);
        walk.wait = walk.wait.saturating_add(step.saturating_mul(count));
        if walk.wait > WOKEN_OVER {
            walk.stop();
        }
    }
}
