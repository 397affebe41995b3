//! The file of a shop's published reviews for Google. It is always written anew from the first review, in parts, so that
//! a run needs memory for only one part.

mod google;
mod row;

use std::collections::{BTreeSet, HashMap};

use app::bucket::PART_BYTES_MIN;
use app::error::Error;
use app::review::Feed;
use domain::review::{MadeFeed, Outdated, ReviewState};
use domain::values::Tenant;
use store::review::feeds::{FeedChange, StoredFeed, UploadedParts};
use store::review::list_pages::ReviewList;
use store::shop::TenantRecord;
use store::table::{End, Listed as _, Page, Reading};

use self::row::{Row, Shown, clean};
use crate::work::PrivacyWork;

/// How many rows of reviews are read at once. A hundred thousand reviews fit into a run.
const PAGE: u32 = 200;
/// A shop with at most so many products is always asked whether anything has changed.
const FEW_PRODUCTS: u64 = 1_000;

impl PrivacyWork {
    /// Writes a shop's file if it is outdated. Removes the file of a shop whose reviews are not public.
    pub(crate) async fn write_feed(&self, tenant: &Tenant) -> Result<(), Error> {
        let now = self.clock.now();
        let Some(record) = self.store.tenant(tenant).await? else {
            // The shop's files and rows are removed by the end of the shop.
            return Ok(self.store.end_feed(tenant).await?);
        };
        if record.ended_at.is_some() {
            return Ok(());
        }
        let feed = self.store.feed(tenant).await?;
        if !record.shows_reviews(tenant) {
            if feed.is_some() {
                self.bucket.delete(&Feed::key(tenant), now).await?;
                self.store.change_feed(tenant, FeedChange::Deleted).await?;
            }
            return Ok(());
        }
        let (published, removed_at) = self.store.published_and_removed(tenant).await?;
        let outdated = |feed: &StoredFeed| feed.made.is_outdated(published, removed_at, &record.rules.zone(), now);
        let outdated = feed.as_ref().map_or(Outdated::Yes, outdated);
        if outdated == Outdated::No {
            return Ok(());
        }
        // Read before the reviews, so that a later change makes the next digest another.
        let shown = self.digest_of_feed(tenant, &record, published).await?;
        let same = feed.filter(|feed| outdated == Outdated::IfChanged && shown.is_some() && feed.shown == shown);
        let made = match same {
            Some(feed) => MadeFeed { since: now, ..feed.made },
            None => {
                let reviews = self.write_reviews(tenant, &record).await?;
                tracing::info!(shop = %tenant, reviews, "feed written");
                MadeFeed { since: now, at: self.clock.now(), reviews, published }
            }
        };
        let feed = StoredFeed { made, shown, fetched_at: None };
        Ok(self.store.change_feed(tenant, FeedChange::Made(&feed)).await?)
    }

    /// A digest that changes with everything that the file shows; `None` if the file takes fewer reads.
    async fn digest_of_feed(
        &self,
        tenant: &Tenant,
        record: &TenantRecord,
        published: u64,
    ) -> Result<Option<String>, Error> {
        let of_shop = format!("{:?}", (&self.base_url, &record.shop.name, &record.shop.storefront));
        Ok(self.store.digest_of_feed(tenant, &of_shop, published.max(FEW_PRODUCTS)).await?)
    }

    /// Writes the file, which then replaces the previous one, and returns how many reviews it has.
    async fn write_reviews(&self, tenant: &Tenant, record: &TenantRecord) -> Result<u64, Error> {
        let keys = self.vault.tenant(tenant, &record.root, self.clock.now()).await?;
        let shown =
            Shown { base_url: &self.base_url, shop: tenant.id.as_str(), storefront: record.shop.storefront.as_ref() };
        let key = Feed::key(tenant);
        let groups = self.store.all_groups(tenant).await?;
        let mut rest = google::start(&clean(&record.shop.name))?;
        let (mut parts, mut written, mut after) = (UploadedParts::default(), 0, None);
        loop {
            let reading = Reading { after, ..Reading::first(End::Oldest, PAGE) };
            // Reads the list of all reviews. The published reviews are in a list for each number of stars, so a review that
            // changes its stars meanwhile would be missing or appear twice.
            let Page { rows, more } = self.store.review_rows(tenant, &ReviewList::All, reading).await?;
            after = rows.last().filter(|_| more).map(|row| row.place());
            let published: Vec<_> =
                rows.into_iter().filter(|row| row.state == ReviewState::Published && row.product.is_some()).collect();
            let reviews = self.store.reviews_of_rows(tenant, &published, &keys).await?;
            let named: BTreeSet<_> = reviews.iter().filter_map(|review| review.product.as_ref()).collect();
            let named: BTreeSet<_> = named.into_iter().flat_map(|id| groups.with(id)).collect();
            let products = self.store.products(tenant, &named).await?;
            let products: HashMap<_, _> = products.into_iter().map(|product| (product.id.clone(), product)).collect();
            for review in &reviews {
                let Some(id) = &review.product else { continue };
                let group = groups.with(id);
                let others = group.iter().filter(|other| *other != id).filter_map(|other| products.get(other));
                let others = others.map(|product| &product.identifiers);
                let product = products.get(id);
                let Some(row) = product.and_then(|product| Row::new(review, product, others, &shown)) else { continue };
                rest += &google::review(&row, written == 0)?;
                written += 1;
            }
            if rest.len() >= PART_BYTES_MIN {
                self.upload_next((&key, Feed::CONTENT_TYPE), &mut parts, std::mem::take(&mut rest).into()).await?;
            }
            if after.is_none() {
                break;
            }
        }
        rest += &google::end(written > 0);
        self.finish_file((&key, Feed::CONTENT_TYPE), parts, rest.into()).await?;
        Ok(written)
    }
}
