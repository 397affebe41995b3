//! Use cases about connections and their calls.

mod asks;
mod connected;
mod connections;
mod plan_again;
mod reading;
mod shop_calls;
mod shopify_api;
mod silence;
mod stars;
mod take;
mod task;
mod webhooks;

use app::error::Error;
use app::paging::Walked;
use app::request::ListOptions;
use domain::order::{OrderId, OrderPlace};
use domain::values::{InboundId, ShopSystem, Tenant};
use jiff::Timestamp;
use store::request::listed::ListedRequest;
use store::table::Store;
use vault::TenantKeys;

use crate::wire::{Said, What};
use crate::{Inbound, InboundRecord, InboundResult, Rows};

pub use asks::{AskCounts, AskPage, Asks, OrderAsk};
pub use connections::{Integration, IntegrationChange, IntegrationRefusal, Integrations};
pub use plan_again::{choose_to_ask, plan_again};
pub use reading::BeginReading;
pub use shop_calls::ShopCalls;
pub use silence::{SystemTrouble, look_for_silence, troubles};
pub use stars::{StarsSwitch, SwitchStars};
pub use take::{TakeOrders, TakenOrder};
pub use task::{OrderQueue, OrderTask};
pub use webhooks::{ShopWebhooks, WebhooksRefusal};

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
        let place = OrderPlace { system, id: id.as_str().to_owned() };
        let order = store.order_record(tenant, &place, keys).await?.order;
        if let Some(number) = order.number().filter(|number| *number != id) {
            return Ok(Some(number.clone()));
        }
    }
    Ok(None)
}

/// The most ids that are tried, because another call of the same millisecond may have the same id.
const IDS_MAX: usize = 8;

/// Records a call. Returns its id, and whether there is work to do. Reconcile queues the work if nothing else does.
pub async fn record_call(
    store: &Store,
    (tenant, system, keys): (&Tenant, ShopSystem, &TenantKeys),
    topic: String,
    said: Said,
    now: Timestamp,
) -> Result<(InboundId, bool), Error> {
    let system_id = said.system_id();
    let Said { order, domain, ignored, what } = said;
    let (arrival, result, reason) = match what {
        What::Arrives(arrival) => (Some(*arrival), None, None),
        What::Ignored(reason) => (None, Some(InboundResult::Ignored), Some(reason)),
        What::Refused(reason) => (None, Some(InboundResult::Refused), Some(reason)),
    };
    let id = InboundId::mint(now, store.random().u16());
    let reason = reason.map(str::to_owned);
    let inbound = Inbound { id, topic, order, system_id, domain, due_at: None, result, reason, request: None, ignored };
    let mut record = InboundRecord { inbound, arrival };
    for _ in 0..IDS_MAX {
        if Rows(store).insert_inbound(tenant, system, &record, keys).await? {
            return Ok((record.inbound.id, record.arrival.is_some()));
        }
        record.inbound.id = InboundId::mint(now, store.random().u16());
    }
    Err(Error::Unavailable("no id was free".to_owned()))
}
