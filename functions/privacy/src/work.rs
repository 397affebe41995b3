//! Exports and erases. All work may be repeated: the next run continues the work of a run that stopped anywhere.

use std::pin::pin;
use std::sync::Arc;

use app::bucket::{Bucket, DECISIONS};
use app::clock::Clock;
use app::error::{Error, TryError, retry};
use app::message::suppress::SuppressionRecord;
use app::privacy::{PrivacyTask, export_key, export_part_key};
use app::queue::MessageQueue;
use app::review::ended_review;
use bytes::Bytes;
use domain::privacy::{DataKind, PersonCounts, PrivacyKind, PrivacyStatus};
use domain::values::{Guid, Tenant};
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use jiff::{SignedDuration, Timestamp};
use store::message::suppression::{SuppressedRecipient, Suppressing};
use store::privacy::{PrivacyJob, PrivacyProgress};
use store::review::feeds::{FeedChange, UploadedParts};
use store::shop::TenantRecord;
use store::table::Store;
use vault::{Random, TenantKeys, Vault};

use crate::archive::{Archive, document};
use crate::found::Found;
use crate::kinds::{Portion, name};
use crate::person::PersonSearch;

/// How many portions are read at the same time, and how many entries are removed at the same time.
pub(crate) const AT_ONCE: usize = 16;
/// The time after which a run begins no further step. The function has 30 seconds.
pub(crate) const RUN_FOR: SignedDuration = SignedDuration::from_secs(15);
/// The wait before the second removal, which deletes data that was written by calls from before the first removal. The
/// wait is longer than such a call: functions have 28 seconds.
const IN_FLIGHT_FOR: SignedDuration = SignedDuration::from_secs(30);

/// Exports and erases personal data, and ends shops.
#[derive(Clone)]
pub struct PrivacyWork {
    pub store: Store,
    pub vault: Arc<Vault>,
    /// The bucket of photos, exports and records of erasures.
    pub bucket: Bucket,
    /// The queue for the rest of the work.
    pub queue: MessageQueue<PrivacyTask>,
    /// The queue for the rest of the work at night, and for what a shop no longer keeps, so that nobody's erasure waits
    /// behind it.
    pub nightly: MessageQueue<PrivacyTask>,
    /// The start of addresses, without a trailing slash.
    pub base_url: String,
    pub random: Random,
    /// A clock and not an instant, because a run must end in time.
    pub clock: Clock,
}

/// The key of the record of a shop's end.
pub(crate) fn end_key(tenant: &Tenant) -> String {
    format!("erasures/{tenant}/shop.json")
}

/// The shop in an [`end_key`]; `None` if this is the key of an erasure's record.
fn shop_of_end(key: &str) -> Option<Tenant> {
    key.strip_prefix("erasures/")?.strip_suffix("/shop.json")?.parse().ok()
}

impl PrivacyWork {
    /// Works on a task. What does not fit into this run is queued.
    pub async fn run(&self, task: &PrivacyTask) -> Result<(), Error> {
        match task {
            PrivacyTask::Job { tenant, receipt } => self.go_on(tenant, *receipt).await,
            PrivacyTask::Shop { shop } => self.end_shop(shop).await,
            PrivacyTask::ShopExport { export_of } => self.export_shop(export_of).await,
            PrivacyTask::Aging { aging, after } => self.erase_aged(aging, after.clone()).await,
            PrivacyTask::Feed { feed_of } => self.write_feed(feed_of).await,
            PrivacyTask::Replay { replay } => {
                if let Some(shop) = shop_of_end(replay) {
                    return self.end_again(&shop).await;
                }
                if let Some((shop, review)) = ended_review(replay) {
                    return self.end_review_again(replay, (&shop, review)).await;
                }
                if replay.starts_with(DECISIONS) {
                    return self.suppress_again(replay).await;
                }
                let file = self.bucket.get(replay, self.clock.now()).await?;
                let job = PrivacyJob::from_json(&file)?;
                let job = PrivacyJob { counts: None, removed_at: None, finished_at: None, progress: None, ..job };
                let tenant = tenant_of_erasure(replay)?;
                self.store.write(&tenant, &job).await?;
                self.go_on(&tenant, job.receipt).await
            }
        }
    }

