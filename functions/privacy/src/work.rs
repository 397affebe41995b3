//! The work of exports and erasures. All of it may be repeated: the next run continues one that stopped anywhere.

use std::sync::Arc;

use app::privacy::{PrivacyTask, export_key};
use app::{Bucket, Clock, Error, MessageQueue, WebhookQueue};
use domain::{Guid, PersonCounts, PrivacyKind, PrivacyStatus, Tenant};
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use jiff::{SignedDuration, Timestamp};
use store::{PrivacyJob, Store};
use vault::Vault;

use crate::archive::Archive;
use crate::kinds::DataKind;
use crate::person::{Asked, PersonSearch};

/// The number of requests whose data is read before any of it is removed.
const REQUESTS_AT_ONCE: usize = 50;
/// The time after which a run begins nothing more. The function has 30 seconds.
const RUN_FOR: SignedDuration = SignedDuration::from_secs(15);
/// The wait before the second removal, longer than any call that began before the first one may take: functions have 28
/// seconds. What such a call wrote meanwhile is removed then.
const IN_FLIGHT_FOR: SignedDuration = SignedDuration::from_secs(30);

/// Does exports and erasures.
#[derive(Clone)]
pub struct PrivacyWork {
    /// The table.
    pub store: Store,
    /// The keys of sealed data.
    pub vault: Arc<Vault>,
    /// The bucket of photos, exports and records of erasures.
    pub bucket: Bucket,
    /// The queue for the rest of the work.
    pub queue: MessageQueue<PrivacyTask>,
    /// The queue of webhooks.
    pub webhooks: WebhookQueue,
    /// A clock and not an instant: a run ends in time.
    pub clock: Clock,
}

impl PrivacyWork {
    /// Does a task, or as much of it as fits into a run; the rest is queued.
    ///
    /// # Errors
    /// Storage, KMS, S3 or queue failures: the task has to come again.
    pub async fn run(&self, task: &PrivacyTask) -> Result<(), Error> {
        match task {
            PrivacyTask::Job { tenant, mode, receipt } => {
                let tenant = tenant_of(tenant, mode)?;
                let receipt = Guid::parse(receipt).map_err(|_| Error::Internal("a task's receipt".to_owned()))?;
                match self.store.privacy_job(&tenant, receipt).await? {
                    Some(job) => self.go_on(&tenant, job).await,
                    // The table was restored meanwhile.
                    None => {
                        tracing::warn!(%receipt, "ignored a task of an unknown export or erasure");
                        Ok(())
                    }
                }
            }
            PrivacyTask::Replay { replay } => {
                let file = self.bucket.get(replay, self.clock.now()).await?;
                let job = PrivacyJob::from_json(&file)?;
                let job = PrivacyJob { counts: None, removed_at: None, finished_at: None, ..job };
                let tenant = tenant_of_erasure(replay)?;
                self.store.put_privacy_job(&tenant, &job).await?;
                self.go_on(&tenant, job).await
            }
        }
    }

    async fn go_on(&self, tenant: &Tenant, mut job: PrivacyJob) -> Result<(), Error> {
        if job.status == PrivacyStatus::Done {
            return Ok(());
        }
        if job.kind.is_foreign() || job.reviews.is_foreign() || job.status.is_foreign() {
            return Err(of_another_version());
        }
        let done = self.work(tenant, &mut job).await;
        if let Err(Error::Internal(_)) = &done {
            // Trying again may not help; it is done nevertheless, and says so if it did.
            job.status = PrivacyStatus::Failed;
            self.store.put_privacy_job(tenant, &job).await?;
        }
        done
    }

    async fn work(&self, tenant: &Tenant, job: &mut PrivacyJob) -> Result<(), Error> {
        let started = self.clock.now();
        let record = self.store.tenant(tenant).await?.ok_or_else(|| Error::Internal("no such shop".to_owned()))?;
        let keys = self.vault.tenant(tenant, &record.root, started).await?;
        let search = PersonSearch {
            store: &self.store,
            tenant,
            keys: &keys,
            until: job.requested_at,
            webhooks: &record.webhooks,
        };
        if job.counts.is_none() {
            search.complete(&mut job.person).await?;
            if job.kind == PrivacyKind::Erase {
                // Before anything is removed that leads to the rest, and outside the table, which may be restored from a
                // backup.
                let file = erasure_key(tenant, job.receipt);
                self.bucket.put_json(&file, job.to_json()?, started).await?;
            }
        }
        match job.kind {
            PrivacyKind::Export => self.export(&search, job).await,
            PrivacyKind::Erase => self.erase(&search, job, started).await,
            PrivacyKind::Foreign(_) => Err(of_another_version()),
        }
    }

