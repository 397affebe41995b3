//! Undoes an import: deletes its reviews, except those that somebody decided about, answered or changed since.

use app::error::{Error, TryError, retry};
use app::import::ImportTask;
use domain::review::{Review, ReviewPlace};
use domain::values::Tenant;
use domain::webhook::Subscription;
use jiff::{SignedDuration, Timestamp};
use store::import::{BroughtReview, ImportJob};
use store::table::Part;

use crate::run::{ImportWork, RUN_FOR};

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
    pub async fn run(mut self) -> Result<(), Error> {
        loop {
            let brought = self.work.store.brought_reviews(&self.tenant, self.job.id, None).await?;
            if brought.is_empty() {
                return self.end().await;
            }
            for (brought, review) in brought {
                if !self.take_out(&brought, review).await? {
                    return Ok(());
                }
            }
            if self.work.clock.now().duration_since(self.started) > RUN_FOR {
                return self.work.queue.send(self.task, SignedDuration::ZERO).await;
            }
        }
    }

    /// Deletes a review unless somebody changed it since the import, and counts it in the same transaction, so that it counts once
    /// wherever a run dies. Returns whether this run continues, and not another.
    async fn take_out(&mut self, brought: &BroughtReview, found: Option<Review>) -> Result<bool, Error> {
        let Self { work: ImportWork { store, clock, files, .. }, tenant, subscriptions, job, .. } = self;
        let (mut read, mut is_shared) = (Some(found), false);
        let done: Result<_, Error> = retry!(store, {
            let found = match read.take() {
                Some(found) => found,
                None => store.unopened_review(tenant, ReviewPlace::Own(brought.review)).await?,
            };
            let (mut counted, mut photos) = (job.clone(), Vec::new());
            let mut transaction = store.transaction(tenant);
            if let Some(review) = found.filter(Review::is_as_imported) {
                counted.report.undone += 1;
                photos.extend(review.photos.iter().map(|photo| photo.place(tenant, review.place())));
                transaction.take_out(brought, is_shared, &review, subscriptions, clock.now());
                files.prepare(&photos, clock.now()).await;
            } else {
                counted.report.kept += 1;
            }
            transaction.forget_brought(job.id, brought);
            transaction.save(&counted);
            counted.version += 1;
            match transaction.commit().await {
                Ok(()) => Ok(Some((counted, photos))),
                Err(error) if error.refused(Part::Import) => Ok(None),
                Err(error) => {
                    is_shared |= error.refused(Part::Imported);
                    Err(TryError::<Error>::from(error))
                }
            }
        });
        let Some((counted, photos)) = done? else { return Ok(false) };
        *job = counted;
        files.discard(&photos, clock.now()).await;
        Ok(true)
    }

    async fn end(mut self) -> Result<(), Error> {
        let Self { work: ImportWork { store, bucket, clock, .. }, task, tenant, job, .. } = &mut self;
        job.status = job.report.end_undo(job.line);
        if store.save(tenant, job).await? {
            let (status, undone) = (job.status.as_str(), job.report.undone);
            tracing::info!(import = %job.id, status, undone, "the undo of an import ended");
            bucket.delete(&task.file, clock.now()).await?;
        }
        Ok(())
    }
}
