//! Imports of reviews from files. A call records an import, and S3's event about the import's file starts `import-reviews`.

mod take;
mod undo;

use domain::import::{ImportFormat, ImportReport, ImportStatus};
use domain::values::{Guid, ShopSystem, Tenant};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use store::import::{FileSearch, ImportJob};

use crate::caller::Caller;
use crate::error::{Error, TryError, retry};
use crate::queue::{MessageQueue, ShopMessage};

pub use self::take::{Imports, NewImport};

/// The types in `Content-Type` of a file with JSON: lines of objects, or one list.
pub const JSON_TYPES: [&str; 2] = ["application/x-ndjson", "application/json"];
/// The `Content-Type` of any other file of reviews.
pub const CSV: &str = "text/csv";

/// For how long a file is kept at least, by the bucket's lifecycle rule.
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(24);

/// A message of the import queue. It contains ids only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportTask {
    /// The key of the file in the bucket. The key contains the tenant and the import's id.
    pub file: String,
    /// The import, if the file was uploaded for a trial of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<Guid>,
}

impl ImportTask {
    pub const fn of(file: String) -> Self {
        Self { file, import: None }
    }
}

impl ShopMessage for ImportTask {
    fn shop(&self) -> Option<String> {
        parse_key(&self.file).ok().map(|(tenant, _)| tenant.to_string())
    }
}

pub fn file_key(tenant: &Tenant, id: Guid) -> String {
    format!("imports/{tenant}/{id}")
}

/// The tenant and the import in the key of an import's file.
/// Errors: [`Error::Internal`] for any other key.
pub fn parse_key(key: &str) -> Result<(Tenant, Guid), Error> {
    let parsed = key.strip_prefix("imports/").and_then(|rest| {
        let (tenant, id) = rest.split_once('/')?;
        Some((tenant.parse().ok()?, Guid::parse(id).ok()?))
    });
    parsed.ok_or_else(|| Error::Internal("not the key of an import's file".to_owned()))
}

/// What a shop says about a file.
#[derive(Debug, Clone, Copy)]
pub enum SaidOfFile {
    /// The system whose column headings the file uses.
    Format(ImportFormat),
    /// The system whose product numbers it has.
    Platform(ShopSystem),
    /// That all rows are about the shop itself.
    OfShop,
}

impl Imports {
    /// Reads the file of a failed import again, with what its report asks for; the other options stay. An import that does not ask
    /// stays as it is, and if it has not begun to read, it is only queued again.
    pub async fn read_again(
        &self,
        caller: &Caller,
        id: Guid,
        said: SaidOfFile,
        queue: &MessageQueue<ImportTask>,
    ) -> Result<(), Error> {
        let begun: Result<_, Error> = retry!(self.store, {
            let mut job = self.store.one::<ImportJob>(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
            if !job.asks() {
                return Ok(job.status == ImportStatus::Running && job.etag.is_none());
            }
            match said {
                SaidOfFile::Format(format) => job.format = Some(format),
                SaidOfFile::Platform(platform) => job.options.platform = Some(platform),
                SaidOfFile::OfShop => job.options.is_of_shop = true,
            }
            job.status = ImportStatus::Running;
            job.report = ImportReport::default();
            (job.offset, job.line, job.search, job.etag) = (0, 1, FileSearch::default(), None);
            if !self.store.save(&caller.tenant, &mut job).await? {
                return Err(TryError::Conflict);
            }
            Ok::<_, TryError<Error>>(true)
        });
        if begun? {
            queue.send(&ImportTask::of(file_key(&caller.tenant, id)), SignedDuration::ZERO).await?;
        }
        Ok(())
    }

    /// Imports for good what a trial read, with the same options: from its file or, if that is not kept any more, from another
    /// upload.
    pub async fn for_good(
        &self,
        caller: &Caller,
        trial: Guid,
        queue: &MessageQueue<ImportTask>,
        now: Timestamp,
    ) -> Result<Guid, Error> {
        let tried = self.store.one(&caller.tenant, trial).await?.filter(ImportJob::is_tried).ok_or(Error::NotFound)?;
        if now.duration_since(tried.asked_at) > KEPT_FOR {
            // Without the system, the headings decide again.
            let format = tried.format.filter(|_| !tried.options.lacks_system(tried.format));
            return self.begin(caller, format, tried.options, false, now).await;
        }
        let import = self.start(caller, tried, now).await?;
        let task = ImportTask { file: file_key(&caller.tenant, trial), import: Some(import) };
        queue.send(&task, SignedDuration::ZERO).await?;
        Ok(import)
    }
}
