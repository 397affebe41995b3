//! The keys of data that comes from shops' own systems.

use domain::values::{InboundId, ShopSystem, Tenant};
use jiff::civil::Date;

use super::{Key, padded};

pub fn integration(tenant: &Tenant, system: ShopSystem) -> Key {
    Key::new(tenant, format!("IN#{}", system.as_str()))
}

pub fn connection_code(digest: &str) -> Key {
    Key::alone(format!("INC#{digest}"))
}

pub fn reading(tenant: &Tenant, system: ShopSystem) -> Key {
    Key::new(tenant, format!("INR#{}", system.as_str()))
}

pub(crate) fn parse_reading(Key { pk: _, sk }: &Key) -> Option<ShopSystem> {
    ShopSystem::parse(sk.strip_prefix("INR#")?)
}

/// The prefix of the calls from a shop's system, oldest first.
pub fn inbounds(system: ShopSystem) -> String {
    format!("INL#{}#", system.as_str())
}

pub fn inbound(tenant: &Tenant, system: ShopSystem, id: InboundId) -> Key {
    Key::new(tenant, format!("{}{}", inbounds(system), padded(id)))
}

fn parse_inbound(system: ShopSystem, sk: &str) -> Option<InboundId> {
    InboundId::new(sk.strip_prefix(&inbounds(system))?.parse().ok()?)
}

pub(crate) fn parse_call(Key { pk: _, sk }: &Key) -> Option<(ShopSystem, InboundId)> {
    ShopSystem::ALL.into_iter().find_map(|system| Some((system, parse_inbound(system, sk)?)))
}

pub fn days_of_orders(system: ShopSystem) -> String {
    format!("IND#{}#", system.as_str())
}

pub fn day_of_orders(tenant: &Tenant, system: ShopSystem, day: Date) -> Key {
    Key::new(tenant, format!("{}{day}", days_of_orders(system)))
}

pub fn parse_day_of_orders(system: ShopSystem, sk: &str) -> Option<Date> {
    sk.strip_prefix(&days_of_orders(system))?.parse().ok()
}

/// An order's state. By their last digit, the orders of a system are in ten partitions.
pub fn order_state(tenant: &Tenant, system: ShopSystem, order: &str) -> Key {
    let shard = order.bytes().last().unwrap_or_default() % ORDER_SHARDS;
    Key::new(tenant, format!("{}{order}", order_states(system, shard)))
}

pub const ORDER_SHARDS: u8 = 10;

pub fn order_states(system: ShopSystem, shard: u8) -> String {
    format!("INO#{}-{shard}#", system.as_str())
}

/// The prefix of the orders of all systems whose buyer has the address with this blind index.
pub fn orders_of_address(email_index: &str) -> String {
    format!("INA#{email_index}#")
}

pub fn order_of_address(tenant: &Tenant, email_index: &str, system: ShopSystem, order: &str) -> Key {
    Key::new(tenant, format!("{}{}/{order}", orders_of_address(email_index), system.as_str()))
}

pub fn parse_order_of_address(sk: &str, email_index: &str) -> Option<(ShopSystem, String)> {
    let (system, order) = sk.strip_prefix(&orders_of_address(email_index))?.split_once('/')?;
    Some((ShopSystem::parse(system)?, order.to_owned()))
}
