//! One run of an import: rows become reviews until the file or the time ends.
//!
//! Rows are read in the file's order. How far an import is, is saved after some rows; a run that stops anywhere is taken up
//! by the next one, and a review that was written before it was saved is recognised by its guard.

use std::collections::HashSet;
use std::sync::Arc;

use app::import::{ImportTask, parse_key};
use app::retry::{TryError, retry};
use app::review::photos::{PhotoUrl, PhotoUrls, order_photos};
use app::{Bucket, Clock, Error, MessageQueue, WebhookQueue};
use bytes::Bytes;
use domain::{
    Brought, DisplayName, EmailAddress, ExternalId, ImportFault, ImportFormat, ImportStatus, Language, Moderation,
    NewReview, Origin, Platform, ProductId, Reach, Review, ReviewId, ShopReply, Subscription, Tenant, Verification,
    Version,
};
use jiff::{SignedDuration, Timestamp};
use store::{CommitError, End, ImportJob, ImportedBy, Part, Reading, ReviewList, Span, Store};
use vault::{TenantKeys, Vault};

/// How long a run goes on to more rows. The function has 30 seconds.
const RUN_FOR: SignedDuration = SignedDuration::from_secs(15);
/// Rows after which it is saved how far the import is.
const SAVE_EVERY: u32 = 100;
/// Reviews of the same second among which those to compare a row with are looked for.
const SAME_SECOND_MAX: u32 = 1_000;
/// Reviews of the same product, second and stars that a row is compared with.
const COMPARED_MAX: usize = 100;

/// Writes reviews from files.
#[derive(Clone)]
pub struct ImportWork {
    /// The table.
    pub store: Store,
    /// Seals what people wrote.
    pub vault: Arc<Vault>,
    /// The bucket with the files.
    pub bucket: Bucket,
    /// The hosts that photos may be fetched from.
    pub reach: Reach,
    /// The queue that starts the next run of an unfinished import.
    pub queue: MessageQueue<ImportTask>,
    /// Wakes the sender of webhooks.
    pub webhooks: WebhookQueue,
    /// A clock and not an instant: a run ends in time.
    pub clock: Clock,
}

/// A run of an import.
pub struct ImportRun<'a> {
    work: &'a ImportWork,
    task: &'a ImportTask,
    tenant: Tenant,
    keys: Arc<TenantKeys>,
    moderation: Moderation,
    subscriptions: Vec<Subscription>,
    job: ImportJob,
    started: Timestamp,
    unsaved: u32,
    /// The starts of the digests of a dry run's rows, which write no guards.
    seen: HashSet<u64>,
}

/// A row of a file: a review that was written elsewhere.
#[derive(Debug, Clone)]
pub struct ImportRow {
    /// Where.
    pub platform: Platform,
    /// The review's id on that platform.
    pub external_id: Option<ExternalId>,
    /// The product; `None` for the shop itself.
    pub product: Option<ProductId>,
    /// The review's language, if the file names it.
    pub language: Option<Language>,
    /// Stars and words.
    pub version: Version,
    /// When it was written.
    pub written_at: Timestamp,
    /// The shop's answer.
    pub reply: Option<ShopReply>,
    /// The author's address, by whose digest an erasure finds the review.
    pub email: Option<EmailAddress>,
    /// The addresses of the photos, at most [`domain::IMPORTED_PHOTOS_MAX`].
    pub photos: Vec<String>,
    /// The heading of the column that names them.
    pub photos_column: &'static str,
}

/// A problem of a row, with the column's heading; `None` if it is about the whole row.
pub type RowFault = (Option<&'static str>, ImportFault);

/// The places of a row and of the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowAt {
    /// The line on which it begins, from 1.
    pub line: u64,
    /// The byte at which the next one begins.
    pub next: u64,
    /// The line on which the next one begins.
    pub next_line: u64,
}

/// The result of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Imported,
    Duplicate,
}

