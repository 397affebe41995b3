//! Lists of messages: a customer's, across requests, and all of a tenant's.

pub mod due;
pub mod evidence;
pub mod failures;
pub mod mail_day;
pub(crate) mod mail_window;
pub(crate) mod notification;
pub mod pause;
pub mod recent_messages;
pub mod sending_pause;
pub mod suppression;
pub mod week;

use domain::message::{Step, StepState};
use domain::request::Request;
use domain::values::{CustomerId, RequestId, Tenant, ms};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::table::keys;
use crate::table::{
    Attributes, CommitError, Error, ListKey, Page, Part, Placed, Reading, Store, Transaction, from_item, json, read_row,
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerMessage {
    pub customer: CustomerId,
    pub request: RequestId,
    /// The message's number in its request, from 0.
    pub number: usize,
    /// The step, which is sent, failed or unconfirmed. It lacks the provider's id of the message.
    pub step: Step,
    /// When the message was settled and listed; `None` if that was before this time was stored.
    pub listed_at: Option<Timestamp>,
}

#[derive(Serialize, Deserialize)]
struct MessageItem {
    #[serde(with = "json")]
    step: Step,
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    listed_at: Option<Timestamp>,
}

/// A message's step as its row stores it: without the provider's id, which is in the request.
fn row(step: &Step) -> Step {
    let mut step = step.clone();
    if let StepState::Sent { message_id, .. } = &mut step.state {
        message_id.clear();
    }
    step
}

#[derive(Serialize)]
struct ReportedItem {
    #[serde(with = "json")]
    step: Step,
}

/// An entry of the list of all messages. The key says when the message was settled, and which message of which request
/// it is.
#[derive(Serialize, Deserialize)]
struct ListedMessage {
    customer: CustomerId,
}

impl MessageItem {
    fn read(self, customer: CustomerId, request: RequestId, number: usize) -> CustomerMessage {
        let Self { step, listed_at } = self;
        CustomerMessage { customer, request, number, step, listed_at }
    }
}

impl Store {
    /// A page of a customer's messages, by request.
    pub async fn customer_messages(
        &self,
        tenant: &Tenant,
        customer: CustomerId,
        reading: Reading<ListKey>,
    ) -> Result<Page<Placed<CustomerMessage>>, Error> {
        self.placed(tenant, &keys::messages(customer), reading).await?.try_map(|(place, item)| {
            let (request, number) = keys::parse_list_key(place.as_str())?;
            let row = Some(from_item::<MessageItem>(item)?.read(customer, request, number));
            Ok(Placed { place, row })
        })
    }

    /// One of a request's messages, settled or planned, in one call; `None` once the request is gone.
    pub async fn request_message(
        &self,
        tenant: &Tenant,
        customer: CustomerId,
        request: RequestId,
        number: usize,
    ) -> Result<Option<CustomerMessage>, Error> {
        let (listed, asked) = (keys::message(tenant, customer, request, number), keys::request(tenant, request));
        let mut items = self.batch(vec![listed.clone(), asked.clone()]).await?;
        if let Some(item) = items.remove(&listed) {
            return Ok(Some(from_item::<MessageItem>(item)?.read(customer, request, number)));
        }
        let Some(item) = items.remove(&asked) else { return Ok(None) };
        let planned: Request = read_row(item)?;
        let step = planned.steps.get(number).cloned();
        Ok(step.map(|step| CustomerMessage { customer, request, number, step, listed_at: None }))
    }

    /// Copies what was reported about a message from the request into the customer's list, if the message is still in
    /// the list. May be repeated.
    pub async fn update_message(&self, tenant: &Tenant, request: &Request, step: usize) -> Result<(), CommitError> {
        let (Some(customer), Some(sent)) = (request.customer, request.steps.get(step)) else { return Ok(()) };
        let mut transaction = self.transaction(tenant);
        let key = keys::message(tenant, customer, request.id, step);
        transaction.set_if(Part::Other, &key, &ReportedItem { step: row(sent) }, "attribute_exists(PK)");
        match transaction.commit_alone().await {
            // The message was erased meanwhile.
            Err(CommitError::Refused(_)) => Ok(()),
            done => done,
        }
    }

    /// A page of all of a tenant's messages, at most 100, by the time at which they were settled.
    pub async fn all_messages(
        &self,
        tenant: &Tenant,
        reading: Reading<ListKey>,
    ) -> Result<Page<Placed<CustomerMessage>>, Error> {
        let page = self.placed(tenant, keys::MESSAGES, reading).await?.try_map(listed)?;
        // Later reports change only the entry in the customer's list, so messages are read from there.
        let key = |(customer, request, number)| keys::message(tenant, customer, request, number);
        let mut items = self.batch(page.rows.iter().map(|(_, message)| key(*message)).collect()).await?;
        page.try_map(|(place, message)| {
            let (customer, request, number) = message;
            let read = |item| Ok::<_, Error>(from_item::<MessageItem>(item)?.read(customer, request, number));
            Ok(Placed { place, row: items.remove(&key(message)).map(read).transpose()? })
        })
    }
}

fn listed((place, item): (ListKey, Attributes)) -> Result<(ListKey, (CustomerId, RequestId, usize)), Error> {
    let unreadable = || Error::Unreadable("a listed message".to_owned());
    let (_, rest) = place.as_str().split_once('#').ok_or_else(unreadable)?;
    let (request, number) = keys::parse_list_key(rest)?;
    let ListedMessage { customer } = from_item(item)?;
    Ok((place, (customer, request, number)))
}

impl Transaction<'_> {
    /// Records a message's outcome in the customer's list and in the list of all. Does nothing if the request has no
    /// customer.
    pub fn put_message(&mut self, request: &Request, step: usize) {
        let (Some(customer), Some(sent)) = (request.customer, request.steps.get(step)) else { return };
        let listed_at = request.updated_at();
        let item = MessageItem { step: row(sent), listed_at: Some(listed_at) };
        self.put(Part::Other, &keys::message(self.tenant, customer, request.id, step), &item, "", []);
        let listed = keys::listed_message(self.tenant, listed_at.as_millisecond(), request.id, step);
        self.put(Part::Other, &listed, &ListedMessage { customer }, "", []);
        self.add_to_total("messages", 1);
    }

    /// Removes a message from the list of all. Refused if it is not there.
    pub(crate) fn unlist_message(&mut self, listed_at: i64, request: RequestId, number: usize) {
        let listed = keys::listed_message(self.tenant, listed_at, request, number);
        self.delete_if(Part::Other, &listed, "attribute_exists(PK)", []);
        self.add_to_total("messages", -1);
    }
}
