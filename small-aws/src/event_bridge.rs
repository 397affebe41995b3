//! EventBridge's default bus, as far as events about emails and objects need it: rules that put events into a queue.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use anyhow::ensure;
use jiff::Timestamp;
use serde_json::Value;

use super::{queue::Queues, rule::Rule, stack::Stack};

/// The bus.
pub(super) struct EventBridge {
    stack: Arc<Stack>,
    queues: Arc<Queues>,
    /// Events since the last look, whether or not a rule matched.
    published: AtomicUsize,
}

impl EventBridge {
    pub(super) fn open(stack: &Arc<Stack>, queues: &Arc<Queues>) -> anyhow::Result<Self> {
        for Rule { queue, .. } in &stack.rules {
            ensure!(queues.with_arn(queue).is_some(), "a rule's queue {queue} does not exist");
        }
        Ok(Self { stack: stack.clone(), queues: queues.clone(), published: AtomicUsize::new(0) })
    }

    /// Publishes an event, which reaches queues at `due_at`, once for each rule that matches it.
    pub(super) fn publish(&self, id: &str, event: &Value, now: Timestamp, due_at: Timestamp) -> dynoxide::Result<()> {
        self.published.fetch_add(1, Ordering::Relaxed);
        let inputs = self.stack.rules.iter().filter_map(|rule| Some((&rule.queue, rule.input_of(event)?)));
        for (number, (queue, input)) in inputs.enumerate() {
            if let Some(queue) = self.queues.with_arn(queue) {
                queue.put(&format!("{id}-{number}"), input, now, due_at)?;
            }
        }
        Ok(())
    }

    /// How many events were published since the last look.
    pub(super) fn take_published(&self) -> usize {
        self.published.swap(0, Ordering::Relaxed)
    }
}
