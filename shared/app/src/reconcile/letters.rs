//! Letters that are due, and reviews that wait too long.

use domain::{Letter, LetterName, Mode, Tenant};
use jiff::{SignedDuration, Timestamp};
use store::{DueLetter, OverdueReview};

use super::{NUDGED_FOR, PAGE, Reconcile, Report, log, not_queued};
use crate::{Error, LetterWake, QueuedWake};

/// How much of a run may go to letters, and to reviews that wait too long.
const LETTERS_FOR: SignedDuration = SignedDuration::from_secs(10);
const WAITING_FOR: SignedDuration = SignedDuration::from_secs(5);

impl Reconcile {
    /// Wakes the sender for the letters that are due.
    pub(super) async fn wake_letters(&self, report: &mut Report) -> Result<(), Error> {
        let (started, mut walk) = (self.clock.now(), self.walk());
        let query = |shard, after: Option<DueLetter>| async move {
            self.store.due_letters(shard, started, PAGE, after.as_ref()).await
        };
        loop {
            let rows = walk.next(query).await?;
            let now = self.clock.now();
            if rows.is_empty() || now.duration_since(started) > LETTERS_FOR {
                return Ok(());
            }
            self.queue_letters(rows, report, now).await;
        }
    }

    /// Puts letters off and wakes their sender.
    async fn queue_letters(&self, rows: Vec<DueLetter>, report: &mut Report, now: Timestamp) {
        let count = rows.len();
        let until = now.saturating_add(NUDGED_FOR).unwrap_or(now);
        let put_off = match self.store.put_off_letters(rows, until).await {
            Ok(put_off) => put_off,
            Err(error) => return report.fail(count, &error),
        };
        let (mut rows, mut wakes) = (Vec::new(), Vec::new());
        for (due, letter) in put_off {
            let Some(letter) = report.read(letter) else { continue };
            report.late_since(letter.step.owed_at().unwrap_or(now), now);
            wakes.push((QueuedWake::Letter(LetterWake::new(&due.tenant, due.name)), SignedDuration::ZERO));
            rows.push(due);
        }
        let queued = self.queue.send_all(&wakes).await;
        report.letters += queued.iter().filter(|is_queued| **is_queued).count();
        let refused = not_queued(rows, queued);
        report.failed += refused.len();
        log(self.store.put_off_letters(refused, now).await);
    }

    /// Counts the reviews that wait too long, and orders a letter to their shops' owners: one a month at most.
    pub(super) async fn look_at_waiting(&self, report: &mut Report) -> Result<(), Error> {
        let (started, mut walk) = (self.clock.now(), self.walk());
        let query = |shard, after: Option<OverdueReview>| async move {
            self.store.overdue_reviews(shard, started, PAGE, after.as_ref()).await
        };
        let mut shops: Vec<Tenant> = Vec::new();
        while self.clock.now().duration_since(started) <= WAITING_FOR {
            let rows = walk.next(query).await?;
            if rows.is_empty() {
                break;
            }
            for review in rows.into_iter().filter(|review| review.tenant.mode == Mode::Live) {
                report.waiting_too_long += 1;
                if !shops.contains(&review.tenant) {
                    shops.push(review.tenant);
                }
            }
        }
        for shop in shops {
            let letter = Letter::new(LetterName::Waiting, None, None, started);
            self.store.order_letter_once(&shop, &letter).await?;
        }
        Ok(())
    }
}
