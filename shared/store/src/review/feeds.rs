//! The files of a shop's published reviews that shopping sites fetch: the finished files, the progress of new ones, the
//! last fetch of each, and the time of the next check whether they are outdated.

use std::collections::{BTreeMap, HashMap};

use aws_sdk_dynamodb::types::{AttributeValue, Update};
use domain::review::MadeFeeds;
use domain::values::stored::ms;
use domain::values::{Mode, Tenant};
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use vault::sha256_hex;

use crate::review::counters::{REMOVED_AT, ReviewCounts};
use crate::table::keys::{self, DueKind, PRODUCTS, REVIEW_COUNTERS};
use crate::table::{
    Attributes, End, Error, ListKey, Part, Reading, Store, Transaction, from_item, instant, json, milliseconds,
};

/// How many products are read together, and how many calls read their counters at the same time.
const PRODUCTS_AT_ONCE: u32 = 1_000;
const PARALLEL: usize = 10;

/// The files of a shop's published reviews.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Feeds {
    /// The finished files; `None` before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made: Option<MadeFeeds>,
    /// The digest of what the finished files show; `None` if another version wrote them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown: Option<String>,
    /// The files that are being written and will replace them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub writing: Option<UnfinishedFeeds>,
    /// How many runs have begun. Only the newest one saves its work.
    #[serde(default)]
    pub version: u32,
}

/// Files that one run does not finish.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnfinishedFeeds {
    /// When the first review was read.
    #[serde(with = "ms::required")]
    pub since: Timestamp,
    /// When a run last saved its work.
    #[serde(with = "ms::required")]
    pub saved_at: Timestamp,
    /// How many reviews the shop had published then.
    pub published: u64,
    /// The digest of what the files show, from before the first review was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown: Option<String>,
    /// The review after which to go on; `None` before the first.
    pub after: Option<u64>,
    /// How many reviews are in each file so far.
    pub reviews: u64,
    /// The files' parts that are uploaded, in the order of the files.
    pub files: Vec<UploadedParts>,
    /// The run that left bytes in separate files because they do not fill a part yet.
    pub rest: Option<u32>,
}

