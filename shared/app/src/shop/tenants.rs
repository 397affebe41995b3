//! Creates shops: the root key and the record.
//!
//! Told by `tests/stories/operators/admin.story`.

use std::sync::Arc;

use domain::privacy::KeepMonths;
use domain::review::ReviewSettings;
use domain::shop::{Shop, ShopRules};
use domain::values::{Mode, Tenant};
use jiff::Timestamp;
use serde_json::{Value, json};
use store::shop::TenantRecord;
use store::table::{CommitError, Store};
use vault::{RootOwner, Vault};

use crate::caller::Author;
use crate::error::Error;

/// Creates shops.
pub struct SetUp {
    pub store: Store,
    /// Makes the shops' root keys.
    pub vault: Arc<Vault>,
}

impl SetUp {
    /// Creates a shop and, with the first shop, the service's root key. Returns whether it was created; an existing
    /// shop is not changed. The audit log records this for an `operator`.
    pub async fn shop(
        &self,
        operator: Option<&Author>,
        tenant: &Tenant,
        shop: Shop,
        rules: ShopRules,
        now: Timestamp,
    ) -> Result<bool, Error> {
        if self.store.service().await?.is_none() {
            let root = self.vault.new_root(RootOwner::Service).await?;
            // Of two simultaneous calls, the first one's key counts.
            self.store.insert_service(&root).await?;
        }
        if self.store.tenant(tenant).await?.is_some() {
            return Ok(false);
        }
        let root = self.vault.new_root(RootOwner::Tenant(tenant)).await?;
        let after = json!({"language": shop.language.map(|language| language.as_str())});
        let mut transaction = self.store.transaction(tenant);
        let mut record = TenantRecord::new(shop, rules, ReviewSettings::NEW, root);
        // A shop without an operator is a local one, from which no message leaves.
        record.state.in_first_days = operator.is_some() && tenant.mode == Mode::Live;
        record.state.needs_address = record.in_first_days;
        // Personal data has an end by default (Art. 25(2) GDPR).
        record.keep_months = operator.map(|_| KeepMonths::NEW);
        transaction.insert_tenant(&record, now);
        if let Some(operator) = operator {
            transaction.record(&operator.entry("create_shop", tenant, [Value::Null, after], now));
        }
        match transaction.commit().await {
            Ok(()) => Ok(true),
            Err(CommitError::Refused(_)) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
}
