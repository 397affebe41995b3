//! A tenant's list of its API keys. It is one item, so that concurrent changes collide.

use domain::shop::{KeyGuest, KeyInfo, KeyName};
use domain::values::Tenant;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::table::{Error, Part, Store, Transaction, from_item, instant, keys, known, number};

/// A tenant's API keys, oldest first, as they were read.
#[derive(Debug, Clone, Default)]
pub struct KeyRing {
    /// The keys, each with the digest under which the table has its record.
    pub keys: Vec<(String, KeyInfo)>,
    version: u64,
}

#[derive(Serialize, Deserialize)]
struct RingItem {
    keys: Vec<KeyPart>,
    version: u64,
}

#[derive(Serialize, Deserialize)]
struct KeyPart {
    digest: String,
    id: String,
    name: String,
    dialect: String,
    scopes: Vec<String>,
    hint: String,
    created_at: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires_at: Option<i64>,
    /// The guest with whose session the key ends: the guest's sign-in, and the key that let the guest in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    guest: Option<(String, Option<String>)>,
}

impl KeyPart {
    fn new((digest, info): &(String, KeyInfo)) -> Self {
        let KeyInfo { id, name, dialect, scopes, hint, created_at, expires_at, guest } = info;
        Self {
            digest: digest.clone(),
            id: id.clone(),
            name: name.as_str().to_owned(),
            dialect: dialect.as_str().to_owned(),
            scopes: scopes.clone(),
            hint: hint.clone(),
            created_at: created_at.as_millisecond(),
            expires_at: expires_at.map(Timestamp::as_millisecond),
            guest: guest.as_ref().map(|KeyGuest { link, key }| (link.clone(), key.clone())),
        }
    }

    fn read(self) -> Result<(String, KeyInfo), Error> {
        let Self { digest, id, name, dialect, scopes, hint, created_at, expires_at, guest } = self;
        let dialect = known(&dialect)?;
        let (name, created_at) = (KeyName::parse(&name)?, instant(created_at)?);
        let expires_at = expires_at.map(instant).transpose()?;
        let guest = guest.map(|(link, key)| KeyGuest { link, key });
        Ok((digest, KeyInfo { id, name, dialect, scopes, hint, created_at, expires_at, guest }))
    }
}

impl KeyRing {
    /// The keys as the shop sees them, without digests.
    pub fn infos(&self) -> Vec<KeyInfo> {
        self.keys.iter().map(|(_, info)| info.clone()).collect()
    }
}

impl Store {
    pub async fn key_ring(&self, tenant: &Tenant) -> Result<KeyRing, Error> {
        let Some(item) = self.get(&keys::key_ring(tenant)).await? else { return Ok(KeyRing::default()) };
        let RingItem { keys, version } = from_item(item)?;
        Ok(KeyRing { keys: keys.into_iter().map(KeyPart::read).collect::<Result<_, _>>()?, version })
    }
}

impl Transaction<'_> {
    /// Saves a tenant's API keys. Refused if they changed since they were read.
    pub fn save_key_ring(&mut self, ring: &KeyRing) {
        let item = RingItem { keys: ring.keys.iter().map(KeyPart::new).collect(), version: ring.version + 1 };
        let key = keys::key_ring(self.tenant);
        match ring.version {
            0 => self.insert(Part::Keys, &key, &item),
            read => self.put(Part::Keys, &key, &item, "version = :read", [(":read", number(read))]),
        }
    }
}
