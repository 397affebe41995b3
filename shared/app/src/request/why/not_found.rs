//! The answer where no request was found: it says where it looked.

use domain::{Cause, CustomerKey, OrderId, OrderStatus};

use super::Explain;
use super::names::when;
use super::words::because;
use crate::Error;

impl Explain<'_> {
    /// No request to an address or number: whether anything stops messages to it.
    ///
    /// # Errors
    /// Storage failures.
    pub async fn nothing_at(&self, address: &CustomerKey) -> Result<(Cause, String), Error> {
        let (index, kind) = match address {
            CustomerKey::Email(email) => (self.keys.email_index(email), "address"),
            CustomerKey::Phone(phone) => (self.keys.phone_index(phone), "number"),
        };
        Ok(match self.store.suppression(self.tenant, &index, self.keys).await? {
            Some(suppressed) => {
                let (reason, since) = (suppressed.reason.reason(), when(suppressed.since, self.zone));
                let why = because(reason);
                let summary =
                    format!("No request to this {kind} was found. No message would reach it: since {since}, {why}.");
                (Cause::of_stop(reason), summary)
            }
            None => (
                Cause::NotFound,
                format!(
                    "No request to this {kind} was found, and nothing stops messages to it: the shop did not ask there, \
                     or did so more than a year ago."
                ),
            ),
        })
    }

    /// No request about an order: what the shop said about it.
    ///
    /// # Errors
    /// Storage failures.
    pub async fn nothing_about(&self, order: &OrderId) -> Result<(Cause, String), Error> {
        let known = match self.store.order(self.tenant, order, self.keys).await?.map(|order| order.status) {
            None => "The shop did not describe this order either.".to_owned(),
            Some(status) => format!("The shop described the order as {}: {}.", status.as_str(), waits_for(status)),
        };
        Ok((Cause::NotFound, format!("No request about this order was found. {known}")))
    }
}

/// The event that an order without a request waits for.
const fn waits_for(status: OrderStatus) -> &'static str {
    match status {
        OrderStatus::Placed | OrderStatus::Fulfilled | OrderStatus::Delivered => {
            "it waits for a call that asks for a review of it, because an order asks nobody by itself"
        }
        OrderStatus::Cancelled | OrderStatus::Refunded => "no message about it leaves while that is so",
    }
}
