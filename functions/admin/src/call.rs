//! What an operation may use.

use app::caller::Author;
use domain::shop::erased_from;
use domain::values::{Invalid, Mode, Tenant};
use edge::native::seconds;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};
use store::shop::TenantRecord;

use crate::AdminParts;
use crate::failure::Failure;

const SHOPS_READ_MAX: usize = 200;
/// Shops that are read at once.
pub(crate) const PARALLEL: usize = 16;

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

/// The shop that an operation may name; `None` means the whole service.
pub(crate) fn named(tenant: Option<&str>, mode: Option<&str>) -> Result<Option<Tenant>, Invalid> {
    match (tenant, mode) {
        (Some(tenant), Some(mode)) => Tenant::parse(tenant, mode).map(Some),
        (None, None) => Ok(None),
        _ => Err(Invalid("Give both `tenant` and `mode` for one shop, or neither for the whole service.")),
    }
}

/// A page with the place after which the next one begins, unless it is the last.
pub(crate) fn page(mut page: Value, next: Option<&str>) -> Value {
    if let Some(next) = next {
        page["next"] = json!(next);
    }
    page
}

impl Call<'_> {
    /// Some of the shops in live mode, and after which shop the next ones begin.
    pub(crate) async fn live_shops(&self, after: Option<&str>) -> Result<(Vec<Tenant>, Option<String>), Failure> {
        let page = self.parts.store.shops(after.unwrap_or_default(), SHOPS_READ_MAX).await?;
        let next = page.rows.last().filter(|_| page.more).map(|shop| shop.tenant.to_string());
        let live = page.rows.into_iter().map(|shop| shop.tenant).filter(|tenant| tenant.mode == Mode::Live);
        Ok((live.collect(), next))
    }

    pub(crate) async fn shop(&self, tenant: &str, mode: &str) -> Result<(Tenant, TenantRecord), Failure> {
        let tenant = Tenant::parse(tenant, mode)?;
        let record = self.parts.store.tenant(&tenant).await?.ok_or(app::error::Error::NotFound)?;
        Ok((tenant, record))
    }

    /// As [`Self::shop`], but also finds an erased shop, of which only a record of its end is stored.
    pub(crate) async fn shop_or_end(&self, tenant: &Tenant) -> Result<(), Failure> {
        let store = &self.parts.store;
        let is_known = store.shop_end(tenant).await?.is_some() || store.tenant(tenant).await?.is_some();
        if is_known { Ok(()) } else { Err(app::error::Error::NotFound.into()) }
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
