//! Creates, lists and deletes API keys of shops.

use app::shop::keys::ApiKeys;
use domain::shop::{KeyInfo, KeyName, NewKey};
use domain::values::{Dialect, Guid, Identity, Invalid, Tenant, parse_scopes};
use edge::native::seconds;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::call::{Call, tenant};
use crate::failure::Failure;

/// The name of a key that was created without one.
const KEY_NAME: &str = "Made by the operator";

/// The initiator of a request in the Wix dialect, by its GUID.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Initiator {
    User(String),
    App(String),
}

pub(crate) async fn create(
    call: &Call<'_>,
    shop: String,
    name: Option<String>,
    dialect: Option<String>,
    scopes: Option<Vec<String>>,
    identity: Option<Initiator>,
    expires_at: Option<String>,
) -> Result<Value, Failure> {
    let tenant = tenant(&shop)?;
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

pub(crate) async fn list(call: &Call<'_>, shop: String) -> Result<Value, Failure> {
    let (tenant, _) = call.shop(&shop).await?;
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

pub(crate) async fn revoke(call: &Call<'_>, shop: String, key_id: String) -> Result<Value, Failure> {
    let (tenant, _) = call.shop(&shop).await?;
    let revoked = call.keys().delete_for_operator(&call.operator, &tenant, &key_id, call.now).await;
    revoked.map(|()| json!({"revoked": true})).map_err(|error| match error {
        app::error::Error::NotFound => {
            Failure::NotFound(format!("{tenant} has no key with this id: `afterword keys list` has those that it has."))
        }
        error => error.into(),
    })
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