    /// Repeats from its record that somebody gets no messages, or gets them again.
    async fn suppress_again(&self, key: &str) -> Result<(), Error> {
        let now = self.clock.now();
        let file = serde_json::from_slice(&self.bucket.get(key, now).await?);
        let file = file.map_err(|_| Error::Internal("the record of a suppression".to_owned()))?;
        let SuppressionRecord { tenant, index, channel, reason, lifted, at } = file;
        let Some(tenant) = tenant else {
            if lifted {
                self.store.lift_stop(&index, at).await?;
            } else {
                self.store.stop_number(&index, at).await?;
            }
            return Ok(());
        };
        let tenant: Tenant = tenant.parse().map_err(|_| Error::Internal("a record without a tenant".to_owned()))?;
        let Some((_, keys)) = self.shop(&tenant).await? else { return Ok(()) };
        retry!(self.store, {
            let mut transaction = self.store.transaction(&tenant);
            if lifted {
                let read = self.store.suppression(&tenant, &index, &keys).await?;
                let applies = |read: &SuppressedRecipient| read.reasons.get(&reason).is_some_and(|since| *since <= at);
                let Some(read) = read.filter(applies) else { return Ok(()) };
                transaction.lift(&read, &[reason]);
            } else {
                transaction.suppress(Suppressing { channel, index: &index, address: None }, reason, at, &keys);
            }
            Ok::<_, TryError<Error>>(transaction.commit().await?)
        })
    }

    /// A shop and its keys; `None` if the table was restored to a time before the shop, or the shop has ended for good.
    pub(crate) async fn shop(&self, tenant: &Tenant) -> Result<Option<(TenantRecord, Arc<TenantKeys>)>, Error> {
        let Some(shop) = self.store.tenant(tenant).await?.filter(|shop| !shop.is_erased()) else { return Ok(None) };
        let keys = self.vault.tenant(tenant, &shop.root, self.clock.now()).await?;
        Ok(Some((shop, keys)))
    }

    async fn go_on(&self, tenant: &Tenant, receipt: Guid) -> Result<(), Error> {
        let Some(mut job) = self.store.begin_run::<PrivacyJob>(tenant, receipt).await? else {
            // The table was restored meanwhile.
            tracing::warn!(%receipt, "ignored a task of an unknown export or erasure");
            return Ok(());
        };
        if job.status != PrivacyStatus::Done {
            match self.work(tenant, &mut job).await {
                Ok(()) => {}
                Err(Halt::Overtaken) => return Ok(()),
                Err(Halt::Failed(error)) => {
                    if let Error::Internal(_) = &error {
                        // A repetition may not help, but it is tried; if it succeeds, the status changes.
                        job.status = PrivacyStatus::Failed;
                        self.store.save_run(tenant, &job).await?;
                    }
                    return Err(error);
                }
            }
        }
        // The parts are removed only after the job is saved as done, because a run whose parts are gone could not
        // continue. If the run died in between, this is repeated.
        if job.status == PrivacyStatus::Done && job.kind == PrivacyKind::Export {
            self.remove_parts(tenant, &job).await?;
        }
        Ok(())
    }

    /// Removes the files of an export's runs, also of runs that died before they saved their progress.
    pub(crate) async fn remove_parts(&self, tenant: &Tenant, export: &PrivacyJob) -> Result<(), Error> {
        let now = self.clock.now();
        for run in 1..=export.version {
            self.bucket.delete(&export_part_key(tenant, export.receipt, run), now).await?;
        }
        Ok(())
    }

    async fn work(&self, tenant: &Tenant, job: &mut PrivacyJob) -> Result<(), Halt> {
        let started = self.clock.now();
        let record = self.store.tenant(tenant).await?.ok_or_else(|| Error::Internal("no such shop".to_owned()))?;
        let keys = self.vault.tenant(tenant, &record.root, started).await.map_err(Error::from)?;
        let search = PersonSearch::new(&self.store, (tenant, &record, &keys), job.requested_at, job.by_retention);
        if job.counts.is_none() && job.progress.is_none() {
            search.complete(&mut job.person).await?;
        }
        match job.kind {
            PrivacyKind::Export => self.export(&search, job, started).await,
            PrivacyKind::Erase => self.erase(&search, job, started).await,
        }
    }

