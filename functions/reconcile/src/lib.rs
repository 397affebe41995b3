//! Runs every five minutes: wakes senders whose schedules or queue messages were lost, ends what has expired, and tells the
//! operator how things are.

mod digest;
mod gauges;
mod reconcile;

use edge::aws::StartError;
use edge::env::Env;
use serde_json::Value;

use crate::digest::Digest;
pub use crate::gauges::{FAULTS, GAUGES};
pub use crate::reconcile::{Reconcile, Report};

#[derive(Clone)]
pub struct Parts {
    reconcile: Reconcile,
    digest: Digest,
    namespace: String,
}

pub fn start(env: &Env) -> Result<Parts, StartError> {
    // Priming would not help, because this function reads no single item, and nobody waits for it.
    env.leave_unprimed();
    let (queue, webhooks, orders) = (env.queue()?, env.webhook_queue()?, env.order_queue()?);
    let (random, clock) = (env.random.clone(), env.clock.clone());
    let namespace = env.settings.get("METRICS_NAMESPACE")?.to_owned();
    let (store, privacy, nightly) = (env.store()?, env.privacy_queue()?, env.nightly_queue()?);
    let postal_address = env.settings.find("POSTAL_ADDRESS").map(str::to_owned);
    let topic = env.settings.get("ALARM_TOPIC")?.to_owned();
    let digest = Digest {
        store: store.clone(),
        ses: env.later(aws_sdk_sesv2::Client::new),
        sns: env.later(aws_sdk_sns::Client::new),
        topic,
        dashboard: namespace.clone(),
    };
    let senders = env.senders(&store)?;
    let sleep = env.provider_sdk().sleep_impl();
    let reconcile =
        Reconcile { store, queue, webhooks, orders, privacy, nightly, senders, sleep, postal_address, random, clock };
    Ok(Parts { reconcile, digest, namespace })
}

/// Checks every due step, and publishes what was found. The event is an empty tick.
pub async fn handle(parts: Parts, _tick: Value) -> Result<Report, lambda_runtime::Error> {
    let publish = |report: &Report, now| gauges::publish(&parts.namespace, report, now);
    let report = parts.reconcile.run(publish).await?;
    gauges::publish_failed(&parts.namespace, report.failed, parts.reconcile.clock.now());
    parts.digest.publish_if_due(&report, parts.reconcile.clock.now()).await;
    Ok(report)
}
