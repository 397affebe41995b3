//! One run of an import: it turns rows into reviews until the file or the run's time ends.
//!
//! Rows are read in the file's order, and progress is saved every `SAVE_EVERY` rows. The next run continues from there if a run
//! dies. It recognises a review that was written after the last save by its uniqueness key.

use std::sync::Arc;

use app::bucket::{Bucket, FileLost, FilePart};
use app::clock::Clock;
use app::error::Error;
use app::import::ImportTask;
use app::queue::MessageQueue;
use app::review::photos::{PhotoEvent, PhotoFiles};
use domain::import::{FaultAt, ImportFault, ImportPart, ImportStatus, UNREAD_MAX};
use domain::review::Checks;
use domain::values::{Reach, Tenant};
use domain::webhook::Subscription;
use jiff::{SignedDuration, Timestamp};
use members::Insiders;
use store::import::{FileSearch, ImportJob, ReadingFile};
use store::shop::TenantRecord;
use store::table::Store;
use vault::{TenantKeys, Vault};

use crate::decode::IN_WINDOWS_1252;
use crate::products::Products;
use crate::row::{ReadRow, RowFault};

/// The time after which a run reads no further row. The function's timeout is 30 seconds.
pub(crate) const RUN_FOR: SignedDuration = SignedDuration::from_secs(15);
/// The number of rows after which progress is saved.
const SAVE_EVERY: u32 = 100;
/// The longest heading that a report lists, in characters. A longer text is no heading.
const UNREAD_CHARACTERS_MAX: usize = 60;

/// The clients and settings with which imports run.
#[derive(Clone)]
pub struct ImportWork {
    pub store: Store,
    /// Seals what people wrote.
    pub vault: Arc<Vault>,
    pub bucket: Bucket,
    /// The hosts from which photos may be fetched.
    pub reach: Reach,
    /// The queue of tasks, which starts the next run of an unfinished import.
    pub queue: MessageQueue<ImportTask>,
    /// The queue of photos that are to be fetched.
    pub photos: MessageQueue<PhotoEvent>,
    /// The photos' files, which are deleted when an import is undone.
    pub files: PhotoFiles,
    /// A clock instead of an instant, because a run stops after `RUN_FOR`.
    pub clock: Clock,
}

pub struct ImportRun<'a> {
    pub(crate) work: &'a ImportWork,
    task: &'a ImportTask,
    pub(crate) tenant: Tenant,
    pub(crate) keys: Arc<TenantKeys>,
    pub(crate) checks: Checks<'static>,
    pub(crate) subscriptions: Vec<Subscription>,
    pub(crate) insiders: Insiders,
    /// Whether a file that is not in UTF-8 is in windows-1252, as the shop's language has it.
    pub(crate) takes_windows_1252: bool,
    pub(crate) job: ImportJob,
    /// The shop's products; read before the first row.
    pub(crate) products: Option<Products>,
    started: Timestamp,
    /// The byte of the file at which the run began to read rows or, before that, to search the file.
    pub(crate) began_at: u64,
    unsaved: u32,
    /// The part of the report that is not stored yet. It is about the rows from byte `unsaved_from` on.
    pub(crate) part: ImportPart,
    unsaved_from: u64,
}

/// Why a run stops reading rows.
pub enum Halt {
    /// Another run continues.
    Later,
    /// The file cannot be read. The heading is that of the column at fault; `None` if the fault is not about a column.
    Unreadable(Option<Arc<str>>, ImportFault),
    /// The task fails, and the queue delivers it again.
    Failed(Error),
}

impl From<Error> for Halt {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// Where a row and the next row begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowAt {
    /// The row's number in the file, from 1. The number of rows is saved together with the place of the next row, so that a row has
    /// the same number in each run that reads it.
    pub row: u64,
    /// The line on which the row begins, from 1.
    pub line: u64,
    /// The byte at which the next row begins.
    pub next: u64,
    /// The line on which the next row begins.
    pub next_line: u64,
}

impl ImportWork {
    pub(crate) async fn begin<'a>(
        &'a self,
        task: &'a ImportTask,
        tenant: Tenant,
        record: &TenantRecord,
        job: ImportJob,
        started: Timestamp,
    ) -> Result<ImportRun<'a>, Error> {
        let keys = self.vault.tenant(&tenant, &record.root, started).await?;
        let insiders = Insiders::read(&self.store, &tenant, record, &keys, started).await?;
        Ok(ImportRun {
            work: self,
            task,
            tenant,
            keys,
            checks: record.checks(None),
            insiders,
            takes_windows_1252: record.shop.language.is_none_or(|it| IN_WINDOWS_1252.contains(&it.as_str())),
            subscriptions: record.webhooks.clone(),
            products: None,
            started,
            began_at: job.offset,
            unsaved: 0,
            part: ImportPart::default(),
            unsaved_from: job.offset,
            job,
        })
    }
}

