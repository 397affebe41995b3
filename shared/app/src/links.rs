//! The links that a customer gets, and the keys that make their tokens.

use std::sync::{Arc, Mutex, PoisonError};

use domain::values::{Dialect, Guid, LinkForm, ReviewId, ShopSystem, Tenant, WebhookId};
use jiff::Timestamp;
use store::shop::service::Service;
use store::table::Store;
use vault::{KEYS_CACHED_FOR, MailLink, Purpose, Secret, ServiceKeys, Token, Vault};

use crate::error::Error;

/// When the service's item was read, and the item.
type ReadAt = (Timestamp, Arc<Service>);

/// Makes links and recognizes their tokens.
#[derive(Clone)]
pub struct Links {
    store: Store,
    vault: Arc<Vault>,
    base_url: Arc<str>,
    service: Arc<Mutex<Option<ReadAt>>>,
}

pub struct Urls {
    /// The customer's page.
    pub hub: String,
    pub unsubscribe: String,
}

impl Links {
    pub fn new(store: Store, vault: Arc<Vault>, base_url: &str) -> Self {
        let base_url = base_url.trim_end_matches('/').into();
        Self { store, vault, base_url, service: Arc::default() }
    }

    /// The service's wrapped root key and the operator's address, at most an hour old; `None` before the first shop is
    /// created.
    /// Errors: [`store::table::Error::Layout`] if the table has another layout; storage failures.
    pub async fn read(&self, now: Timestamp) -> Result<Option<Arc<Service>>, store::table::Error> {
        if let Some((_, service)) = self.known().filter(|(at, _)| now.duration_since(*at).abs() < KEYS_CACHED_FOR) {
            return Ok(Some(service));
        }
        self.read_again(now).await
    }

    /// The same, as it is now.
    pub async fn read_again(&self, now: Timestamp) -> Result<Option<Arc<Service>>, store::table::Error> {
        let Some(service) = self.store.service().await?.map(Arc::new) else { return Ok(None) };
        *self.service.lock().unwrap_or_else(PoisonError::into_inner) = Some((now, Arc::clone(&service)));
        Ok(Some(service))
    }

    fn known(&self) -> Option<ReadAt> {
        self.service.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The operator's postal address, which is read at the start and before each message.
    pub fn postal_address(&self) -> Option<String> {
        self.known()?.1.postal_address.clone()
    }

    /// The service's keys.
    /// Errors: [`Error::Internal`] before the first shop is set up; storage or KMS failures.
    pub async fn keys(&self, now: Timestamp) -> Result<Arc<ServiceKeys>, Error> {
        let service = self.read(now).await?.ok_or_else(|| Error::Internal("no shop is set up yet".to_owned()))?;
        Ok(self.vault.service(&service.root, now).await?)
    }

    /// The link to the customer's page, in the form of the request's dialect.
    pub fn hub(&self, dialect: Dialect, token: &Token, keys: &ServiceKeys) -> String {
        let (base_url, token) = (&self.base_url, token.encode(Purpose::Hub, keys));
        match dialect.policy().link {
            LinkForm::Query => format!("{base_url}/review/hub?token={token}"),
            LinkForm::Path => format!("{base_url}/review/{token}"),
        }
    }

    /// The link to the customer's page, short enough for an SMS.
    pub fn short(&self, code: &str) -> String {
        format!("{}/r/{code}", self.base_url)
    }

    /// Links for an example message. They look like others and lead nowhere.
    pub(crate) fn example(&self) -> Urls {
        let base_url = &self.base_url;
        Urls {
            hub: format!("{base_url}/review/hub?token=example"),
            unsubscribe: format!("{base_url}/review/unsubscribe?token=example"),
        }
    }

    /// A short link for an example SMS, as long as real ones.
    pub fn example_short(&self) -> String {
        self.short("000000000000")
    }

    /// The URL of this shop's sign-in page for the console.
    pub fn console_of(&self, tenant: &Tenant) -> String {
        format!("{}/console/sign-in?shop={tenant}", self.base_url)
    }

    /// The URL of the console's list of reviews. With a session in the shop it opens at once, otherwise after the
    /// sign-in.
    pub fn console_reviews(&self, tenant: &Tenant) -> String {
        format!("{}&to=%2Fconsole%2Freviews", self.console_of(tenant))
    }

    /// The page on which a member acts about a review of an email, without a session.
    pub fn console_mail(&self, link: &MailLink, keys: &ServiceKeys) -> String {
        format!("{}/console/mail?k={}", self.base_url, link.encode(keys))
    }

    /// The page on which a member ends such emails, and where one click of a mail program does.
    pub fn console_mail_stop(&self, link: &MailLink, keys: &ServiceKeys) -> String {
        format!("{}/console/mail/stop?k={}", self.base_url, link.encode(keys))
    }

    /// The URL of a review in the console, which opens like [`console_reviews`](Self::console_reviews).
    pub fn console_review(&self, tenant: &Tenant, review: ReviewId) -> String {
        format!("{}&to=%2Fconsole%2Freviews%2F{review}", self.console_of(tenant))
    }

    /// The URL of an export of a person's data in the console, which opens like
    /// [`console_reviews`](Self::console_reviews).
    pub fn console_receipt(&self, tenant: &Tenant, receipt: Guid) -> String {
        format!("{}&to=%2Fconsole%2Fcustomers%2Freceipts%2F{receipt}", self.console_of(tenant))
    }

    /// The page of a webhook in the console, as in [`console_reviews`](Self::console_reviews).
    pub fn console_webhook(&self, tenant: &Tenant, webhook: WebhookId) -> String {
        format!("{}&to=%2Fconsole%2Fwebhooks%2F{webhook}", self.console_of(tenant))
    }

    /// The page of a shop's system in the console, as in [`console_reviews`](Self::console_reviews).
    pub fn console_connection(&self, tenant: &Tenant, system: ShopSystem) -> String {
        format!("{}&to=%2Fconsole%2Fconnections%2F{}", self.console_of(tenant), system.as_str())
    }

    /// The page of the shop's own sender in the console, as in [`console_reviews`](Self::console_reviews).
    pub fn console_sender(&self, tenant: &Tenant) -> String {
        format!("{}&to=%2Fconsole%2Fsettings%2Fsender", self.console_of(tenant))
    }

    /// The page of the console on which a sign-in ends, with its secret.
    pub fn console_sign_in(&self, id: &str, link: &Secret) -> String {
        format!("{}/console/sign-in/link?k={id}.{}", self.base_url, link.reveal())
    }

    /// The link to an item's form on the customer's page.
    pub fn hub_item(&self, token: &Token, item: usize, keys: &ServiceKeys) -> String {
        let token = token.encode(Purpose::Hub, keys);
        format!("{}/review/hub?token={token}&item={item}#item-{item}", self.base_url)
    }

    /// The link to the page that unsubscribes the customer. Its token gives no access to the customer's page.
    pub fn unsubscribe(&self, token: &Token, keys: &ServiceKeys) -> String {
        format!("{}/review/unsubscribe?token={}", self.base_url, token.encode(Purpose::Unsubscribe, keys))
    }
}
