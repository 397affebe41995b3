//! The keys of data that comes from shops' own systems.

use domain::order::OrderPlace;
use domain::values::{InboundId, ShopSystem, Tenant};
use jiff::Timestamp;
use jiff::civil::Date;

use super::Key;

keys! {
    pub shop integration(system: ShopSystem) = "IN#{}", system.as_str();
    pub alone connection_code(digest: &str) = "INC#{digest}";
    pub shop reading(system: ShopSystem) = "INR#{}", system.as_str();
    pub shop stars() = "STARS#state";
    pub shop written_stars() = "STARS#written";
    /// The calls from a shop's system, oldest first.
    pub start inbounds(system: ShopSystem) = "INL#{}#", system.as_str();
    pub shop inbound(system: ShopSystem, id: InboundId) = "{}{id:016}", inbounds(system);
    pub start days_of_orders(system: ShopSystem) = "IND#{}#", system.as_str();
    pub shop day_of_orders(system: ShopSystem, day: Date) = "{}{day}", days_of_orders(system);
    pub(crate) start orders_of_system(system: ShopSystem, shard: u8) = "ORD#{}-{shard}#", system.as_str();
    /// By the last digit of their ids, the orders of a system are in ten partitions.
    pub(crate) shop order(place: &OrderPlace) =
        "{}{}", orders_of_system(place.system, place.id.bytes().last().unwrap_or_default() % ORDER_SHARDS), place.id;
    /// The orders with one number, by its blind index.
    pub(crate) start orders_numbered(index: &str) = "ORQ#@{index}#";
    pub(crate) shop order_numbered(index: &str, place: &OrderPlace) =
        "{}{}/{}", orders_numbered(index), place.system.as_str(), place.id;
    /// The orders about which a connection asks, by when they were placed.
    pub(crate) start listed_orders() = "ORL#";
    pub(crate) shop listed_order(at: Timestamp, place: &OrderPlace) =
        "{}{}", listed_orders(), place_in_list(at, place);
    /// The orders of all systems whose buyer has the address with this blind index.
    pub(crate) start orders_of_address(email_index: &str) = "INA#{email_index}#";
    pub(crate) shop order_of_address(email_index: &str, place: &OrderPlace) =
        "{}{}/{}", orders_of_address(email_index), place.system.as_str(), place.id;
}

pub(crate) fn parse_reading(Key { pk: _, sk }: &Key) -> Option<ShopSystem> {
    ShopSystem::parse(sk.strip_prefix("INR#")?)
}

fn parse_inbound(system: ShopSystem, sk: &str) -> Option<InboundId> {
    InboundId::new(sk.strip_prefix(&inbounds(system))?.parse().ok()?)
}

pub(crate) fn parse_call(Key { pk: _, sk }: &Key) -> Option<(ShopSystem, InboundId)> {
    ShopSystem::ALL.into_iter().find_map(|system| Some((system, parse_inbound(system, sk)?)))
}

pub fn parse_day_of_orders(system: ShopSystem, sk: &str) -> Option<Date> {
    sk.strip_prefix(&days_of_orders(system))?.parse().ok()
}

/// The instant in the list of orders, by which it is sorted. Nothing was ordered before 1970.
pub(crate) fn placed(at: Timestamp) -> String {
    format!("{:015}", at.as_millisecond().max(0))
}

/// An order's place in the list.
pub(crate) fn place_in_list(at: Timestamp, OrderPlace { system, id }: &OrderPlace) -> String {
    format!("{}#{}/{id}", placed(at), system.as_str())
}

/// The order with this place in the list.
pub(crate) fn parse_listed_order(place: &str) -> Option<(Timestamp, OrderPlace)> {
    let (at, order) = place.split_once('#')?;
    let (system, id) = order.split_once('/')?;
    let at = Timestamp::from_millisecond(at.parse().ok()?).ok()?;
    Some((at, OrderPlace { system: ShopSystem::parse(system)?, id: id.to_owned() }))
}

pub(crate) const ORDER_SHARDS: u8 = 10;

pub(crate) fn parse_order_of_address(sk: &str, email_index: &str) -> Option<OrderPlace> {
    let (system, id) = sk.strip_prefix(&orders_of_address(email_index))?.split_once('/')?;
    Some(OrderPlace { system: ShopSystem::parse(system)?, id: id.to_owned() })
}
