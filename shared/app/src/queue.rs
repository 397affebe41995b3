//! The queues of functions. A message is only a hint or an id, because the work itself is in the table; only a message
//! to fetch a photo also has its URL.

use std::marker::PhantomData;

use aws_sdk_sqs::error::{BuildError, DisplayErrorContext};
use aws_sdk_sqs::operation::send_message_batch::SendMessageBatchOutput;
use aws_sdk_sqs::types::SendMessageBatchRequestEntry;
use futures_util::future::join_all;
use jiff::SignedDuration;
use serde::Serialize;
use vault::LazyClient;

use crate::error::Error;

/// The longest delay of an SQS message:
/// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html>.
pub const QUEUE_DELAY_MAX: SignedDuration = SignedDuration::from_mins(15);
/// The most messages in one call (same page). Together they may have a megabyte, which ids never reach.
const BATCH_MAX: usize = 10;

pub trait ShopMessage: Serialize {
    /// The shop that the message is about, if any. With it, SQS' fair queues do not let one shop's message wait behind
    /// thousands of another's.
    fn shop(&self) -> Option<String>;
}

/// A queue whose messages are values of `T`, as JSON.
pub struct MessageQueue<T> {
    sqs: LazyClient<aws_sdk_sqs::Client>,
    url: String,
    messages: PhantomData<fn(T)>,
}

impl<T> Clone for MessageQueue<T> {
    fn clone(&self) -> Self {
        Self { sqs: self.sqs.clone(), url: self.url.clone(), messages: PhantomData }
    }
}

impl<T: ShopMessage> MessageQueue<T> {
    pub const fn new(sqs: LazyClient<aws_sdk_sqs::Client>, url: String) -> Self {
        Self { sqs, url, messages: PhantomData }
    }

    /// Queues a message that becomes visible after `delay`, or after [`QUEUE_DELAY_MAX`] if `delay` is longer.
    pub async fn send(&self, message: &T, delay: SignedDuration) -> Result<(), Error> {
        let (body, delay_s) = (body(message)?, whole_seconds(delay));
        let send = self.sqs.send_message().queue_url(&self.url).message_body(body).delay_seconds(delay_s);
        let sent = send.set_message_group_id(message.shop()).send().await.map(drop);
        sent.map_err(|error| Error::Unavailable(format!("SQS: {}", DisplayErrorContext(&error))))
    }

    /// Queues a message like [`send`](Self::send) whose row is in the index `due`, so that reconcile queues it later if this fails.
    pub async fn send_or_warn(&self, message: &T, delay: SignedDuration) {
        if let Err(error) = self.send(message, delay).await {
            tracing::warn!(%error, "a step is not queued; reconcile queues it later");
        }
    }

    /// Queues messages like [`send`](Self::send), ten in each call, and returns for each whether it is queued.
    pub async fn send_all(&self, messages: &[(T, SignedDuration)]) -> Vec<bool> {
        let calls: Vec<_> = messages.chunks(BATCH_MAX).map(|some| self.send_batch(some)).collect();
        join_all(calls).await.concat()
    }

    async fn send_batch(&self, messages: &[(T, SignedDuration)]) -> Vec<bool> {
        let sent = match self.try_send_batch(messages).await {
            Ok(sent) => sent,
            Err(error) => {
                tracing::warn!(messages = messages.len(), %error, "cannot queue messages");
                return vec![false; messages.len()];
            }
        };
        for failed in sent.failed() {
            tracing::warn!(code = failed.code(), "cannot queue a message");
        }
        let is_sent = |number: usize| sent.successful().iter().any(|entry| entry.id() == number.to_string());
        (0..messages.len()).map(is_sent).collect()
    }

    async fn try_send_batch(&self, messages: &[(T, SignedDuration)]) -> Result<SendMessageBatchOutput, Error> {
        let mut batch = self.sqs.send_message_batch().queue_url(&self.url);
        for (number, (message, delay)) in messages.iter().enumerate() {
            let entry = SendMessageBatchRequestEntry::builder().id(number.to_string()).message_body(body(message)?);
            let entry = entry.delay_seconds(whole_seconds(*delay)).set_message_group_id(message.shop()).build();
            batch = batch.entries(entry.map_err(|error: BuildError| Error::Internal(error.to_string()))?);
        }
        let sent = batch.send().await;
        sent.map_err(|error| Error::Unavailable(format!("SQS: {}", DisplayErrorContext(&error))))
    }
}

fn body(message: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(message).map_err(|error| Error::Internal(error.to_string()))
}

/// A delay in SQS' unit: whole seconds, rounded up, because a message that arrives early would have to wait again.
fn whole_seconds(delay: SignedDuration) -> i32 {
    let delay = delay.min(QUEUE_DELAY_MAX);
    let up = delay.as_secs() + i64::from(delay.subsec_nanos() > 0);
    i32::try_from(up.max(0)).unwrap_or(i32::MAX)
}
