//! Setting a shop up: its root key and its record.

use std::sync::Arc;

use domain::{ReviewSettings, Shop, ShopRules, Tenant};
use store::{Store, TenantRecord};
use vault::{RootOwner, Vault};

use crate::Error;

/// Sets up shops.
pub struct SetUp {
    /// The table.
    pub store: Store,
    /// Makes their root keys.
    pub vault: Arc<Vault>,
}

impl SetUp {
    /// Creates a shop, and with the first one the service's root key. Returns whether it did: an existing shop is not changed.
    pub async fn shop(&self, tenant: &Tenant, shop: Shop, rules: ShopRules) -> Result<bool, Error> {
        if self.store.service().await?.is_none() {
            let root = self.vault.new_root(RootOwner::Service).await?;
            // Of two simultaneous set-ups the first one's key counts.
            self.store.insert_service(&root).await?;
        }
        if self.store.tenant(tenant).await?.is_some() {
            return Ok(false);
        }
        let root = self.vault.new_root(RootOwner::Tenant(tenant)).await?;
        let record = TenantRecord::new(shop, rules, ReviewSettings::NEW, root);
        Ok(self.store.insert_tenant(tenant, &record).await?)
    }
}