    /// Exports the person's data. Each run except the last writes its rows into its own file.
    async fn export(&self, search: &PersonSearch<'_>, job: &mut PrivacyJob, started: Timestamp) -> Result<(), Halt> {
        let (tenant, receipt) = (search.tenant, job.receipt);
        // The export starts again if an erasure between two runs removed data that is in the earlier runs' files.
        let has_parts = job.progress.as_ref().is_some_and(|progress| !progress.parts.is_empty());
        if !(has_parts && self.is_noted(search, job).await?) {
            job.progress = None;
        }
        let mut archive = Archive::default();
        let is_through = self.walk(search, job, started, Doing::Export(&mut archive)).await?;
        let mut progress = job.progress.clone().unwrap_or_default();
        if !progress.parts.is_empty() && !self.is_noted(search, job).await? {
            return Err(Error::Unavailable("the person is being erased".to_owned()).into());
        }
        let now = self.clock.now();
        // First, all of the person's data is marked with the export, so that an erasure always finds the export.
        for of in job.person.exports() {
            self.store.note_export(tenant, &of, receipt, now).await?;
        }
        if !is_through {
            let part = export_part_key(tenant, receipt, job.version);
            self.bucket.put(&part, "text/plain", archive.into_rows().into(), now).await?;
            progress.parts.push(job.version);
            job.progress = Some(progress);
            return self.go_on_later(tenant, job, SignedDuration::ZERO).await;
        }
        let mut rows = String::new();
        for run in progress.parts {
            let key = export_part_key(tenant, receipt, run);
            rows += &String::from_utf8_lossy(&self.bucket.get(&key, now).await?);
        }
        rows += &archive.into_rows();
        self.bucket.put_json(&export_key(tenant, receipt), document(job, &rows), now).await?;
        job.counts = Some(progress.counts);
        self.finish(tenant, job).await
    }

