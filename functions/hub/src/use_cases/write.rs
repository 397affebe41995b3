//! Reviews for which the shop did not ask: people whose address the shop knows get a link by email.
//!
//! Told by `tests/stories/hub/write.story`.

use std::sync::Arc;
use std::time::Duration;

use app::caller::{Caller, Who};
use app::error::{Error, TryError, retry};
use app::request::{FirstMessage, NewReviewRequest, Recipient};
use domain::customer::CustomerKey;
use domain::message::{Notification, NotificationName};
use domain::order::{OrderId, Product, ProductId, ProductIds};
use domain::request::{Item, Request, RequestOptions};
use domain::values::{CustomerId, Dialect, EmailAddress, Language, Reminders, RequestId, RequestOrigin, Tenant};
use jiff::{SignedDuration, Timestamp};
use store::order::ListedProduct;
use store::request::listed::RequestList;
use store::request::personal::RequestRecipient;
use store::shop::TenantRecord;
use store::table::{End, Reading};
use vault::TenantKeys;

use crate::use_cases::{Hub, LinkError};

/// How long after its call the page answers. By then, everything is done that depends on the address.
const ANSWERED_AFTER: Duration = Duration::from_secs(1);
/// The number of a customer's newest requests that are searched for the product.
const REQUESTS_LOOKED_AT: u32 = 20;
/// The number of a customer's orders that are searched for the product.
const ORDERS_LOOKED_AT: u32 = 50;

/// A product, or the shop itself, that anybody may review.
pub struct Writable {
    pub record: TenantRecord,
    /// The product as the shop describes it; `None` for the shop itself, or without a description.
    pub product: Option<Product>,
    /// The product's id; `None` for the shop itself.
    id: Option<ProductId>,
    tenant: Tenant,
    keys: Arc<TenantKeys>,
}

impl Writable {
    /// The path of the page.
    pub fn address(&self) -> String {
        format!("/review/write/{}/{}", self.tenant.id.as_str(), ProductId::name_of(self.id.as_ref()))
    }
}

impl Hub {
    /// A product that the shop described or that somebody reviewed, or the shop itself.
    /// Errors: [`LinkError::Unknown`] for any other id, for a product that was never published, and if the shop does
    /// not show its reviews; [`LinkError::App`].
    pub async fn writable(&self, shop: &str, product: &str, now: Timestamp) -> Result<Writable, LinkError> {
        let id = ProductId::named(product).map_err(|_| LinkError::Unknown)?;
        let (tenant, record, keys) = self.public_shop(shop, now).await?;
        let product = match &id {
            Some(id) => self.store.listed_product(&tenant, id).await?,
            None => None,
        };
        if product.as_ref().is_some_and(ListedProduct::is_hidden) {
            return Err(LinkError::Unknown);
        }
        let product = product.map(|listed| listed.product);
        if let (Some(id), None) = (&id, &product)
            && self.store.product_review_counts(&tenant, Some(id)).await?.changed_at().is_none()
        {
            return Err(LinkError::Unknown);
        }
        Ok(Writable { record, product, id, tenant, keys })
    }

    /// Sends a link to review the product if the shop knows the address. `false` if the network gets no more links. Any other answer is
    /// the same and leaves after the same time for every address, whatever was done for it.
    pub async fn send_link(
        &self,
        writable: &Writable,
        email: EmailAddress,
        language: Language,
        network: &str,
        now: Timestamp,
    ) -> Result<bool, LinkError> {
        let network = self.links.keys(now).await?.network_index(network);
        if !self.store.count_link_of_network(&network, now).await? {
            return Ok(false);
        }
        let sending = self.send_if_known(writable, email, language, now);
        let (sent, ()) = tokio::join!(sending, self.store.wait(ANSWERED_AFTER));
        if let Err(error) = sent {
            tracing::error!(%error, "cannot send the link for which somebody asked");
        }
        Ok(true)
    }

