//! The JSON of API keys.

use app::idempotency::Reply;
use domain::shop::{KeyInfo, KeyName, NewKey};
use domain::values::value::{Kind, Maybe, Raw};
use domain::values::{Dialect, SCOPE_CONNECTION, SCOPES, Scopes};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::error::Error;
use crate::shown::{Day, Flat, OneOf, Time, pattern};
use crate::{input, shown};

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

fn scopes() -> Kind {
    Kind::Word(SCOPES.iter().copied().chain([SCOPE_CONNECTION]).collect()).list(Some(1), None)
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

/// A key, and the last day on which it was used.
type UsedKey = (KeyInfo, Option<Date>);

shown! {
    struct KeyBody as ApiKey ((info, used): UsedKey) {
        /// The start of the key's digest. Histories name the key by this id.
        id: String = info.id, as pattern("^[0-9a-f]{12}$");
        name: String = info.name.as_str();
        dialect: OneOf<Dialect> = info.dialect;
        scopes: Vec<String> = info.scopes, as scopes();
        /// The key's prefix and its last four characters.
        hint: String = info.hint;
        created_at: Time = info.created_at;
        /// The time at which the key expires; `null` for never.
        expires_at: Option<Time> = info.expires_at;
        /// The last day (UTC) on which a call used the key.
        last_used_on: Option<Day> = used;
    }

    /// A new key, which is shown once.
    pub struct NewKeyBody as NewApiKey ((key, info): (&str, &KeyInfo)) {
        /// The secret that calls send as `Authorization: Bearer`.
        key: String = key;
        known: Flat<KeyBody> = (info.clone(), None);
    }

    /// All keys of a shop.
    pub struct KeysBody as ApiKeys (keys: Vec<UsedKey>) {
        keys: Vec<KeyBody> = keys;
    }

    /// The answer to a deletion.
    pub struct Deleted as DeletedKey (_deleted: ()) {
        /// Always `true`.
        ok: bool = true;
    }
}

pub fn new_key(key: &str, info: &KeyInfo) -> Result<Reply, app::error::Error> {
    Reply::json(201, &NewKeyBody::new((key, info)))
}
