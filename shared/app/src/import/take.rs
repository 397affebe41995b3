//! Calls that create imports and show them. S3's event about an import's file starts `import-reviews`.
//!
//! Told by `tests/stories/importing/calls.story`.

use bytes::Bytes;
use domain::import::{ImportFormat, ImportOptions, ImportReport, ImportStatus};
use domain::values::Guid;
use jiff::Timestamp;
use serde_json::{Value, json};
use store::import::{FileSearch, ImportJob};
use store::request::idempotency::ReplyAbout;
use store::table::{Part, Store, Transaction};
use vault::Random;

use super::{CSV, file_key};
use crate::bucket::{Afterwards, Bucket, UploadForm, Uploaded};
use crate::caller::Caller;
use crate::error::{Error, retry};
use crate::idempotency::{IdempotentCall, Reply, earlier};
use crate::review::actor;

/// The content of a file that starts `import-reviews` and is not read.
const WAKE: &[u8] = b"wake";

#[derive(Clone)]
pub struct Imports {
    pub store: Store,
    pub bucket: Bucket,
    pub random: Random,
}

#[derive(Debug)]
pub struct NewImport {
    /// The system whose column headings the file uses; `None` to recognise the system by the headings.
    pub format: Option<ImportFormat>,
    pub options: ImportOptions,
    /// Whether the import is a dry run, which creates no reviews.
    pub is_dry_run: bool,
    /// The file's type and content; `None` if the file is uploaded later.
    pub file: Option<(&'static str, Bytes)>,
}

impl Imports {
    /// Creates an import and returns what `render` makes of it. If the call has no file, `render` gets the form that uploads the
    /// file.
    /// Errors: [`Error::IdempotencyKeyReused`]; [`Error::PlatformNeeded`] if neither format nor call says which
    /// system's products the numbers are.
    pub async fn create(
        &self,
        caller: &Caller,
        new: NewImport,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&ImportJob, Option<&UploadForm>) -> Result<Reply, Error>,
    ) -> Result<Reply, Error> {
        if let Some(answer) = earlier(idempotency, &self.store, caller, now).await? {
            return self.again(caller, answer, new.file, now).await;
        }
        new.require_platform()?;
        let job = self.job(caller, &new, now);
        let NewImport { file, .. } = new;
        let reply = render(&job, self.form(caller, &job, Afterwards::Silence, now).await?.as_ref())?;
        let simultaneous: Result<_, Error> = retry!(self.store, {
            let mut transaction = self.store.transaction(&caller.tenant);
            put(&mut transaction, &job, caller, now);
            if let Some(idempotency) = idempotency {
                idempotency.remember(&mut transaction, &reply, ReplyAbout::Nobody, &caller.keys, now);
            }
            match transaction.commit().await {
                Err(error) if error.refused(Part::Idempotency) => {
                    Ok(earlier(idempotency, &self.store, caller, now).await?)
                }
                done => Ok(done.map(|()| None)?),
            }
        });
        if let Some(answer) = simultaneous? {
            return self.again(caller, answer, file, now).await;
        }
        self.bring(caller, job.id, file, now).await?;
        Ok(reply)
    }

    /// Creates an import whose file is uploaded later.
    /// Errors: [`Error::PlatformNeeded`] if neither format nor call says which system's products the numbers are.
    pub async fn begin(
        &self,
        caller: &Caller,
        format: Option<ImportFormat>,
        options: ImportOptions,
        is_dry_run: bool,
        now: Timestamp,
    ) -> Result<Guid, Error> {
        let new = NewImport { format, options, is_dry_run, file: None };
        new.require_platform()?;
        let job = self.job(caller, &new, now);
        let mut transaction = self.store.transaction(&caller.tenant);
        put(&mut transaction, &job, caller, now);
        transaction.commit().await?;
        Ok(job.id)
    }

    /// Records the import for good of what a trial read.
    pub(super) async fn start(&self, caller: &Caller, tried: ImportJob, now: Timestamp) -> Result<Guid, Error> {
        let ImportJob { format, options, .. } = tried;
        let job = self.job(caller, &NewImport { format, options, is_dry_run: false, file: None }, now);
        let job = ImportJob { status: ImportStatus::Running, ..job };
        let mut transaction = self.store.transaction(&caller.tenant);
        put(&mut transaction, &job, caller, now);
        transaction.commit().await?;
        Ok(job.id)
    }

