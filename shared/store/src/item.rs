//! The small items: what each holds beside its key.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::{
    Channel, DisplayName, EmailAddress, HttpsUrl, Identity, Mode, PersonName, Phone, Product, ProductId, Rating,
    RequestId, Review, ReviewText, Suppression, Tenant, TenantId, Title,
};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use std::collections::HashMap;
use vault::{Random, TenantKeys, Token};

use crate::identity_part::IdentityPart;
use crate::{Error, keys, keys::Key};

pub(crate) type Attributes = HashMap<String, AttributeValue>;

pub(crate) fn to_item(key: &Key, fields: &impl Serialize) -> Result<Attributes, Error> {
    let mut item: Attributes = serde_dynamo::to_item(fields)?;
    item.extend(key.attributes());
    Ok(item)
}

pub(crate) fn from_item<T: DeserializeOwned>(item: Attributes) -> Result<T, Error> {
    Ok(serde_dynamo::from_item(item)?)
}

/// Milliseconds of a stored time.
pub(crate) fn instant(milliseconds: i64) -> Result<Timestamp, Error> {
    Timestamp::from_millisecond(milliseconds).map_err(|_| Error::Unreadable("a time".to_owned()))
}

/// An API key's rights, as the table knows them by the key's digest.
#[derive(Debug, Clone)]
pub struct ApiKeyRecord {
    /// Whose data the key opens.
    pub tenant: Tenant,
    /// What it may do.
    pub scopes: Vec<String>,
    /// Who it speaks for.
    pub identity: Option<Identity>,
    /// Whether it still works.
    pub active: bool,
    /// The tenant's wrapped root key, kept here too so that a call reads one item.
    pub root: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct ApiKeyItem {
    tenant: String,
    mode: String,
    scopes: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    identity: Option<IdentityPart>,
    active: bool,
    root: ByteBuf,
}

impl From<&ApiKeyRecord> for ApiKeyItem {
    fn from(record: &ApiKeyRecord) -> Self {
        let ApiKeyRecord { tenant: Tenant { id, mode }, scopes, identity, active, root } = record;
        Self {
            tenant: id.as_str().to_owned(),
            mode: mode.as_str().to_owned(),
            scopes: scopes.clone(),
            identity: identity.map(IdentityPart::from),
            active: *active,
            root: ByteBuf::from(root.clone()),
        }
    }
}

impl TryFrom<ApiKeyItem> for ApiKeyRecord {
    type Error = Error;

