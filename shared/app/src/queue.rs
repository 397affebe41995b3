//! Queues before functions. A message is a hint or an id: the table has what is to be done.

use std::marker::PhantomData;

use aws_sdk_sqs::error::DisplayErrorContext;
use jiff::SignedDuration;
use serde::Serialize;
use vault::LazyClient;

use crate::Error;

/// The longest delay of an SQS message (its own limit).
pub(crate) const QUEUE_DELAY_MAX: SignedDuration = SignedDuration::from_mins(15);

/// A queue whose messages are `T`s, as JSON.
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

impl<T: Serialize> MessageQueue<T> {
    /// The queue at this URL.
    #[must_use]
    pub const fn new(sqs: LazyClient<aws_sdk_sqs::Client>, url: String) -> Self {
        Self { sqs, url, messages: PhantomData }
    }

    /// Queues a message, visible after `delay`, of which [`QUEUE_DELAY_MAX`] counts at most.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub(crate) async fn send(&self, message: &T, delay: SignedDuration) -> Result<(), Error> {
        let body = serde_json::to_string(message).map_err(|error| Error::Internal(error.to_string()))?;
        let delay_s = whole_seconds(delay.min(QUEUE_DELAY_MAX));
        let send = self.sqs.send_message().queue_url(&self.url).message_body(body).delay_seconds(delay_s);
        let sent = send.send().await.map(drop);
        sent.map_err(|error| Error::Unavailable(format!("SQS: {}", DisplayErrorContext(&error))))
    }
}

/// Whole seconds, rounded up: a message that arrives early would have to wait again.
fn whole_seconds(delay: SignedDuration) -> i32 {
    let up = delay.as_secs() + i64::from(delay.subsec_nanos() > 0);
    i32::try_from(up.max(0)).unwrap_or(i32::MAX)
}
