//! What the providers report about messages: accepted, delivered, bounced, marked as spam. SES's events come by EventBridge,
//! those of SMS by a topic, all through one queue.

mod wire;

use std::panic::AssertUnwindSafe;

use app::{Error, TakeReports};
use aws_lambda_events::sqs::{BatchItemFailure, SqsBatchResponse, SqsEvent, SqsMessage};
use edge::{Env, StartError};
use futures_util::FutureExt as _;
use futures_util::future::join_all;

use crate::wire::{About, Event, Task};

/// What the handler uses.
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
        clock: env.clock.clone(),
    })
}

/// Takes a batch of events. The answer names those that failed, and SQS delivers only them again.
///
/// # Errors
/// None: if the whole batch failed, SQS would deliver what was taken again, too.
pub async fn handle(parts: Parts, event: SqsEvent) -> Result<SqsBatchResponse, lambda_runtime::Error> {
    let taken = event.records.into_iter().map(|message| take(&parts, message));
    let failed = join_all(taken).await.into_iter().flatten().map(|id| {
        let mut failure = BatchItemFailure::default();
        failure.item_identifier = id;
        failure
    });
    let mut response = SqsBatchResponse::default();
    response.batch_item_failures = failed.collect();
    Ok(response)
}

/// Takes one event; returns its message's id if that failed. A panic is its failure alone.
async fn take(parts: &Parts, message: SqsMessage) -> Option<String> {
    let id = message.message_id.unwrap_or_default();
    let taken = async {
        let event = serde_json::from_str::<Event>(&message.body.unwrap_or_default());
        // The cause may quote the event, so it is not logged.
        let event = event.map_err(|_| Error::Internal("a message is not an event".to_owned()))?;
        match event.parse()? {
            Some(Task::Report(About { tenant, request, report })) => parts.take(&tenant, request, &report).await,
            Some(Task::Stop(number)) => parts.stop(&number).await,
            None => {
                tracing::info!(message_id = id, "nothing to do");
                Ok(())
            }
        }
    };
    let panicked = |_| Err(Error::Internal("taking it panicked".to_owned()));
    match AssertUnwindSafe(taken).catch_unwind().await.unwrap_or_else(panicked) {
        Ok(()) => None,
        Err(error) => {
            tracing::error!(message_id = id, %error, "not taken");
            Some(id)
        }
    }
}