    fn try_from(item: ApiKeyItem) -> Result<Self, Error> {
        let ApiKeyItem { tenant, mode, scopes, identity, active, root } = item;
        let identity = identity.map(Identity::try_from).transpose()?;
        let tenant = Tenant { id: TenantId::parse(&tenant)?, mode: Mode::parse(&mode)? };
        Ok(Self { tenant, scopes, identity, active, root: root.into_vec() })
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct ServiceItem {
    pub root: ByteBuf,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct TokenItem {
    pub tenant: String,
    pub request: u64,
    pub ttl: i64,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct GuardItem {
    pub request_id: u64,
    pub active_until: i64,
    pub ttl: i64,
}

/// A request's personal part. It leaves the table first.
#[derive(Debug, Clone)]
pub struct Sealed {
    /// The customer's address, if a message goes there.
    pub email: Option<EmailAddress>,
    /// The customer's number, if a message goes there.
    pub phone: Option<Phone>,
    /// The customer's name.
    pub name: Option<PersonName>,
    /// The link's token, so that every message carries the same link.
    pub token: String,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct SealedItem {
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<ByteBuf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<ByteBuf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<ByteBuf>,
    token: ByteBuf,
    pub ttl: i64,
}

impl Sealed {
    /// The first channel by which the customer can be reached.
    #[must_use]
    pub fn channel(&self) -> Option<Channel> {
        let email = self.email.as_ref().map(|_| Channel::Email);
        email.or(self.phone.as_ref().map(|_| Channel::Sms))
    }

    pub(crate) fn seal(
        &self,
        id: RequestId,
        keys: &TenantKeys,
        random: &Random,
        ttl: i64,
    ) -> Result<SealedItem, vault::Error> {
        let Self { email, phone, name, token } = self;
        let place = keys::sealed_name(id);
        let seal = |field, plain: &str| keys.seal(&place, field, plain, random).map(ByteBuf::from);
        Ok(SealedItem {
            email: email.as_ref().map(|email| seal("email", email.as_typed())).transpose()?,
            phone: phone.as_ref().map(|phone| seal("phone", phone.as_str())).transpose()?,
            name: name.as_ref().map(|name| seal("name", name.as_str())).transpose()?,
            token: seal("token", token)?,
            ttl,
        })
    }
}

impl SealedItem {
    pub(crate) fn open(&self, id: RequestId, keys: &TenantKeys) -> Result<Sealed, Error> {
        let Self { email, phone, name, token, ttl: _ /* DynamoDB's own */ } = self;
        let place = keys::sealed_name(id);
        let open = |field, sealed: &ByteBuf| {
            keys.open(&place, field, sealed).map_err(|_| Error::Unreadable(format!("sealed {field}")))
        };
        let found = |field, sealed: &Option<ByteBuf>| sealed.as_ref().map(|sealed| open(field, sealed)).transpose();
        Ok(Sealed {
            email: found("email", email)?.map(|email| EmailAddress::parse(&email)).transpose()?,
            phone: found("phone", phone)?.map(Phone::stored),
            name: found("name", name)?.map(|name| PersonName::parse(&name)).transpose()?,
            token: open("token", token)?,
        })
    }
}

/// A call's answer, kept for its repetition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredReply {
    /// The keyed digest of the body it answered.
    pub fingerprint: String,
    /// The HTTP status.
    pub status: u16,
    /// The body, to the byte.
    pub body: String,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct IdempotencyItem {
    fingerprint: String,
    status: u16,
    body: ByteBuf,
    pub expires_at: i64,
    pub ttl: i64,
}

impl StoredReply {
    pub(crate) fn seal(
        &self,
        name: &str,
        keys: &TenantKeys,
        random: &Random,
        expires_at: Timestamp,
    ) -> Result<IdempotencyItem, vault::Error> {
        let Self { fingerprint, status, body } = self;
        Ok(IdempotencyItem {
            fingerprint: fingerprint.clone(),
            status: *status,
            body: ByteBuf::from(keys.seal(&keys::idempotency_name(name), "body", body, random)?),
            expires_at: expires_at.as_millisecond(),
            ttl: expires_at.as_second(),
        })
    }
}

impl IdempotencyItem {
    pub(crate) fn open(self, name: &str, keys: &TenantKeys) -> Result<StoredReply, Error> {
        let Self { fingerprint, status, body, expires_at: _, ttl: _ } = self;
        let body = keys
            .open(&keys::idempotency_name(name), "body", &body)
            .map_err(|_| Error::Unreadable("sealed answer".to_owned()))?;
        Ok(StoredReply { fingerprint, status, body })
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct SuppressionItem {
    pub reason: String,
    pub at: i64,
}

impl SuppressionItem {
    pub(crate) fn new(suppression: Suppression, at: Timestamp) -> Self {
        Self { reason: suppression.stop().as_str().to_owned(), at: at.as_millisecond() }
    }

    pub(crate) fn read(&self) -> Result<Suppression, Error> {
        Suppression::parse(&self.reason).ok_or_else(|| Error::Unreadable("a suppression".to_owned()))
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct ProductItem {
    title: String,
    image_url: Option<String>,
    url: Option<String>,
}

impl ProductItem {
    pub(crate) fn new(product: &Product) -> Self {
        let Product { id: _ /* in the key */, title, image_url, url } = product;
        let text = |url: &Option<HttpsUrl>| url.as_ref().map(|url| url.as_str().to_owned());
        Self { title: title.as_str().to_owned(), image_url: text(image_url), url: text(url) }
    }

    pub(crate) fn read(self, id: ProductId) -> Result<Product, Error> {
        let Self { title, image_url, url } = self;
        let (image_url, url) = (image_url.map(HttpsUrl::stored), url.map(HttpsUrl::stored));
        Ok(Product { id, title: Title::parse(&title)?, image_url, url })
    }
}

/// A review as stored: its words sealed, as all that a customer types.
pub struct SealedReview {
    pub(crate) id: RequestId,
    pub(crate) item: ReviewItem,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct ReviewItem {
    item: usize,
    rating: u8,
    text: ByteBuf,
    display_name: Option<ByteBuf>,
    created_at: i64,
    updated_at: i64,
}

impl ReviewItem {
    pub(crate) fn seal(
        review: &Review,
        id: RequestId,
        keys: &TenantKeys,
        random: &Random,
    ) -> Result<Self, vault::Error> {
        let Review { item, rating, text, display_name, created_at, updated_at } = review;
        let place = keys::review_name(id, *item);
        let seal = |field, plain: &str| keys.seal(&place, field, plain, random).map(ByteBuf::from);
        Ok(Self {
            item: *item,
            rating: rating.stars(),
            text: seal("text", text.as_str())?,
            display_name: display_name.as_ref().map(|name| seal("display_name", name.as_str())).transpose()?,
            created_at: created_at.as_millisecond(),
            updated_at: updated_at.as_millisecond(),
        })
    }
}

impl SealedReview {
    /// The review in clear.
    ///
    /// # Errors
    /// [`Error::Unreadable`] when it was not sealed with these keys.
    pub fn open(self, keys: &TenantKeys) -> Result<Review, Error> {
        let ReviewItem { item, rating, text, display_name, created_at, updated_at } = self.item;
        let place = keys::review_name(self.id, item);
        let unreadable = || Error::Unreadable("a review".to_owned());
        let open = |field, sealed: &ByteBuf| keys.open(&place, field, sealed).map_err(|_| unreadable());
        let display_name = display_name.as_ref().map(|name| open("display_name", name)).transpose()?;
        Ok(Review {
            item,
            rating: Rating::new(rating).ok_or_else(unreadable)?,
            text: ReviewText::parse(&open("text", &text)?).map_err(|_| unreadable())?,
            display_name: display_name
                .map(|name| DisplayName::parse(&name))
                .transpose()
                .map_err(|_| unreadable())?
                .flatten(),
            created_at: instant(created_at)?,
            updated_at: instant(updated_at)?,
        })
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct SlotItem {
    pub taken_at: i64,
}

impl TokenItem {
    pub(crate) fn new(tenant: &Tenant, id: RequestId, ttl: i64) -> Self {
        Self { tenant: tenant.to_string(), request: id.get(), ttl }
    }

    pub(crate) fn read(&self) -> Result<(Tenant, RequestId), Error> {
        let id = RequestId::new(self.request).ok_or_else(|| Error::Unreadable("a token's request".to_owned()))?;
        Ok((self.tenant.parse()?, id))
    }
}

/// The key by which the table knows a token.
pub(crate) fn token_key(token: &Token) -> Key {
    keys::token(&token.digest())
}
