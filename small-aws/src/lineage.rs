//! The functions through which a message came. Lambda uses them to detect loops.
//!
//! On AWS, the runtime gives the count to the SDK, which sends it in the header `X-Amzn-Trace-Id`. Here the count
//! belongs to the invocation's task. Only SQS passes it on: a message from EventBridge or Scheduler has none.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// How often each function was invoked before a message was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lineage(BTreeMap<String, u32>);

tokio::task_local! {
    static OWN: Lineage;
}

impl Lineage {
    /// The lineage of messages that the running invocation sends; empty outside of an invocation.
    pub(super) fn own() -> Self {
        OWN.try_with(Clone::clone).unwrap_or_default()
    }

    /// The lineage of a batch: the highest count of each function. AWS does not document how it counts.
    pub(super) fn of<'a>(batch: impl Iterator<Item = &'a Self>) -> Self {
        let mut most = BTreeMap::new();
        for (function, times) in batch.flat_map(|lineage| &lineage.0) {
            let of_batch = most.entry(function.clone()).or_default();
            *of_batch = times.max(of_batch).to_owned();
        }
        Self(most)
    }

    pub(super) fn times(&self, function: &str) -> u32 {
        self.0.get(function).copied().unwrap_or_default()
    }

    pub(super) async fn invoke<T>(mut self, function: &str, work: impl Future<Output = T>) -> T {
        *self.0.entry(function.to_owned()).or_default() += 1;
        OWN.scope(self, work).await
    }
}
