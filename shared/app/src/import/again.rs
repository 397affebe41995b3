//! Reads the kept file of an import once more, after the shop said what the file does not.

use domain::import::{ImportFormat, ImportReport, ImportStatus};
use domain::values::{Guid, ShopSystem};
use jiff::SignedDuration;

use super::{ImportTask, Imports, file_key};
use crate::caller::Caller;
use crate::error::Error;
use crate::queue::MessageQueue;
use crate::retry::{TryError, retry};

/// What a shop says about a file.
#[derive(Debug, Clone, Copy)]
pub enum SaidOfFile {
    /// The system whose column headings the file uses.
    Format(ImportFormat),
    /// The system whose product numbers it has.
    Platform(ShopSystem),
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
            let mut job = self.store.import(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
            if !job.asks() {
                return Ok(job.status == ImportStatus::Running && job.etag.is_none());
            }
            match said {
                SaidOfFile::Format(format) => job.format = Some(format),
                SaidOfFile::Platform(platform) => job.options.platform = Some(platform),
            }
            job.status = ImportStatus::Running;
            job.report = ImportReport::default();
            (job.offset, job.line, job.dates, job.etag) = (0, 1, None, None);
            if !self.store.save_import(&caller.tenant, &mut job).await? {
                return Err(TryError::Conflict);
            }
            Ok::<_, TryError<Error>>(true)
        });
        if begun? {
            queue.send(&ImportTask { file: file_key(&caller.tenant, id) }, SignedDuration::ZERO).await?;
        }
        Ok(())
    }
}