    fn job(&self, caller: &Caller, new: &NewImport, now: Timestamp) -> ImportJob {
        ImportJob {
            id: Guid::random(self.random.bytes()),
            format: new.format,
            options: new.options.clone(),
            is_dry_run: new.is_dry_run,
            status: if new.file.is_some() { ImportStatus::Running } else { ImportStatus::AwaitingUpload },
            by: actor(caller),
            asked_at: now,
            offset: 0,
            line: 1,
            report: ImportReport::default(),
            search: FileSearch::default(),
            etag: None,
            reading: None,
            version: 0,
        }
    }

    /// Stores the file of a repeated call unless it was read already, because the first call may have died before it stored the
    /// file.
    async fn again(
        &self,
        caller: &Caller,
        answer: Reply,
        file: Option<(&'static str, Bytes)>,
        now: Timestamp,
    ) -> Result<Reply, Error> {
        let body: Value = serde_json::from_str(&answer.body).map_err(|error| Error::Internal(error.to_string()))?;
        if let Some(id) = body["id"].as_str().and_then(|id| Guid::parse(id).ok())
            && let Some(job) = self.store.one::<ImportJob>(&caller.tenant, id).await?
            && job.status == ImportStatus::Running
            && job.etag.is_none()
        {
            self.bring(caller, id, file, now).await?;
        }
        Ok(answer)
    }

    /// Stores the file last: `import-reviews` ignores a file whose import is not recorded.
    async fn bring(
        &self,
        caller: &Caller,
        id: Guid,
        file: Option<(&'static str, Bytes)>,
        now: Timestamp,
    ) -> Result<(), Error> {
        let Some((content_type, file)) = file else { return Ok(()) };
        self.bucket.put(&file_key(&caller.tenant, id), content_type, file, now).await
    }

    /// Starts `import-reviews`, by S3's event about a file that it does not read. A repeated call stores the file again, so that
    /// a lost event delays the work and nothing else.
    pub(super) async fn wake(&self, caller: &Caller, id: Guid, now: Timestamp) -> Result<(), Error> {
        self.bucket.put(&file_key(&caller.tenant, id), CSV, WAKE.into(), now).await
    }

    /// An import. While its file is not uploaded, the result includes a form that uploads it.
    pub async fn show(
        &self,
        caller: &Caller,
        id: Guid,
        afterwards: Afterwards<'_>,
        now: Timestamp,
    ) -> Result<(ImportJob, Option<UploadForm>), Error> {
        let job = self.store.one::<ImportJob>(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
        let form = self.form(caller, &job, afterwards, now).await?;
        Ok((job, form))
    }

    async fn form(
        &self,
        caller: &Caller,
        job: &ImportJob,
        afterwards: Afterwards<'_>,
        now: Timestamp,
    ) -> Result<Option<UploadForm>, Error> {
        match job.status {
            ImportStatus::AwaitingUpload => {
                let key = file_key(&caller.tenant, job.id);
                Ok(Some(self.bucket.upload_form(&key, Uploaded::Reviews, afterwards, now).await?))
            }
            ImportStatus::Running
            | ImportStatus::Done
            | ImportStatus::Failed
            | ImportStatus::Undoing
            | ImportStatus::Undone => Ok(None),
        }
    }
}

impl NewImport {
    fn require_platform(&self) -> Result<(), Error> {
        // Without a format, the headings decide later.
        if self.format.is_some() && self.options.lacks_system(self.format) {
            Err(Error::PlatformNeeded)
        } else {
            Ok(())
        }
    }
}

/// Writes an import and its entry in the audit log, by which the console lists it. A dry run of a file needs none: who began it is on
/// its page.
fn put(transaction: &mut Transaction<'_>, job: &ImportJob, caller: &Caller, now: Timestamp) {
    transaction.save(job);
    if !job.is_dry_run || job.options.from_shop {
        let what = if job.is_dry_run { "try_import" } else { "import_reviews" };
        let after = json!({"format": job.format.map(ImportFormat::as_str)});
        transaction.record(&caller.entry(what, job.id, [Value::Null, after], now));
    }
}
