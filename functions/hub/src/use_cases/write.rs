//! Reviews for which the shop did not ask: people get a link to the hub by email. After that, the request is like any other.

use std::sync::Arc;

use app::caller::{Caller, Who};
use app::error::Error;
use app::request::{FirstMessage, NewReviewRequest, Recipient};
use app::retry::{TryError, retry};
use domain::customer::CustomerKey;
use domain::message::{Notification, NotificationName};
use domain::order::{OrderId, Product, ProductId, ProductIds};
use domain::request::{Item, Request, RequestOptions, Subject};
use domain::values::{
    CustomerId, Dialect, EmailAddress, Language, Mode, Reminders, RequestId, RequestOrigin, Tenant, TenantId,
};
use jiff::{SignedDuration, Timestamp};
use store::order::ListedProduct;
use store::request::listed::RequestList;
use store::request::personal::RequestRecipient;
use store::review::link_limits::LinkLimit;
use store::shop::TenantRecord;
use store::table::{End, Reading};
use vault::TenantKeys;

use crate::use_cases::{Hub, LinkError};

/// The number of a customer's newest requests that are searched for the product.
const REQUESTS_LOOKED_AT: u32 = 20;
/// The number of a customer's orders that are searched for the product.
const ORDERS_LOOKED_AT: u32 = 50;

/// A product, or the shop itself, that anybody may review.
pub struct Writable {
    /// The shop's record.
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
    #[must_use]
    pub fn address(&self) -> String {
        format!("/review/write/{}/{}", self.tenant.id.as_str(), ProductId::name_of(self.id.as_ref()))
    }
}

impl Hub {
    /// A product that the shop described or that somebody reviewed, or the shop itself.
    ///
    /// # Errors
    /// [`LinkError::Unknown`] for any other id, for a product that was never published, and if the shop does not show its
    /// reviews; [`LinkError::App`].
    pub async fn writable(&self, shop: &str, product: &str, now: Timestamp) -> Result<Writable, LinkError> {
        let tenant = Tenant { id: TenantId::parse(shop).map_err(|_| LinkError::Unknown)?, mode: Mode::Live };
        let id = ProductId::named(product).map_err(|_| LinkError::Unknown)?;
        let record = self.store.tenant(&tenant).await?.and_then(TenantRecord::living);
        let record = record.filter(|record| record.review_settings.public_display).ok_or(LinkError::Unknown)?;
        let product = match &id {
            Some(id) => self.store.listed_product(&tenant, id).await?,
            None => None,
        };
        if product.as_ref().is_some_and(ListedProduct::is_hidden) {
            return Err(LinkError::Unknown);
        }
        let product = product.map(|listed| listed.product);
        if let (Some(id), None) = (&id, &product)
            && self.store.product_review_counts(&tenant, Some(id)).await?.changed_at.is_none()
        {
            return Err(LinkError::Unknown);
        }
        let keys = self.vault.tenant(&tenant, &record.root, now).await?;
        Ok(Writable { record, product, id, tenant, keys })
    }

    /// Emails a link to review the product. The link is that of the person's open or reviewed request for the product, or of a
    /// new request, whose language is the page's. Returns `false` if the limit of the network or the shop is reached, or if too
    /// many links bounced. Otherwise the result is `true` for every address, so that it reveals nothing.
    ///
    /// # Errors
    /// [`LinkError::App`].
    pub async fn send_link(
        &self,
        writable: &Writable,
        email: EmailAddress,
        language: Language,
        network: &str,
        now: Timestamp,
    ) -> Result<bool, LinkError> {
        let Writable { tenant, keys, .. } = writable;
        let (address, network) = (keys.email_index(&email), keys.fingerprint(format!("network {network}").as_bytes()));
        match self.store.count_link(tenant, (&address, &network), now).await? {
            Some(LinkLimit::Others) => return Ok(false),
            Some(LinkLimit::Address) => return Ok(true),
            None => {}
        }
        if self.store.suppression(tenant, &address, keys).await?.is_some() {
            return Ok(true);
        }
        let request = self.request_for(writable, email, language, now).await?;
        let notification = Notification::at_once(NotificationName::Link(request), now);
        if self.order_unless_owed(tenant, &notification).await? {
            self.queue.wake_notification(tenant, notification.name, SignedDuration::ZERO).await;
        }
        Ok(true)
    }

