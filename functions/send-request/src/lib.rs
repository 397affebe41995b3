//! The queue's consumer: sends the messages that are due.

use std::panic::AssertUnwindSafe;

use app::{Send, Wake};
use aws_lambda_events::sqs::{BatchItemFailure, SqsBatchResponse, SqsEvent, SqsMessage};
use domain::Language;
use edge::{Env, StartError};
use futures_util::FutureExt as _;
use futures_util::future::join_all;
use texts::Texts;

/// The SMS segments that a tenant may send in a month, unless the stack sets another number.
const SMS_SEGMENTS_A_MONTH: u32 = 1_000;

/// What the handler uses.
pub type Parts = Send;

/// Builds what the handler uses.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn start(env: &Env) -> Result<Parts, StartError> {
    // Other languages are loaded when they are needed.
    env.prepare(|| Texts::mail(Language::English).load());
    let (store, vault) = (env.store()?, env.vault()?);
    Ok(Send {
        links: env.links(&store, &vault)?,
        store,
        vault,
        mailer: env.mailer()?,
        sms_sender: env.sms_sender(),
        sms_segments_a_month: env.settings.number("SMS_MONTHLY_SEGMENTS", SMS_SEGMENTS_A_MONTH)?,
        queue: env.queue()?,
        schedules: env.schedules()?,
        random: env.random.clone(),
        clock: env.clock.clone(),
    })
}

/// Serves a batch of wake-ups, concurrently, so that a slow one does not use up the others' time. The answer
/// names those that failed, and SQS delivers only them again.
///
/// # Errors
/// None: if the whole batch failed, SQS would deliver its finished wake-ups again, too.
pub async fn handle(parts: Parts, event: SqsEvent) -> Result<SqsBatchResponse, lambda_runtime::Error> {
    let served = event.records.into_iter().map(|message| serve(&parts, message));
    let failed = join_all(served).await.into_iter().flatten().map(|id| {
        let mut failure = BatchItemFailure::default();
        failure.item_identifier = id;
        failure
    });
    let mut response = SqsBatchResponse::default();
    response.batch_item_failures = failed.collect();
    Ok(response)
}

/// Serves one wake-up; returns its message's id if it failed. A panic is its failure alone: the other wake-ups of
/// the batch may have been sent, and would be delivered again.
async fn serve(parts: &Parts, message: SqsMessage) -> Option<String> {
    let id = message.message_id.unwrap_or_default();
    let wake = message.body.and_then(|body| serde_json::from_str::<Wake>(&body).ok());
    let served = async {
        match wake {
            Some(wake) => parts.wake(&wake).await,
            None => Err(app::Error::Internal("a message is not a wake-up".to_owned())),
        }
    };
    let panicked = |_| Err(app::Error::Internal("serving it panicked".to_owned()));
    match AssertUnwindSafe(served).catch_unwind().await.unwrap_or_else(panicked) {
        Ok(()) => None,
        Err(error) => {
            tracing::error!(message_id = id, %error, "not served");
            Some(id)
        }
    }
}
