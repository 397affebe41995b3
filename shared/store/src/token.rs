//! Tokens, by their digest: the request that each opens.

use domain::{Channel, Request, RequestId, Tenant};
use serde::{Deserialize, Serialize};
use vault::{TenantKeys, Token};

use crate::personal::Sealed;
use crate::retention::request_ttl;
use crate::table::{Error, Part, Store, Transaction, from_item, keys};

/// What a token opens. It outlives the request and its personal part: messages can be clicked for longer.
#[derive(Debug, Clone)]
pub struct TokenRecord {
    /// The request's tenant.
    pub tenant: Tenant,
    /// The request, which the shop may have removed.
    pub request: RequestId,
    /// The blind indexes of the address and the number that its messages go to.
    pub recipients: Vec<(Channel, String)>,
}

#[derive(Serialize, Deserialize)]
struct TokenItem {
    tenant: String,
    request: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    email_index: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone_index: Option<String>,
    ttl: i64,
}

impl TokenItem {
    fn read(self) -> Result<TokenRecord, Error> {
        let Self { tenant, request, email_index, phone_index, ttl: _ /* DynamoDB's own */ } = self;
        let request = RequestId::new(request).ok_or_else(|| Error::Unreadable("a token's request".to_owned()))?;
        let (email, sms) =
            (email_index.map(|index| (Channel::Email, index)), phone_index.map(|index| (Channel::Sms, index)));
        Ok(TokenRecord { tenant: tenant.parse()?, request, recipients: email.into_iter().chain(sms).collect() })
    }
}

impl Store {
    /// What a token opens; `None` for an unknown token.
    pub async fn token(&self, token: &Token) -> Result<Option<TokenRecord>, Error> {
        let item = self.get(&keys::token(&token.digest())).await?;
        item.map(|item| from_item::<TokenItem>(item)?.read()).transpose()
    }
}

impl Transaction<'_> {
    /// Inserts a request's token.
    pub(crate) fn insert_token(&mut self, token: &Token, request: &Request, sealed: &Sealed, keys: &TenantKeys) {
        let item = TokenItem {
            tenant: self.tenant.to_string(),
            request: request.id.get(),
            email_index: sealed.index(Channel::Email, keys),
            phone_index: sealed.index(Channel::Sms, keys),
            ttl: request_ttl(request.expires_at),
        };
        self.insert(Part::Request, &keys::token(&token.digest()), &item);
    }
}
