//! The queues of work that functions leave to one another. The sends have schedules and reports besides, and so queues
//! of their own kind.

use dynoxide::Database;
use jiff::{SignedDuration, Timestamp};

use super::{
    ACCOUNT, ENDPOINT, REGION,
    queue::{Message, Queue, VISIBILITY_S},
    small_aws::SmallAws,
};

/// A queue before one function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Exports and erasures, for `privacy`.
    Privacy,
    /// Events to endpoints, for `deliver-webhooks`.
    Webhooks,
}

impl Work {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Privacy, Self::Webhooks];

    const fn name(self) -> &'static str {
        match self {
            Self::Privacy => "afterword-privacy",
            Self::Webhooks => "afterword-webhooks",
        }
    }

    /// The queue's URL.
    #[must_use]
    pub fn url(self) -> String {
        format!("{ENDPOINT}/{ACCOUNT}/{}", self.name())
    }

    /// The queue's ARN.
    #[must_use]
    pub fn arn(self) -> String {
        format!("arn:aws:sqs:{REGION}:{ACCOUNT}:{}", self.name())
    }
}

/// The queues, in the order of [`Work::ALL`].
pub(super) struct WorkQueues([Queue; 2]);

impl WorkQueues {
    pub(super) fn open(db: &Database) -> anyhow::Result<Self> {
        let [privacy, webhooks] = Work::ALL.map(|work| Queue::open(db, work.name(), work.name()));
        Ok(Self([privacy?, webhooks?]))
    }

    pub(super) const fn of(&self, work: Work) -> &Queue {
        &self.0[work as usize]
    }

    /// The queue that a URL names.
    pub(super) fn at(&self, url: &str) -> Option<&Queue> {
        self.0.iter().find(|queue| queue.has(url))
    }

    pub(super) fn next_due(&self) -> Option<Timestamp> {
        self.0.iter().filter_map(Queue::next_due).min()
    }
}

impl SmallAws {
    /// Receives up to `max` visible messages of a queue of work, as Lambda's poller does.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn receive_work(&self, work: Work, max: usize) -> anyhow::Result<Vec<Message>> {
        let visibility = SignedDuration::from_secs(VISIBILITY_S);
        Ok(self.work().of(work).take(max, visibility, false, self.clock().now())?)
    }

    /// Deletes a message of a queue of work.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn finish_work(&self, work: Work, id: &str) -> anyhow::Result<()> {
        Ok(self.work().of(work).finish(id)?)
    }

    /// The bodies of what waits on a queue of work, and of its dead letters.
    #[must_use]
    pub fn work_messages(&self, work: Work) -> Vec<String> {
        let queue = self.work().of(work);
        let waiting = queue.waiting().into_iter().map(|(_, body)| body);
        waiting.chain(queue.dead().into_iter().map(|message| message.body)).collect()
    }
}
