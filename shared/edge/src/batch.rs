//! A batch of messages from a queue.

use std::panic::AssertUnwindSafe;

use app::error::Error;
use aws_lambda_events::sqs::{BatchItemFailure, SqsBatchResponse, SqsEvent, SqsMessage};
use futures_util::FutureExt as _;
use futures_util::future::join_all;

/// Processes the body of each message, like [`each_record`].
pub fn each_message<F>(event: SqsEvent, handle: impl Fn(String) -> F) -> impl Future<Output = SqsBatchResponse>
where
    F: Future<Output = Result<(), Error>>,
{
    // Not async, because each async layer would nest the type of the whole run's future deeper.
    each_record(event, move |record| handle(record.body.unwrap_or_default()))
}

/// Processes all messages at the same time, so that a slow one does not use up the others' time. The answer names the
/// messages that failed, and SQS delivers only these again.
///
/// The batch never fails as a whole, because SQS would then repeat processed messages. Even a panic fails only its own
/// message.
pub async fn each_record<F>(event: SqsEvent, handle: impl Fn(SqsMessage) -> F) -> SqsBatchResponse
where
    F: Future<Output = Result<(), Error>>,
{
    let handled = event.records.into_iter().map(async |record: SqsMessage| {
        let id = record.message_id.clone().unwrap_or_default();
        let panicked = |_| Err(Error::Internal("it panicked".to_owned()));
        let done = AssertUnwindSafe(handle(record)).catch_unwind().await.unwrap_or_else(panicked);
        // A metric filter in the template counts the lines with this field.
        done.inspect_err(|error| tracing::error!(unhandled = id, %error, "cannot handle a queue message"))
            .err()
            .map(|_| id)
    });
    let mut response = SqsBatchResponse::default();
    response.batch_item_failures = join_all(handled).await.into_iter().flatten().map(failure).collect();
    response
}

fn failure(id: String) -> BatchItemFailure {
    let mut failure = BatchItemFailure::default();
    failure.item_identifier = id;
    failure
}
