//! The messages to a customer.

use app::PageOf;
use app::Reply;
use domain::{Channel, Guid, Step, StepState};
use edge::openapi::words;
use jiff::Timestamp;
use serde::Serialize;
use store::CustomerMessage;
use utoipa::ToSchema;
use utoipa::openapi::Object as Schema;

use crate::wire::page::Pagination;

/// A message to a customer, whichever API requested it.
#[derive(Serialize, ToSchema)]
#[schema(as = BeaconMessage)]
struct MessageData {
    #[schema(format = "uuid")]
    id: String,
    /// The ask, or another API's request, that the message belongs to.
    #[schema(format = "uuid")]
    ask_id: String,
    #[schema(schema_with = channels)]
    channel: &'static str,
    #[schema(schema_with = statuses)]
    status: &'static str,
    /// Why it was not sent, or came back.
    #[schema(required)]
    failed_reason: Option<String>,
    /// When it is, or was, due, in Unix seconds.
    scheduled_at: i64,
    /// When it was sent, failed or was skipped, in Unix seconds; while it is sending, when that began.
    #[schema(required)]
    processed_at: Option<i64>,
    /// When the provider accepted it, in Unix seconds.
    #[schema(required)]
    sent_at: Option<i64>,
    /// When it was delivered, in Unix seconds, if the provider reports it.
    #[schema(required)]
    delivered_at: Option<i64>,
}

fn channels() -> Schema {
    words(Channel::ALL.map(Channel::as_str))
}

fn statuses() -> Schema {
    words(["scheduled", "sending", "sent", "failed", "skipped", "unconfirmed"])
}

impl MessageData {
    fn new(message: CustomerMessage) -> Self {
        let CustomerMessage { request, number, step } = message;
        let delivered_at = step.delivered_at();
        let Step { channel, reminder: _, due_at, at_once: _, state, throttled: _, unknown: _, reports } = step;
        // What was sent and came back has failed, too.
        let returned = reports.failure().map(ToOwned::to_owned);
        let (status, failed_reason, processed_at, sent_at) = match state {
            StepState::Pending => ("scheduled", None, None, None),
            StepState::Submitting { owner: _, since } => ("sending", None, Some(since), None),
            StepState::Sent { at, message_id: _ } if returned.is_some() => ("failed", returned, Some(at), Some(at)),
            StepState::Sent { at, message_id: _ } => ("sent", None, Some(at), Some(at)),
            StepState::Failed { at, reason } => ("failed", Some(reason), Some(at), None),
            StepState::Skipped { at, reason } => ("skipped", Some(reason.as_str().to_owned()), Some(at), None),
            StepState::Unconfirmed { at } => ("unconfirmed", None, Some(at), None),
        };
        Self {
            id: Guid::message(request, number).to_string(),
            ask_id: request.guid().to_string(),
            channel: channel.as_str(),
            status,
            failed_reason,
            scheduled_at: due_at.as_second(),
            processed_at: processed_at.map(Timestamp::as_second),
            sent_at: sent_at.map(Timestamp::as_second),
            delivered_at: delivered_at.map(Timestamp::as_second),
        }
    }
}

#[derive(Serialize, ToSchema)]
#[schema(as = BeaconMessagesPage)]
pub(crate) struct MessagesPage {
    /// Always `true`.
    success: bool,
    data: Vec<MessageData>,
    pagination: Pagination,
}

/// The answer that shows a customer's messages; `path` is the list's URL.
///
/// # Errors
/// [`app::Error::Internal`] if it cannot be written as JSON.
pub(crate) fn page(page: PageOf<CustomerMessage>, path: String) -> Result<Reply, app::Error> {
    let (messages, pagination) = Pagination::new(page, path);
    Reply::json(
        200,
        &MessagesPage { success: true, data: messages.into_iter().map(MessageData::new).collect(), pagination },
    )
}
