//! Sends messages that are due, of requests and notifications, in the same steps: read, look for a [reason](reasons) to wait or to stop,
//! claim, call the provider once, commit.
//!
//! If a step has several wake-ups, one of them claims it. A wake-up that is too early is replaced by a later one. It is
//! not put back into the queue, so that a message in the dead-letter queue always means a fault.

mod claim;
mod first_days;
mod pause;
mod rate_limit;
mod reasons;
mod rejection;
mod settle;
mod sign_in;
mod submit;

use std::mem::take;
use std::pin::Pin;
use std::sync::Arc;

use app::clock::Clock;
use app::error::{Error, TryError, retry};
use app::links::Links;
use app::message::TaggedMessage;
use app::message::wake::{NotificationWake, Queue, Schedules, Wake, wake_at};
use domain::message::{Pause, back_off};
use domain::values::Tenant;
use jiff::{SignedDuration, Timestamp};
use store::table::Store;
use vault::{Random, Vault};

use crate::fate::{Fate, Stop};
use crate::mailer::Mailer;
use crate::send::pause::later;
pub use crate::send::rate_limit::RateLimits;
pub use crate::send::rejection::LastAccepted;
use crate::send::submit::Claimed;
use crate::sms_sender::SmsSender;

/// How long after a wake-up the provider may be called. The provider has 8 seconds to answer. Committing the answer
/// takes up to 8 more, and Lambda ends the function after 30.
const SUBMITTED_WITHIN: SignedDuration = SignedDuration::from_secs(14);
/// How long after a wake-up its message may be claimed. Three further steps take up to 8 seconds each: the claim, the
/// last check of suppressions and, if no time is left for the provider, the return to the queue.
const CLAIMED_WITHIN: SignedDuration = SignedDuration::from_secs(6);
/// The longest wait of a wake-up whose shop's rows were too busy.
const BUSY_FOR: SignedDuration = SignedDuration::from_secs(30);

#[derive(Clone)]
pub struct Send {
    pub store: Store,
    pub vault: Arc<Vault>,
    pub links: Links,
    pub mailer: Mailer,
    pub sms_sender: SmsSender,
    /// SMS segments that a shop may use in a calendar month (UTC). A segment's price depends on the country, so both
    /// this limit and [`SmsSender::max_price`] are needed to limit the bill.
    pub sms_segments_a_month: u32,
    /// How many SMS the provider accepts per second. This depends on the kind of number (1 to 100), and no call returns
    /// it.
    pub sms_a_second: u32,
    /// Wakes the sender soon.
    pub queue: Queue,
    /// Wakes the sender later.
    pub schedules: Schedules,
    /// This process' rate limits.
    pub rate_limits: RateLimits,
    pub last_accepted: LastAccepted,
    /// Random numbers that identify claims and spread retries.
    pub random: Random,
    /// A clock and not an instant, because sending takes seconds.
    pub clock: Clock,
}

/// The state that the tries of one wake-up pass on to the next try.
struct Attempt<'a> {
    tenant: &'a Tenant,
    woken_at: Timestamp,
    /// The owners of claims whose message was certainly not sent.
    released: Vec<u64>,
    /// The pause of the channel, if this is the only message that is tried during it.
    tried: Option<Pause>,
    /// Whether the month's SMS segments are used up.
    is_unaffordable: bool,
    /// Whether the message has waited for its slot.
    has_slot: bool,
    /// Whether the limit of the shop's first days allows the message today.
    may_leave_today: bool,
}

impl<'a> Attempt<'a> {
    fn new(tenant: &'a Tenant, released: &[u64], woken_at: Timestamp) -> Self {
        Self {
            tenant,
            woken_at,
            released: released.to_vec(),
            tried: None,
            is_unaffordable: false,
            has_slot: false,
            may_leave_today: false,
        }
    }

    /// The wake-up comes back, after a while or, if only it knows which claims are void, soon.
    fn comes_back(&mut self, at: Timestamp) -> Fate {
        if self.released.is_empty() { Fate::Again(at) } else { Fate::Released(take(&mut self.released)) }
    }
}