impl ImportWork {
    /// Begins a run; `None` if there is nothing left to do.
    ///
    /// # Errors
    /// Storage, KMS or S3 failures: the task has to come again.
    pub async fn open<'a>(&'a self, task: &'a ImportTask) -> Result<Option<ImportRun<'a>>, Error> {
        let ((tenant, id), started) = (parse_key(&task.file)?, self.clock.now());
        let Some(mut job) = self.store.import(&tenant, id).await? else {
            // The table was restored meanwhile. The bucket deletes the file.
            tracing::warn!(import = %id, "ignored a task of an unknown import");
            return Ok(None);
        };
        if job.format.is_foreign() || job.status.is_foreign() {
            // The task stays in the queue, and then among its dead letters, for the version that knows it.
            return Err(Error::Unavailable("an import of another version".to_owned()));
        }
        if job.status.is_over() {
            self.bucket.delete(&task.file, started).await?;
            return Ok(None);
        }
        if job.status == ImportStatus::AwaitingUpload {
            job.status = ImportStatus::Running;
            if !self.store.save_import(&tenant, &mut job).await? {
                return Ok(None);
            }
        }
        let record = self.store.tenant(&tenant).await?.ok_or_else(|| Error::Internal("no such shop".to_owned()))?;
        let keys = self.vault.tenant(&tenant, &record.root, started).await?;
        let moderation = record.review_settings.moderation;
        let (subscriptions, seen) = (record.webhooks, HashSet::new());
        let unsaved = 0;
        Ok(Some(ImportRun { work: self, task, tenant, keys, moderation, subscriptions, job, started, unsaved, seen }))
    }
}

