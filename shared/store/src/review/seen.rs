//! The last page of another host that read a shop's reviews, and when. Nothing about the page's visitors is stored.

use domain::values::Tenant;
use domain::values::stored::ms;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::table::{Error, Store, from_item, keys};

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

#[derive(Serialize)]
struct SeenItem<'a> {
    #[serde(flatten)]
    seen: &'a SeenInShop,
    ttl: i64,
}

impl Store {
    /// The last page that read a shop's published reviews; `None` if no page did in the last 90 days.
    pub async fn seen_in_shop(&self, tenant: &Tenant) -> Result<Option<SeenInShop>, Error> {
        self.get(&keys::seen_in_shop(tenant)).await?.map(from_item).transpose()
    }

    /// Replaces the last page.
    pub async fn note_seen_in_shop(&self, tenant: &Tenant, seen: &SeenInShop) -> Result<(), Error> {
        let item = SeenItem { seen, ttl: seen.at.as_second() + LASTS_S };
        self.put(&keys::seen_in_shop(tenant), &item).await
    }
}
