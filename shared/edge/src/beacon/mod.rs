//! More Good Reviews' rows, for the answers of that API and for webhooks that use its names.

mod review;

use std::collections::BTreeMap;

use domain::customer::Customer;
use domain::message::{Step, StepState};
use domain::values::{Channel, CustomerId, Guid};
use jiff::Timestamp;
use serde::Serialize;
use store::message::CustomerMessage;
use utoipa::ToSchema;
use utoipa::openapi::Object as Schema;

use crate::openapi::words;

pub use review::ReviewRow;

/// Customers by their ids.
pub type CustomersById = BTreeMap<CustomerId, Customer>;

/// A message to a customer, whichever API requested it.
#[derive(Serialize, ToSchema)]
#[schema(as = BeaconMessage)]
pub struct MessageRow {
    #[schema(format = "uuid")]
    id: String,
    /// The same as `id`.
    #[schema(format = "uuid")]
    uuid: String,
    /// The ask, or the request from another API, that the message belongs to.
    #[schema(format = "uuid")]
    ask_id: String,
    customer: MessageCustomer,
    template: MessageTemplate,
    #[schema(schema_with = channels)]
    channel: &'static str,
    #[schema(schema_with = statuses)]
    status: &'static str,
    /// The reason why the message was not sent, or came back.
    #[schema(required)]
    failed_reason: Option<String>,
    /// The time at which the message is, or was, due, in Unix seconds.
    scheduled_at: i64,
    /// The time at which the message was sent, failed or was skipped, in Unix seconds. While the message is being sent:
    /// the time at which sending began.
    #[schema(required)]
    processed_at: Option<i64>,
    /// The time at which the provider accepted the message, in Unix seconds.
    #[schema(required)]
    sent_at: Option<i64>,
    /// The time of delivery, in Unix seconds, if the provider reports it.
    #[schema(required)]
    delivered_at: Option<i64>,
    /// The time at which the message failed or came back, in Unix seconds.
    #[schema(required)]
    failed_at: Option<i64>,
    /// The time at which the message's outcome was first known, in Unix seconds. From then on, the message is listed.
    created_at: i64,
    /// The time of the last change of the message's outcome, in Unix seconds.
    updated_at: i64,
}

#[derive(Serialize, ToSchema)]
#[schema(as = BeaconMessageCustomer)]
struct MessageCustomer {
    #[schema(format = "uuid")]
    id: String,
    /// The same as `id`.
    #[schema(format = "uuid")]
    uuid: String,
    /// The first and the last name; `null` if the shop gave none, or the customer is gone.
    #[schema(required)]
    name: Option<String>,
}

/// The template that the message was made from.
#[derive(Serialize, ToSchema)]
#[schema(as = BeaconMessageTemplate)]
struct MessageTemplate {
    /// `Review request`, or `Reminder` with its number.
    name: String,
    #[schema(schema_with = channels)]
    channel: &'static str,
}

impl MessageCustomer {
    fn new(id: CustomerId, customer: Option<&Customer>) -> Self {
        let name = customer.and_then(Customer::name).map(|name| name.as_str().to_owned());
        Self { id: id.guid().to_string(), uuid: id.guid().to_string(), name }
    }
}

impl MessageTemplate {
    fn new(reminder: u8, channel: Channel) -> Self {
        let name = if reminder == 0 { "Review request".to_owned() } else { format!("Reminder {reminder}") };
        Self { name, channel: channel.as_str() }
    }
}

fn channels() -> Schema {
    words(Channel::WORDS)
}

fn statuses() -> Schema {
    words(["scheduled", "sending", "sent", "failed", "skipped", "unconfirmed"])
}

impl MessageRow {
    /// The row of a message, with the customer if `customers` has them.
    pub fn new(message: CustomerMessage, customers: &CustomersById) -> Self {
        let CustomerMessage { customer, request, number, step, listed_at } = message;
        let (delivered_at, returned_at) = (step.delivered_at(), step.reports.failed_at());
        let Step { channel, reminder, due_at, at_once: _, state, throttled: _, unknown: _, reports } = step;
        // A message that was sent and came back also counts as failed.
        let returned = reports.failure().map(ToOwned::to_owned);
        let reported_at = reports.iter().map(|(_, at)| at).max();
        let (status, failed_reason, processed_at, sent_at) = match state {
            StepState::Pending => ("scheduled", None, None, None),
            StepState::Submitting { owner: _, since } => ("sending", None, Some(since), None),
            StepState::Sent { at, message_id: _ } if returned.is_some() => ("failed", returned, Some(at), Some(at)),
            StepState::Sent { at, message_id: _ } => ("sent", None, Some(at), Some(at)),
            StepState::Failed { at, reason } => ("failed", Some(reason), Some(at), None),
            StepState::Skipped { at, reason } => ("skipped", Some(reason.as_str().to_owned()), Some(at), None),
            StepState::Unconfirmed { at } => ("unconfirmed", None, Some(at), None),
        };
        let id = Guid::message(request, number).to_string();
        let created_at = listed_at.or(processed_at).unwrap_or(due_at);
        let failed_at = returned_at.or(processed_at.filter(|_| status == "failed"));
        Self {
            uuid: id.clone(),
            id,
            ask_id: request.guid().to_string(),
            customer: MessageCustomer::new(customer, customers.get(&customer)),
            template: MessageTemplate::new(reminder, channel),
            channel: channel.as_str(),
            status,
            failed_reason,
            scheduled_at: due_at.as_second(),
            processed_at: processed_at.map(Timestamp::as_second),
            sent_at: sent_at.map(Timestamp::as_second),
            delivered_at: delivered_at.map(Timestamp::as_second),
            failed_at: failed_at.map(Timestamp::as_second),
            created_at: created_at.as_second(),
            updated_at: reported_at.max(Some(created_at)).unwrap_or(created_at).as_second(),
        }
    }
}
