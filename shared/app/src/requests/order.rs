//! Asking about an order as the Wix document has it: its dearest items, or some of it, or items alone.

use domain::{Buyer, CustomerId, Delivery, Dialect, Guid, Identity, Order, OrderId, ProductId, ProductIds, WixFields};
use jiff::Timestamp;

use crate::requests::create::{CreateRequest, Created, NewReviewRequest, Recipient};
use crate::requests::idempotency::{IdempotentCall, Reply, earlier};
use crate::{Caller, Error, Refusal};

/// How many items of an order are asked about when the shop names none.
const DEAREST: usize = 5;

/// An order, items of it, or items alone; at least one of the two.
#[derive(Debug, Clone)]
pub struct NewOrderRequest {
    /// The order.
    pub order: Option<OrderId>,
    /// The items; none are the order's dearest.
    pub items: Vec<ProductId>,
    /// What the call tells beside, its contact among it.
    pub wix: WixFields,
}

impl CreateRequest {
    /// Creates a request that the shop, or somebody else, sends; a repeated call gets the first
    /// one's answer.
    ///
    /// # Errors
    /// [`Error::Refused`] for an initiator, an order or an item that can't be; as
    /// [`CreateRequest::create`].
    pub async fn create_for_order(
        &self,
        caller: &Caller,
        wanted: NewOrderRequest,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&Created) -> Reply,
    ) -> Result<Reply, Error> {
        if let Some(answer) = earlier(idempotency, &self.store, caller, now).await? {
            return Ok(answer);
        }
        let Some(Identity::User(_) | Identity::App(_)) = caller.identity else {
            return Err(Error::Refused(Refusal::Initiator));
        };
        let NewOrderRequest { order: id, items, wix } = wanted;
        let order = match &id {
            Some(id) => Some(self.known_order(caller, id).await?),
            None => None,
        };
        let new = NewReviewRequest {
            dialect: Dialect::Wix,
            products: products(order.as_ref(), items)?,
            recipient: self.recipient(caller, wix.contact, order.and_then(|order| order.buyer)).await?,
            order: id,
            scheduled_at: wix.send_date.unwrap_or(now),
            delivery: Delivery::manual(),
            language: None,
            wix,
        };
        self.make(caller, new, idempotency, now, render).await
    }

    async fn known_order(&self, caller: &Caller, id: &OrderId) -> Result<Order, Error> {
        let order = self.store.order(&caller.tenant, id, &caller.keys).await?;
        order.ok_or(Error::Refused(Refusal::OrderNotFound))
    }

    /// The contact, if it is a customer of ours; without one the order's buyer.
    async fn recipient(
        &self,
        caller: &Caller,
        contact: Option<Guid>,
        buyer: Option<Buyer>,
    ) -> Result<Recipient, Error> {
        let Some(contact) = contact else {
            return Ok(buyer.map_or(Recipient::Unknown, |Buyer { email, name }| Recipient::Addressee { email, name }));
        };
        let Some(id) = CustomerId::from_guid(contact) else { return Ok(Recipient::Unknown) };
        let customer = self.store.customer(&caller.tenant, id, &caller.keys).await?;
        Ok(customer.map_or(Recipient::Unknown, |customer| Recipient::Customer(Box::new(customer))))
    }
}

/// What is asked about.
fn products(order: Option<&Order>, items: Vec<ProductId>) -> Result<ProductIds, Error> {
    let Some(order) = order else { return Ok(ProductIds::first(items.into_iter())) };
    if let Some(other) = items.iter().position(|item| !order.sells(item)) {
        return Err(Error::Refused(Refusal::NotOfOrder(other)));
    }
    let products = if items.is_empty() { order.dearest(DEAREST) } else { ProductIds::first(items.into_iter()) };
    if products.is_empty() { Err(Error::Refused(Refusal::OrderIsEmpty)) } else { Ok(products) }
}
