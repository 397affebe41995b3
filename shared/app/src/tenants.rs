//! Setting a shop up: its root key, its record, its API keys.

use std::sync::Arc;

use domain::{Guid, Identity, ReviewSettings, Shop, ShopRules, Tenant};
use store::{ApiKeyRecord, Store, TenantRecord};
use vault::{ApiKey, Random, Vault};

use crate::Error;

/// Sets up shops.
pub struct SetUp {
    /// Where they are stored.
    pub store: Store,
    /// Makes their root keys.
    pub vault: Arc<Vault>,
    /// Draws API keys.
    pub random: Random,
}

impl SetUp {
    /// Creates a shop, and with the first one the service's root key. An existing shop is not changed.
    pub async fn shop(&self, tenant: &Tenant, shop: Shop, rules: ShopRules) -> Result<(), Error> {
        if self.store.service().await?.is_none() {
            let root = self.vault.new_service().await?;
            // Of two simultaneous set-ups the first one's key counts.
            self.store.insert_service(&root).await?;
        }
        if self.store.tenant(tenant).await?.is_none() {
            let root = self.vault.new_tenant(tenant).await?;
            let record = TenantRecord { shop, rules, review_settings: ReviewSettings::NEW, webhooks: Vec::new(), root };
            self.store.insert_tenant(tenant, &record).await?;
        }
        Ok(())
    }

    /// Creates an API key of a shop. Without an identity it acts for an app of its own. The key cannot be read
    /// again: the table stores only its digest.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown shop; storage failures.
    pub async fn api_key(
        &self,
        tenant: &Tenant,
        prefix: &str,
        scopes: &[&str],
        identity: Option<Identity>,
    ) -> Result<ApiKey, Error> {
        let record = self.store.tenant(tenant).await?.ok_or(Error::NotFound)?;
        let key = ApiKey::mint(prefix, tenant.mode, &self.random);
        let record = ApiKeyRecord {
            tenant: tenant.clone(),
            scopes: scopes.iter().map(|&scope| scope.to_owned()).collect(),
            identity: Some(identity.unwrap_or_else(|| Identity::App(Guid::random(self.random.bytes())))),
            active: true,
            root: record.root,
        };
        self.store.insert_api_key(&key.digest(), &record).await?;
        Ok(key)
    }
}