impl UnfinishedFeeds {
    pub const fn begin(published: u64, shown: Option<String>, now: Timestamp) -> Self {
        Self { since: now, saved_at: now, published, shown, after: None, reviews: 0, files: Vec::new(), rest: None }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct UploadedParts {
    /// S3's id of the upload; `None` before the first part.
    pub upload: Option<String>,
    /// The ETag of each part, in their order.
    pub etags: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct FeedsItem {
    #[serde(with = "json")]
    feeds: Feeds,
    version: u32,
}

#[derive(Serialize, Deserialize)]
struct FetchedItem {
    #[serde(with = "ms::required")]
    at: Timestamp,
}

impl From<&Feeds> for FeedsItem {
    fn from(feeds: &Feeds) -> Self {
        Self { feeds: feeds.clone(), version: feeds.version }
    }
}

impl From<FeedsItem> for Feeds {
    fn from(FeedsItem { feeds, version }: FeedsItem) -> Self {
        Self { version, ..feeds }
    }
}

impl Transaction<'_> {
    /// Makes reconcile have a live shop's files written, and check from then on whether they are outdated. Changes nothing once
    /// that is so.
    pub(crate) fn begin_feeds(&mut self, now: Timestamp) {
        if self.tenant.mode == Mode::Live {
            let update = Update::builder()
                .update_expression(
                    "SET due_shard = if_not_exists(due_shard, :shard), due_at = if_not_exists(due_at, :now)",
                )
                .expression_attribute_values(":shard", AttributeValue::S(DueKind::Feeds.shard_name(0)))
                .expression_attribute_values(":now", milliseconds(now));
            self.update(Part::Other, &keys::feeds_look(self.tenant), update);
        }
    }
}

impl Store {
    /// The files of a shop's published reviews; `None` if none were ever begun.
    pub async fn feeds(&self, tenant: &Tenant) -> Result<Option<Feeds>, Error> {
        let item = self.get(&keys::feeds(tenant)).await?;
        item.map(|item| from_item::<FeedsItem>(item).map(Feeds::from)).transpose()
    }

    /// Begins a run that writes the files. Runs that began before can no longer save their work.
    pub async fn begin_feeds_run(&self, tenant: &Tenant) -> Result<Feeds, Error> {
        let key = keys::feeds(tenant);
        let item = match self.begin_run(&key).await? {
            Some(item) => Some(item),
            None => {
                self.insert(&key, &FeedsItem::from(&Feeds::default())).await?;
                self.begin_run(&key).await?
            }
        };
        let item = item.ok_or_else(|| Error::Unavailable("a shop's feeds were removed".to_owned()))?;
        Ok(from_item::<FeedsItem>(item)?.into())
    }

    /// Saves what a run has done. `false` if another run began meanwhile.
    pub async fn save_feeds(&self, tenant: &Tenant, feeds: &Feeds) -> Result<bool, Error> {
        self.replace(&keys::feeds(tenant), &FeedsItem::from(feeds), feeds.version).await
    }

    /// Removes what is known of the files, which are deleted.
    pub async fn forget_feeds(&self, tenant: &Tenant) -> Result<(), Error> {
        self.remove(&keys::feeds(tenant)).await
    }

    /// Ends the checks for a shop that is gone.
    pub async fn forget_feeds_look(&self, tenant: &Tenant) -> Result<(), Error> {
        self.remove(&keys::feeds_look(tenant)).await
    }

    /// Records that a person's name may have been erased from a published review, whose state did not change. Does
    /// nothing for a shop without such files.
    pub async fn note_removal(&self, tenant: &Tenant, at: Timestamp) -> Result<(), Error> {
        let update = Update::builder()
            .update_expression(format!("SET {REMOVED_AT} = :at"))
            .condition_expression("attribute_exists(PK)")
            .expression_attribute_values(":at", milliseconds(at));
        let update = self.update(&keys::feeds_look(tenant), update)?;
        self.update_if_met(update).await.map(drop)
    }

    /// How many reviews a shop has published that may stand in the files, and when one was last withheld, withdrawn or erased.
    pub async fn published_and_removed(&self, tenant: &Tenant) -> Result<(u64, Option<Timestamp>), Error> {
        let mut counts = ReviewCounts::default();
        let mut removed_at: Option<Timestamp> = None;
        for item in self.starting(tenant, REVIEW_COUNTERS).await? {
            counts.add(&item)?;
            removed_at = removed_at.max(removed(&item)?);
        }
        if let Some(item) = self.get(&keys::feeds_look(tenant)).await? {
            removed_at = removed_at.max(removed(&item)?);
        }
        Ok((counts.published(), removed_at))
    }

    /// A digest that changes with each change of a published review or of its product. It begins with `others`, whatever else
    /// the files show. `None` for a shop with more than `most` products, whose files are made anew with fewer reads.
    pub async fn digest_of_feeds(&self, tenant: &Tenant, others: &str, most: u64) -> Result<Option<String>, Error> {
        let (mut digest, mut after, mut count) = (sha256_hex(others.as_bytes()), None, 0);
        let mut items = self.starting(tenant, REVIEW_COUNTERS).await?;
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

    pub async fn note_feed_fetched(&self, tenant: &Tenant, name: &str, at: Timestamp) -> Result<(), Error> {
        self.put(&keys::feed_fetched(tenant, name), &FetchedItem { at }).await
    }

    /// When the file of this name was last fetched; `None` if it never was.
    pub async fn feed_fetched_at(&self, tenant: &Tenant, name: &str) -> Result<Option<Timestamp>, Error> {
        let item = self.get(&keys::feed_fetched(tenant, name)).await?;
        item.map(|item| from_item::<FetchedItem>(item).map(|item| item.at)).transpose()
    }
}

fn removed(item: &Attributes) -> Result<Option<Timestamp>, Error> {
    let at = item.get(REMOVED_AT).and_then(|at| at.as_n().ok()?.parse().ok());
    at.map(instant).transpose()
}
