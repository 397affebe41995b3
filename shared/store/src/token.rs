//! Tokens, by their digest: the request that each opens.

use aws_sdk_dynamodb::types::Delete;
use domain::{Request, RequestId, Tenant};
use serde::{Deserialize, Serialize};
use vault::Token;

use crate::retention::request_ttl;
use crate::table::{Error, Part, Store, Transaction, from_item, keys};

#[derive(Serialize, Deserialize)]
struct TokenItem {
    tenant: String,
    request: u64,
    ttl: i64,
}

impl TokenItem {
    fn new(tenant: &Tenant, id: RequestId, ttl: i64) -> Self {
        Self { tenant: tenant.to_string(), request: id.get(), ttl }
    }

    fn read(&self) -> Result<(Tenant, RequestId), Error> {
        let id = RequestId::new(self.request).ok_or_else(|| Error::Unreadable("a token's request".to_owned()))?;
        Ok((self.tenant.parse()?, id))
    }
}

impl Store {
    /// The request that a token opens; `None` for an unknown token.
    pub async fn token(&self, token: &Token) -> Result<Option<(Tenant, RequestId)>, Error> {
        let item = self.get(&keys::token(&token.digest())).await?;
        item.map(|item| from_item::<TokenItem>(item)?.read()).transpose()
    }
}

impl Transaction<'_> {
    /// Inserts a request's token.
    pub(crate) fn insert_token(&mut self, token: &Token, request: &Request) {
        let item = TokenItem::new(self.tenant, request.id, request_ttl(request.expires_at));
        self.insert(Part::Request, &keys::token(&token.digest()), &item);
    }

    /// Removes a request's token, which ends its link.
    pub fn remove_token(&mut self, token: &Token) {
        self.delete(Part::Other, &keys::token(&token.digest()), Delete::builder());
    }
}
