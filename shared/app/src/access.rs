//! Authentication: an API key becomes a tenant with its keys.

use std::sync::Arc;

use domain::{Identity, Tenant};
use jiff::Timestamp;
use store::Store;
use vault::{ApiKey, TenantKeys, Vault};

use crate::Error;

/// Digits of a key's id: enough to tell a shop's keys apart.
const KEY_ID_LEN: usize = 12;

/// Authenticates API keys.
#[derive(Clone)]
pub struct Access {
    /// Where the keys' records are.
    pub store: Store,
    /// What unwraps their tenants' root keys.
    pub vault: Arc<Vault>,
}

/// An authenticated caller.
pub struct Caller {
    /// Whose data it may touch.
    pub tenant: Tenant,
    /// That tenant's keys.
    pub keys: Arc<TenantKeys>,
    /// Who the API key speaks for.
    pub identity: Option<Identity>,
    /// What the key is known by where it must not be shown: the start of its digest.
    pub key_id: String,
}

impl Access {
    /// The caller with this key, if the key has the scope.
    ///
    /// # Errors
    /// [`Error::Unauthenticated`], [`Error::MissingScope`]; storage or KMS failures.
    pub async fn authenticate(&self, key: Option<&str>, scope: &'static str, now: Timestamp) -> Result<Caller, Error> {
        let key = key.and_then(ApiKey::parse).ok_or(Error::Unauthenticated)?;
        let digest = key.digest();
        let record = self.store.api_key(&digest).await?;
        let record = record.filter(|record| record.active).ok_or(Error::Unauthenticated)?;
        if !record.scopes.iter().any(|held| held == scope) {
            return Err(Error::MissingScope(scope));
        }
        let keys = self.vault.tenant(&record.tenant, &record.root, now).await?;
        Ok(Caller {
            tenant: record.tenant,
            keys,
            identity: record.identity,
            key_id: digest.chars().take(KEY_ID_LEN).collect(),
        })
    }
}
