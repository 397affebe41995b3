//! Requests by Wix' rules: about an order's most expensive items, items that the call names, or items without an order.
//!
//! Told by `tests/stories/dialects/wix_requests.story`.

use app::caller::Caller;
use app::error::{Error, Refusal};
use app::idempotency::{IdempotentCall, Reply, earlier};
use app::order::asked_about;
use app::request::{CreateRequest, Created, FirstMessage, NewReviewRequest, Recipient};
use domain::order::{Buyer, Order, OrderId, ProductId, ProductIds};
use domain::request::RequestOptions;
use domain::values::{CustomerId, Dialect, Guid, Identity, Reminders, RequestOrigin};
use jiff::Timestamp;

/// The number of an order's most expensive items in a request, by default.
const MOST_EXPENSIVE: usize = 5;

/// A request about an order, about some of its items, or about items alone. It names an order, items, or both.
#[derive(Debug, Clone)]
pub struct NewOrderRequest {
    pub order: Option<OrderId>,
    /// The items; empty for the order's most expensive items.
    pub items: Vec<ProductId>,
    /// The call's other fields, also its contact.
    pub options: RequestOptions,
}

/// Creates a request whose link the shop sends itself. A repeated call gets the first reply.
/// Errors: [`Error::Refused`] for an invalid initiator, order or item; the errors of [`CreateRequest::create`].
pub async fn create_for_order(
    create: &CreateRequest,
    caller: &Caller,
    new: NewOrderRequest,
    idempotency: Option<&IdempotentCall>,
    now: Timestamp,
    render: impl Fn(&Created) -> Result<Reply, Error>,
) -> Result<Reply, Error> {
    if let Some(answer) = earlier(idempotency, &create.store, caller, now).await? {
        return Ok(answer);
    }
    let Some(Identity::User(_) | Identity::App(_)) = caller.identity() else {
        return Err(Error::Refused(Refusal::Initiator));
    };
    let NewOrderRequest { order: id, items, options } = new;
    let order = match &id {
        Some(id) => Some(require_order(create, caller, id).await?),
        None => None,
    };
    let new = NewReviewRequest {
        dialect: Dialect::Wix,
        origin: RequestOrigin::Call,
        products: products(create, caller, order.as_ref(), items).await?,
        recipient: recipient(create, caller, options.contact, order.and_then(|order| order.buyer)).await?,
        order: id,
        first_message: FirstMessage::At(options.send_date.unwrap_or(now)),
        channels: Vec::new(),
        reminders: Some(Reminders::NONE),
        options,
    };
    create.make(caller, new, idempotency, now, render).await
}

async fn require_order(create: &CreateRequest, caller: &Caller, id: &OrderId) -> Result<Order, Error> {
    let order = create.store.order(&caller.tenant, id, None, &caller.keys).await?;
    order.ok_or(Error::Refused(Refusal::OrderNotFound))
}

/// The contact, if it is a stored customer. Without a contact, the order's buyer.
async fn recipient(
    create: &CreateRequest,
    caller: &Caller,
    contact: Option<Guid>,
    buyer: Option<Buyer>,
) -> Result<Recipient, Error> {
    let Some(contact) = contact else {
        return Ok(buyer.map_or(Recipient::Unknown, |Buyer { email, name }| Recipient::Addressee { email, name }));
    };
    let Some(id) = CustomerId::from_guid(contact) else { return Ok(Recipient::Unknown) };
    let customer = create.store.customer(&caller.tenant, id, &caller.keys).await?;
    Ok(customer.map_or(Recipient::Unknown, |customer| Recipient::Customer(Box::new(customer))))
}

async fn products(
    create: &CreateRequest,
    caller: &Caller,
    order: Option<&Order>,
    items: Vec<ProductId>,
) -> Result<ProductIds, Error> {
    let Some(order) = order else { return Ok(ProductIds::first(items.into_iter())) };
    if let Some(other) = items.iter().position(|item| !order.sells(item)) {
        return Err(Error::Refused(Refusal::NotOfOrder(other)));
    }
    let products = if items.is_empty() {
        let asked = asked_about(&create.store, &caller.tenant, order.most_expensive(ProductIds::MAX)).await?;
        ProductIds::first(asked.into_vec().into_iter().take(MOST_EXPENSIVE))
    } else {
        ProductIds::first(items.into_iter())
    };
    if products.is_empty() { Err(Error::Refused(Refusal::OrderIsEmpty)) } else { Ok(products) }
}
