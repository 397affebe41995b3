//! The calls that export or erase a person's data. Each records a job and queues it.
//!
//! Told by `tests/stories/privacy/calls.story`.

use std::time::Duration;

use domain::customer::CustomerKey;
use domain::privacy::{MADE_AGAIN_FOR, PrivacyKind, PrivacyStatus, ReviewsChoice};
use domain::review::Actor;
use domain::values::{CustomerId, Guid, Tenant};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use store::privacy::{Person, PrivacyJob};
use store::request::idempotency::ReplyAbout;
use store::shop::audit::AuditEntry;
use store::table::Store;
use vault::{Random, TenantKeys};

use crate::bucket::Bucket;
use crate::caller::{Author, Caller};
use crate::error::Error;
use crate::idempotency::{IdempotentCall, Reply, earlier, store_reply};
use crate::privacy::{DOWNLOAD_FOR, PrivacyTask, export_key, person_at, start};
use crate::queue::MessageQueue;
use crate::review::actor;

/// Records exports and erasures, and shows their progress.
#[derive(Clone)]
pub struct Privacy {
    pub store: Store,
    pub bucket: Bucket,
    pub queue: MessageQueue<PrivacyTask>,
    pub random: Random,
}

#[derive(Debug, Clone)]
pub enum DataSubject {
    /// The person with this address or number.
    Address(CustomerKey),
    Customer(CustomerId),
}

/// A call to export or erase.
#[derive(Debug, Clone)]
pub struct PrivacyRequest {
    pub kind: PrivacyKind,
    pub subject: DataSubject,
    /// Whether an erasure deletes or anonymises the person's reviews.
    pub reviews: ReviewsChoice,
}

impl Privacy {
    /// Records and queues a job, and returns what `render` makes of it. The result does not reveal whether the person
    /// is known.
    pub async fn ask(
        &self,
        caller: &Caller,
        asked: PrivacyRequest,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&PrivacyJob) -> Result<Reply, Error>,
    ) -> Result<Reply, Error> {
        if let Some(answer) = earlier(idempotency, &self.store, caller, now).await? {
            return Ok(answer);
        }
        let job = self.job(&caller.keys, actor(caller), asked, now);
        let reply = render(&job)?;
        // The job is started before the reply is stored: if storing fails, the repeated call starts the job again.
        start(&self.store, &self.queue, &caller.tenant, &job, &asked_by(&caller.author(), &job, now)).await?;
        store_reply(idempotency, &self.store, caller, ReplyAbout::Nobody, now, reply).await
    }

    /// Like [`ask`](Self::ask), for a member in the console. Returns the receipt.
    pub async fn begin(&self, caller: &Caller, asked: PrivacyRequest, now: Timestamp) -> Result<Guid, Error> {
        let job = self.job(&caller.keys, actor(caller), asked, now);
        start(&self.store, &self.queue, &caller.tenant, &job, &asked_by(&caller.author(), &job, now)).await?;
        Ok(job.receipt)
    }

    fn job(&self, keys: &TenantKeys, by: Actor, asked: PrivacyRequest, now: Timestamp) -> PrivacyJob {
        let PrivacyRequest { kind, subject, reviews } = asked;
        let person = match subject {
            DataSubject::Address(address) => person_at(&address, keys),
            DataSubject::Customer(id) => Person { customers: vec![id], ..Person::default() },
        };
        PrivacyJob::new(Guid::random(self.random.bytes()), kind, person, reviews, by, now)
    }

    /// An export or erasure, and the URL at which the export can be downloaded for [`DOWNLOAD_FOR`]. For
    /// [`MADE_AGAIN_FOR`] after a customer requested an export through the shop's system, the export is made again if
    /// its file has been deleted.
    pub async fn show(
        &self,
        tenant: &Tenant,
        receipt: Guid,
        now: Timestamp,
    ) -> Result<(PrivacyJob, Option<String>), Error> {
        let job = self.store.one::<PrivacyJob>(tenant, receipt).await?.ok_or(Error::NotFound)?;
        let is_export = job.kind == PrivacyKind::Export && job.status == PrivacyStatus::Done;
        let left = job.finished_at.filter(|_| is_export).map(|at| DOWNLOAD_FOR - now.duration_since(at));
        let link = match left.and_then(|left| Duration::try_from(left).ok()).filter(|left| left.as_secs() > 0) {
            Some(left) => Some(self.bucket.link(&export_key(tenant, receipt), left, now).await?),
            None if is_export && job.by == Actor::System && now.duration_since(job.requested_at) < MADE_AGAIN_FOR => {
                return Ok((self.make_again(tenant, job).await?, None));
            }
            None => None,
        };
        Ok((job, link))
    }
}

impl Privacy {
    /// Queues an export whose file has been deleted.
    async fn make_again(&self, tenant: &Tenant, done: PrivacyJob) -> Result<PrivacyJob, Error> {
        let (status, finished_at, counts, progress) = (PrivacyStatus::Running, None, None, None);
        let again = PrivacyJob { status, finished_at, counts, progress, ..done.clone() };
        // If another run began meanwhile, that run continues.
        if self.store.save_run(tenant, &again).await?
            && let Err(error) = self.queue.send(&PrivacyTask::job(tenant, again.receipt), SignedDuration::ZERO).await
        {
            self.store.save_run(tenant, &done).await?;
            return Err(error);
        }
        Ok(again)
    }
}

/// The audit log's entry about a job. It has the receipt, and nothing about the person.
pub fn asked_by(by: &Author, job: &PrivacyJob, now: Timestamp) -> AuditEntry {
    let (what, after) = match job.kind {
        PrivacyKind::Erase => ("erase_customer", json!({"reviews": job.reviews.as_str()})),
        PrivacyKind::Export => ("export_customer", Value::Null),
    };
    by.entry(what, job.receipt, [Value::Null, after], now)
}
