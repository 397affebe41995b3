//! What a shop says of itself: its face, and when its reminders leave.

use domain::SettingsChange;
use store::{Store, TenantRecord};

use crate::{Caller, Error};

/// Keeps shops' settings.
#[derive(Clone)]
pub struct ShopSettings {
    /// Where they are kept.
    pub store: Store,
}

impl ShopSettings {
    /// The shop's settings.
    ///
    /// # Errors
    /// The table's own trouble.
    pub async fn get(&self, caller: &Caller) -> Result<TenantRecord, Error> {
        self.store.tenant(&caller.tenant).await?.ok_or(Error::NotFound)
    }

    /// Changes what is told of, each setting by itself, and returns all. Messages and pages show them
    /// from then on; reminders that are planned already keep their days.
    ///
    /// # Errors
    /// The table's own trouble.
    pub async fn change(&self, caller: &Caller, change: &SettingsChange) -> Result<TenantRecord, Error> {
        self.store.change_settings(&caller.tenant, change).await?.ok_or(Error::NotFound)
    }
}
