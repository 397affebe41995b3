//! Limits the links that people request in order to write a review for which the shop did not ask them.

use aws_sdk_dynamodb::types::Update;
use domain::values::Tenant;
use jiff::Timestamp;
use serde::Deserialize;

use crate::table::{Error, Part, Store, Transaction, from_item, keys, number};

const HOUR_S: i64 = 3_600;
const DAY_S: i64 = 86_400;
/// The most links for one address in an hour and in a day, by the clock in UTC.
const OF_ADDRESS_MAX: (u32, u32) = (3, 5);
/// The most links for one network in an hour.
const OF_NETWORK_MAX: u32 = 20;
/// The most links for one shop in a day.
const OF_SHOP_MAX: u32 = 200;

/// The most of a shop's links that bounce in a day: 5 % of them, the rate at which SES reviews an account
/// ([`SES_BOUNCES`](domain::shop::SES_BOUNCES)). Nobody chose these addresses but who typed them, so they count for the page and
/// not for the shop's other emails.
const BOUNCED_MAX: u32 = OF_SHOP_MAX / 20;

/// The limit that is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkLimit {
    /// The address' limit. The caller must not show that it is reached, because that would reveal something about the address.
    Address,
    /// The network's or the shop's limit, or too many of the shop's links bounced.
    Others,
}

#[derive(Deserialize)]
struct Counted {
    count: u32,
}

fn bounced_on(day: i64) -> String {
    format!("bounced#{day}")
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
        let bounced = self.get(&keys::links_counted(tenant, &bounced_on(day))).await?;
        if bounced.map(from_item::<Counted>).transpose()?.is_some_and(|bounced| bounced.count >= BOUNCED_MAX) {
            return Ok(Some(LinkLimit::Others));
        }
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

impl Transaction<'_> {
    /// Counts a link that bounced.
    pub fn count_bounced_link(&mut self, now: Timestamp) {
        let update = Update::builder()
            .update_expression("ADD #count :one SET #ttl = :ttl")
            .expression_attribute_names("#count", "count")
            .expression_attribute_names("#ttl", "ttl")
            .expression_attribute_values(":one", number(1))
            .expression_attribute_values(":ttl", number(now.as_second() + 2 * DAY_S));
        let key = keys::links_counted(self.tenant, &bounced_on(now.as_second() / DAY_S));
        self.update(Part::Other, &key, update);
    }
}