    /// The request whose link a person gets.
    async fn request_for(
        &self,
        writable: &Writable,
        email: EmailAddress,
        language: Language,
        now: Timestamp,
    ) -> Result<RequestId, Error> {
        let Writable { id, tenant, keys, .. } = writable;
        let customer = self.store.customer_id(tenant, &CustomerKey::Email(email.clone()), keys).await?;
        let Some(customer) = customer else { return self.create_visitors(writable, email, language, None, now).await };
        let asked = self.asked(writable, customer).await?;
        if let Some(open) = asked.iter().find(|request| request.is_open(now)) {
            return Ok(open.id);
        }
        let is_reviewed = |item: &Item| item.subject.product() == id.as_ref() && item.reviewed_at.is_some();
        let reviewed = |request: &&Request| request.cancelled_at.is_none() && request.items.iter().any(is_reviewed);
        if let Some(reviewed) = asked.iter().find(reviewed) {
            self.extend_link(writable, reviewed.id, email, now).await?;
            return Ok(reviewed.id);
        }
        let given = asked.iter().map(|request| &request.order).find(|order| order.is_given());
        let order = self.order_with(writable, customer).await?.or(given.cloned());
        self.create_visitors(writable, email, language, order, now).await
    }

    /// Makes the expired link of a reviewed request work again, so that the person changes the review and does not write
    /// another one.
    async fn extend_link(
        &self,
        Writable { record, tenant, keys, .. }: &Writable,
        id: RequestId,
        email: EmailAddress,
        now: Timestamp,
    ) -> Result<(), Error> {
        retry!(self.store, {
            let Some(context) = self.store.request_context(tenant, id).await? else { return Ok(()) };
            let removed = || RequestRecipient { email: Some(email.clone()), phone: None, name: None, code: None };
            let recipient = context.open(keys)?.unwrap_or_else(removed);
            let mut request = context.request;
            request.extend_link(&record.rules, now);
            let mut transaction = self.store.transaction(tenant);
            transaction.extend_request(&mut request, &recipient, keys);
            Ok::<_, TryError<Error>>(transaction.commit().await?)
        })
    }

    /// A customer's newest requests for the product, the newest first.
    async fn asked(&self, Writable { id, tenant, .. }: &Writable, customer: CustomerId) -> Result<Vec<Request>, Error> {
        let newest = Reading::first(End::Newest, REQUESTS_LOOKED_AT);
        let page = self.store.listed_requests(tenant, &RequestList::Customer(customer), newest).await?;
        let is_about = |subject: &Subject| subject.product() == id.as_ref();
        let requests = page.rows.into_iter().filter_map(|row| row.request);
        Ok(requests.filter(|request| request.items.iter().any(|item| is_about(&item.subject))).collect())
    }

    /// An order of the customer that proves the purchase of the product.
    async fn order_with(
        &self,
        Writable { id, tenant, keys, .. }: &Writable,
        customer: CustomerId,
    ) -> Result<Option<OrderId>, Error> {
        let orders = self.store.some_orders_of(tenant, customer, ORDERS_LOOKED_AT, keys).await?.rows;
        Ok(orders.into_iter().find(|order| order.proves(id.as_ref())).map(|order| order.id))
    }

    /// Creates a request that sends no message itself.
    async fn create_visitors(
        &self,
        Writable { id, tenant, keys, .. }: &Writable,
        email: EmailAddress,
        language: Language,
        order: Option<OrderId>,
        now: Timestamp,
    ) -> Result<RequestId, Error> {
        let caller = Caller { tenant: tenant.clone(), keys: Arc::clone(keys), who: Who::Reader };
        // `sent_at` is in the past, so that the request counts as sent and the shop cannot send it.
        let sent_at = now.saturating_sub(SignedDuration::from_secs(1)).ok();
        let options =
            RequestOptions { language: Some(language), send_date: sent_at, visitor: true, ..RequestOptions::default() };
        let new = NewReviewRequest {
            dialect: Dialect::BetterReviews,
            origin: RequestOrigin::Call,
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
