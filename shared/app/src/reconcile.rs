//! Finds the steps whose wake-up was lost, and records expired links.

use domain::Request;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use store::{DUE_SHARDS, Due, Store};

use crate::requests::{RequestUpdate, save};
use crate::retry::retry;
use crate::{Error, Queue, Wake};

/// How late a step must be before it counts as lost: hints come a minute late by themselves.
const LATE: SignedDuration = SignedDuration::from_secs(120);
/// How long after one of our wake-ups the next may follow: an outage must not multiply the queue.
const NUDGED_FOR: SignedDuration = SignedDuration::from_mins(15);
/// Rows of the index read at once.
const PAGE: i32 = 100;
/// Rows handled in one run; the next run goes on.
const RUN_MAX: usize = 5_000;

/// Looks through the index of all owed steps.
#[derive(Clone)]
pub struct Reconcile {
    /// The table, which decides; the index lags behind it.
    pub store: Store,
    /// Wakes the sender.
    pub queue: Queue,
}

/// What one run did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Links recorded as expired.
    pub expired: usize,
    /// Steps whose sender was woken again.
    pub woken: usize,
    /// Rows that failed; the next run tries them again.
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

impl Reconcile {
    /// Looks through every shard of the index once.
    ///
    /// # Errors
    /// Storage failures of the index. A row that fails does not stop the others.
    pub async fn run(&self, now: Timestamp) -> Result<Report, Error> {
        let until = now.saturating_sub(LATE).unwrap_or(now);
        let (mut report, mut seen) = (Report::default(), 0);
        let pauses = self.store.pauses().await?;
        pauses
            .iter()
            .filter(|(_, pause)| !pause.is_over(now))
            .for_each(|(_, pause)| report.late_since(pause.since, now));
        for shard in 0..DUE_SHARDS {
            let mut last: Option<Due> = None;
            loop {
                let page = self.store.due(shard, until, PAGE, last.as_ref()).await?;
                seen += page.len();
                for due in &page {
                    if let Err(error) = self.settle(due, now, &mut report).await {
                        tracing::error!(request = due.id.get(), %error, "cannot reconcile a request");
                        report.failed += 1;
                    }
                }
                let full = i32::try_from(page.len()).is_ok_and(|rows| rows == PAGE);
                last = page.into_iter().last();
                if !full || seen >= RUN_MAX {
                    break;
                }
            }
        }
        Ok(report)
    }

    async fn settle(&self, due: &Due, now: Timestamp, report: &mut Report) -> Result<(), Error> {
        if due.nudged_at.is_some_and(|at| now.duration_since(at) < NUDGED_FOR) {
            // Only messages are nudged.
            report.late_since(due.due_at, now);
            return Ok(());
        }
        retry!(self.store, {
            // The index lags behind the table: the row itself decides.
            let Some(mut request) = self.store.request(&due.tenant, due.id).await? else { return Ok(()) };
            let Some(counters) = request.expire(now) else {
                return Ok(self.nudge(due, &request, now, report).await?);
            };
            let change = RequestUpdate { counters: &counters, ..RequestUpdate::default() };
            save(&self.store, &due.tenant, &mut request, change).await?;
            report.expired += 1;
            Ok(())
        })
    }

    async fn nudge(&self, due: &Due, request: &Request, now: Timestamp, report: &mut Report) -> Result<(), Error> {
        let late = request.step().and_then(domain::Step::owed_at).is_some_and(|at| at < now);
        if late {
            report.late_since(due.due_at, now);
        }
        // Stamped first: of two runs only one wakes the sender, and a failed wake-up waits for the next interval.
        if late && self.store.nudge(due, now).await? {
            let woken = self.queue.wake(&Wake::new(&due.tenant, request), SignedDuration::ZERO).await;
            report.woken += usize::from(woken);
            report.failed += usize::from(!woken);
        }
        Ok(())
    }
}
