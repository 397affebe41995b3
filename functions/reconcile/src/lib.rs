//! Every five minutes: wakes the sender for what schedules and queues lost, and ends what is over.

mod reconcile;

use edge::{Env, StartError};
use serde_json::Value;

pub use crate::reconcile::{Reconcile, Report};

/// The handler's dependencies.
#[derive(Clone)]
pub struct Parts {
    reconcile: Reconcile,
}

/// Builds what the handler uses.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn start(env: &Env) -> Result<Parts, StartError> {
    // It reads no single item, and nobody waits for it.
    env.leave_unprimed();
    let (queue, webhooks) = (env.queue()?, env.webhook_queue()?);
    let (random, clock) = (env.random.clone(), env.clock.clone());
    Ok(Parts { reconcile: Reconcile { store: env.store()?, queue, webhooks, random, clock } })
}

/// Checks every step that is due. The event is a tick without contents.
///
/// # Errors
/// If the table cannot be read: Lambda counts an error, and the next tick tries again.
pub async fn handle(parts: Parts, _tick: Value) -> Result<Report, lambda_runtime::Error> {
    let report = parts.reconcile.run().await?;
    let Report { expired, woken, webhooks, letters, waiting_too_long, held_shops, failed, oldest_late_s } = report;
    // Metric filters of the template read `oldest_late_s`, `waiting_too_long` and `held_shops`.
    tracing::info!(
        expired,
        woken,
        webhooks,
        letters,
        waiting_too_long,
        held_shops,
        failed,
        oldest_late_s,
        "reconciled"
    );
    Ok(report)
}
