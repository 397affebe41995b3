//! Every key of the table is built here, and `#` separates nowhere else.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use domain::{OrderId, ProductId, RequestId, Tenant};
use jiff::civil::Date;

/// Partitions of the `due` index: 8,000 writes a second, and every five minutes as many queries. Each
/// query costs the reconciler a third of a million instructions, so there are no more than needed.
pub const DUE_SHARDS: u64 = 8;
/// Items over which a tenant's counters are spread: a transaction locks one, so simultaneous ones
/// rarely meet.
pub(crate) const COUNTER_SHARDS: u64 = 16;
/// The same for the counters of one day's requests, which are many more items to read.
pub(crate) const DAY_SHARDS: u64 = 4;

pub(crate) const PK: &str = "PK";
pub(crate) const SK: &str = "SK";
pub(crate) const REQUESTS: &str = "REQ#";

/// An item's primary key.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    pub(crate) pk: String,
    pub(crate) sk: String,
}

impl Key {
    fn of(tenant: &Tenant, sk: String) -> Self {
        Self { pk: tenant_pk(tenant), sk }
    }

    fn alone(key: String) -> Self {
        Self { pk: key.clone(), sk: key }
    }

    pub(crate) fn attributes(&self) -> HashMap<String, AttributeValue> {
        let Self { pk, sk } = self;
        HashMap::from([(PK.to_owned(), AttributeValue::S(pk.clone())), (SK.to_owned(), AttributeValue::S(sk.clone()))])
    }
}

pub(crate) fn tenant_pk(tenant: &Tenant) -> String {
    format!("T#{tenant}")
}

/// 16 digits hold every id below 2^53, so keys sort as ids do.
fn padded(id: RequestId) -> String {
    format!("{:016}", id.get())
}

pub(crate) fn request(tenant: &Tenant, id: RequestId) -> Key {
    Key::of(tenant, format!("{REQUESTS}{}", padded(id)))
}

/// The tenant and id of a request's key, as the `due` index returns it.
pub(crate) fn parse_request(pk: &str, sk: &str) -> Option<(Tenant, RequestId)> {
    let tenant = pk.strip_prefix("T#")?.parse().ok()?;
    let id = sk.strip_prefix(REQUESTS)?.trim_start_matches('0');
    Some((tenant, RequestId::parse(id).ok()?))
}

pub(crate) fn sealed(tenant: &Tenant, id: RequestId) -> Key {
    Key::of(tenant, sealed_name(id))
}

/// What a request's sealed fields are bound to.
pub(crate) fn sealed_name(id: RequestId) -> String {
    format!("PII#{}", padded(id))
}

pub(crate) fn token(digest: &str) -> Key {
    Key::alone(format!("TK#{digest}"))
}

pub(crate) fn api_key(digest: &str) -> Key {
    Key::alone(format!("AK#{digest}"))
}

pub(crate) fn service() -> Key {
    Key::alone("SERVICE".to_owned())
}

pub(crate) fn tenant(tenant: &Tenant) -> Key {
    Key::of(tenant, "TENANT".to_owned())
}

pub(crate) fn guard(tenant: &Tenant, order_index: &str) -> Key {
    Key::of(tenant, format!("DUP#{order_index}"))
}

pub(crate) fn idempotency(tenant: &Tenant, fingerprint: &str) -> Key {
    Key::of(tenant, idempotency_name(fingerprint))
}

pub(crate) fn idempotency_name(fingerprint: &str) -> String {
    format!("IDEM#{fingerprint}")
}

pub(crate) fn suppression(tenant: &Tenant, email_index: &str) -> Key {
    Key::of(tenant, format!("SUP#{email_index}"))
}

/// The counters of all of a tenant's requests. Sorts behind every day.
pub(crate) const COUNTERS_OF_ALL: &str = "CNT#all#";

pub(crate) fn counters(tenant: &Tenant, shard: u64) -> Key {
    Key::of(tenant, format!("{COUNTERS_OF_ALL}{shard:02}"))
}

/// The start of the keys of the counters of one day's requests.
pub(crate) fn day_counters(day: Date) -> String {
    format!("CNT#{day}#")
}

pub(crate) fn counters_of_day(tenant: &Tenant, day: Date, shard: u64) -> Key {
    Key::of(tenant, format!("{}{shard:02}", day_counters(day)))
}

/// The day of a counter item's key; `None` for the counters of all.
pub(crate) fn parse_counters(sk: &str) -> Option<Date> {
    sk.strip_prefix("CNT#")?.split('#').next()?.parse().ok()
}

pub(crate) const SLOTS: &str = "RATE#";

pub(crate) fn slot(tenant: &Tenant, index: usize) -> Key {
    Key::of(tenant, format!("{SLOTS}{index:02}"))
}

pub(crate) fn parse_slot(sk: &str) -> Option<usize> {
    sk.strip_prefix(SLOTS)?.parse().ok()
}

pub(crate) fn product(tenant: &Tenant, id: &ProductId) -> Key {
    Key::of(tenant, format!("PRD#{}", id.as_str()))
}

pub(crate) fn order(tenant: &Tenant, id: &OrderId) -> Key {
    Key::of(tenant, order_name(id))
}

/// What an order's sealed fields are bound to. Its longest is DynamoDB's longest sort key: 1,024
/// bytes.
pub(crate) fn order_name(id: &OrderId) -> String {
    format!("ORD#{}", id.as_str())
}

/// The start of the keys of a request's reviews.
pub(crate) fn reviews(id: RequestId) -> String {
    format!("REV#{}#", padded(id))
}

pub(crate) fn review(tenant: &Tenant, id: RequestId, item: usize) -> Key {
    Key::of(tenant, review_name(id, item))
}

pub(crate) fn review_name(id: RequestId, item: usize) -> String {
    format!("{}{item:02}", reviews(id))
}

pub(crate) fn due_shard(id: RequestId) -> String {
    shard_name(id.get() % DUE_SHARDS)
}

pub(crate) fn shard_name(shard: u64) -> String {
    format!("D#{shard:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_requests_key_reads_back() {
        let tenant: Tenant = "shop-1.live".parse().unwrap();
        let id = RequestId::new(123_456).unwrap();
        let Key { pk, sk } = request(&tenant, id);
        assert_eq!((pk.as_str(), sk.as_str()), ("T#shop-1.live", "REQ#0000000000123456"));
        assert_eq!(parse_request(&pk, &sk), Some((tenant, id)));
    }

    #[test]
    fn the_longest_orders_key_fits() {
        let tenant: Tenant = "shop-1.live".parse().unwrap();
        let longest = OrderId::parse(&"𝄞".repeat(OrderId::CHARACTERS_MAX)).unwrap().unwrap();
        assert_eq!(order(&tenant, &longest).sk.len(), 1024);
    }
}
