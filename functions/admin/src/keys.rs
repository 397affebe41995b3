//! API keys of shops.

use app::ApiKeys;
use domain::{Dialect, Guid, Identity, Invalid, KeyName, NewKey, parse_scopes};
use serde::{Deserialize, Serialize};

use crate::call::{Call, tenant};
use crate::failure::Failure;

/// The name of a key that nobody named.
const KEY_NAME: &str = "Made by the operator";

/// A key to make.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CreateKey {
    tenant: String,
    mode: String,
    name: Option<String>,
    /// The API that the key is for, one of [`Dialect::ALL`]; `betterreviews` if omitted.
    dialect: Option<String>,
    /// All that the API's calls need, if omitted.
    scopes: Option<Vec<String>>,
    /// In whose name the key creates requests in the Wix dialect; a new app's if omitted.
    identity: Option<Initiator>,
    /// When the key stops working; never, if omitted.
    expires_at: Option<String>,
}

/// The initiator of a request, as the Wix dialect shows it. Both hold a GUID.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Initiator {
    User(String),
    App(String),
}

/// The new key. No other answer has it.
#[derive(Serialize)]
pub(crate) struct NewKeyAnswer {
    tenant: String,
    mode: &'static str,
    key_id: String,
    api_key: String,
}

impl CreateKey {
    pub(crate) async fn run(self, call: &Call<'_>) -> Result<NewKeyAnswer, Failure> {
        let Self { tenant: id, mode, name, dialect, scopes, identity, expires_at } = self;
        let tenant = tenant(&id, &mode)?;
        let name = KeyName::parse(name.as_deref().unwrap_or(KEY_NAME))?;
        let known = |word: &str| Dialect::parse(word).ok_or(Dialect::RULE);
        let dialect = dialect.as_deref().map_or(Ok(Dialect::BetterReviews), known)?;
        let scopes = scopes.as_deref().map(parse_scopes).transpose()?;
        let scopes = scopes.unwrap_or_else(|| dialect.policy().key_scopes.to_vec());
        let identity = identity.map(Initiator::parse).transpose()?;
        let expires_at = expires_at.map(|text| NewKey::parse_expiry(&text, call.now)).transpose()?;
        let new = NewKey { name, dialect, scopes, identity, expires_at };
        let keys = ApiKeys { store: call.parts.store.clone(), random: call.parts.random.clone() };
        let (key, info) = keys.create_for_operator(&tenant, &new, call.now).await?;
        Ok(NewKeyAnswer {
            tenant: tenant.id.as_str().to_owned(),
            mode: tenant.mode.as_str(),
            key_id: info.id,
            api_key: key.reveal().to_owned(),
        })
    }
}

impl Initiator {
    fn parse(self) -> Result<Identity, Invalid> {
        match self {
            Self::User(guid) => Guid::parse(&guid).map(Identity::User),
            Self::App(guid) => Guid::parse(&guid).map(Identity::App),
        }
    }
}
