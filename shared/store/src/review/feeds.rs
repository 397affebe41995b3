//! The file of a shop's published reviews that Google fetches: when it was made and last fetched, and when it is checked
//! next whether it is outdated.

use std::collections::{BTreeMap, HashMap};

use domain::review::MadeFeed;
use domain::values::{Mode, Tenant, ms};
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use vault::sha256_hex;

use crate::review::counters::{REMOVED_AT, ReviewCounts};
use crate::table::keys::{self, GROUPED, PRODUCTS, REVIEW_COUNTERS};
use crate::table::{
    Attributes, DueKind, End, Error, ListKey, Part, Reading, Store, Transaction, document, instant, json, milliseconds,
    string,
};

/// How many products are read together, and how many calls read their counters at the same time.
const PRODUCTS_AT_ONCE: u32 = 1_000;
const PARALLEL: usize = 10;

/// The file of a shop's published reviews.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredFeed {
    pub made: MadeFeed,
    /// The digest of what the file shows; `None` for a shop with many products.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown: Option<String>,
    /// When anybody last fetched it.
    #[serde(skip)]
    pub fetched_at: Option<Timestamp>,
}

/// What becomes of a shop's file. It changes nothing for a shop whose checks have ended or never began.
pub enum FeedChange<'a> {
    /// What the file has now.
    Made(&'a StoredFeed),
    FetchedAt(Timestamp),
    /// A person's name may have been erased from a published review, whose state did not change.
    NameErasedAt(Timestamp),
    /// The file is deleted. The checks go on.
    Deleted,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct UploadedParts {
    /// S3's id of the upload; `None` before the first part.
    pub upload: Option<String>,
    /// The ETag of each part, in their order.
    pub etags: Vec<String>,
}

#[derive(Deserialize)]
struct FeedItem {
    #[serde(with = "json::optional", default)]
    feed: Option<StoredFeed>,
    #[serde(with = "ms::optional", default)]
    fetched_at: Option<Timestamp>,
}

impl Transaction<'_> {
    /// Makes reconcile have a live shop's file written, and check from then on whether it is outdated. Changes nothing once
    /// that is so.
    pub(crate) fn begin_feed(&mut self, now: Timestamp) {
        if self.tenant.mode == Mode::Live {
            let set = "SET due_shard = if_not_exists(due_shard, :shard), due_at = if_not_exists(due_at, :now)";
            let values = [(":shard", string(DueKind::Feeds.shard_name(0))), (":now", milliseconds(now))];
            self.change(Part::Other, &keys::feed(self.tenant), set, "", values);
        }
    }
}

impl Store {
    /// The file of a shop's published reviews; `None` if there is none.
    pub async fn feed(&self, tenant: &Tenant) -> Result<Option<StoredFeed>, Error> {
        let item = self.read(&keys::feed(tenant)).await?;
        Ok(item.and_then(|FeedItem { feed, fetched_at }| Some(StoredFeed { fetched_at, ..feed? })))
    }

    /// Ends the checks for a shop that is gone.
    pub async fn end_feed(&self, tenant: &Tenant) -> Result<(), Error> {
        self.remove(&keys::feed(tenant)).await
    }

    pub async fn change_feed(&self, tenant: &Tenant, change: FeedChange<'_>) -> Result<(), Error> {
        let (key, exists) = (keys::feed(tenant), "attribute_exists(PK)");
        let (set, value) = match change {
            FeedChange::Made(feed) => ("SET feed = :new".to_owned(), document(feed)?),
            FeedChange::FetchedAt(at) => ("SET fetched_at = :new".to_owned(), milliseconds(at)),
            FeedChange::NameErasedAt(at) => (format!("SET {REMOVED_AT} = :new"), milliseconds(at)),
            FeedChange::Deleted => return self.change(&key, "REMOVE feed, fetched_at", exists, []).await.map(drop),
        };
        self.change(&key, &set, exists, [(":new", value)]).await.map(drop)
    }

    /// How many reviews a shop has published that may stand in the file, and when one was last withheld, withdrawn or erased.
    pub async fn published_and_removed(&self, tenant: &Tenant) -> Result<(u64, Option<Timestamp>), Error> {
        let mut counts = ReviewCounts::default();
        let mut removed_at: Option<Timestamp> = None;
        for item in self.starting(tenant, REVIEW_COUNTERS).await? {
            counts.add(&item)?;
            removed_at = removed_at.max(removed(&item)?);
        }
        if let Some(item) = self.get(&keys::feed(tenant)).await? {
            removed_at = removed_at.max(removed(&item)?);
        }
        Ok((counts.published(), removed_at))
    }

    /// A digest that changes with each change of a published review or of its product. It begins with `others`, whatever else
    /// the file shows. `None` for a shop with more than `most` products, whose file is made anew with fewer reads.
    pub async fn digest_of_feed(&self, tenant: &Tenant, others: &str, most: u64) -> Result<Option<String>, Error> {
        let (mut digest, mut after, mut count) = (sha256_hex(others.as_bytes()), None, 0);
        let mut items = self.starting(tenant, REVIEW_COUNTERS).await?;
        items.extend(self.starting(tenant, GROUPED).await?);
        loop {
            let reading = Reading { after: after.take(), ..Reading::first(End::Oldest, PRODUCTS_AT_ONCE) };
            let page = self.placed(tenant, PRODUCTS, reading).await?;
            count += u64::try_from(page.rows.len()).unwrap_or(u64::MAX);
            if count > most {
                return Ok(None);
            }
            let counters = |(place, _): &(ListKey, _)| keys::product_review_counters(tenant, place.as_str());
            let counters: Vec<_> = page.rows.iter().map(counters).collect();
            let batches: Vec<_> = counters.chunks(100).map(|some| self.batch(some.to_vec())).collect();
            let batches: Vec<_> = stream::iter(batches).buffered(PARALLEL).try_collect().await?;
            let mut found: HashMap<_, _> = batches.into_iter().flatten().collect();
            after = page.rows.last().filter(|_| page.more).map(|(place, _)| place.clone());
            items.extend(page.rows.into_iter().map(|(_, product)| product));
            items.extend(counters.iter().filter_map(|key| found.remove(key)));
            for item in items.drain(..) {
                digest = sha256_hex(format!("{digest}{:?}", BTreeMap::from_iter(item)).as_bytes());
            }
            if after.is_none() {
                return Ok(Some(digest));
            }
        }
    }
}

fn removed(item: &Attributes) -> Result<Option<Timestamp>, Error> {
    let at = item.get(REMOVED_AT).and_then(|at| at.as_n().ok()?.parse().ok());
    at.map(instant).transpose()
}
