//! Every five minutes: finds what the clocks and queues lost, records what is over.

use app::{Clock, Reconcile, Report};
use edge::{Env, StartError};
use serde_json::Value;

/// What the function uses.
#[derive(Clone)]
pub struct Parts {
    reconcile: Reconcile,
    clock: Clock,
}

/// The function's parts.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn start(env: &Env) -> Result<Parts, StartError> {
    let reconcile = Reconcile { store: env.store()?, queue: env.queue()? };
    Ok(Parts { reconcile, clock: env.clock.clone() })
}

/// Looks over everything owed once. The event, a tick, says nothing.
///
/// # Errors
/// When the table cannot be read: Lambda then counts an error, and the next tick tries again.
pub async fn handle(parts: Parts, _tick: Value) -> Result<Report, lambda_runtime::Error> {
    let report = parts.reconcile.run(parts.clock.now()).await?;
    tracing::info!(expired = report.expired, woken = report.woken, failed = report.failed, "reconciled");
    Ok(report)
}
