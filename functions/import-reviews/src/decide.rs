//! Decides about all reviews of an import that wait, or undoes this decision. A review that the shop decided about, answered or
//! changed otherwise stays as it is.

use std::sync::Arc;

use app::error::Error;
use app::import::ImportTask;
use app::retry::{TryError, retry};
use domain::review::{ImportDecision, Review};
use domain::values::Tenant;
use domain::webhook::Subscription;
use jiff::{SignedDuration, Timestamp};
use store::import::{DecidedImport, ImportJob};
use store::review::list_pages::ReviewList;
use store::table::{End, Part, Reading};
use vault::TenantKeys;

use crate::run::{ImportWork, RUN_FOR};

const READ_AT_ONCE: u32 = 100;

/// A decision about an import's reviews that is being done.
pub struct Decide<'a> {
    pub(crate) work: &'a ImportWork,
    pub(crate) task: &'a ImportTask,
    pub(crate) tenant: Tenant,
    pub(crate) keys: Arc<TenantKeys>,
    pub(crate) subscriptions: Vec<Subscription>,
    pub(crate) job: ImportJob,
    pub(crate) decided: DecidedImport,
    pub(crate) started: Timestamp,
}

impl Decide<'_> {
    /// Decides until the list's end or the end of the run's time. A review leaves the list when it is decided about, so that the
    /// next run continues where this run stopped.
    pub async fn run(mut self) -> Result<(), Error> {
        let Self { work: ImportWork { store, clock, .. }, .. } = &self;
        let list = match self.decided.decision {
            ImportDecision::Publish | ImportDecision::Withhold(_) => ReviewList::WaitingOf(self.job.id),
            ImportDecision::Undo => ReviewList::DecidedOf(self.job.id),
        };
        let mut after = None;
        loop {
            let reading = Reading { after, ..Reading::first(End::Oldest, READ_AT_ONCE) };
            let page = store.review_rows(&self.tenant, &list, reading).await?;
            for review in store.reviews_of_rows(&self.tenant, &page.rows, &self.keys).await? {
                if !self.decide(review).await? {
                    return Ok(());
                }
            }
            after = page.rows.last().map(|row| row.id);
            if !page.more {
                break;
            }
            if clock.now().duration_since(self.started) > RUN_FOR {
                return self.work.queue.send(self.task, SignedDuration::ZERO).await;
            }
        }
        self.job.decided = Some(DecidedImport { is_done: true, ..self.decided });
        if store.save_import(&self.tenant, &mut self.job).await? {
            tracing::info!(import = %self.job.id, "the waiting reviews of an import were decided about");
            self.work.bucket.delete(&self.task.file, clock.now()).await?;
        }
        Ok(())
    }

    /// Decides about a review, unless it no longer waits. `false` if another call or run changed the import.
    async fn decide(&self, review: Review) -> Result<bool, Error> {
        let Self { work: ImportWork { store, clock, .. }, tenant, keys, subscriptions, job, decided, .. } = self;
        let (id, place) = (review.id, review.place());
        let mut read = Some(review);
        retry!(store, {
            let before = match read.take() {
                Some(review) => Some(review),
                None => store.review(tenant, place, keys).await?.filter(|review| review.id == id),
            };
            let Some(before) = before else { return Ok(true) };
            let mut review = before.clone();
            let ledger = review.decide_with_import(decided.decision, decided.by.clone(), clock.now());
            if ledger.is_empty() {
                return Ok(true);
            }
            let mut transaction = store.transaction(tenant);
            transaction.require_import(job);
            transaction.save_review(Some(&before), &review, &ledger, keys, subscriptions);
            match transaction.commit().await {
                Err(error) if error.refused(Part::Import) => Ok(false),
                done => Ok::<_, TryError<Error>>(done.map(|()| true)?),
            }
        })
    }
}
