//! Undoes imports, reads whole reports, and stores a shop's answers about products that its files name.
//!
//! Told by `tests/stories/importing/undo.story`.

use domain::import::{ImportFormat, ImportPart, ImportStatus, ProductAnswers};
use domain::review::Review;
use domain::values::Guid;
use jiff::Timestamp;
use serde_json::{Value, json};
use store::import::{BroughtReview, ImportJob};

use super::Imports;
use crate::caller::Caller;
use crate::error::{Error, TryError, retry};

/// The most reviews that a call compares with their import. Changes to further reviews are found when those would be deleted, and
/// a changed review stays.
const LOOKED_AT_MAX: usize = 10_000;

impl Imports {
    /// Begins to delete the reviews that an import created, unless somebody decided about, answered or changed one of them. An
    /// import that still reads its file stops first. A repeated call changes nothing.
    pub async fn undo(&self, caller: &Caller, id: Guid, now: Timestamp) -> Result<ImportJob, Error> {
        let undone: Result<_, Error> = retry!(self.store, {
            let mut job = self.store.one::<ImportJob>(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
            if job.is_dry_run || !job.status.can_be_undone() {
                let is_under_way = matches!(job.status, ImportStatus::Undoing | ImportStatus::Undone);
                return if is_under_way { Ok(job) } else { Err(Error::NothingToUndo.into()) };
            }
            let touched = self.touched(caller, id).await?;
            if touched > 0 {
                return Err(Error::ImportTouched(touched).into());
            }
            let before = job.status;
            job.status = ImportStatus::Undoing;
            if !self.store.save(&caller.tenant, &mut job).await? {
                return Err(TryError::Conflict);
            }
            let (format, imported) = (job.format.map(ImportFormat::as_str), job.report.imported());
            let before = json!({"status": before.as_str(), "format": format, "imported": imported});
            let change = [before, json!({"status": job.status.as_str()})];
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.record(&caller.entry("undo_import", id, change, now));
            transaction.commit().await?;
            Ok::<_, TryError<Error>>(job)
        });
        let job = undone?;
        if job.status == ImportStatus::Undoing {
            self.wake(caller, id, now).await?;
        }
        Ok(job)
    }

    /// The number of an import's reviews that were changed since the import.
    async fn touched(&self, caller: &Caller, id: Guid) -> Result<u64, Error> {
        let (mut touched, mut looked_at, mut after) = (0, 0, None);
        while looked_at < LOOKED_AT_MAX {
            let brought = self.store.brought_reviews(&caller.tenant, id, after).await?;
            let Some((BroughtReview { record, .. }, _)) = brought.last() else { break };
            after = Some(*record);
            looked_at += brought.len();
            let changed =
                brought.iter().filter_map(|(_, review)| review.as_ref()).filter(|it| !Review::is_as_imported(it));
            touched += changed.count() as u64;
        }
        Ok(touched)
    }

    /// An import with all products and all faults of its rows.
    pub async fn whole_report(&self, caller: &Caller, id: Guid) -> Result<(ImportJob, ImportPart), Error> {
        let job = self.store.one::<ImportJob>(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
        // A fault of the whole file is in a part that begins where reading stopped.
        let parts = self.store.import_parts(&caller.tenant, id, job.offset + 1).await?;
        let mut whole = ImportPart::default();
        for mut part in parts {
            whole.faults.append(&mut part.faults);
            whole.add_products(part);
        }
        Ok((job, whole))
    }

    /// The shop's answers about products that its files name.
    pub async fn product_answers(&self, caller: &Caller) -> Result<ProductAnswers, Error> {
        Ok(self.store.one(&caller.tenant, ()).await?.unwrap_or_default())
    }

    /// Replaces the shop's answers about products that its files name.
    pub async fn answer_products(
        &self,
        caller: &Caller,
        answers: &ProductAnswers,
        now: Timestamp,
    ) -> Result<(), Error> {
        self.store.write(&caller.tenant, answers).await?;
        let change = [Value::Null, json!({"count": answers.iter().count()})];
        let mut transaction = self.store.transaction(&caller.tenant);
        transaction.record(&caller.entry("answer_import_products", caller.tenant.id.as_str(), change, now));
        Ok(transaction.commit().await?)
    }
}
