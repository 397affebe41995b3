//! A request's personal part. It is sealed, and removed before the rest of the request.

use domain::{Channel, EmailAddress, PersonName, Phone, Request, RequestId, Tenant};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::{Random, ServiceKeys, ShortCode, TenantKeys, Token};

use crate::privacy::retention::personal_ttl;
use crate::table::{Error, Part, Transaction, keys};

/// A request's personal part, in clear.
#[derive(Debug, Clone)]
pub struct Sealed {
    /// The address that emails go to, if any.
    pub email: Option<EmailAddress>,
    /// The number that SMS go to, if any.
    pub phone: Option<Phone>,
    /// The customer's name, for the greeting.
    pub name: Option<PersonName>,
    /// The short code of its link, if the request may be sent by SMS.
    pub code: Option<SealedCode>,
}

/// A short code, which every SMS of a request has.
#[derive(Debug, Clone)]
pub struct SealedCode {
    /// The code.
    pub code: String,
    /// The code's digest, by which the table has it. It is stored in clear, so that the link goes with the personal
    /// part.
    pub digest: String,
}

impl SealedCode {
    /// A new code's link.
    #[must_use]
    pub fn new(code: &ShortCode, keys: &ServiceKeys) -> Self {
        Self { code: code.to_string(), digest: code.digest(keys) }
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct SealedItem {
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<ByteBuf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<ByteBuf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<ByteBuf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<ByteBuf>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    code_digest: Option<String>,
    ttl: i64,
}

impl Sealed {
    /// The channel that reaches the customer, email before SMS; `None` if there is none.
    #[must_use]
    pub fn channel(&self) -> Option<Channel> {
        let email = self.email.as_ref().map(|_| Channel::Email);
        email.or(self.phone.as_ref().map(|_| Channel::Sms))
    }

    /// The address or number that messages by this channel go to.
    #[must_use]
    pub fn address(&self, channel: Channel) -> Option<&str> {
        match channel {
            Channel::Email => self.email.as_ref().map(EmailAddress::as_typed),
            Channel::Sms => self.phone.as_ref().map(Phone::as_str),
        }
    }

    /// The blind index of that address or number.
    #[must_use]
    pub fn index(&self, channel: Channel, keys: &TenantKeys) -> Option<String> {
        match channel {
            Channel::Email => self.email.as_ref().map(|email| keys.email_index(email)),
            Channel::Sms => self.phone.as_ref().map(|phone| keys.phone_index(phone)),
        }
    }

    /// The token that the request's links lead to.
    #[must_use]
    pub fn token(&self, tenant: &Tenant, request: RequestId, keys: &TenantKeys) -> Token {
        let recipients = Channel::ALL.into_iter().filter_map(|channel| Some((channel, self.index(channel, keys)?)));
        Token { tenant: tenant.clone(), request, recipients: recipients.collect() }
    }

    fn seal(&self, id: RequestId, keys: &TenantKeys, random: &Random, ttl: i64) -> Result<SealedItem, vault::Error> {
        let Self { email, phone, name, code } = self;
        let sk = keys::sealed_sk(id);
        let seal = |field, plain: &str| keys.seal(&sk, field, plain, random).map(ByteBuf::from);
        Ok(SealedItem {
            email: email.as_ref().map(|email| seal("email", email.as_typed())).transpose()?,
            phone: phone.as_ref().map(|phone| seal("phone", phone.as_str())).transpose()?,
            name: name.as_ref().map(|name| seal("name", name.as_str())).transpose()?,
            code: code.as_ref().map(|code| seal("code", &code.code)).transpose()?,
            code_digest: code.as_ref().map(|code| code.digest.clone()),
            ttl,
        })
    }
}

impl SealedItem {
    /// The digest of its short code.
    pub(crate) fn code_digest(&self) -> Option<&str> {
        self.code_digest.as_deref()
    }

    pub(crate) fn open(&self, id: RequestId, keys: &TenantKeys) -> Result<Sealed, Error> {
        let Self { email, phone, name, code, code_digest, ttl: _ /* DynamoDB's */ } = self;
        let sk = keys::sealed_sk(id);
        let open = |field, sealed: &ByteBuf| {
            keys.open(&sk, field, sealed).map_err(|_| Error::Unreadable(format!("sealed {field}")))
        };
        let open_some = |field, sealed: &Option<ByteBuf>| sealed.as_ref().map(|sealed| open(field, sealed)).transpose();
        Ok(Sealed {
            email: open_some("email", email)?.map(|email| EmailAddress::parse(&email)).transpose()?,
            phone: open_some("phone", phone)?.map(Phone::stored),
            name: open_some("name", name)?.map(|name| PersonName::parse(&name)).transpose()?,
            code: open_some("code", code)?.zip(code_digest.clone()).map(|(code, digest)| SealedCode { code, digest }),
        })
    }
}

impl Transaction<'_> {
    /// Inserts a new request's personal part.
    pub(crate) fn insert_sealed(&mut self, request: &Request, sealed: &Sealed, keys: &TenantKeys) {
        match sealed.seal(request.id, keys, &self.store.random, personal_ttl(request.expires_at)) {
            Ok(item) => self.insert(Part::Request, &keys::sealed(self.tenant, request.id), &item),
            Err(error) => self.failure = Some(error.into()),
        }
    }

    /// Replaces a request's personal part.
    pub fn replace_sealed(&mut self, request: &Request, sealed: &Sealed, keys: &TenantKeys) {
        match sealed.seal(request.id, keys, &self.store.random, personal_ttl(request.expires_at)) {
            Ok(item) => self.put(Part::Other, &keys::sealed(self.tenant, request.id), &item, "", []),
            Err(error) => self.failure = Some(error.into()),
        }
    }
}
