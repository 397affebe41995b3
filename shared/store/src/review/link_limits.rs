//! Limits the links that people request in order to write a review for which the shop did not ask them.

use domain::values::Tenant;
use jiff::Timestamp;

use crate::table::{Error, Store, keys};

const HOUR_S: i64 = 3_600;
const DAY_S: i64 = 86_400;
/// The most links for one address in an hour and in a day, by the clock in UTC.
const OF_ADDRESS_MAX: (u32, u32) = (3, 5);
/// The most links for one network in an hour.
const OF_NETWORK_MAX: u32 = 20;
/// The most links for one shop in a day.
const OF_SHOP_MAX: u32 = 200;

/// The limit that is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkLimit {
    /// The address' limit. The caller must not show that it is reached, because that would reveal something about the address.
    Address,
    /// The network's or the shop's limit.
    Others,
}

impl Store {
    /// Counts a link for an address from a network, given by their keyed digests. Returns the limit that was reached already, if
    /// any.
    pub async fn count_link(
        &self,
        tenant: &Tenant,
        (address, network): (&str, &str),
        now: Timestamp,
    ) -> Result<Option<LinkLimit>, Error> {
        let (hour, day) = (now.as_second() / HOUR_S, now.as_second() / DAY_S);
        let (hour_ends, day_ends) = (now.as_second() + 2 * HOUR_S, now.as_second() + 2 * DAY_S);
        let (address_hour, address_day) = OF_ADDRESS_MAX;
        for (of, most, ttl, limit) in [
            (format!("{network}#{hour}"), OF_NETWORK_MAX, hour_ends, LinkLimit::Others),
            (day.to_string(), OF_SHOP_MAX, day_ends, LinkLimit::Others),
            (format!("{address}#{hour}"), address_hour, hour_ends, LinkLimit::Address),
            (format!("{address}#d{day}"), address_day, day_ends, LinkLimit::Address),
        ] {
            if !self.count_below(&keys::links_counted(tenant, &of), most, ttl).await? {
                return Ok(Some(limit));
            }
        }
        Ok(None)
    }
}
