//! Creates, lists and deletes API keys of shops.

use app::shop::keys::ApiKeys;
use domain::shop::{KeyInfo, KeyName, NewKey};
use domain::values::{Dialect, Guid, Identity, Invalid, Tenant, parse_scopes};
use edge::native::seconds;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::call::{Call, OfShop};
use crate::failure::Failure;

/// The name of a key that was created without one.
const KEY_NAME: &str = "Made by the operator";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CreateKey {
    tenant: String,
    mode: String,
    name: Option<String>,
    /// The API that accepts the key, one of [`Dialect::ALL`]; `betterreviews` if omitted.
    dialect: Option<String>,
    /// If omitted, the scopes that this API's calls need, except `audit:read`, `integrations:manage` and
    /// `members:manage`.
    scopes: Option<Vec<String>>,
    /// The initiator of requests that are created with the key in the Wix dialect; a new app if omitted.
    identity: Option<Initiator>,
    /// If omitted, the key never expires.
    expires_at: Option<String>,
}

/// The initiator of a request in the Wix dialect, by its GUID.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Initiator {
    User(String),
    App(String),
}

impl CreateKey {
    pub(crate) async fn run(self, call: &Call<'_>) -> Result<Value, Failure> {
        let Self { tenant, mode, name, dialect, scopes, identity, expires_at } = self;
        let tenant = Tenant::parse(&tenant, &mode)?;
        let name = KeyName::parse(name.as_deref().unwrap_or(KEY_NAME))?;
        let known = |word: &str| Dialect::parse(word).ok_or(Dialect::RULE);
        let dialect = dialect.as_deref().map_or(Ok(Dialect::BetterReviews), known)?;
        let scopes = scopes.as_deref().map(parse_scopes).transpose()?;
        let scopes = scopes.unwrap_or_else(|| dialect.policy().key_scopes.to_vec());
        let identity = identity.map(Initiator::parse).transpose()?;
        let expires_at = expires_at.map(|text| NewKey::parse_expiry(&text, call.now)).transpose()?;
        let new = NewKey { name, dialect, scopes, identity, expires_at, guest: None };
        call.living(&tenant).await?;
        let (key, info) = call.keys().create_for_operator(Some(&call.operator), &tenant, &new, call.now).await?;
        // No other answer has the key.
        let (Tenant { id, mode }, api_key) = (&tenant, key.reveal());
        Ok(json!({"tenant": id.as_str(), "mode": mode.as_str(), "key_id": info.id, "api_key": api_key}))
    }
}

/// Lists a shop's keys, oldest first, without their secrets, which are not stored.
pub(crate) async fn list(shop: OfShop, call: &Call<'_>) -> Result<Value, Failure> {
    let (tenant, _) = call.shop(&shop.tenant, &shop.mode).await?;
    let key = |(info, last_used_on): (KeyInfo, Option<Date>)| {
        let KeyInfo { id, name, dialect, scopes, hint, created_at, expires_at, guest: _ /* the end says it */ } = info;
        json!({
            "key_id": id,
            "name": name.as_str(),
            "dialect": dialect.as_str(),
            "scopes": scopes,
            // The key's prefix and its last four characters.
            "hint": hint,
            "created_at": seconds(created_at),
            "expires_at": expires_at.map(seconds),
            "last_used_on": last_used_on.map(|day| day.to_string()),
        })
    };
    Ok(json!({"keys": call.keys().list(&tenant).await?.into_iter().map(key).collect::<Vec<_>>()}))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RevokeKey {
    tenant: String,
    mode: String,
    key_id: String,
}

impl RevokeKey {
    pub(crate) async fn run(self, call: &Call<'_>) -> Result<Value, Failure> {
        let (tenant, _) = call.shop(&self.tenant, &self.mode).await?;
        let revoked = call.keys().delete_for_operator(&call.operator, &tenant, &self.key_id, call.now).await;
        revoked.map(|()| json!({"revoked": true})).map_err(|error| match error {
            app::error::Error::NotFound => {
                Failure::NotFound(format!("{tenant} has no key with this id: `list_keys` has those that it has."))
            }
            error => error.into(),
        })
    }
}

impl Call<'_> {
    fn keys(&self) -> ApiKeys {
        ApiKeys { store: self.parts.store.clone(), random: self.parts.random.clone() }
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
