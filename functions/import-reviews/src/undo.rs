//! Undoes an import: deletes its reviews, except those that somebody decided about, answered or changed since.

use app::error::Error;
use app::import::ImportTask;
use app::retry::retry;
use domain::import::ImportStatus;
use domain::review::Review;
use domain::values::Tenant;
use domain::webhook::Subscription;
use jiff::{SignedDuration, Timestamp};
use store::import::{BroughtReview, ImportJob};

use crate::run::{ImportWork, RUN_FOR};

/// An import that is being undone.
pub struct Undo<'a> {
    pub(crate) work: &'a ImportWork,
    pub(crate) task: &'a ImportTask,
    pub(crate) tenant: Tenant,
    pub(crate) subscriptions: Vec<Subscription>,
    pub(crate) job: ImportJob,
    pub(crate) started: Timestamp,
}

impl Undo<'_> {
    /// Deletes reviews until none is left or the run's time ends. The record that leads to a review is deleted with it, so that
    /// the next run continues where this run stopped.
    ///
    /// # Errors
    /// Storage, S3 or queue failures; the queue then delivers the task again.
    pub async fn run(mut self) -> Result<(), Error> {
        let Self { work: ImportWork { store, clock, .. }, .. } = &self;
        loop {
            let brought = store.brought_reviews(&self.tenant, self.job.id, None).await?;
            if brought.is_empty() {
                break;
            }
            for (brought, review) in brought {
                let is_out = self.take_out(&brought, review).await?;
                if is_out { self.job.report.undone += 1 } else { self.job.report.kept += 1 }
            }
            if !store.save_import(&self.tenant, &mut self.job).await? {
                return Ok(());
            }
            if clock.now().duration_since(self.started) > RUN_FOR {
                return self.work.queue.send(self.task, SignedDuration::ZERO).await;
            }
        }
        self.job.status = ImportStatus::Undone;
        if store.save_import(&self.tenant, &mut self.job).await? {
            tracing::info!(import = %self.job.id, undone = self.job.report.undone, "an import was undone");
            self.work.bucket.delete(&self.task.file, clock.now()).await?;
        }
        Ok(())
    }

    /// Deletes a review unless somebody changed it since the import. Returns whether it was deleted.
    async fn take_out(&self, brought: &BroughtReview, found: Option<Review>) -> Result<bool, Error> {
        let Self { work: ImportWork { store, clock, files, .. }, tenant, job, .. } = self;
        let untouched = found.filter(Review::is_as_imported);
        let Some(review) = untouched else {
            store.forget_brought(tenant, job.id, brought.line).await?;
            return Ok(false);
        };
        let photos: Vec<_> = review.photos.iter().map(|photo| photo.place(tenant, review.place())).collect();
        let mut read = Some(review);
        let is_out = retry!(store, {
            let review = match read.take() {
                Some(review) => Some(review),
                None => store.review_of_import(tenant, brought.review).await?.filter(Review::is_as_imported),
            };
            let Some(review) = review else { return Ok(false) };
            let mut transaction = store.transaction(tenant);
            transaction.take_out((job.id, brought), &review, &self.subscriptions, clock.now());
            files.prepare(&photos, clock.now()).await;
            transaction.commit().await?;
            Ok::<_, app::retry::TryError<Error>>(true)
        })?;
        if is_out {
            files.discard(&photos, clock.now()).await;
        } else {
            store.forget_brought(tenant, job.id, brought.line).await?;
        }
        Ok(is_out)
    }
}
