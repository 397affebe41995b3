//! Queues with their dead letters, as SQS stores them and Lambda's pollers read them.

mod sqs;

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use dynoxide::Database;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{
    clock::MovableClock,
    lineage::Lineage,
    names::{ACCOUNT, queue_arn},
    shelf::Shelf,
    stack::QueueSpec,
    wire::Refusal,
};

/// A message that was received this often does not count for the age of the oldest message ("Available CloudWatch
/// metrics for Amazon SQS").
const AGE_RECEIVES_MAX: u32 = 3;
const DEAD: &str = "-dead";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The id that SQS gave to the message.
    pub id: String,
    /// The receipt handle in a function's event.
    pub receipt: String,
    /// The body as it was sent.
    pub body: String,
    /// When the message was sent: the same at each receipt.
    pub sent_at: Timestamp,
    /// How often the message was received, including this time.
    pub receives: u32,
    /// The functions through which the message came.
    pub lineage: Lineage,
}

/// A queue and its dead letters.
pub struct Queue {
    spec: QueueSpec,
    clock: MovableClock,
    rows: Shelf<Row>,
    copies: Mutex<Option<Copies>>,
    served: Mutex<Served>,
}

/// How much later than requested each copy of a message is delivered.
type Copies = Arc<dyn Fn() -> Vec<SignedDuration> + Send + Sync>;

#[derive(Clone, Serialize, Deserialize)]
struct Row {
    body: String,
    sent_at: Timestamp,
    visible_at: Timestamp,
    receives: u32,
    dead: bool,
    /// Whether another service made the message a dead letter, so that it came from no queue.
    #[serde(default)]
    set_aside: bool,
    #[serde(default)]
    lineage: Lineage,
    /// The message group, which makes the queue fair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    group: Option<String>,
}

impl Queue {
    fn open(db: &Database, spec: &QueueSpec, clock: &MovableClock) -> anyhow::Result<Self> {
        let rows = Shelf::open(db, &format!("queue {}", spec.name))?;
        Ok(Self { spec: spec.clone(), clock: clock.clone(), rows, copies: Mutex::default(), served: Mutex::default() })
    }

    /// Deletes a message whose handler succeeded; a missing message is no error. A failed message needs no call: it
    /// becomes visible again.
    pub fn finish(&self, id: &str) -> anyhow::Result<()> {
        self.rows.lock().remove(id)?;
        self.served().end(id, self.clock.now());
        Ok(())
    }

    fn served(&self) -> MutexGuard<'_, Served> {
        self.served.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// When each message becomes visible, and its body, earliest first; without the dead letters.
    pub fn waiting(&self) -> Vec<(Timestamp, String)> {
        let rows = self.rows.lock();
        let waiting = rows.values().filter(|row| !row.dead);
        let mut waiting: Vec<_> = waiting.map(|row| (row.visible_at, row.body.clone())).collect();
        waiting.sort();
        waiting
    }

    /// The age of the oldest message as SQS publishes it: without dead letters and messages received three times.
    pub fn oldest_age(&self) -> SignedDuration {
        let rows = self.rows.lock();
        let counted = rows.values().filter(|row| !row.dead && row.receives < AGE_RECEIVES_MAX);
        let oldest = counted.map(|row| row.sent_at).min();
        oldest.map_or(SignedDuration::ZERO, |oldest| self.clock.now().duration_since(oldest))
    }

    /// The groups of the messages except the dead letters.
    pub fn waiting_groups(&self) -> Vec<Option<String>> {
        self.rows.lock().values().filter(|row| !row.dead).map(|row| row.group.clone()).collect()
    }

    pub fn dead(&self) -> Vec<Message> {
        let rows = self.rows.lock();
        rows.iter().filter(|(_, row)| row.dead).map(|(id, row)| row.message(id)).collect()
    }

    /// The bodies of all messages, the dead letters last.
    pub fn bodies(&self) -> Vec<String> {
        let waiting = self.waiting().into_iter().map(|(_, body)| body);
        waiting.chain(self.dead().into_iter().map(|message| message.body)).collect()
    }

