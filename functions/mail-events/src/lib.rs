//! Takes the providers' reports about messages: accepted, delivered, bounced, marked as spam. SES' events come by
//! EventBridge, those of SMS by an SNS topic, all through one queue.

mod reports;
mod wire;

use app::Error;
use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent};
use edge::{Env, StartError, each_message};

use crate::reports::TakeReports;
use crate::wire::{About, Event, Task};

/// The handler's dependencies.
pub type Parts = TakeReports;

/// Builds what the handler uses.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn start(env: &Env) -> Result<Parts, StartError> {
    Ok(TakeReports {
        store: env.store()?,
        vault: env.vault()?,
        queue: env.queue()?,
        schedules: env.schedules()?,
        webhooks: env.webhook_queue()?,
        clock: env.clock.clone(),
    })
}

/// Takes a batch of events.
///
/// # Errors
/// None: the answer names the events that failed.
pub async fn handle(parts: Parts, event: SqsEvent) -> Result<SqsBatchResponse, lambda_runtime::Error> {
    Ok(each_message(event, |body| take(&parts, body)).await)
}

async fn take(parts: &Parts, body: String) -> Result<(), Error> {
    // The cause may quote the event, so it is not logged.
    let event = serde_json::from_str::<Event>(&body);
    let event = event.map_err(|_| Error::Internal("a message is not an event".to_owned()))?;
    match event.parse()? {
        Some(Task::Report(About { tenant, of, report, recipient })) => {
            parts.take(&tenant, of, &report, recipient.as_ref()).await
        }
        Some(Task::Stop(number)) => parts.stop(&number).await,
        None => {
            tracing::info!("ignored a provider's event that changes nothing");
            Ok(())
        }
    }
}
