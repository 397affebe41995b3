//! A customer's messages, across their requests.

use domain::{CustomerId, Request, RequestId, Step, Tenant};

use crate::request::StepPart;
use crate::table::{
    Attributes, Error, ListKey, ListOrder, ListStart, Part, Slice, Store, Transaction, from_item, keys,
};

/// A message to a customer, and how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerMessage {
    /// The request that it belongs to.
    pub request: RequestId,
    /// Its number among that request's messages, from 0.
    pub number: usize,
    /// Its step, which is sent, failed or unconfirmed.
    pub step: Step,
}

impl Store {
    /// A page of a customer's messages, oldest request first.
    pub async fn customer_messages(
        &self,
        tenant: &Tenant,
        customer: CustomerId,
        start: &ListStart,
        limit: u32,
    ) -> Result<Slice<CustomerMessage>, Error> {
        let read = |(key, item): (ListKey, Attributes)| {
            let (request, number) = keys::parse_list_key(key.as_str())?;
            Ok(CustomerMessage { request, number, step: from_item::<StepPart>(item)?.try_into()? })
        };
        let slice = self.slice(tenant, &keys::messages(customer), ListOrder::OldestFirst, start, limit).await?;
        slice.try_map(|rows| rows.into_iter().map(read).collect())
    }
}

impl Transaction<'_> {
    /// Records what was reported about a message that is in its customer's list already.
    pub fn update_message(&mut self, request: &Request, step: usize) {
        let (Some(customer), Some(sent)) = (request.customer, request.steps.get(step)) else { return };
        self.put(Part::Other, &keys::message(self.tenant, customer, request.id, step), &StepPart::from(sent), "", []);
    }

    /// Records how a request's message ended in its customer's list. Does nothing if the request has
    /// no customer.
    pub fn put_message(&mut self, request: &Request, step: usize) {
        let (Some(customer), Some(sent)) = (request.customer, request.steps.get(step)) else { return };
        let key = keys::message(self.tenant, customer, request.id, step);
        self.put(Part::Other, &key, &StepPart::from(sent), "", []);
        self.increment(&keys::customer_totals(self.tenant, customer), "messages", 1);
    }
}
