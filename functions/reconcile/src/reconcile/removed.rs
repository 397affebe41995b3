//! Tells the CDN what left the public pages.

use app::error::Error;
use futures_util::{StreamExt as _, stream};
use jiff::Timestamp;
use store::message::due::Due;

use super::walk::Walk;
use super::{PARALLEL, Reconcile, Report};

/// How many shops' pages a run makes the CDN forget: as many paths with a wildcard as may be in progress
/// (<https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/InvalidationLimits.html>).
const SHOPS: usize = 15;
/// How many rows a run reads.
const ROWS: usize = 2_000;

impl Reconcile {
    /// Makes the CDN forget all pages of each shop that removed something, so that no list, order or spelling of an address is left out,
    /// and a hundred removals cost one path. The next run repeats what failed.
    pub(super) async fn tell_cdn(&self, mut rows: Vec<Due>, walk: &mut Walk, report: &mut Report, now: Timestamp) {
        while !rows.is_empty() && rows.len() < ROWS {
            match walk.next(&self.store).await {
                Ok(more) if more.is_empty() => break,
                Ok(more) => rows.extend(more),
                Err(error) => {
                    tracing::error!(%error, "cannot read what was removed");
                    break;
                }
            }
        }
        walk.stop();
        let mut shops: Vec<(String, Vec<Due>)> = Vec::new();
        for due in rows {
            match shops.iter_mut().find(|(shop, _)| *shop == due.tenant.id.as_str()) {
                Some((_, removed)) => removed.push(due),
                None => shops.push((due.tenant.id.as_str().to_owned(), vec![due])),
            }
        }
        for (shop, removed) in shops.into_iter().take(SHOPS) {
            match self.forget_pages(&shop, &removed, now).await {
                Ok(true) => report.removals += removed.len(),
                Ok(false) => break,
                Err(error) => {
                    tracing::error!(shop, %error, "cannot tell the CDN what was removed");
                    report.failed += removed.len();
                    break;
                }
            }
        }
    }

    /// The reference is the newest removal, so a run that dies after the call costs no second path.
    async fn forget_pages(&self, shop: &str, removed: &[Due], now: Timestamp) -> Result<bool, Error> {
        let (Some(cdn), Some(newest)) = (&self.cdn, removed.iter().map(|due| due.due_at).max()) else {
            return Ok(false);
        };
        let reference = format!("{shop}-{}", newest.as_millisecond());
        if !cdn.forget(&format!("/p/{shop}/"), &reference, now).await? {
            return Ok(false);
        }
        let forgotten: Vec<_> = removed.iter().map(|due| self.store.forget_removed(due)).collect();
        let mut forgotten = stream::iter(forgotten).buffer_unordered(PARALLEL);
        while let Some(done) = forgotten.next().await {
            done?;
        }
        Ok(true)
    }
}
