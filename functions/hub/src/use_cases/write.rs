//! Reviews for which the shop did not ask: people get a link to the hub by email. After that, the request is like any other.

use std::sync::Arc;

use app::caller::{Caller, Who};
use app::error::Error;
use app::request::{FirstMessage, NewReviewRequest, Recipient};
use app::retry::{TryError, retry};
use domain::customer::CustomerKey;
use domain::message::Notification;
use domain::order::{OrderId, Product, ProductId, ProductIds};
use domain::request::{Item, Request, RequestOptions};
use domain::values::{Dialect, EmailAddress, Language, Mode, Reminders, RequestId, RequestOrigin, Tenant, TenantId};
use jiff::{SignedDuration, Timestamp};
use store::order::ListedProduct;
use store::request::listed::RequestList;
use store::request::personal::RequestRecipient;
use store::review::link_limits::LinkPace;
use store::shop::TenantRecord;
use store::table::{End, Reading};
use vault::{ServiceKeys, TenantKeys};

use crate::use_cases::{Hub, LinkError};

/// The number of a customer's newest requests that are searched for the product, and for whether the shop made one.
const REQUESTS_LOOKED_AT: u32 = 20;
/// The number of a customer's orders that are searched for the product.
const ORDERS_LOOKED_AT: u32 = 50;
/// For how long whoever opened a link of the shop may leave others unopened.
const OPENED_LATELY: SignedDuration = SignedDuration::from_hours(7 * 24);

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

/// What the shop has about whoever asks for a link.
#[derive(Default)]
struct Asker {
    /// The request to which the link leads; `None` for a new one.
    request: Option<Request>,
    /// The order of a new request.
    order: Option<OrderId>,
    /// Whether the shop itself told an order of theirs or asked them for a review.
    is_known: bool,
    /// Whether they ever opened the request, or within a week another one of the shop.
    has_opened: bool,
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

    /// Emails a link to review the product, at the pace that is returned. The link is that of the person's open or reviewed
    /// request for the product, or of a new request, whose language is the page's. Returns `None` if the network gets no more
    /// links. Otherwise the result is the same for every address, so that it reveals nothing.
    pub async fn send_link(
        &self,
        writable: &Writable,
        email: EmailAddress,
        language: Language,
        network: &str,
        now: Timestamp,
    ) -> Result<Option<LinkPace>, LinkError> {
        let service = self.links.keys(now).await?;
        let network = service.network_index(network, now);
        let pace = self.store.count_link_of_network(&writable.tenant, &network, now).await?;
        if let Some(pace) = pace {
            self.order_link(writable, (email, language), (network, pace), &service, now).await?;
        }
        Ok(pace)
    }

    /// Orders the email, unless a limit of the mailbox or the shop is reached, or no email may leave. The shop's count comes last, so that
    /// only what is ordered takes a place.
    async fn order_link(
        &self,
        writable: &Writable,
        (email, language): (EmailAddress, Language),
        (network, pace): (String, LinkPace),
        service: &ServiceKeys,
        now: Timestamp,
    ) -> Result<(), Error> {
        let (tenant, mailbox) = (&writable.tenant, service.mailbox_index(&email));
        if !self.store.count_link_of_mailbox(&mailbox, now).await? || self.is_silent(writable, &email, now).await? {
            return Ok(());
        }
        let Asker { request, order, is_known, has_opened } = self.asker(writable, &email, now).await?;
        if pace.is_full && !is_known || !has_opened && !self.store.count_unopened_link(&mailbox, now).await? {
            return Ok(());
        }
        let request = match request {
            None => self.create_visitors(writable, email, language, order, now).await?,
            Some(request) if request.is_open(now) => request.id,
            Some(reviewed) => {
                self.extend_link(writable, reviewed.id, email, now).await?;
                reviewed.id
            }
        };
        let wait = if is_known { SignedDuration::ZERO } else { pace.wait };
        let notification = Notification::link(request, network, wait, now);
        if self.order_unless_owed(tenant, &notification).await? {
            self.store.count_link(tenant, request.get(), is_known, now).await?;
            if wait.is_zero() {
                self.queue.wake_notification(tenant, notification.name, SignedDuration::ZERO).await;
            }
        }
        Ok(())
    }

    /// Whether no email to the address may leave now.
    async fn is_silent(
        &self,
        Writable { record, tenant, keys, .. }: &Writable,
        email: &EmailAddress,
        now: Timestamp,
    ) -> Result<bool, Error> {
        Ok(record.pause(self.store.pauses().await?.all, now).is_some()
            || self.store.suspension(tenant).await?.is_some()
            || self.store.suppression(tenant, &keys.email_index(email), keys).await?.is_some())
    }

    async fn asker(
        &self,
        Writable { id, tenant, keys, .. }: &Writable,
        email: &EmailAddress,
        now: Timestamp,
    ) -> Result<Asker, Error> {
        let customer = self.store.customer_id(tenant, &CustomerKey::Email(email.clone()), keys).await?;
        let Some(customer) = customer else { return Ok(Asker::default()) };
        let newest = Reading::first(End::Newest, REQUESTS_LOOKED_AT);
        let page = self.store.listed_requests(tenant, &RequestList::Customer(customer), newest).await?;
        let mut requests: Vec<_> = page.rows.into_iter().filter_map(|row| row.request).collect();
        let orders = self.store.some_orders_of(tenant, customer, ORDERS_LOOKED_AT, keys).await?.rows;
        let is_known = !orders.is_empty() || requests.iter().any(|request| !request.options.visitor);
        let is_lately = |at| now.duration_since(at) < OPENED_LATELY;
        let opened_lately = requests.iter().any(|request| request.opened_at.is_some_and(is_lately));

        // From here on only about the product, the newest first.
        requests.retain(|request| request.items.iter().any(|item| item.subject.product() == id.as_ref()));
        let given = requests.iter().map(|request| &request.order).find(|order| order.is_given()).cloned();
        let order = orders.into_iter().find(|order| order.proves(id.as_ref())).map(|order| order.id).or(given);
        let is_reviewed = |item: &Item| item.subject.product() == id.as_ref() && item.reviewed_at.is_some();
        let reviewed = |request: &&Request| request.cancelled_at.is_none() && request.items.iter().any(is_reviewed);
        let open = requests.iter().find(|request| request.is_open(now));
        let request = open.or_else(|| requests.iter().find(reviewed)).cloned();
        let has_opened = opened_lately || request.as_ref().is_some_and(|request| request.opened_at.is_some());
        Ok(Asker { request, order, is_known, has_opened })
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
