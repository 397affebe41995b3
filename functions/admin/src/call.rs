//! What an operation may use.

use app::caller::Author;
use domain::shop::erased_from;
use domain::values::Tenant;
use edge::native::seconds;
use jiff::Timestamp;
use serde::Deserialize;
use store::shop::TenantRecord;

use crate::AdminParts;
use crate::failure::Failure;

pub(crate) struct Call<'a> {
    pub(crate) parts: &'a AdminParts,
    pub(crate) operator: Author,
    pub(crate) now: Timestamp,
}

/// The shop that an operation is about.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfShop {
    pub(crate) tenant: String,
    pub(crate) mode: String,
}

impl Call<'_> {
    pub(crate) async fn shop(&self, tenant: &str, mode: &str) -> Result<(Tenant, TenantRecord), Failure> {
        let tenant = Tenant::parse(tenant, mode)?;
        let record = self.parts.store.tenant(&tenant).await?.ok_or(app::error::Error::NotFound)?;
        Ok((tenant, record))
    }

    /// As [`Self::shop`], but also finds an erased shop, of which only a record of its end is stored.
    pub(crate) async fn shop_or_end(&self, tenant: &str, mode: &str) -> Result<Tenant, Failure> {
        let parsed = Tenant::parse(tenant, mode)?;
        match self.parts.store.shop_end(&parsed).await? {
            Some(_) => Ok(parsed),
            None => Ok(self.shop(tenant, mode).await?.0),
        }
    }

    /// Fails for a shop that ended.
    pub(crate) async fn living(&self, tenant: &Tenant) -> Result<(), Failure> {
        match self.parts.store.shop_end(tenant).await? {
            None => Ok(()),
            Some(end) if end.erased_at.is_none() => Err(Failure::Conflict(format!(
                "{tenant} ended at {}: `restore_shop` takes that back until {}.",
                seconds(end.ended_at),
                seconds(erased_from(end.ended_at))
            ))),
            Some(end) => Err(Failure::Conflict(format!(
                "{tenant} ended at {}, and its data is gone; its id stays taken. Choose another one.",
                seconds(end.ended_at)
            ))),
        }
    }
}