impl ImportRun<'_> {
    /// Reads at most `most` bytes of the file, from byte `from` on; no bytes at the file's end.
    /// Errors: [`Halt::Unreadable`] if the file is gone, or was replaced since its first part was read.
    pub async fn read(&mut self, from: u64, most: u64) -> Result<FilePart, Halt> {
        let (now, etag) = (self.work.clock.now(), self.job.etag.as_deref());
        match self.work.bucket.get_range(&self.task.file, from, most, etag, now).await? {
            Ok(part) => {
                self.job.etag = self.job.etag.take().or_else(|| part.etag.clone());
                if let (None, Some(bytes)) = (self.job.reading, part.length) {
                    self.job.reading = Some(ReadingFile { bytes, since: self.started });
                }
                Ok(part)
            }
            Err(FileLost::Gone) => Err(Halt::Unreadable(None, ImportFault::FileGone)),
            Err(FileLost::Changed) => Err(Halt::Unreadable(None, ImportFault::FileChanged)),
        }
    }

    /// Ends the run before the row at `offset` if the run's time is over, and queues the next run. The first row of a run is
    /// always read, so that every run makes progress.
    /// Errors: [`Halt::Later`] if the run ended; storage or queue failures.
    pub async fn pause(&mut self, offset: u64, line: u64) -> Result<(), Halt> {
        let is_time_over = self.work.clock.now().duration_since(self.started) > RUN_FOR;
        if !is_time_over || offset <= self.began_at {
            return Ok(());
        }
        match &mut self.job.search {
            FileSearch { is_over: true, .. } => (self.job.offset, self.job.line) = (offset, line),
            search => search.next = (offset, line),
        }
        self.save().await?;
        self.work.queue.send(self.task, SignedDuration::ZERO).await?;
        Err(Halt::Later)
    }

    /// Imports the next row, or skips it for its fault.
    /// Errors: Storage failures, and [`Halt::Later`] if another run continues.
    pub async fn take(&mut self, at: RowAt, row: Result<ReadRow, ImportFault>) -> Result<(), Halt> {
        self.job.report.rows = at.row;
        match row {
            Err(fault) => self.skip(at, &[(None, fault)]),
            Ok(row) if row.is_answer => self.job.report.answers += 1,
            Ok(row) => self.take_row(at, row).await?,
        }
        (self.job.offset, self.job.line) = (at.next, at.next_line);
        self.unsaved += 1;
        if self.unsaved == SAVE_EVERY {
            self.save().await?;
        }
        Ok(())
    }

    /// Adds headings of columns that contain text and are not imported to the report.
    pub fn note_unread(&mut self, headings: &[String]) {
        let unread = &mut self.job.report.unread;
        for heading in headings {
            let is_new = unread.len() < UNREAD_MAX && !unread.contains(heading);
            if is_new && heading.chars().count() <= UNREAD_CHARACTERS_MAX {
                unread.push(heading.clone());
            }
        }
    }

    /// Counts a row without a review, and reports all its faults.
    pub(crate) fn skip(&mut self, at: RowAt, faults: &[RowFault]) {
        if let Some((_, first)) = faults.first() {
            *self.job.report.skipped_for.entry(*first).or_default() += 1;
        }
        faults.iter().for_each(|(column, fault)| self.note(at, column.as_deref(), *fault));
    }

    pub(crate) fn note(&mut self, at: RowAt, column: Option<&str>, fault: ImportFault) {
        self.list(FaultAt { line: at.line, row: Some(at.row), column: column.map(ToOwned::to_owned), fault });
    }

    fn list(&mut self, fault: FaultAt) {
        self.job.report.note(fault.clone());
        self.part.faults.push(fault);
    }

    async fn save(&mut self) -> Result<(), Halt> {
        // Another run saved this import because the queue delivered the task twice, or a call undid the import.
        if self.try_save().await? { Ok(()) } else { Err(Halt::Later) }
    }

    async fn try_save(&mut self) -> Result<bool, Error> {
        let Self { work: ImportWork { store, .. }, tenant, job, unsaved_from, part, .. } = self;
        let is_saved = match part.is_empty() {
            true => store.save(tenant, job).await?,
            false => store.save_import_part(tenant, job, *unsaved_from, part).await?,
        };
        self.unsaved = 0;
        self.part = ImportPart::default();
        self.unsaved_from = self.job.offset;
        Ok(is_saved)
    }

    /// Ends the import after its last row. The file is deleted last, so that a run that dies before can be repeated.
    pub async fn finish(mut self) -> Result<(), Error> {
        if self.job.report.rows == 0 {
            self.job.line = 1;
            return self.fail(None, ImportFault::EmptyFile).await;
        }
        self.end(ImportStatus::Done).await
    }

    /// Ends an import whose file cannot be read to its end.
    pub async fn fail(&mut self, column: Option<&str>, fault: ImportFault) -> Result<(), Error> {
        let line = self.job.line;
        self.list(FaultAt { line, row: None, column: column.map(ToOwned::to_owned), fault });
        self.end(ImportStatus::Failed).await
    }

    async fn end(&mut self, status: ImportStatus) -> Result<(), Error> {
        self.job.status = status;
        if self.try_save().await? {
            if status == ImportStatus::Failed {
                tracing::info!(import = %self.job.id, rows = self.job.report.rows, "an import failed");
            }
            // A file about which the shop has to say more, or that was only tried, is kept. The bucket's lifecycle rule deletes
            // it after a day.
            if !self.job.asks() && !self.job.is_tried() {
                self.work.bucket.delete(&self.task.file, self.work.clock.now()).await?;
            }
        }
        Ok(())
    }
}
