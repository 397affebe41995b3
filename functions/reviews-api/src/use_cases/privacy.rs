//! The calls that export or erase a person's data: each records a job and queues it.

use std::time::Duration;

use app::idempotency::{IdempotentCall, Reply, earlier, store_reply};
use app::privacy::{DOWNLOAD_FOR, PrivacyTask, export_key, person_at, start};
use app::review::actor;
use app::{Bucket, Caller, Error, MessageQueue};
use domain::{CustomerId, CustomerKey, Guid, PrivacyKind, PrivacyStatus, ReviewsChoice};
use jiff::Timestamp;
use store::{Person, PrivacyJob, ReplyAbout, Store};
use vault::Random;

/// Records exports and erasures, and shows their progress.
///
/// # Errors
/// Every method fails on storage failures, and as its own documentation says.
#[derive(Clone)]
pub struct Privacy {
    /// The table, which stores the jobs.
    pub store: Store,
    /// The bucket of the exports' files.
    pub bucket: Bucket,
    /// The queue of the function `privacy`.
    pub queue: MessageQueue<PrivacyTask>,
    /// Draws receipts.
    pub random: Random,
}

/// The person that a call is about.
#[derive(Debug, Clone)]
pub enum DataSubject {
    /// The person with this address or number.
    Address(CustomerKey),
    /// The customer with this id.
    Customer(CustomerId),
}

/// A call to export or erase.
#[derive(Debug, Clone)]
pub struct PrivacyRequest {
    /// Export or erasure.
    pub kind: PrivacyKind,
    /// The person.
    pub subject: DataSubject,
    /// Whether an erasure deletes or anonymises the person's reviews.
    pub reviews: ReviewsChoice,
}

impl Privacy {
    /// Records a job, queues it, and returns the answer that `render` makes of it. The answer does not reveal whether the
    /// person is known.
    ///
    /// # Errors
    /// [`Error::IdempotencyKeyReused`]; [`Error::Unavailable`] if it could not be queued: call again.
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
        let PrivacyRequest { kind, subject, reviews } = asked;
        let person = match subject {
            DataSubject::Address(address) => person_at(&address, &caller.keys),
            DataSubject::Customer(id) => Person { recipients: Vec::new(), customers: vec![id] },
        };
        let receipt = Guid::random(self.random.bytes());
        let job = PrivacyJob::new(receipt, kind, person, reviews, actor(caller), now);
        let reply = render(&job)?;
        // Before the reply is stored under the call's key: a call that failed here is done when it is repeated.
        start(&self.store, &self.queue, &caller.tenant, &job).await?;
        store_reply(idempotency, &self.store, caller, ReplyAbout::Nobody, now, reply).await
    }

    /// An export or erasure, and where the export can be downloaded until [`DOWNLOAD_FOR`] is over.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn show(
        &self,
        caller: &Caller,
        receipt: Guid,
        now: Timestamp,
    ) -> Result<(PrivacyJob, Option<String>), Error> {
        let job = self.store.privacy_job(&caller.tenant, receipt).await?.ok_or(Error::NotFound)?;
        let is_export = job.kind == PrivacyKind::Export && job.status == PrivacyStatus::Done;
        let left = job.finished_at.filter(|_| is_export).map(|at| DOWNLOAD_FOR - now.duration_since(at));
        let link = match left.and_then(|left| Duration::try_from(left).ok()).filter(|left| left.as_secs() > 0) {
            Some(left) => Some(self.bucket.link(&export_key(&caller.tenant, receipt), left, now).await?),
            None => None,
        };
        Ok((job, link))
    }
}
