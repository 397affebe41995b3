//! What an operation may use.

use app::caller::Author;
use domain::shop::erased_from;
use domain::values::{Invalid, Mode, Tenant};
use edge::native::seconds;
use jiff::Timestamp;
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

/// The shop that an operation names: its id, with `.test` for its test mode.
pub(crate) fn tenant(shop: &str) -> Result<Tenant, Invalid> {
    let (id, mode) = shop.split_once('.').unwrap_or((shop, Mode::Live.as_str()));
    Tenant::parse(id, mode)
}

impl Call<'_> {
    /// Some of the shops in live mode, and after which shop the next ones begin.
    pub(crate) async fn live_shops(&self, after: Option<&str>) -> Result<(Vec<Tenant>, Option<String>), Failure> {
        let page = self.parts.store.shops(after.unwrap_or_default(), SHOPS_READ_MAX).await?;
        let next = page.rows.last().filter(|_| page.more).map(|shop| shop.tenant.to_string());
        let live = page.rows.into_iter().map(|shop| shop.tenant).filter(|tenant| tenant.mode == Mode::Live);
        Ok((live.collect(), next))
    }

    pub(crate) async fn shop(&self, shop: &str) -> Result<(Tenant, TenantRecord), Failure> {
        let tenant = tenant(shop)?;
        let record = self.record(&tenant).await?;
        Ok((tenant, record))
    }

    pub(crate) async fn record(&self, tenant: &Tenant) -> Result<TenantRecord, Failure> {
        Ok(self.parts.store.tenant(tenant).await?.ok_or(app::error::Error::NotFound)?)
    }

    /// Fails for a shop that ended.
    pub(crate) async fn living(&self, tenant: &Tenant) -> Result<(), Failure> {
        match self.parts.store.shop_end(tenant).await? {
            None => Ok(()),
            Some(end) if end.erased_at.is_none() => Err(Failure::Conflict(format!(
                "{tenant} ended at {}: `afterword shops restore {tenant}` takes that back until {}.",
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