    async fn send_if_known(
        &self,
        writable: &Writable,
        email: EmailAddress,
        language: Language,
        now: Timestamp,
    ) -> Result<(), Error> {
        let Writable { tenant, keys, .. } = writable;
        let customer = self.store.customer_id(tenant, &CustomerKey::Email(email.clone()), keys).await?;
        let Some(customer) = customer else { return Ok(()) };
        let mailbox = self.links.keys(now).await?.mailbox_index(&email);
        if self.store.is_suppressed(tenant, &keys.email_index(&email), None).await?
            || !self.store.count_link_of_mailbox(&mailbox, now).await?
        {
            return Ok(());
        }
        let request = self.led_to(writable, (customer, email), language, now).await?;
        let notification = Notification::new(NotificationName::Link(request), now);
        retry!(self.store, {
            let mut transaction = self.store.transaction(tenant);
            transaction.order_notification(&notification);
            Ok::<_, TryError<Error>>(transaction.commit().await?)
        })?;
        self.queue.wake_notification(tenant, notification.name, SignedDuration::ZERO).await;
        Ok(())
    }

    /// The request to which a customer's link leads: the open one about the product, else a reviewed one, so that the person changes the
    /// review and does not write another one, else a new one.
    async fn led_to(
        &self,
        writable: &Writable,
        (customer, email): (CustomerId, EmailAddress),
        language: Language,
        now: Timestamp,
    ) -> Result<RequestId, Error> {
        let Writable { id, tenant, keys, .. } = writable;
        let product = id.as_ref();
        let newest = Reading::first(End::Newest, REQUESTS_LOOKED_AT);
        let page = self.store.listed_requests(tenant, &RequestList::Customer(customer), newest).await?;
        let is_about = |request: &Request| request.items.iter().any(|item| item.subject.product() == product);
        let requests: Vec<_> = page.rows.into_iter().filter_map(|row| row.request).filter(is_about).collect();
        if let Some(open) = requests.iter().find(|request| request.is_open(now)) {
            return Ok(open.id);
        }
        let is_reviewed = |item: &Item| item.subject.product() == product && item.reviewed_at.is_some();
        let reviewed = |request: &&Request| request.cancelled_at.is_none() && request.items.iter().any(is_reviewed);
        if let Some(reviewed) = requests.iter().find(reviewed) {
            return self.reopened(writable, reviewed, email, now).await;
        }
        let given = requests.iter().map(|request| &request.order).find(|order| order.is_given()).cloned();
        let newest = Reading::first(End::Newest, ORDERS_LOOKED_AT);
        let orders = self.store.orders(tenant, Some(customer), newest, keys).await?.found();
        let order = orders.into_iter().find(|order| order.proves(product)).map(|order| order.id).or(given);
        self.create_visitors(writable, (email, order), language, now).await
    }

    /// Makes the expired link of a reviewed request work again.
    async fn reopened(
        &self,
        Writable { tenant, keys, .. }: &Writable,
        reviewed: &Request,
        email: EmailAddress,
        now: Timestamp,
    ) -> Result<RequestId, Error> {
        let id = reviewed.id;
        retry!(self.store, {
            // A request that is gone leads nowhere, and its email does not leave.
            let Some(context) = self.store.request_context(tenant, id).await? else { return Ok(id) };
            let removed = || RequestRecipient { email: Some(email.clone()), phone: None, name: None, code: None };
            let recipient = context.open(keys)?.unwrap_or_else(removed);
            let mut request = context.request;
            request.extend_link(now);
            let mut transaction = self.store.transaction(tenant);
            transaction.extend_request(&mut request, &recipient, keys);
            transaction.commit().await?;
            Ok::<_, TryError<Error>>(id)
        })
    }

    /// Creates a request that sends no message itself.
    async fn create_visitors(
        &self,
        Writable { id, tenant, keys, .. }: &Writable,
        (email, order): (EmailAddress, Option<OrderId>),
        language: Language,
        now: Timestamp,
    ) -> Result<RequestId, Error> {
        let caller = Caller { tenant: tenant.clone(), keys: Arc::clone(keys), who: Who::Reader };
        // `sent_at` is in the past, so that the request counts as sent and the shop cannot send it.
        let sent_at = now.saturating_sub(SignedDuration::from_secs(1)).ok();
        let options = RequestOptions { language: Some(language), send_date: sent_at, ..RequestOptions::default() };
        let new = NewReviewRequest {
            dialect: Dialect::BetterReviews,
            origin: RequestOrigin::Visitor,
            recipient: Recipient::Addressee { email, name: None },
            products: ProductIds::first(id.clone().into_iter()),
            order,
            first_message: FirstMessage::At(now),
            channels: Vec::new(),
            reminders: Some(Reminders::NONE),
            options,
        };
        Ok(self.create.create_alone(&caller, new, now).await?.request.id)
    }
}
