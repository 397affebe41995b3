//! The last page of another host that read a shop's reviews, and when; and how many reads there were in each hour. Nothing about the
//! page's visitors is stored.

use domain::values::{Tenant, ms};
use futures_util::future::try_join;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::table::{Error, Store, from_item, keys, number};

/// The last page that read a shop's published reviews.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenInShop {
    /// The page's host, as the browser named it.
    pub host: String,
    /// When the page read the reviews, rounded down to five minutes.
    #[serde(with = "ms::required")]
    pub at: Timestamp,
}

const LASTS_S: i64 = 90 * 86_400;
const HOUR_S: i64 = 3_600;
const HOURS: i64 = 24;

#[derive(Deserialize)]
struct Reads {
    count: usize,
}

#[derive(Serialize)]
struct SeenItem<'a> {
    #[serde(flatten)]
    seen: &'a SeenInShop,
    ttl: i64,
}

impl Store {
    /// Records the page that reads a shop's reviews, and counts its reads in the hour.
    pub async fn note_reads_in_shop(&self, tenant: &Tenant, seen: &SeenInShop, reads: u32) -> Result<(), Error> {
        let (item, hour) = (SeenItem { seen, ttl: seen.at.as_second() + LASTS_S }, seen.at.as_second() / HOUR_S);
        let values = [(":reads", number(reads)), (":ttl", number((hour + 2 * HOURS) * HOUR_S))];
        let (last, of_hour) = (keys::seen_in_shop(tenant), keys::reads_in_shop(tenant, hour));
        let count = self.change(&of_hour, "ADD #count :reads SET #ttl = :ttl", "", values);
        try_join(self.put(&last, &item), count).await.map(drop)
    }

    /// The last page that read a shop's published reviews, `None` if no page did in the last 90 days; and the counted reads in
    /// the current hour and the 23 before.
    pub async fn reads_in_shop(&self, tenant: &Tenant, now: Timestamp) -> Result<(Option<SeenInShop>, usize), Error> {
        let (last, hour) = (keys::seen_in_shop(tenant), now.as_second() / HOUR_S);
        let hours = (hour + 1 - HOURS..=hour).map(|hour| keys::reads_in_shop(tenant, hour));
        let mut items = self.batch(hours.chain([last.clone()]).collect()).await?;
        let seen = items.remove(&last).map(from_item).transpose()?;
        let reads =
            items.into_values().map(|item| Ok::<_, Error>(from_item::<Reads>(item)?.count)).sum::<Result<_, _>>()?;
        Ok((seen, reads))
    }
}
