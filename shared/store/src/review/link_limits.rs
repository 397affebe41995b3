//! How many links somebody asked for lately, without having been asked for a review.

use domain::values::Tenant;
use jiff::Timestamp;

use crate::table::{Error, Store, keys};

const HOUR_S: i64 = 3_600;
const DAY_S: i64 = 86_400;
/// Links for one address in an hour, and on a day (UTC).
const OF_ADDRESS_MAX: (u32, u32) = (3, 5);
/// Links for one network in an hour.
const OF_NETWORK_MAX: u32 = 20;
/// Links for one shop on a day.
const OF_SHOP_MAX: u32 = 200;

/// Which limit is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkLimit {
    /// That of the address, about which nobody may learn anything.
    Address,
    /// That of the network or the shop.
    Others,
}

impl Store {
    /// Counts a link for an address from a network, by their keyed digests; `Some` at a limit.
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