    /// Decides how often each later message is delivered: one delay for each copy, and none loses the message.
    pub fn set_copies(&self, copies: impl Fn() -> Vec<SignedDuration> + Send + Sync + 'static) {
        *self.copies.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(copies));
    }

    /// Puts in a message that becomes visible at `visible_at`, from a service that passes on no lineage.
    pub(super) fn put(&self, id: &str, body: String, now: Timestamp, visible_at: Timestamp) -> dynoxide::Result<()> {
        self.put_of(&Lineage::default(), id, body, None, now, visible_at)
    }

    pub(super) fn put_of(
        &self,
        lineage: &Lineage,
        id: &str,
        body: String,
        group: Option<String>,
        now: Timestamp,
        visible_at: Timestamp,
    ) -> dynoxide::Result<()> {
        let copies = self.copies.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let delays = copies.map_or_else(|| vec![SignedDuration::ZERO], |copies| copies());
        for (copy, delay) in delays.into_iter().enumerate() {
            let id = if copy == 0 { id.to_owned() } else { format!("{id}-{copy}") };
            let visible_at = visible_at.saturating_add(delay).unwrap_or(visible_at);
            let (body, lineage, group) = (body.clone(), lineage.clone(), group.clone());
            let row =
                Row { body, sent_at: now, visible_at, receives: 0, dead: false, set_aside: false, lineage, group };
            self.rows.lock().put(&id, row)?;
        }
        Ok(())
    }

    /// Makes a message a dead letter, as a service does that cannot reach the queue.
    pub(super) fn set_aside(&self, id: &str, body: String, now: Timestamp) -> dynoxide::Result<()> {
        let lineage = Lineage::default();
        let row =
            Row { body, sent_at: now, visible_at: now, receives: 0, dead: true, set_aside: true, lineage, group: None };
        self.rows.lock().put(id, row)
    }

    /// Receives up to `max` visible messages, as Lambda's poller does, and hides each for the visibility timeout: the
    /// longest waiting first, noisy groups last, and among those the group with the fewest messages in flight first. A
    /// message that was received as often as the queue allows becomes a dead letter instead.
    pub fn receive(&self, max: usize) -> anyhow::Result<Vec<Message>> {
        let now = self.clock.now();
        let mut rows = self.rows.lock();
        let mut served = self.served();
        served.forget(now);
        let noisy = served.noisy(now);
        let in_flight = |group: Option<&str>| noisy.get(group?).copied();
        let mut due: Vec<_> = rows
            .iter()
            .filter(|(_, row)| !row.dead && row.visible_at <= now)
            .map(|(id, row)| (in_flight(row.group.as_deref()), row.visible_at, id.clone()))
            .collect();
        // Only the first ones matter. These are more than `max`, because some may become dead letters.
        let first = max.saturating_mul(2).min(due.len());
        if first < due.len() {
            due.select_nth_unstable(first);
        }
        due[..first].sort();
        let mut taken = Vec::new();
        for (_, _, id) in due {
            if taken.len() == max {
                break;
            }
            let Some(mut row) = rows.get(&id).cloned() else {
                continue;
            };
            if row.receives >= self.spec.receives_max {
                row.dead = true;
                row.visible_at = now;
                rows.put(&id, row)?;
                continue;
            }
            row.receives += 1;
            served.begin(&id, row.group.as_deref(), now);
            row.visible_at = now.checked_add(self.spec.visibility).unwrap_or(Timestamp::MAX);
            taken.push(row.message(&id));
            rows.put(&id, row)?;
        }
        Ok(taken)
    }
}

/// The time for which messages were in flight lately, by group. "Fair queues" name two measures for a noisy group: a
/// tenth of the messages in flight, and a tenth of the consumers' time. This is the second.
#[derive(Default)]
struct Served {
    /// When each message in flight was received, and its group, if any.
    in_flight: HashMap<String, (Timestamp, Option<String>)>,
    /// When each other message was finished, how long it took, and its group; oldest first.
    lately: VecDeque<(Timestamp, SignedDuration, Option<String>)>,
}

