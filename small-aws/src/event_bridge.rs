//! EventBridge's default bus, with rules that put events about emails and objects into queues.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicUsize, Ordering},
};

use anyhow::ensure;
use jiff::Timestamp;
use serde_json::Value;

use super::{lineage::Lineage, queue::Queues, rule::Rule, stack::Stack};

pub(super) struct EventBridge {
    stack: Arc<Stack>,
    queues: Arc<Queues>,
    /// The number of events since the last reading, whether or not a rule matched.
    published: AtomicUsize,
    is_refused: AtomicBool,
}

impl EventBridge {
    pub(super) fn open(stack: &Arc<Stack>, queues: &Arc<Queues>) -> anyhow::Result<Self> {
        for Rule { queue, .. } in &stack.rules {
            ensure!(queues.with_arn(queue).is_some(), "a rule's queue {queue} does not exist");
        }
        let (stack, queues) = (stack.clone(), queues.clone());
        Ok(Self { stack, queues, published: AtomicUsize::new(0), is_refused: AtomicBool::new(false) })
    }

    /// Publishes an event, which reaches the queue of each matching rule at `due_at`.
    pub(super) fn publish(&self, id: &str, event: &Value, now: Timestamp, due_at: Timestamp) -> dynoxide::Result<()> {
        self.published.fetch_add(1, Ordering::Relaxed);
        let inputs = self.stack.rules.iter().filter_map(|rule| Some((rule, rule.input_of(event)?)));
        for (number, (rule, input)) in inputs.enumerate() {
            let Some(queue) = self.queues.with_arn(&rule.queue) else { continue };
            let id = format!("{id}-{number}");
            // Without the input transformer, which only the queue needs. A missing permission is not retried.
            match rule.group_of(event) {
                Ok(group) if !self.is_refused.load(Ordering::Relaxed) => {
                    queue.put_of(&Lineage::default(), &id, input, group, now, due_at)?;
                }
                Ok(_) | Err(()) => queue.set_aside(&id, event.to_string(), now)?,
            }
        }
        Ok(())
    }

    pub(super) fn set_refused(&self, is_refused: bool) {
        self.is_refused.store(is_refused, Ordering::Relaxed);
    }

    /// The number of published events since the last reading.
    pub(super) fn take_published(&self) -> usize {
        self.published.swap(0, Ordering::Relaxed)
    }
}
