//! The keys of what comes in from shops' own systems.

use domain::{InboundId, ShopSystem, Tenant};
use jiff::civil::Date;

use super::{Key, padded};

pub(crate) fn integration(tenant: &Tenant, system: ShopSystem) -> Key {
    Key::new(tenant, integration_sk(system))
}

/// The sort key to which an integration's secrets are bound.
pub(crate) fn integration_sk(system: ShopSystem) -> String {
    format!("IN#{}", system.as_str())
}

/// The prefix of the calls of a shop's system, oldest first.
pub(crate) fn inbounds(system: ShopSystem) -> String {
    format!("INL#{}#", system.as_str())
}

pub(crate) fn inbound(tenant: &Tenant, system: ShopSystem, id: InboundId) -> Key {
    Key::new(tenant, inbound_sk(system, id))
}

/// The sort key to which what a call says is bound.
pub(crate) fn inbound_sk(system: ShopSystem, id: InboundId) -> String {
    format!("{}{}", inbounds(system), padded(id))
}

/// The call in its sort key.
pub(crate) fn parse_inbound(system: ShopSystem, sk: &str) -> Option<InboundId> {
    InboundId::new(sk.strip_prefix(&inbounds(system))?.parse().ok()?)
}

/// The system and the call in a key.
pub(crate) fn parse_call(Key { pk: _, sk }: &Key) -> Option<(ShopSystem, InboundId)> {
    ShopSystem::ALL.into_iter().find_map(|system| Some((system, parse_inbound(system, sk)?)))
}

/// The prefix of the days of a shop's system.
pub(crate) fn days_of_orders(system: ShopSystem) -> String {
    format!("IND#{}#", system.as_str())
}

pub(crate) fn day_of_orders(tenant: &Tenant, system: ShopSystem, day: Date) -> Key {
    Key::new(tenant, format!("{}{day}", days_of_orders(system)))
}

/// The day in its sort key.
pub(crate) fn parse_day_of_orders(system: ShopSystem, sk: &str) -> Option<Date> {
    sk.strip_prefix(&days_of_orders(system))?.parse().ok()
}

pub(crate) fn order_state(tenant: &Tenant, system: ShopSystem, order: &str) -> Key {
    Key::new(tenant, order_state_sk(system, order))
}

/// The sort key to which an order's state is bound. By their last digits the orders of a system are in ten partitions.
pub(crate) fn order_state_sk(system: ShopSystem, order: &str) -> String {
    format!("{}{order}", order_states(system, order.bytes().last().unwrap_or_default() % ORDER_SHARDS))
}

/// Partitions of the orders of a system.
pub(crate) const ORDER_SHARDS: u8 = 10;

/// The prefix of the states of the orders in one of a system's partitions.
pub(crate) fn order_states(system: ShopSystem, shard: u8) -> String {
    format!("INO#{}-{shard}#", system.as_str())
}
