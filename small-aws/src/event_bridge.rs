//! EventBridge's default bus, as far as events about emails and objects need it: rules that put events into a queue.

use std::sync::Arc;

use anyhow::ensure;
use jiff::Timestamp;
use serde_json::Value;

use super::{queue::Queues, rule::Rule, stack::Stack};

/// The bus.
pub(super) struct EventBridge {
    stack: Arc<Stack>,
    queues: Arc<Queues>,
}

impl EventBridge {
    pub(super) fn open(stack: &Arc<Stack>, queues: &Arc<Queues>) -> anyhow::Result<Self> {
        for Rule { queue, .. } in &stack.rules {
            ensure!(queues.with_arn(queue).is_some(), "a rule's queue {queue} does not exist");
        }
        Ok(Self { stack: stack.clone(), queues: queues.clone() })
    }

    /// Publishes an event, which reaches queues at `due_at`, once for each rule that matches it.
    pub(super) fn publish(&self, id: &str, event: &Value, now: Timestamp, due_at: Timestamp) -> dynoxide::Result<()> {
        let inputs = self.stack.rules.iter().filter_map(|rule| Some((&rule.queue, rule.input_of(event)?)));
        for (number, (queue, input)) in inputs.enumerate() {
            if let Some(queue) = self.queues.with_arn(queue) {
                queue.put(&format!("{id}-{number}"), input, now, due_at)?;
            }
        }
        Ok(())
    }
}
