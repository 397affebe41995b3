//! A changed rule, or a product about which customers are asked no more or again, plans a system's orders again.
//!
//! Told by `tests/stories/orders_in/asks.story`.

use app::caller::Caller;
use app::error::Error;
use domain::order::ProductId;
use domain::values::{InboundId, ShopSystem};
use jiff::Timestamp;
use store::table::Store;

use super::task::{OrderQueue, OrderTask};
use crate::{Arrival, Inbound, InboundRecord, Rows};

/// The topic in the list of calls.
const TOPIC: &str = "rules";
/// All changes of a minute are followed at once, half a minute after it, so that the last one is stored by then.
const TOGETHER_S: i64 = 60;
const STORED_WITHIN_S: i64 = 30;

/// Has a system's orders planned again, within two minutes. This is recorded before the change itself: if the caller dies in
/// between, nothing new is found.
pub async fn plan_again(
    (store, queue): (&Store, &OrderQueue),
    Caller { tenant, keys, .. }: &Caller,
    system: ShopSystem,
    now: Timestamp,
) -> Result<(), Error> {
    let second = |second| Timestamp::from_second(second).unwrap_or(now);
    let began = now.as_second().div_euclid(TOGETHER_S) * TOGETHER_S;
    let at = second(began + TOGETHER_S + STORED_WITHIN_S);
    let inbound = Inbound {
        // One a minute.
        id: InboundId::mint(second(began), 0),
        topic: TOPIC.to_owned(),
        order: None,
        system_id: None,
        domain: None,
        due_at: None,
        result: None,
        reason: None,
        request: None,
        ignored: Vec::new(),
    };
    let record = InboundRecord { inbound, arrival: Some(Arrival::Rules) };
    if !Rows(store).insert_inbound(tenant, system, &record, keys).await? {
        return Ok(());
    }
    // It is recorded: `reconcile` queues it later.
    let task = OrderTask::new(tenant, system, record.inbound.id);
    if let Err(error) = queue.send(&task, at.duration_since(now)).await {
        tracing::warn!(%error, "orders are planned again later");
    }
    Ok(())
}

/// Records whether customers are asked about a product, and has the orders of its system planned again, if that is connected. `false`
/// if the shop does not have the product.
pub async fn choose_to_ask(
    (store, queue): (&Store, &OrderQueue),
    caller: &Caller,
    id: &ProductId,
    ask: bool,
    now: Timestamp,
) -> Result<bool, Error> {
    let is_of = |system: &ShopSystem| {
        id.as_str().strip_prefix(system.product_prefix()).is_some_and(|rest| rest.starts_with('-'))
    };
    let system = ShopSystem::PLATFORMS.into_iter().find(is_of).unwrap_or(ShopSystem::Own);
    let connection = Rows(store).sealed_integration(&caller.tenant, system).await?;
    if connection.is_some_and(|connection| connection.is_asking()) {
        plan_again((store, queue), caller, system, now).await?;
    }
    Ok(store.choose_to_ask(&caller.tenant, id, ask).await?)
}