impl ImportRun<'_> {
    /// The vendor whose column headings the file uses.
    #[must_use]
    pub const fn format(&self) -> ImportFormat {
        self.job.format
    }

    /// When the import was asked for: nothing in the file is later.
    #[must_use]
    pub const fn asked_at(&self) -> Timestamp {
        self.job.asked_at
    }

    /// The byte and the line at which to go on; `None` to begin at the first row. A dry run always does: it has to know the
    /// rows before, for it writes nothing by which they would be known.
    #[must_use]
    pub fn resumes_at(&self) -> Option<(u64, u64)> {
        (self.job.offset > 0 && !self.job.is_dry_run).then_some((self.job.offset, self.job.line))
    }

    /// At most so many bytes of the file, from this one on; empty at its end.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn read(&self, from: u64, most: u64) -> Result<Bytes, Error> {
        self.work.bucket.get_range(&self.task.file, from, most, self.work.clock.now()).await
    }

    /// Takes the next row: a review or what is wrong with it. Returns whether to go on to the one after it; if not, another
    /// run does.
    ///
    /// # Errors
    /// Storage or queue failures: the task has to come again.
    pub async fn take(&mut self, at: RowAt, row: Result<ImportRow, Vec<RowFault>>) -> Result<bool, Error> {
        if self.job.is_dry_run && at.next <= self.job.offset {
            // A run before reported it.
            let digests = row.map(|row| self.digests(&row)).unwrap_or_default();
            self.seen.extend(digests.iter().map(|digest| start(digest)));
            return Ok(true);
        }
        self.job.report.rows += 1;
        match row {
            Err(faults) => faults.into_iter().for_each(|(column, fault)| self.job.report.note(at.line, column, fault)),
            Ok(row) => self.take_review(at.line, &row).await?,
        }
        (self.job.offset, self.job.line) = (at.next, at.next_line);
        self.unsaved += 1;
        let is_time_over = self.work.clock.now().duration_since(self.started) > RUN_FOR;
        if self.unsaved < SAVE_EVERY && !is_time_over {
            return Ok(true);
        }
        self.unsaved = 0;
        if !self.work.store.save_import(&self.tenant, &mut self.job).await? {
            // Another run goes on: the queue delivered a message twice.
            return Ok(false);
        }
        if is_time_over {
            self.work.queue.send(self.task, SignedDuration::ZERO).await?;
        }
        Ok(!is_time_over)
    }

    /// Ends the import after its last row. The file goes last: until then a run that stops here is taken up.
    ///
    /// # Errors
    /// Storage or S3 failures: the task has to come again.
    pub async fn finish(mut self) -> Result<(), Error> {
        if self.job.report.rows == 0 {
            return self.fail(None, ImportFault::EmptyFile).await;
        }
        self.end(ImportStatus::Done).await
    }

    /// Ends an import whose file cannot be read at all.
    ///
    /// # Errors
    /// The errors of [`finish`](Self::finish).
    pub async fn fail(&mut self, column: Option<&str>, fault: ImportFault) -> Result<(), Error> {
        self.job.report.note(1, column, fault);
        self.end(ImportStatus::Failed).await
    }

    async fn end(&mut self, status: ImportStatus) -> Result<(), Error> {
        self.job.status = status;
        if self.work.store.save_import(&self.tenant, &mut self.job).await? {
            tracing::info!(import = %self.job.id, status = status.as_str(), rows = self.job.report.rows, "import finished");
            self.work.bucket.delete(&self.task.file, self.work.clock.now()).await?;
        }
        Ok(())
    }

    async fn take_review(&mut self, line: u64, row: &ImportRow) -> Result<(), Error> {
        let digests = self.digests(row);
        let urls = PhotoUrls { bucket: self.work.bucket.clone(), reach: self.work.reach };
        let photos: Vec<_> = row.photos.iter().filter_map(|url| urls.parse(url).ok()).collect();
        let outcome = match self.is_known_here(row).await? {
            true => Outcome::Duplicate,
            false if self.job.is_dry_run => self.rehearse(&digests).await?,
            false => self.write(line, row, &photos, &digests).await?,
        };
        match outcome {
            Outcome::Duplicate => self.job.report.note(line, None, ImportFault::Duplicate),
            Outcome::Imported => {
                self.job.report.imported += 1;
                if photos.len() < row.photos.len() {
                    self.job.report.note(line, Some(row.photos_column), ImportFault::PhotosNotImported);
                }
            }
        }
        Ok(())
    }

    /// The result that a row of a dry run would have.
    async fn rehearse(&mut self, digests: &[String]) -> Result<Outcome, Error> {
        let is_known = !self.work.store.imported_by(&self.tenant, digests).await?.is_empty();
        let is_seen = digests.iter().any(|digest| self.seen.contains(&start(digest)));
        self.seen.extend(digests.iter().map(|digest| start(digest)));
        Ok(if is_known || is_seen { Outcome::Duplicate } else { Outcome::Imported })
    }

    /// Writes a row's review, unless the row or another one did.
    async fn write(
        &self,
        line: u64,
        row: &ImportRow,
        photos: &[PhotoUrl],
        digests: &[String],
    ) -> Result<Outcome, Error> {
        let Self { work: ImportWork { store, bucket, clock, .. }, tenant, keys, job, .. } = self;
        let by = ImportedBy { import: job.id, line };
        // Nothing is ordered for one that is known.
        if !photos.is_empty()
            && let Some(outcome) = self.known_from_file(digests, by).await?
        {
            return Ok(outcome);
        }
        // Any number that is always the same for this row.
        let first = digests.last().map_or(line, |digest| start(digest));
        let mut tried = 0;
        retry!(store, {
            let id = ReviewId::written(row.written_at, first.wrapping_add(tried));
            let new = NewReview {
                id,
                origin: Origin::Import { platform: row.platform },
                author: None,
                product: row.product.clone(),
                language: row.language,
                verification: Verification::None,
                version: row.version.clone(),
            };
            let brought =
                Brought { external_id: row.external_id.clone(), written_at: row.written_at, reply: row.reply.clone() };
            let (mut review, ledger) = Review::import(new, brought, job.by.clone(), self.moderation, clock.now());
            review.set_photos(order_photos(bucket, tenant, keys, &review, photos, clock.now()).await?);
            let mut transaction = store.transaction(tenant);
            let events = transaction.save_review(None, &review, &ledger, keys, &self.subscriptions);
            transaction.guard_import(digests, by);
            if let Some(email) = &row.email {
                transaction.note_imported_review(&keys.email_index(email), id);
            }
            match transaction.commit().await {
                Ok(()) => {
                    self.work.webhooks.wake(tenant, &events).await;
                    Ok(Outcome::Imported)
                }
                Err(error @ CommitError::Refused(_)) if error.refused(Part::Imported) => {
                    Ok(self.known_from_file(digests, by).await?.unwrap_or(Outcome::Duplicate))
                }
                Err(error) => {
                    // Its id is taken: the next try has another one.
                    tried += u64::from(error.refused(Part::Review));
                    Err(TryError::<Error>::from(error))
                }
            }
        })
    }

    /// The result of a row whose review a file brought: imported, if this row brought it in a run that died afterwards.
    /// `None` if no file did.
    async fn known_from_file(&self, digests: &[String], by: ImportedBy) -> Result<Option<Outcome>, Error> {
        let known = self.work.store.imported_by(&self.tenant, digests).await?;
        let outcome = if known.contains(&by) { Outcome::Imported } else { Outcome::Duplicate };
        Ok((!known.is_empty()).then_some(outcome))
    }

    /// Whether the shop has the review, and not from a file: it has its id, or its product, name, stars, text and date.
    async fn is_known_here(&self, row: &ImportRow) -> Result<bool, Error> {
        let Self { work: ImportWork { store, .. }, tenant, keys, .. } = self;
        let id = row.external_id.as_ref().and_then(ExternalId::guid).and_then(ReviewId::from_guid);
        if let Some(id) = id
            && (store.review_row(tenant, id).await?.is_some() || !store.ledger(tenant, id, keys).await?.is_empty())
        {
            return Ok(true);
        }
        let (first, last) = ReviewId::of_second(row.written_at);
        let reading = Reading { span: Some(Span { first, last }), ..Reading::first(End::Oldest, SAME_SECOND_MAX) };
        let mut rows = store.review_rows(tenant, &ReviewList::All, reading).await?.rows;
        rows.retain(|known| known.product == row.product && known.rating == row.version.rating);
        rows.truncate(COMPARED_MAX);
        let known = store.reviews_of_rows(tenant, &rows, keys).await?;
        Ok(known.iter().any(|known| {
            let words = known.words.as_ref();
            !matches!(known.origin, Origin::Import { .. })
                && words.is_some_and(|words| words.text == row.version.words.text)
                && words.is_some_and(|words| words.display_name == row.version.words.display_name)
        }))
    }

    /// By what a review is known again: its content, and its id where it was written.
    fn digests(&self, row: &ImportRow) -> Vec<String> {
        let ImportRow { platform, external_id, product, version, written_at, .. } = row;
        let (product, stars) = (product.as_ref().map(ProductId::as_str), version.rating.stars());
        let name = version.words.display_name.as_ref().map(DisplayName::as_str);
        let (text, second) = (version.words.text.as_str(), written_at.as_second());
        // No part contains a NUL.
        let content = format!("import\0{product:?}\0{name:?}\0{stars}\0{text}\0{second}");
        let id = external_id.as_ref().map(|id| format!("import\0{}\0{}", platform.as_str(), id.as_str()));
        id.into_iter().chain([content]).map(|known_by| self.keys.fingerprint(known_by.as_bytes())).collect()
    }
}

/// The start of a digest: eight bytes for each row of a dry run have to fit into memory. Among a million rows two are the
/// same by chance once in 30 million runs.
fn start(digest: &str) -> u64 {
    digest.get(..16).and_then(|start| u64::from_str_radix(start, 16).ok()).unwrap_or_default()
}
