//! The answer if no request was found. It says what was searched.

use domain::customer::CustomerKey;
use domain::message::Cause;
use domain::order::{OrderId, OrderStatus};

use super::Explain;
use crate::error::Error;

impl Explain<'_> {
    /// The answer if there is no request to an address or number: whether anything stops messages to it.
    pub async fn nothing_at(&self, address: &CustomerKey) -> Result<(Cause, String), Error> {
        let kind = match address {
            CustomerKey::Email(_) => "address",
            CustomerKey::Phone(_) => "number",
        };
        let index = self.keys.recipient_index(address);
        Ok(match self.store.suppression(self.tenant, &index, self.keys).await? {
            Some(suppressed) => {
                let reason = suppressed.reason.reason();
                let values: [(&str, &str); 2] =
                    [("since", &self.speech.when(suppressed.since)), ("reason", &self.speech.because(reason))];
                (Cause::of_stop(reason), self.speech.say(&format!("why-stopped-{kind}"), &values))
            }
            None => (Cause::NotFound, self.speech.say(&format!("why-nobody-{kind}"), &[])),
        })
    }

    /// The answer if there is no request about an order: what the shop said about the order.
    pub async fn nothing_about(&self, order: &OrderId) -> Result<(Cause, String), Error> {
        let order = self.store.order(self.tenant, order, self.keys).await?;
        let summary = match order.map(|order| order.status) {
            None => self.speech.say("why-order-unknown", &[]),
            Some(status) => {
                let known = match status {
                    OrderStatus::Placed | OrderStatus::Fulfilled | OrderStatus::Delivered => "why-order-waits",
                    OrderStatus::Cancelled | OrderStatus::Refunded => "why-order-over",
                };
                let status = self.speech.say(&format!("why-order-{}", status.as_str()), &[]);
                self.speech.say(known, &[("status", &status)])
            }
        };
        Ok((Cause::NotFound, summary))
    }
}
