//! A request's personal part. It is sealed, and is removed earlier than the rest of the request.

use domain::request::Request;
use domain::values::{Channel, EmailAddress, PersonName, Phone, RequestId, Tenant};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::{Random, ServiceKeys, ShortCode, TenantKeys, Token};

use crate::retention::{PERSONAL_DAYS, days_after};
use crate::table::{CommitError, Error, Part, Store, Transaction, keys, open, seal};

/// The name to which the sealed part is bound.
const PERSONAL: &str = "personal";

/// A request's personal part, in clear.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RequestRecipient {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<EmailAddress>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    /// The customer's name, for the greeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<PersonName>,
    /// The short code of the link, if the request may be sent by SMS.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<LinkCode>,
}

/// The short code in every SMS of a request.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LinkCode {
    pub code: String,
    /// The code's digest, which is the key of the short link. It is also stored in clear, so that the short link can be
    /// removed together with the personal part.
    pub digest: String,
}

impl LinkCode {
    pub fn new(code: &ShortCode, keys: &ServiceKeys) -> Self {
        Self { code: code.to_string(), digest: code.digest(keys) }
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct SealedItem {
    personal: ByteBuf,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    code_digest: Option<String>,
    ttl: i64,
}

impl RequestRecipient {
    /// The channel by which the customer can be reached, email before SMS; `None` if there is none.
    pub fn channel(&self) -> Option<Channel> {
        let email = self.email.as_ref().map(|_| Channel::Email);
        email.or(self.phone.as_ref().map(|_| Channel::Sms))
    }

    pub fn address(&self, channel: Channel) -> Option<&str> {
        match channel {
            Channel::Email => self.email.as_ref().map(EmailAddress::as_typed),
            Channel::Sms => self.phone.as_ref().map(Phone::as_str),
        }
    }

    pub fn index(&self, channel: Channel, keys: &TenantKeys) -> Option<String> {
        match channel {
            Channel::Email => self.email.as_ref().map(|email| keys.email_index(email)),
            Channel::Sms => self.phone.as_ref().map(|phone| keys.phone_index(phone)),
        }
    }

    pub fn token(&self, tenant: &Tenant, request: RequestId, keys: &TenantKeys) -> Token {
        let recipients = Channel::ALL.into_iter().filter_map(|channel| Some((channel, self.index(channel, keys)?)));
        Token { tenant: tenant.clone(), request, recipients: recipients.collect() }
    }

    fn seal(&self, request: &Request, keys: &TenantKeys, random: &Random) -> Result<SealedItem, CommitError> {
        Ok(SealedItem {
            personal: seal(self, &keys::sealed_sk(request.id), PERSONAL, keys, random)?,
            code_digest: self.code.as_ref().map(|code| code.digest.clone()),
            ttl: days_after(request.expires_at, PERSONAL_DAYS),
        })
    }
}

impl SealedItem {
    pub(crate) fn code_digest(&self) -> Option<&str> {
        self.code_digest.as_deref()
    }

    pub(crate) fn open(&self, id: RequestId, keys: &TenantKeys) -> Result<RequestRecipient, Error> {
        open(&self.personal, &keys::sealed_sk(id), PERSONAL, keys)
    }
}

impl Transaction<'_> {
    pub(crate) fn insert_sealed(&mut self, request: &Request, sealed: &RequestRecipient, keys: &TenantKeys) {
        if let Some(item) = self.made(sealed.seal(request, keys, &self.store.random)) {
            self.insert(Part::Request, &keys::sealed(self.tenant, request.id), &item);
        }
    }

    pub fn replace_sealed(&mut self, request: &Request, sealed: &RequestRecipient, keys: &TenantKeys) {
        if let Some(item) = self.made(sealed.seal(request, keys, &self.store.random)) {
            self.set(&keys::sealed(self.tenant, request.id), &item);
        }
    }
}

/// Short links: for each code's digest, the token that the code stands for. They are removed with the personal part of
/// their request.
#[derive(Serialize, Deserialize)]
struct ShortLinkItem {
    tenant: Tenant,
    request: RequestId,
    recipients: Vec<(Channel, String)>,
    ttl: i64,
}

impl Store {
    /// The token that the code with this digest stands for; `None` for an unknown code.
    pub async fn short_link(&self, digest: &str) -> Result<Option<Token>, Error> {
        let link = self.read(&keys::short_link(digest)).await?;
        Ok(link.map(|ShortLinkItem { tenant, request, recipients, ttl: _ }| Token { tenant, request, recipients }))
    }
}

impl Transaction<'_> {
    pub(crate) fn insert_short_link(&mut self, digest: &str, token: &Token, request: &Request) {
        let Token { tenant, request: id, recipients } = token.clone();
        let ttl = days_after(request.expires_at, PERSONAL_DAYS);
        let item = ShortLinkItem { tenant, request: id, recipients, ttl };
        self.insert(Part::Request, &keys::short_link(digest), &item);
    }
}