impl Send {
    /// Processes one wake-up. `Ok` acknowledges it.
    /// Errors: Storage, KMS or queue failures, or calls so slow that no time is left to send. The wake-up stays in the
    /// queue.
    pub async fn wake(&self, wake: &Wake) -> Result<(), Error> {
        // On the heap and without its type, which would nest too deep.
        let tried: Pin<Box<dyn Future<Output = Result<(), Error>> + std::marker::Send + '_>> =
            Box::pin(self.try_to_wake(wake));
        match tried.await {
            // As if the queue delivered the wake-up again, but after seconds and not after minutes.
            Err(Error::Busy(_)) => {
                self.release(wake, wake.released().to_vec(), later(self.clock.now(), self.draw(BUSY_FOR))).await
            }
            done => done,
        }
    }

    async fn try_to_wake(&self, wake: &Wake) -> Result<(), Error> {
        let Ok((tenant, id, step)) = wake.request() else {
            tracing::error!(?wake, "cannot read a wake-up");
            return Err(Error::Internal("invalid wake-up".to_owned()));
        };
        match self.try_to_claim(&tenant, TaggedMessage::Step { request: id, step }, wake.released()).await? {
            Ok(claimed) => self.submit(&tenant, claimed).await,
            Err(Fate::Released(owners)) => {
                self.release(wake, owners, later(self.clock.now(), self.draw(back_off(0)))).await
            }
            Err(Fate::Again(at)) => {
                self.again(wake, at).await;
                Ok(())
            }
            Err(_) => Ok(()),
        }
    }

    /// Processes one wake-up for a notification. `Ok` acknowledges it.
    pub async fn wake_notification(&self, wake: &NotificationWake) -> Result<(), Error> {
        let (tenant, name) = wake.notification().map_err(|rule| Error::Internal(rule.to_string()))?;
        match self.try_to_claim(&tenant, TaggedMessage::Notification(name), &[]).await? {
            Ok(claimed) => self.submit(&tenant, claimed).await,
            Err(_) => Ok(()),
        }
    }

    /// The steps before the call to the provider: claims the message, or settles it, or makes it wait.
    async fn try_to_claim(
        &self,
        tenant: &Tenant,
        of: TaggedMessage,
        released: &[u64],
    ) -> Result<Result<Claimed, Fate>, Error> {
        let mut attempt = Attempt::new(tenant, released, self.clock.now());
        retry!(self.store, { self.try_once(&mut attempt, of).await })
    }

    async fn try_once(
        &self,
        attempt: &mut Attempt<'_>,
        of: TaggedMessage,
    ) -> Result<Result<Claimed, Fate>, TryError<Error>> {
        let mut due = match self.due(attempt, of).await {
            Ok(due) => due,
            Err(Stop::Fate(fate)) => return Ok(Err(fate)),
            Err(Stop::Failed(error)) => return Err(error),
        };
        let claimed = match self.find_reason(attempt, &mut due).await {
            Ok(ready) => self.claim(attempt, &mut due, ready).await,
            Err(stop) => Err(stop),
        };
        match claimed {
            Ok(claimed) => Ok(Ok(claimed)),
            Err(Stop::Fate(fate)) => self.carry_out(attempt.tenant, due, fate).await.map(Err),
            Err(Stop::Failed(error)) => Err(error),
        }
    }

    /// Queues a wake-up again. If that fails, reconcile finds the message in the index when it is due.
    async fn again(&self, wake: &Wake, at: Timestamp) -> bool {
        wake_at(&self.queue, Some(&self.schedules), wake, at, self.clock.now()).await
    }

    /// Queues a wake-up again. Only this wake-up says that the message of a claim was not sent.
    async fn release(&self, wake: &Wake, owners: Vec<u64>, at: Timestamp) -> Result<(), Error> {
        match self.again(&wake.releasing(owners), at).await {
            true => Ok(()),
            false => Err(Error::Unavailable("the wake-up could not be sent again".to_owned())),
        }
    }
}
