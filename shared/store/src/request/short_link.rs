//! Short links: for each code's digest, the token that the code stands for. They are removed with the personal part of
//! their request.

use domain::request::Request;
use domain::values::{Channel, RequestId};
use serde::{Deserialize, Serialize};
use vault::Token;

use crate::retention::personal_ttl;
use crate::table::{Error, Part, Store, Transaction, from_item, keys};

#[derive(Serialize, Deserialize)]
struct ShortLinkItem {
    tenant: String,
    request: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    email_index: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone_index: Option<String>,
    ttl: i64,
}

impl ShortLinkItem {
    fn read(self) -> Result<Token, Error> {
        let Self { tenant, request, email_index, phone_index, ttl: _ /* DynamoDB's own */ } = self;
        let request = RequestId::new(request).ok_or_else(|| Error::Unreadable("a short link's request".to_owned()))?;
        let (email, sms) =
            (email_index.map(|index| (Channel::Email, index)), phone_index.map(|index| (Channel::Sms, index)));
        Ok(Token { tenant: tenant.parse()?, request, recipients: email.into_iter().chain(sms).collect() })
    }
}

impl Store {
    /// The token that the code with this digest stands for; `None` for an unknown code.
    pub async fn short_link(&self, digest: &str) -> Result<Option<Token>, Error> {
        let item = self.get(&keys::short_link(digest)).await?;
        item.map(|item| from_item::<ShortLinkItem>(item)?.read()).transpose()
    }
}

impl Transaction<'_> {
    pub(crate) fn insert_short_link(&mut self, digest: &str, token: &Token, request: &Request) {
        let index = |wanted| {
            let index = token.recipients.iter().find(|(channel, _)| *channel == wanted);
            index.map(|(_, index)| index.clone())
        };
        let item = ShortLinkItem {
            tenant: token.tenant.to_string(),
            request: request.id.get(),
            email_index: index(Channel::Email),
            phone_index: index(Channel::Sms),
            ttl: personal_ttl(request.expires_at),
        };
        self.insert(Part::Request, &keys::short_link(digest), &item);
    }
}
