//! A tenant's list of its API keys. It is one item, so that concurrent changes collide.

use domain::shop::KeyInfo;
use domain::values::Tenant;

use crate::table::{Document, Error, Part, Store, Transaction, keys};

/// A tenant's API keys, oldest first, as they were read.
#[derive(Debug, Clone, Default)]
pub struct KeyRing {
    /// The keys, each with the digest under which the table has its record.
    pub keys: Vec<(String, KeyInfo)>,
    version: u64,
}

impl KeyRing {
    /// The keys as the shop sees them, without digests.
    pub fn infos(&self) -> Vec<KeyInfo> {
        self.keys.iter().map(|(_, info)| info.clone()).collect()
    }
}

impl Store {
    pub async fn key_ring(&self, tenant: &Tenant) -> Result<KeyRing, Error> {
        let (keys, version) = self.document(&keys::key_ring(tenant)).await?.unwrap_or_default();
        Ok(KeyRing { keys, version })
    }
}

impl Transaction<'_> {
    /// Saves a tenant's API keys. Refused if they changed since they were read.
    pub fn save_key_ring(&mut self, ring: &KeyRing) {
        let item = Document::versioned(&ring.keys, ring.version + 1, None);
        self.put_next(Part::Keys, &keys::key_ring(self.tenant), &item, ring.version);
    }
}
