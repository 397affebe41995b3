//! Finds requests by the id of their order in a shop's system.

use app::error::Error;
use app::paging::Walked;
use app::request::ListOptions;
use domain::order::OrderId;
use domain::values::{ShopSystem, Tenant};
use jiff::Timestamp;
use store::request::listed::ListedRequest;
use store::table::Store;
use vault::TenantKeys;

use crate::Rows;

/// A shop's requests, newest first. An order can also be named by its id in the shop's system.
pub async fn find(
    store: &Store,
    tenant: &Tenant,
    keys: &TenantKeys,
    options: &ListOptions,
    now: Timestamp,
) -> Result<Walked<ListedRequest>, Error> {
    let found = app::request::find(store, tenant, keys, options, now).await?;
    let Some(alias) = options.order.as_ref().filter(|_| found.rows.is_empty()) else { return Ok(found) };
    let Some(order) = number_of(store, tenant, keys, alias).await? else { return Ok(found) };
    let options = ListOptions { order: Some(order), ..options.clone() };
    app::request::find(store, tenant, keys, &options, now).await
}

/// The number of the order with this id in the shop's system.
async fn number_of(store: &Store, tenant: &Tenant, keys: &TenantKeys, id: &OrderId) -> Result<Option<OrderId>, Error> {
    if !id.as_str().bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(None);
    }
    for system in ShopSystem::ALL {
        let state = Rows(store).order_state(tenant, system, id.as_str(), keys).await?.state;
        let number = state.number.and_then(|number| OrderId::parse(&number.value).ok().flatten());
        if let Some(number) = number.filter(|number| number != id) {
            return Ok(Some(number));
        }
    }
    Ok(None)
}
