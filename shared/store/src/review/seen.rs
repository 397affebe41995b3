//! The last page of another host that read a shop's reviews, and when; and how many reads there were in each hour. Nothing about the
//! page's visitors is stored.

use domain::values::{Tenant, ms};
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
    /// The last page that read a shop's published reviews; `None` if no page did in the last 90 days.
    pub async fn seen_in_shop(&self, tenant: &Tenant) -> Result<Option<SeenInShop>, Error> {
        self.read(&keys::seen_in_shop(tenant)).await
    }

    pub async fn note_seen_in_shop(&self, tenant: &Tenant, seen: &SeenInShop) -> Result<(), Error> {
        let item = SeenItem { seen, ttl: seen.at.as_second() + LASTS_S };
        self.put(&keys::seen_in_shop(tenant), &item).await
    }

    /// Counts reads by pages of other hosts in the current hour.
    pub async fn count_reads_in_shop(&self, tenant: &Tenant, reads: u32, now: Timestamp) -> Result<(), Error> {
        let hour = now.as_second() / HOUR_S;
        let values = [(":reads", number(reads)), (":ttl", number((hour + 2 * HOURS) * HOUR_S))];
        let key = keys::reads_in_shop(tenant, hour);
        self.change(&key, "ADD #count :reads SET #ttl = :ttl", "", values).await.map(drop)
    }

    /// The counted reads in the current hour and the 23 before.
    pub async fn reads_in_shop(&self, tenant: &Tenant, now: Timestamp) -> Result<usize, Error> {
        let hour = now.as_second() / HOUR_S;
        let hours = (hour + 1 - HOURS..=hour).map(|hour| keys::reads_in_shop(tenant, hour)).collect();
        let items = self.batch(hours).await?;
        items.into_values().map(|item| Ok::<_, Error>(from_item::<Reads>(item)?.count)).sum()
    }
}