    async fn export(&self, search: &PersonSearch<'_>, job: &mut PrivacyJob) -> Result<(), Error> {
        let now = self.clock.now();
        let asked = search.asked(&job.person).await?;
        let (mut archive, mut counts) = (Archive::new(job), PersonCounts::default());
        for kind in DataKind::ALL {
            for some in portions(kind, &asked) {
                for found in kind.find(search, &job.person, some).await? {
                    found.count(&mut counts);
                    archive.add(search, &self.bucket, found, now).await?;
                }
            }
        }
        // First what leads to it, so that an erasure finds it in any case.
        for of in job.person.exports() {
            self.store.note_export(search.tenant, &of, job.receipt, now).await?;
        }
        self.bucket.put_json(&export_key(search.tenant, job.receipt), archive.into_json(), now).await?;
        job.counts = Some(counts);
        self.finish(search.tenant, job).await
    }

    async fn erase(&self, search: &PersonSearch<'_>, job: &mut PrivacyJob, started: Timestamp) -> Result<(), Error> {
        let asked = search.asked(&job.person).await?;
        if job.counts.is_none() {
            let mut counts = PersonCounts::default();
            for kind in DataKind::ALL {
                for some in portions(kind, &asked) {
                    kind.find(search, &job.person, some).await?.iter().for_each(|found| found.count(&mut counts));
                }
            }
            job.counts = Some(counts);
            self.store.put_privacy_job(search.tenant, job).await?;
        }
        let again = PrivacyTask::job(search.tenant, job.receipt);
        let left = job.removed_at.map(|at| IN_FLIGHT_FOR - self.clock.now().duration_since(at));
        if let Some(left) = left.filter(|left| left.is_positive()) {
            return self.queue.send(&again, left).await;
        }
        for kind in DataKind::ALL {
            // What leads to the rest stays until the rest was looked for twice.
            if kind == DataKind::RequestLists && job.removed_at.is_none() {
                continue;
            }
            for some in portions(kind, &asked) {
                let now = self.clock.now();
                if now.duration_since(started) > RUN_FOR {
                    return self.queue.send(&again, SignedDuration::ZERO).await;
                }
                let found = kind.find(search, &job.person, some).await?;
                let removed = found.into_iter().map(|found| found.remove(search, self, job, now));
                stream::iter(removed).buffer_unordered(kind.at_once()).try_collect::<()>().await?;
            }
        }
        if job.removed_at.is_some() {
            return self.finish(search.tenant, job).await;
        }
        job.removed_at = Some(self.clock.now());
        self.store.put_privacy_job(search.tenant, job).await?;
        self.queue.send(&again, IN_FLIGHT_FOR).await
    }

    async fn finish(&self, tenant: &Tenant, job: &mut PrivacyJob) -> Result<(), Error> {
        (job.status, job.finished_at) = (PrivacyStatus::Done, Some(self.clock.now()));
        self.store.put_privacy_job(tenant, job).await?;
        tracing::info!(receipt = %job.receipt, kind = job.kind.as_str(), "export or erasure finished");
        Ok(())
    }
}

/// The task stays in the queue, and then among its dead letters, for the version of this code that knows what is asked.
pub(crate) fn of_another_version() -> Error {
    Error::Unavailable("an export or erasure of another version".to_owned())
}

/// The portions in which a kind is searched: some requests at a time, or a single empty one for kinds without requests.
fn portions(kind: DataKind, asked: &[Asked]) -> Vec<&[Asked]> {
    match kind.is_of_requests() {
        true => asked.chunks(REQUESTS_AT_ONCE).collect(),
        false => vec![&[]],
    }
}

/// The key of the file that outlives the table's restoration from a backup of before an erasure.
fn erasure_key(tenant: &Tenant, receipt: Guid) -> String {
    format!("erasures/{tenant}/{receipt}.json")
}

/// The tenant in an [`erasure_key`].
fn tenant_of_erasure(key: &str) -> Result<Tenant, Error> {
    let tenant = key.strip_prefix("erasures/").and_then(|rest| rest.split('/').next()?.parse().ok());
    tenant.ok_or_else(|| Error::Internal("not the key of an erasure".to_owned()))
}

fn tenant_of(tenant: &str, mode: &str) -> Result<Tenant, Error> {
    Tenant::parse(tenant, mode).map_err(|_| Error::Internal("a task without a tenant".to_owned()))
}
