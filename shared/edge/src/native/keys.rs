//! The JSON of API keys.

use app::idempotency::Reply;
use domain::shop::{KeyInfo, KeyName, NewKey};
use domain::values::value::{Kind, Maybe, Raw};
use domain::values::{Dialect, SCOPE_CONNECTION, SCOPES, Scopes};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::ArrayBuilder;

use super::seconds;
use crate::error::Error;
use crate::input;
use crate::openapi::{words, words_of};

input! {
    /// The key to make.
    pub struct KeyInput {
        /// The shop's name for the key.
        name: KeyName;
        // The API that the key is for; `betterreviews` if omitted.
        dialect: Maybe<Dialect>;
        // The key's scopes, all of which the calling key must have. Defaults to all that the API's calls need, except
        // `audit:read`, `integrations:manage` and `members:manage`.
        scopes: Option<Scopes>;
        /// The time at which the key expires; never if omitted. If the calling key expires earlier, so does the new key.
        expires_at: Maybe<Raw>, as Kind::Time;
    }
}

fn scopes() -> ArrayBuilder {
    ArrayBuilder::new().items(words(SCOPES.iter().copied().chain([SCOPE_CONNECTION]))).min_items(Some(1))
}

impl KeyInput {
    pub fn parse(self, now: Timestamp) -> Result<NewKey, Error> {
        let (name, dialect) = (self.name?, self.dialect?.unwrap_or(Dialect::BetterReviews));
        let scopes = self.scopes?.unwrap_or_else(|| dialect.policy().key_scopes.to_vec());
        let expires_at = self.expires_at?.map(|text| NewKey::parse_expiry(&text, now)).transpose();
        let expires_at = expires_at.map_err(Error::field("expires_at"))?;
        Ok(NewKey { name, dialect, scopes, identity: None, expires_at, guest: None })
    }
}

#[derive(Serialize, ToSchema)]
#[schema(as = ApiKey)]
struct KeyBody {
    /// The start of the key's digest. Histories name the key by this id.
    #[schema(pattern = "^[0-9a-f]{12}$")]
    id: String,
    name: String,
    #[schema(schema_with = words_of::<Dialect>)]
    dialect: &'static str,
    #[schema(schema_with = scopes)]
    scopes: Vec<String>,
    /// The key's prefix and its last four characters.
    hint: String,
    #[schema(format = DateTime)]
    created_at: String,
    /// The time at which the key expires; `null` for never.
    #[schema(required, format = DateTime)]
    expires_at: Option<String>,
    /// The last day (UTC) on which a call used the key.
    #[schema(required, format = Date)]
    last_used_on: Option<String>,
}

impl KeyBody {
    fn new(info: KeyInfo, last_used_on: Option<Date>) -> Self {
        let KeyInfo { id, name, dialect, scopes, hint, created_at, expires_at, guest: _ /* the end says it */ } = info;
        Self {
            id,
            name: name.as_str().to_owned(),
            dialect: dialect.as_str(),
            scopes,
            hint,
            created_at: seconds(created_at),
            expires_at: expires_at.map(seconds),
            last_used_on: last_used_on.map(|day| day.to_string()),
        }
    }
}

/// A new key, which is shown once.
#[derive(Serialize, ToSchema)]
#[schema(as = NewApiKey)]
pub struct NewKeyBody<'a> {
    /// The secret that calls send as `Authorization: Bearer`.
    key: &'a str,
    #[serde(flatten)]
    known: KeyBody,
}

pub fn new_key(key: &str, info: &KeyInfo) -> Result<Reply, app::error::Error> {
    Reply::json(201, &NewKeyBody { key, known: KeyBody::new(info.clone(), None) })
}

/// All keys of a shop.
#[derive(Serialize, ToSchema)]
#[schema(as = ApiKeys)]
pub struct KeysBody {
    keys: Vec<KeyBody>,
}

impl KeysBody {
    pub fn new(keys: Vec<(KeyInfo, Option<Date>)>) -> Self {
        Self { keys: keys.into_iter().map(|(info, used)| KeyBody::new(info, used)).collect() }
    }
}

/// The answer to a deletion.
#[derive(Serialize, ToSchema)]
#[schema(as = DeletedKey)]
pub struct Deleted {
    /// Always `true`.
    pub ok: bool,
}
