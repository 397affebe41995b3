//! Somebody who asks for a link to review a product without having been asked: what the shop has about them, and the request to which
//! their link leads.

use domain::customer::CustomerKey;
use domain::order::{OrderId, ProductId};
use domain::request::{Item, Request};
use domain::values::{EmailAddress, RequestId, Tenant};
use jiff::{SignedDuration, Timestamp};
use store::request::listed::RequestList;
use store::request::personal::RequestRecipient;
use store::review::link_limits::Acquaintance;
use store::table::{End, Reading, Store};
use vault::TenantKeys;

use crate::error::Error;
use crate::retry::{TryError, retry};

/// The number of a customer's newest requests that are searched for the product, and for whether the shop made one.
const REQUESTS_LOOKED_AT: u32 = 20;
/// The number of a customer's orders that are searched for the product.
const ORDERS_LOOKED_AT: u32 = 50;
/// For how long whoever opened a link of the shop may leave others unopened.
const OPENED_LATELY: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What the shop has about whoever asks for a link.
#[derive(Default)]
pub struct Asker {
    /// The open or reviewed request to which the link leads; `None` for a new one.
    request: Option<Request>,
    pub order: Option<OrderId>,
    pub acquaintance: Acquaintance,
}

impl Asker {
    /// Reads what the shop has about an address and a product, or the shop itself.
    pub async fn read(
        store: &Store,
        (tenant, keys): (&Tenant, &TenantKeys),
        email: &EmailAddress,
        product: Option<&ProductId>,
        now: Timestamp,
    ) -> Result<Self, Error> {
        let customer = store.customer_id(tenant, &CustomerKey::Email(email.clone()), keys).await?;
        let Some(customer) = customer else { return Ok(Self::default()) };
        let newest = Reading::first(End::Newest, REQUESTS_LOOKED_AT);
        let page = store.listed_requests(tenant, &RequestList::Customer(customer), newest).await?;
        let mut requests: Vec<_> = page.rows.into_iter().filter_map(|row| row.request).collect();
        let orders = store.some_orders_of(tenant, customer, ORDERS_LOOKED_AT, keys).await?.rows;
        let is_known = !orders.is_empty() || requests.iter().any(|request| !request.options.visitor);
        let is_lately = |at| now.duration_since(at) < OPENED_LATELY;
        let opened_lately = requests.iter().any(|request| request.opened_at.is_some_and(is_lately));

        // From here on only about the product, the newest first.
        requests.retain(|request| request.items.iter().any(|item| item.subject.product() == product));
        let given = requests.iter().map(|request| &request.order).find(|order| order.is_given()).cloned();
        let order = orders.into_iter().find(|order| order.proves(product)).map(|order| order.id).or(given);
        let is_reviewed = |item: &Item| item.subject.product() == product && item.reviewed_at.is_some();
        let reviewed = |request: &&Request| request.cancelled_at.is_none() && request.items.iter().any(is_reviewed);
        let open = requests.iter().find(|request| request.is_open(now));
        let request = open.or_else(|| requests.iter().find(reviewed)).cloned();
        let has_opened = opened_lately || request.as_ref().is_some_and(|request| request.opened_at.is_some());
        Ok(Self { request, order, acquaintance: Acquaintance { is_known, has_opened } })
    }

    /// The open or reviewed request to which the link leads; `None` for a new one. Makes the expired link of a reviewed request work
    /// again, so that the person changes the review and does not write another one.
    pub async fn led_to(
        &self,
        store: &Store,
        (tenant, keys): (&Tenant, &TenantKeys),
        email: &EmailAddress,
        now: Timestamp,
    ) -> Result<Option<RequestId>, Error> {
        let Some(request) = &self.request else { return Ok(None) };
        let id = request.id;
        if request.is_open(now) {
            return Ok(Some(id));
        }
        retry!(store, {
            let Some(context) = store.request_context(tenant, id).await? else { return Ok(None) };
            let removed = || RequestRecipient { email: Some(email.clone()), phone: None, name: None, code: None };
            let recipient = context.open(keys)?.unwrap_or_else(removed);
            let mut request = context.request;
            request.extend_link(now);
            let mut transaction = store.transaction(tenant);
            transaction.extend_request(&mut request, &recipient, keys);
            transaction.commit().await?;
            Ok::<_, TryError<Error>>(Some(id))
        })
    }
}
