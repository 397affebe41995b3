//! Runs every five minutes: wakes senders whose schedules or queue messages were lost, and ends what has expired.

mod gauges;
mod reconcile;

use edge::aws::StartError;
use edge::env::Env;
use serde_json::Value;

pub use crate::gauges::GAUGES;
pub use crate::reconcile::{Reconcile, Report};

#[derive(Clone)]
pub struct Parts {
    reconcile: Reconcile,
    namespace: String,
}

pub fn start(env: &Env) -> Result<Parts, StartError> {
    // Priming would not help, because this function reads no single item, and nobody waits for it.
    env.leave_unprimed();
    let (queue, webhooks, orders) = (env.queue()?, env.webhook_queue()?, env.order_queue()?);
    let (random, clock) = (env.random.clone(), env.clock.clone());
    let namespace = env.settings.get("METRICS_NAMESPACE")?.to_owned();
    let (store, privacy) = (env.store()?, env.privacy_queue()?);
    let postal_address = env.settings.find("POSTAL_ADDRESS").map(str::to_owned);
    let senders = env.senders(&store)?;
    let sleep = env.provider_sdk().sleep_impl();
    let reconcile =
        Reconcile { store, queue, webhooks, orders, privacy, senders, sleep, postal_address, random, clock };
    Ok(Parts { reconcile, namespace })
}

/// Checks every due step. The event is an empty tick.
pub async fn handle(parts: Parts, _tick: Value) -> Result<Report, lambda_runtime::Error> {
    let report = parts.reconcile.run().await?;
    gauges::publish(&parts.namespace, &report, parts.reconcile.clock.now());
    Ok(report)
}
