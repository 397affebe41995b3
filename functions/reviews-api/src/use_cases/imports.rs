//! The calls that import reviews from files: each records an import, and its file in the bucket wakes `import-reviews`.

use app::idempotency::{IdempotentCall, Reply, earlier, store_reply};
use app::import::file_key;
use app::review::actor;
use app::review::photos::{Afterwards, UploadForm, Uploaded};
use app::{Bucket, Caller, Error};
use bytes::Bytes;
use domain::{Guid, ImportFormat, ImportReport, ImportStatus};
use jiff::Timestamp;
use store::{ImportJob, ReplyAbout, Store};
use vault::Random;

/// Takes imports, and shows how far they are.
///
/// # Errors
/// Methods fail on storage failures, and as each says.
#[derive(Clone)]
pub struct Imports {
    /// The table.
    pub store: Store,
    /// The bucket with the files.
    pub bucket: Bucket,
    /// Draws ids.
    pub random: Random,
}

/// The import that a call asks for.
#[derive(Debug)]
pub struct NewImport {
    /// The vendor whose column headings the file uses.
    pub format: ImportFormat,
    /// Whether to report only what it would do.
    pub is_dry_run: bool,
    /// The file with its type; `None` if it is to be uploaded.
    pub file: Option<(&'static str, Bytes)>,
}

impl Imports {
    /// Records an import and returns what `render` makes of it, with the form that uploads its file if the call had none.
    ///
    /// # Errors
    /// [`Error::IdempotencyKeyReused`].
    pub async fn create(
        &self,
        caller: &Caller,
        new: NewImport,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&ImportJob, Option<&UploadForm>) -> Result<Reply, Error>,
    ) -> Result<Reply, Error> {
        if let Some(answer) = earlier(idempotency, &self.store, caller, now).await? {
            return Ok(answer);
        }
        let NewImport { format, is_dry_run, file } = new;
        let job = ImportJob {
            id: Guid::random(self.random.bytes()),
            format,
            is_dry_run,
            status: if file.is_some() { ImportStatus::Running } else { ImportStatus::AwaitingUpload },
            by: actor(caller),
            asked_at: now,
            offset: 0,
            line: 1,
            report: ImportReport::default(),
            etag: None,
            version: 1,
        };
        self.store.put_import(&caller.tenant, &job).await?;
        if let Some((content_type, file)) = file {
            // S3 reports it, as it reports an upload. It comes last: a file without a record would be read in vain.
            self.bucket.put(&file_key(&caller.tenant, job.id), content_type, file, now).await?;
        }
        let reply = render(&job, self.form(caller, &job, now).await?.as_ref())?;
        store_reply(idempotency, &self.store, caller, ReplyAbout::Nobody, now, reply).await
    }

    /// An import, with a form that uploads its file while it waits for one.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn show(
        &self,
        caller: &Caller,
        id: Guid,
        now: Timestamp,
    ) -> Result<(ImportJob, Option<UploadForm>), Error> {
        let job = self.store.import(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
        let form = self.form(caller, &job, now).await?;
        Ok((job, form))
    }

    async fn form(&self, caller: &Caller, job: &ImportJob, now: Timestamp) -> Result<Option<UploadForm>, Error> {
        match job.status {
            ImportStatus::AwaitingUpload => {
                let key = file_key(&caller.tenant, job.id);
                Ok(Some(self.bucket.upload_form(&key, Uploaded::Reviews, Afterwards::Silence, now).await?))
            }
            ImportStatus::Running | ImportStatus::Done | ImportStatus::Failed => Ok(None),
        }
    }
}
