//! Shops: their API keys, settings, and who calls for them.

pub mod end;
pub mod keys;
pub mod sender;
pub mod tenants;
pub mod texts;

use domain::values::EmailAddress;
use jiff::Timestamp;
use store::shop::{ChangedSettings, SettingsChange, TenantRecord};
use store::table::Store;

use crate::caller::Caller;
use crate::error::{Error, TryError, retry};

/// A shop's settings: its name, address, theme and language, and its rules for requests.
#[derive(Clone)]
pub struct ShopSettings {
    pub store: Store,
}

impl ShopSettings {
    pub async fn get(&self, caller: &Caller) -> Result<TenantRecord, Error> {
        self.store.tenant(&caller.tenant).await?.ok_or(Error::NotFound)
    }

    /// The owner's address in settings that were read or changed; `None` if the shop gave none.
    pub fn owner_email(&self, caller: &Caller, record: &TenantRecord) -> Result<Option<EmailAddress>, Error> {
        Ok(record.owner_email(&caller.tenant, &caller.keys)?)
    }

    /// The settings as they would be after a change. Nothing is written.
    pub async fn preview(
        &self,
        caller: &Caller,
        change: &SettingsChange,
        now: Timestamp,
    ) -> Result<TenantRecord, Error> {
        let changed = self.store.change_settings(&caller.tenant, change, &caller.keys, now).await?;
        Ok(changed.ok_or(Error::NotFound)?.record)
    }

    /// Changes the given settings and returns all. Messages and pages show the new values from then on; new requests
    /// follow them within a minute. Planned messages keep their time. A pause takes effect at once. The audit log has the
    /// differences; if nothing changes, nothing is written.
    pub async fn change(
        &self,
        caller: &Caller,
        change: &SettingsChange,
        now: Timestamp,
    ) -> Result<TenantRecord, Error> {
        retry!(self.store, {
            let changed = self.store.change_settings(&caller.tenant, change, &caller.keys, now).await?;
            let ChangedSettings { record, change } = changed.ok_or(Error::NotFound)?;
            if let Some((mut transaction, change)) = change {
                transaction.record(&caller.entry("change_settings", &caller.tenant, change, now));
                transaction.commit().await?;
            }
            Ok::<_, TryError<Error>>(record)
        })
    }
}
