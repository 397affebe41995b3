//! A tenant's list of its API keys. It is one item, so that concurrent changes collide.

use domain::shop::KeyInfo;
use domain::values::Tenant;
use serde::{Deserialize, Serialize};

use crate::table::{Error, Key, Part, Row, Store, keys};

/// A tenant's API keys, oldest first, as they were read.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct KeyRing {
    /// The keys, each with the digest under which the table has its record.
    pub keys: Vec<(String, KeyInfo)>,
    #[serde(skip)]
    version: u64,
}

impl KeyRing {
    /// The keys as the shop sees them, without digests.
    pub fn infos(&self) -> Vec<KeyInfo> {
        self.keys.iter().map(|(_, info)| info.clone()).collect()
    }
}

impl Row for KeyRing {
    const KIND: &'static str = "tenant's API keys";
    const PART: Part = Part::Keys;
    type Id<'a> = ();

    fn key(tenant: &Tenant, (): ()) -> Key {
        keys::key_ring(tenant)
    }

    fn id(&self) {}

    crate::table::versioned!();
}

impl Store {
    pub async fn key_ring(&self, tenant: &Tenant) -> Result<KeyRing, Error> {
        Ok(self.one(tenant, ()).await?.unwrap_or_default())
    }
}
