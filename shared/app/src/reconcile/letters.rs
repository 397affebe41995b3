//! Letters that are due, and reviews that wait too long.

use domain::{Letter, LetterName, Mode, Tenant};
use futures_util::{StreamExt as _, stream};
use jiff::{SignedDuration, Timestamp};
use store::{DUE_SHARDS, DueLetter};

use super::{NUDGED_FOR, PAGE, PARALLEL, Reconcile, Report};
use crate::{Error, LetterWake};

/// How much of a run may go to letters, and to reviews that wait too long.
const LETTERS_FOR: SignedDuration = SignedDuration::from_secs(10);
const WAITING_FOR: SignedDuration = SignedDuration::from_secs(5);

impl Reconcile {
    /// Wakes the sender for the letters that are due.
    pub(super) async fn wake_letters(&self, report: &mut Report) -> Result<(), Error> {
        let started = self.clock.now();
        let first = self.random.below(DUE_SHARDS);
        for shard in (first..DUE_SHARDS).chain(0..first) {
            let mut last = None;
            loop {
                let now = self.clock.now();
                if now.duration_since(started) > LETTERS_FOR {
                    return Ok(());
                }
                let page = self.store.due_letters(shard, now, PAGE, last.as_ref()).await?;
                let rows: Vec<_> = page.iter().cloned().map(|due| self.wake_letter(due, now)).collect();
                let woken: Vec<_> = stream::iter(rows).buffer_unordered(PARALLEL).collect().await;
                for since in woken {
                    match since {
                        Ok(Some(since)) => {
                            report.letters += 1;
                            report.late_since(since, now);
                        }
                        Ok(None) => {}
                        Err(_) => report.failed += 1,
                    }
                }
                if i32::try_from(page.len()).is_ok_and(|rows| rows < PAGE) {
                    break;
                }
                last = page.into_iter().last();
            }
        }
        Ok(())
    }

    /// Puts a letter off and wakes its sender. Returns since when it is due; `None` if another run was first.
    async fn wake_letter(&self, due: DueLetter, now: Timestamp) -> Result<Option<Timestamp>, Error> {
        let until = now.saturating_add(NUDGED_FOR).unwrap_or(now);
        let Some(letter) = self.store.put_off_letter(&due, until).await? else { return Ok(None) };
        if self.queue.wake_letter(LetterWake::new(&due.tenant, due.name)).await {
            return Ok(Some(letter.step.owed_at().unwrap_or(now)));
        }
        self.store.put_off_letter(&DueLetter { due_at: until, ..due }, now).await?;
        Err(Error::Unavailable("a letter's wake-up could not be queued".to_owned()))
    }

    /// Counts the reviews that wait too long, and orders a letter to their shops' owners: one a month at most.
    pub(super) async fn look_at_waiting(&self, report: &mut Report) -> Result<(), Error> {
        let started = self.clock.now();
        let first = self.random.below(DUE_SHARDS);
        let mut shops: Vec<Tenant> = Vec::new();
        for shard in (first..DUE_SHARDS).chain(0..first) {
            let mut last = None;
            while self.clock.now().duration_since(started) <= WAITING_FOR {
                let page = self.store.overdue_reviews(shard, started, PAGE, last.as_ref()).await?;
                for review in page.iter().filter(|review| review.tenant.mode == Mode::Live) {
                    report.waiting_too_long += 1;
                    if !shops.contains(&review.tenant) {
                        shops.push(review.tenant.clone());
                    }
                }
                if i32::try_from(page.len()).is_ok_and(|rows| rows < PAGE) {
                    break;
                }
                last = page.into_iter().last();
            }
        }
        for shop in shops {
            let letter = Letter::new(LetterName::Waiting, None, None, started);
            self.store.order_letter_once(&shop, &letter).await?;
        }
        Ok(())
    }
}