    /// Whether all of the person's data is still marked with the export.
    async fn is_noted(&self, search: &PersonSearch<'_>, job: &PrivacyJob) -> Result<bool, Error> {
        for of in job.person.exports() {
            if !self.store.exports_of(search.tenant, &of).await?.contains(&job.receipt) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    async fn erase(&self, search: &PersonSearch<'_>, job: &mut PrivacyJob, started: Timestamp) -> Result<(), Halt> {
        if job.counts.is_none() {
            self.bar(search, job).await?;
            if !self.walk(search, job, started, Doing::Count).await? {
                return self.go_on_later(search.tenant, job, SignedDuration::ZERO).await;
            }
            job.counts = job.progress.take().map(|progress| progress.counts);
            self.save(search.tenant, job).await?;
        }
        let left = job.removed_at.map(|at| IN_FLIGHT_FOR - self.clock.now().duration_since(at));
        if let Some(left) = left.filter(|left| left.is_positive()) {
            return Ok(self.queue_again(search.tenant, job, left).await?);
        }
        if !self.walk(search, job, started, Doing::Remove).await? {
            return self.go_on_later(search.tenant, job, SignedDuration::ZERO).await;
        }
        job.progress = None;
        if job.removed_at.is_some() {
            // Before the end, because nothing else has the files written anew without the person.
            self.store.change_feed(search.tenant, FeedChange::NameErasedAt(self.clock.now())).await?;
            return self.finish(search.tenant, job).await;
        }
        job.removed_at = Some(self.clock.now());
        self.go_on_later(search.tenant, job, IN_FLIGHT_FOR).await
    }

    /// Suppresses the person's addresses and numbers before the longer work. They are counted first, because a later
    /// run would find them already suppressed.
    async fn bar(&self, search: &PersonSearch<'_>, job: &mut PrivacyJob) -> Result<(), Halt> {
        let now = self.clock.now();
        let found = search.find(DataKind::Suppressions, &job.person, &Portion::Whole).await?;
        if job.progress.is_none() {
            // The record is written while all of the person's keys are still known. It is outside the table, because
            // the table may be restored from a backup.
            let file = erasure_key(search.tenant, job.receipt);
            self.bucket.put_json(&file, job.to_json()?, now).await?;
            let mut counts = PersonCounts::default();
            found.iter().for_each(|found| found.count(&mut counts));
            // The first kind is done.
            let [first, ..] = DataKind::ALL;
            let (kind, after) = (name(first).to_owned(), Some(String::new()));
            job.progress = Some(PrivacyProgress { kind, after, counts, parts: Vec::new(), since: None });
            self.save(search.tenant, job).await?;
        }
        let barred = found.into_iter().map(|found| found.remove(search, self, job, now));
        Ok(stream::iter(barred).buffer_unordered(AT_ONCE).try_collect::<()>().await?)
    }

    /// Processes the person's data from where the last run stopped, until the end or until the run's time is over.
    /// Returns whether it reached the end; the job contains the progress.
    async fn walk(
        &self,
        search: &PersonSearch<'_>,
        job: &mut PrivacyJob,
        started: Timestamp,
        mut doing: Doing<'_>,
    ) -> Result<bool, Error> {
        let is_time_over = || self.clock.now().duration_since(started) > RUN_FOR;
        let asked = search.asked(&job.person).await?;
        let mut at = job.progress.clone().unwrap_or_default();
        at.since = at.since.or_else(|| matches!(doing, Doing::Remove).then_some(started));
        let first = DataKind::ALL.iter().position(|kind| name(*kind) == at.kind).unwrap_or_default();
        for kind in &DataKind::ALL[first..] {
            if doing.leaves_out(*kind, job) {
                continue;
            }
            if name(*kind) != at.kind {
                (at.kind, at.after) = (name(*kind).to_owned(), None);
            }
            loop {
                let portions = search.portions(*kind, &job.person, &asked, at.after.as_deref()).await?;
                if portions.is_empty() {
                    break;
                }
                let person = &job.person;
                let found = portions.into_iter().map(async |portion| {
                    let found = search.find(*kind, person, &portion).await?;
                    Ok::<_, Error>((portion, found))
                });
                let mut found = pin!(stream::iter(found).buffered(AT_ONCE));
                while let Some(part) = found.try_next().await? {
                    self.take(search, job, part, &mut doing, &mut at, started).await?;
                    if is_time_over() {
                        job.progress = Some(at);
                        return Ok(false);
                    }
                }
            }
        }
        job.progress = Some(at);
        Ok(true)
    }

    /// Counts, exports or removes a portion, and records that as the progress.
    async fn take(
        &self,
        search: &PersonSearch<'_>,
        job: &PrivacyJob,
        (portion, found): (Portion, Vec<Found>),
        doing: &mut Doing<'_>,
        at: &mut PrivacyProgress,
        started: Timestamp,
    ) -> Result<(), Error> {
        let is_done = match doing {
            Doing::Count => {
                found.iter().for_each(|found| found.count(&mut at.counts));
                true
            }
            Doing::Export(archive) => {
                let now = self.clock.now();
                for found in found {
                    found.count(&mut at.counts);
                    archive.add(search, &self.bucket, found, now).await?;
                }
                true
            }
            Doing::Remove => self.remove(search, job, &portion, found, &mut at.counts, started).await?,
        };
        if is_done {
            at.after = Some(portion.place());
        }
        Ok(())
    }

    /// Removes and counts a portion, and returns whether all of it is removed. Only a portion that is a whole kind may take longer
    /// than a run; the next run does not find what is already removed.
    async fn remove(
        &self,
        search: &PersonSearch<'_>,
        job: &PrivacyJob,
        portion: &Portion,
        found: Vec<Found>,
        counts: &mut PersonCounts,
        started: Timestamp,
    ) -> Result<bool, Error> {
        let count = found.len();
        let has_time = |number: usize| {
            number < AT_ONCE
                || !matches!(portion, Portion::Whole)
                || self.clock.now().duration_since(started) <= RUN_FOR
        };
        let (alone, others): (Vec<_>, Vec<_>) = found.into_iter().partition(Found::changes_counters);
        let mut removed = 0;
        for (found, at_once) in [(others, AT_ONCE), (alone, 1)] {
            let found = found.into_iter().enumerate().take_while(|(number, _)| has_time(*number));
            let removing = found.map(|(_, found)| {
                found.count(counts);
                found.remove(search, self, job, self.clock.now())
            });
            let mut removing = pin!(stream::iter(removing).buffer_unordered(at_once));
            while let Some(()) = removing.try_next().await? {
                removed += 1;
            }
        }
        Ok(removed == count)
    }

    async fn go_on_later(&self, tenant: &Tenant, job: &PrivacyJob, wait: SignedDuration) -> Result<(), Halt> {
        self.save(tenant, job).await?;
        Ok(self.queue_again(tenant, job, wait).await?)
    }

    async fn queue_again(&self, tenant: &Tenant, job: &PrivacyJob, wait: SignedDuration) -> Result<(), Error> {
        let queue = if job.by_retention { &self.nightly } else { &self.queue };
        queue.send(&PrivacyTask::job(tenant, job.receipt), wait).await
    }

    async fn save(&self, tenant: &Tenant, job: &PrivacyJob) -> Result<(), Halt> {
        match self.store.save_run(tenant, job).await? {
            true => Ok(()),
            false => Err(Halt::Overtaken),
        }
    }

    async fn finish(&self, tenant: &Tenant, job: &mut PrivacyJob) -> Result<(), Halt> {
        (job.status, job.finished_at) = (PrivacyStatus::Done, Some(self.clock.now()));
        self.save(tenant, job).await?;
        Ok(())
    }
}

enum Halt {
    /// The task must be repeated.
    Failed(Error),
    /// Another run began meanwhile and does the remaining work.
    Overtaken,
}

impl From<Error> for Halt {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl From<store::table::Error> for Halt {
    fn from(error: store::table::Error) -> Self {
        Self::Failed(error.into())
    }
}

enum Doing<'a> {
    Count,
    Export(&'a mut Archive),
    Remove,
}

impl Doing<'_> {
    fn leaves_out(&self, kind: DataKind, job: &PrivacyJob) -> bool {
        match self {
            // The lists that lead to the other data stay until the other data was searched twice.
            Self::Remove => kind == DataKind::RequestLists && job.removed_at.is_none(),
            // Copies are neither counted nor exported.
            Self::Count | Self::Export(_) => kind == DataKind::Replies,
        }
    }
}

/// The key of an erasure's record, which stays when the table is restored from an older backup.
fn erasure_key(tenant: &Tenant, receipt: Guid) -> String {
    format!("erasures/{tenant}/{receipt}.json")
}

fn tenant_of_erasure(key: &str) -> Result<Tenant, Error> {
    let tenant = key.strip_prefix("erasures/").and_then(|rest| rest.split('/').next()?.parse().ok());
    tenant.ok_or_else(|| Error::Internal("not the key of an erasure".to_owned()))
}

impl PrivacyWork {
    pub(crate) async fn upload_next(
        &self,
        (key, content_type): (&str, &str),
        parts: &mut UploadedParts,
        bytes: Bytes,
    ) -> Result<(), Error> {
        let now = self.clock.now();
        let upload = match parts.upload.take() {
            Some(upload) => upload,
            None => self.bucket.begin_upload(key, content_type, now).await?,
        };
        let etag = self.bucket.upload_part(key, &upload, parts.etags.len() + 1, bytes, now).await?;
        parts.etags.push(etag);
        parts.upload = Some(upload);
        Ok(())
    }

    /// Finishes a file with the bytes that are in no part yet. It then replaces an earlier file.
    pub(crate) async fn finish_file(
        &self,
        (key, content_type): (&str, &str),
        mut parts: UploadedParts,
        rest: Bytes,
    ) -> Result<(), Error> {
        if parts.upload.is_none() {
            return self.bucket.put(key, content_type, rest, self.clock.now()).await;
        }
        if !rest.is_empty() {
            self.upload_next((key, content_type), &mut parts, rest).await?;
        }
        let UploadedParts { upload, etags } = parts;
        self.bucket.finish_upload(key, &upload.unwrap_or_default(), &etags, self.clock.now()).await
    }
}
