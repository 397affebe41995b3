//! A shop's settings: its name, address, theme and language, and its rules for requests.

use domain::SettingsChange;
use store::{Store, TenantRecord};

use crate::{Caller, Error};

/// Stores shops' settings.
///
/// # Errors
/// Methods fail with [`Error::NotFound`] for an unknown shop, and on storage failures.
#[derive(Clone)]
pub struct ShopSettings {
    /// Where they are stored.
    pub store: Store,
}

impl ShopSettings {
    /// The shop's settings.
    pub async fn get(&self, caller: &Caller) -> Result<TenantRecord, Error> {
        self.store.tenant(&caller.tenant).await?.ok_or(Error::NotFound)
    }

    /// Changes the given settings and returns all. Messages and pages show them from then on, and new requests follow
    /// them within a minute. What was promised stays: links keep their lifetime, planned messages their time.
    pub async fn change(&self, caller: &Caller, change: &SettingsChange) -> Result<TenantRecord, Error> {
        self.store.change_settings(&caller.tenant, change).await?.ok_or(Error::NotFound)
    }
}
