//! Reviews for which the shop did not ask: people get a link by email. Once they open it, there is a request like any other.

use std::sync::Arc;

use app::caller::{Caller, Who};
use app::error::Error;
use app::request::{Asker, FirstMessage, NewReviewRequest, Recipient};
use app::retry::{TryError, retry};
use domain::message::Notification;
use domain::order::{OrderId, Product, ProductId, ProductIds};
use domain::request::RequestOptions;
use domain::shop::Shop;
use domain::values::{
    Channel, Dialect, EmailAddress, Language, Mode, Reminders, RequestId, RequestOrigin, Tenant, TenantId,
};
use jiff::{SignedDuration, Timestamp};
use store::order::ListedProduct;
use store::review::asked_link::AskedLink;
use store::shop::TenantRecord;
use vault::{Purpose, TenantKeys, Token};

use crate::use_cases::{Hub, LinkError};

/// By how much older than its time the id of a link's request is. By then, every request with an id of that time has been written, so a
/// free id stays free until the link is opened.
const ID_AGE: SignedDuration = SignedDuration::from_hours(1);

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

/// A link for which somebody asked and that nobody has opened, with its shop.
pub struct Unopened {
    pub record: TenantRecord,
    link: AskedLink,
    tenant: Tenant,
    keys: Arc<TenantKeys>,
}

impl Unopened {
    /// The shop as the link's page shows it.
    pub fn shop(&self) -> Shop {
        self.record.shop.clone().with_language(Some(self.link.language))
    }
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

    /// Orders an email with a link to review the product. Returns how long it waits if the shop does not know its recipient; `None` if the
    /// network gets no more links. Nothing here depends on the address, so neither the answer nor its time tells anything about it:
    /// `send-request` decides whether the email leaves, and to which request its link leads.
    pub async fn send_link(
        &self,
        Writable { id, tenant, keys, .. }: &Writable,
        email: EmailAddress,
        language: Language,
        network: &str,
        now: Timestamp,
    ) -> Result<Option<SignedDuration>, LinkError> {
        let network = self.links.keys(now).await?.network_index(network, now);
        let wait = self.store.count_link_of_network(tenant, &network, now).await?;
        let Some(wait) = wait else { return Ok(None) };
        let name = retry!(self.store, {
            let request = RequestId::mint(now.saturating_sub(ID_AGE).unwrap_or(now), self.random.u16());
            let link = AskedLink {
                request,
                recipient: keys.email_index(&email),
                email: email.clone(),
                product: id.clone(),
                language,
                asked_at: now,
                leaves_at: now.saturating_add(wait).unwrap_or(now),
                is_counted: false,
            };
            let notification = Notification::link(request, network.clone(), link.recipient.clone(), now);
            let mut transaction = self.store.transaction(tenant);
            transaction.insert_asked_link(&link, &notification, keys);
            transaction.commit().await?;
            Ok::<_, TryError<LinkError>>(notification.name)
        })?;
        self.queue.wake_notification(tenant, name, SignedDuration::ZERO).await;
        Ok(Some(wait))
    }

    pub async fn unopened(&self, token: &str, now: Timestamp) -> Result<Unopened, LinkError> {
        let Token { tenant, request, recipients } = self.resolve(token, Purpose::Hub, now).await?;
        let email = recipients.iter().find(|(channel, _)| *channel == Channel::Email);
        let (_, recipient) = email.ok_or(LinkError::Unknown)?;
        let record = self.store.tenant(&tenant).await?.and_then(TenantRecord::living).ok_or(LinkError::Unknown)?;
        let keys = self.vault.tenant(&tenant, &record.root, now).await?;
        let link = self.store.asked_link(&tenant, recipient, request, &keys, now).await?.ok_or(LinkError::Unknown)?;
        Ok(Unopened { record, link, tenant, keys })
    }

    /// Begins the request of an unopened link: from here on there are a customer and a request, as if the shop had asked. Returns the token
    /// of the page to which the link leads: of another request, if the person has one about the product by now. Repeating it changes
    /// nothing.
    pub async fn begin(&self, token: &str, now: Timestamp) -> Result<String, LinkError> {
        let unopened = self.unopened(token, now).await?;
        let Unopened { record: _, link: AskedLink { email, product, request, recipient, .. }, tenant, keys } =
            &unopened;
        let shop = (tenant, &**keys);
        let asker = Asker::read(&self.store, shop, email, product.as_ref(), now).await?;
        let request = match asker.led_to(&self.store, shop, email, now).await? {
            Some(request) => request,
            None => {
                self.create_visitors(&unopened, asker.order, now).await?;
                *request
            }
        };
        let recipients = vec![(Channel::Email, recipient.clone())];
        let token = Token { tenant: tenant.clone(), request, recipients };
        Ok(token.encode(Purpose::Hub, &*self.links.keys(now).await?))
    }

    /// Creates a request that sends no message itself.
    async fn create_visitors(
        &self,
        Unopened { link, tenant, keys, .. }: &Unopened,
        order: Option<OrderId>,
        now: Timestamp,
    ) -> Result<(), Error> {
        let caller = Caller { tenant: tenant.clone(), keys: Arc::clone(keys), who: Who::Reader };
        // `sent_at` is in the past, so that the request counts as sent and the shop cannot send it.
        let sent_at = now.saturating_sub(SignedDuration::from_secs(1)).ok();
        let language = Some(link.language);
        let options = RequestOptions { language, send_date: sent_at, visitor: true, ..RequestOptions::default() };
        let new = NewReviewRequest {
            dialect: Dialect::BetterReviews,
            origin: RequestOrigin::Call,
            recipient: Recipient::Addressee { email: link.email.clone(), name: None },
            products: ProductIds::first(link.product.clone().into_iter()),
            order,
            first_message: FirstMessage::At(now),
            channels: Vec::new(),
            reminders: Some(Reminders::NONE),
            options,
        };
        self.create.create_once(&caller, new, link.request, now).await
    }
}
