//! SNS: `Publish` to the only topic, which has no subscribers here. [`SmallAws::notices`](super::SmallAws::notices) has
//! what was published.

use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use http::{Request, Response, StatusCode};

use super::wire::{self, Call, Refusal, Service};

/// The limits of a message, in bytes, and of its subject, in characters
/// (<https://docs.aws.amazon.com/sns/latest/api/API_Publish.html>).
const MESSAGE_BYTES_MAX: usize = 256 * 1024;
const SUBJECT_MAX: usize = 100;

/// What was published to the topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub subject: String,
    pub message: String,
}

#[derive(Default)]
pub(super) struct Topic(Mutex<Vec<Notice>>);

impl Topic {
    pub(super) fn notices(&self) -> Vec<Notice> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn answer(&self, arn: &str, call: &Call, request: &Request<Bytes>, id: &str) -> Response<Bytes> {
        match self.publish(arn, call, request) {
            Ok(()) => {
                let body = format!(
                    "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\">\n  <PublishResult><MessageId>{id}\
                     </MessageId></PublishResult>\n  <ResponseMetadata><RequestId>{id}</RequestId></ResponseMetadata>\n\
                     </PublishResponse>\n"
                );
                wire::answer(Service::Sns, body.into())
            }
            Err(refusal) => refusal.into_response(Service::Sns),
        }
    }

    fn publish(&self, arn: &str, call: &Call, request: &Request<Bytes>) -> Result<(), Refusal> {
        if call.operation != "Publish" {
            return Err(Refusal::unknown(call));
        }
        let mut form = wire::form(request);
        if form.get("TopicArn").is_none_or(|topic| topic != arn) {
            return Err(Refusal::new(StatusCode::NOT_FOUND, "NotFound", "Topic does not exist"));
        }
        let [subject, message] = ["Subject", "Message"].map(|field| form.remove(field).unwrap_or_default());
        let begins = |first: char| first.is_ascii_alphanumeric() || first.is_ascii_punctuation();
        let is_plain = subject.chars().all(|letter| letter.is_ascii() && !letter.is_ascii_control());
        if !is_plain || subject.len() > SUBJECT_MAX || !subject.starts_with(begins) {
            return Err(Refusal::bad("InvalidParameter", "Invalid parameter: Subject"));
        }
        if message.is_empty() || message.len() > MESSAGE_BYTES_MAX {
            return Err(Refusal::bad("InvalidParameter", "Invalid parameter: Message"));
        }
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(Notice { subject, message });
        Ok(())
    }
}