impl Served {
    /// A group that has had no messages for this time is quiet again.
    const QUIET_AFTER: SignedDuration = SignedDuration::from_mins(5);
    /// The least time of a message, because with a frozen clock the time would be zero.
    const TAKES_MIN: SignedDuration = SignedDuration::from_millis(1);

    fn begin(&mut self, id: &str, group: Option<&str>, now: Timestamp) {
        // A message may be received again before it was finished.
        self.end(id, now);
        self.in_flight.insert(id.to_owned(), (now, group.map(ToOwned::to_owned)));
    }

    fn end(&mut self, id: &str, now: Timestamp) {
        if let Some((since, group)) = self.in_flight.remove(id) {
            self.lately.push_back((now, now.duration_since(since).max(Self::TAKES_MIN), group));
        }
    }

    fn forget(&mut self, now: Timestamp) {
        while self.lately.front().is_some_and(|(at, ..)| now.duration_since(*at) > Self::QUIET_AFTER) {
            self.lately.pop_front();
        }
    }

    /// The groups that use more than a tenth of the time, each with its number of messages in flight. A message without
    /// a group counts as its own group, which is never noisy.
    fn noisy(&self, now: Timestamp) -> HashMap<&str, usize> {
        let mut total = SignedDuration::ZERO;
        let mut by_group: HashMap<&str, (SignedDuration, usize)> = HashMap::new();
        let done = self.lately.iter().map(|(_, took, group)| (*took, group, 0));
        let in_flight = self.in_flight.values();
        let in_flight = in_flight.map(|(since, group)| (now.duration_since(*since).max(Self::TAKES_MIN), group, 1));
        for (took, group, count) in done.chain(in_flight) {
            total += took;
            if let Some(group) = group {
                let of_group = by_group.entry(group).or_default();
                *of_group = (of_group.0 + took, of_group.1 + count);
            }
        }
        let noisy = by_group.into_iter().filter(|(_, (took, _))| *took * 10 > total);
        noisy.map(|(group, (_, in_flight))| (group, in_flight)).collect()
    }
}

impl Row {
    fn message(&self, id: &str) -> Message {
        let Self { body, sent_at, receives, lineage, .. } = self;
        let receipt = format!("{id}.{receives}");
        let (id, body, lineage) = (id.to_owned(), body.clone(), lineage.clone());
        Message { id, receipt, body, sent_at: *sent_at, receives: *receives, lineage }
    }
}

pub(super) struct Queues(Vec<Queue>);

impl Queues {
    pub(super) fn open(db: &Database, specs: &[QueueSpec], clock: &MovableClock) -> anyhow::Result<Self> {
        Ok(Self(specs.iter().map(|spec| Queue::open(db, spec, clock)).collect::<anyhow::Result<_>>()?))
    }

    pub(super) fn named(&self, name: &str) -> Option<&Queue> {
        self.0.iter().find(|queue| queue.spec.name == name)
    }

    pub(super) fn with_arn(&self, arn: &str) -> Option<&Queue> {
        self.0.iter().find(|queue| queue_arn(&queue.spec.name) == arn)
    }

    /// The queue of a URL, and whether the URL names its dead letters. As in SQS only the end of the URL counts: the
    /// host differs between calls in process and over loopback.
    fn at(&self, url: &str) -> Result<(&Queue, bool), Refusal> {
        let name = url.rsplit_once(ACCOUNT).and_then(|(_, name)| name.strip_prefix('/')).unwrap_or_default();
        let dead = || name.strip_suffix(DEAD).and_then(|name| self.named(name));
        let found = self.named(name).map(|queue| (queue, false)).or_else(|| dead().map(|queue| (queue, true)));
        found.ok_or_else(|| Refusal::bad("QueueDoesNotExist", "The specified queue does not exist."))
    }

    pub(super) fn next_due(&self) -> Option<Timestamp> {
        let next = |queue: &Queue| queue.rows.lock().values().filter(|row| !row.dead).map(|row| row.visible_at).min();
        self.0.iter().filter_map(next).min()
    }
}
