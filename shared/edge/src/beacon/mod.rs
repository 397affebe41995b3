//! More Good Reviews' rows, for the answers of that API and for webhooks that use its names.

mod review;

use std::collections::BTreeMap;

use domain::customer::Customer;
use domain::message::{Step, StepState};
use domain::values::value::Kind;
use domain::values::{Channel, CustomerId, Guid};
use jiff::Timestamp;
use store::message::CustomerMessage;

use crate::shown;
use crate::shown::{OneOf, UnixTime, Uuid};

pub use review::ReviewRow;

/// Customers by their ids.
pub type CustomersById = BTreeMap<CustomerId, Customer>;

/// What became of a step.
pub struct Outcome {
    status: &'static str,
    failed_reason: Option<String>,
    processed_at: Option<Timestamp>,
    sent_at: Option<Timestamp>,
}

impl Outcome {
    fn of(step: &Step) -> Self {
        let of = |status, failed_reason, processed_at, sent_at| Self { status, failed_reason, processed_at, sent_at };
        // A message that was sent and came back also counts as failed.
        let returned = step.reports.failure().map(ToOwned::to_owned);
        match &step.state {
            StepState::Pending => of("scheduled", None, None, None),
            StepState::Submitting { owner: _, since } => of("sending", None, Some(*since), None),
            StepState::Sent { at, message_id: _ } if returned.is_some() => of("failed", returned, Some(*at), Some(*at)),
            StepState::Sent { at, message_id: _ } => of("sent", None, Some(*at), Some(*at)),
            StepState::Failed { at, reason } => of("failed", Some(reason.clone()), Some(*at), None),
            StepState::Skipped { at, reason } => of("skipped", Some(reason.as_str().to_owned()), Some(*at), None),
            StepState::Unconfirmed { at } => of("unconfirmed", None, Some(*at), None),
        }
    }
}

/// A message, what became of it, and its customer if they are known.
type ShownMessage<'a> = (&'a CustomerMessage, &'a Outcome, Option<&'a Customer>);

shown! {
    /// A message to a customer, whichever API requested it.
    pub struct MessageRow as BeaconMessage ((message, outcome, customer): ShownMessage<'_>) {
        id: Uuid = Guid::message(message.request, message.number);
        /// The same as `id`.
        uuid: Uuid = Guid::message(message.request, message.number);
        /// The ask, or the request from another API, that the message belongs to.
        ask_id: Uuid = message.request.guid();
        customer: MessageCustomer = (message.customer, customer);
        template: MessageTemplate = &message.step;
        channel: OneOf<Channel> = message.step.channel;
        status: String = outcome.status, as statuses();
        /// The reason why the message was not sent, or came back.
        failed_reason: Option<String> = outcome.failed_reason.as_deref();
        /// The time at which the message is, or was, due, in Unix seconds.
        scheduled_at: UnixTime = message.step.due_at;
        /// The time at which the message was sent, failed or was skipped, in Unix seconds. While the message is being sent:
        /// the time at which sending began.
        processed_at: Option<UnixTime> = outcome.processed_at;
        /// The time at which the provider accepted the message, in Unix seconds.
        sent_at: Option<UnixTime> = outcome.sent_at;
        /// The time of delivery, in Unix seconds, if the provider reports it.
        delivered_at: Option<UnixTime> = message.step.delivered_at();
        /// The time at which the message failed or came back, in Unix seconds.
        failed_at: Option<UnixTime> =
            message.step.reports.failed_at().or(outcome.processed_at.filter(|_| outcome.status == "failed"));
        /// The time at which the message's outcome was first known, in Unix seconds. From then on, the message is listed.
        created_at: UnixTime = created_at(message, outcome);
        /// The time of the last change of the message's outcome, in Unix seconds.
        updated_at: UnixTime = message.step.reports.iter().map(|(_, at)| at).fold(created_at(message, outcome), Timestamp::max);
    }

    struct MessageCustomer as BeaconMessageCustomer ((id, customer): (CustomerId, Option<&Customer>)) {
        id: Uuid = id.guid();
        /// The same as `id`.
        uuid: Uuid = id.guid();
        /// The first and the last name; `null` if the shop gave none, or the customer is gone.
        name: Option<String> = customer.and_then(Customer::name).map(|name| name.as_str().to_owned());
    }

    /// The template that the message was made from.
    struct MessageTemplate as BeaconMessageTemplate (step: &Step) {
        /// `Review request`, or `Reminder` with its number.
        name: String = match step.reminder {
            0 => "Review request".to_owned(),
            reminder => format!("Reminder {reminder}"),
        };
        channel: OneOf<Channel> = step.channel;
    }
}

fn statuses() -> Kind {
    Kind::Word(vec!["scheduled", "sending", "sent", "failed", "skipped", "unconfirmed"])
}

fn created_at(message: &CustomerMessage, outcome: &Outcome) -> Timestamp {
    message.listed_at.or(outcome.processed_at).unwrap_or(message.step.due_at)
}

impl MessageRow {
    /// The row of a message, with the customer if `customers` has them.
    pub fn of_message(message: &CustomerMessage, customers: &CustomersById) -> Self {
        Self::new((message, &Outcome::of(&message.step), customers.get(&message.customer)))
    }
}
