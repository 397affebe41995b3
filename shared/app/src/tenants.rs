//! Setting a shop up: its root key, its record, its API keys.

use std::sync::Arc;

use domain::{Guid, Identity, ReminderDays, Shop, Tenant};
use store::{ApiKeyRecord, Store, TenantRecord};
use vault::{ApiKey, Random, Vault};

use crate::Error;

/// Sets shops up.
pub struct SetUp {
    /// Where they are kept.
    pub store: Store,
    /// What makes their root keys.
    pub vault: Arc<Vault>,
    /// Draws API keys.
    pub random: Random,
}

impl SetUp {
    /// Makes a shop, unless it exists, and the service's own root key with the first one. What is
    /// told of it counts the first time.
    ///
    /// # Errors
    /// The dependencies' own trouble.
    pub async fn shop(&self, tenant: &Tenant, shop: Shop, reminder_days: ReminderDays) -> Result<(), Error> {
        if self.store.service().await?.is_none() {
            let root = self.vault.new_service().await?;
            // Of two set-ups at once one is first; its key is everybody's.
            self.store.insert_service(&root).await?;
        }
        if self.store.tenant(tenant).await?.is_none() {
            let root = self.vault.new_tenant(tenant).await?;
            self.store.insert_tenant(tenant, &TenantRecord { shop, reminder_days, root }).await?;
        }
        Ok(())
    }

    /// Makes an API key of a shop, for an app of its own unless it speaks for somebody else. It
    /// can't be had again: the table keeps only its digest.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a shop that does not exist; the dependencies' own trouble.
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
