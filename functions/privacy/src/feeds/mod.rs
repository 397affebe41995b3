//! The files of a shop's published reviews for Google and Meta. Both are always written anew from the first review, in
//! parts, so that a run needs memory for only one part of each.

mod google;
mod meta;
mod row;

use app::bucket::PART_BYTES_MIN;
use app::error::Error;
use app::privacy::PrivacyTask;
use app::review::{FeedFile, feed_folder};
use domain::review::{MadeFeeds, Outdated, ReviewState};
use domain::values::{ReviewId, Tenant};
use jiff::SignedDuration;
use store::review::feeds::{Feeds, UnfinishedFeeds, UploadedParts};
use store::review::list_pages::ReviewList;
use store::shop::TenantRecord;
use store::table::{End, Page, Reading};
use vault::TenantKeys;

use self::row::{Row, Shown, clean};
use crate::work::{PrivacyWork, RUN_FOR};

const PAGE: u32 = 100;
/// A shop with at most so many products is always asked whether anything has changed.
const FEW_PRODUCTS: u64 = 1_000;
/// After this time, unfinished files are begun anew: they would lack newer reviews, and S3 may have removed their
/// parts.
const UNFINISHED_FOR: SignedDuration = SignedDuration::from_hours(6);
/// After this time, the queue message that continues unfinished files counts as lost.
const LOST_AFTER: SignedDuration = SignedDuration::from_mins(15);

/// A file that is being written.
struct Writing {
    file: FeedFile,
    parts: UploadedParts,
    /// The bytes that are in no part yet.
    rest: String,
}

impl PrivacyWork {
    /// Writes a shop's files if they are outdated, or as much of them as fits into a run; the rest is queued. Removes
    /// the files of a shop whose reviews are not public.
    pub(crate) async fn write_feeds(&self, tenant: &Tenant, goes_on: bool) -> Result<(), Error> {
        let now = self.clock.now();
        let Some(record) = self.store.tenant(tenant).await? else {
            // The shop's files and rows are removed by the end of the shop.
            return Ok(self.store.forget_feeds_look(tenant).await?);
        };
        if record.ended_at.is_some() {
            return Ok(());
        }
        let feeds = self.store.feeds(tenant).await?;
        if !record.shows_reviews(tenant) {
            if feeds.is_some() {
                self.remove_feeds(tenant, &[]).await?;
                self.store.forget_feeds(tenant).await?;
            }
            return Ok(());
        }
        let feeds = feeds.unwrap_or_default();
        let has_run = |run: &UnfinishedFeeds| !goes_on && now.duration_since(run.saved_at) < LOST_AFTER;
        if feeds.writing.as_ref().is_some_and(has_run) {
            return Ok(());
        }
        let (published, removed_at) = self.store.published_and_removed(tenant).await?;
        let outdated = |made: MadeFeeds| made.is_outdated(published, removed_at, &record.rules.zone(), now);
        let outdated = feeds.made.filter(|_| feeds.writing.is_none()).map_or(Outdated::Yes, outdated);
        if outdated == Outdated::No {
            return Ok(());
        }
        // Read before the reviews, so that a later change makes the next digest another. An unfinished run has its own.
        let shown = match feeds.writing {
            None => self.digest_of_feeds(tenant, &record, published).await?,
            Some(_) => None,
        };
        if outdated == Outdated::IfChanged && shown.is_some() && feeds.shown == shown {
            let made = feeds.made.map(|made| MadeFeeds { since: now, ..made });
            return Ok(self.store.save_feeds(tenant, &Feeds { made, ..feeds }).await.map(drop)?);
        }
        let mut feeds = self.store.begin_feeds_run(tenant).await?;
        let unfinished = feeds.writing.take().filter(|run| now.duration_since(run.since) < UNFINISHED_FOR);
        let run = unfinished.unwrap_or_else(|| UnfinishedFeeds::begin(published, shown, now));
        match self.go_on_with_feeds(tenant, &record, feeds.clone(), run).await {
            Ok(()) => Ok(()),
            Err(error) => {
                // The uploads themselves may be broken, so the next try of the same message begins new ones.
                self.store.save_feeds(tenant, &feeds).await?;
                Err(error)
            }
        }
    }

    /// A digest that changes with everything that the files show; `None` if the files take fewer reads.
    async fn digest_of_feeds(
        &self,
        tenant: &Tenant,
        record: &TenantRecord,
        published: u64,
    ) -> Result<Option<String>, Error> {
        let of_shop = format!("{:?}", (&self.base_url, &record.shop.name, &record.shop.storefront));
        Ok(self.store.digest_of_feeds(tenant, &of_shop, published.max(FEW_PRODUCTS)).await?)
    }

    async fn go_on_with_feeds(
        &self,
        tenant: &Tenant,
        record: &TenantRecord,
        mut feeds: Feeds,
        mut run: UnfinishedFeeds,
    ) -> Result<(), Error> {
        let started = self.clock.now();
        let keys = self.vault.tenant(tenant, &record.root, started).await?;
        let shown = Shown {
            base_url: &self.base_url,
            shop: tenant.id.as_str(),
            shop_name: clean(&record.shop.name).into_owned(),
            storefront: record.shop.storefront.as_ref(),
        };
        let mut files = self.unfinished_files(tenant, &mut run, &shown).await?;
        loop {
            let after = run.after.and_then(ReviewId::new);
            let next = self.feeds_page(tenant, &keys, &shown, after, &mut run.reviews, &mut files).await?;
            for file in &mut files {
                if file.rest.len() >= PART_BYTES_MIN {
                    self.upload_part(tenant, file).await?;
                }
            }
            let Some(next) = next else { break };
            run.after = Some(next.get());
            if self.clock.now().duration_since(started) > RUN_FOR {
                return self.leave_rest_of_feeds(tenant, feeds, run, files).await;
            }
        }
        for mut file in files {
            if let FeedFile::Google = file.file {
                file.rest += &google::end(run.reviews > 0);
            }
            self.finish_feed(tenant, file).await?;
        }
        let UnfinishedFeeds { since, published, reviews, shown, .. } = run;
        feeds.shown = shown;
        feeds.made = Some(MadeFeeds { since, at: self.clock.now(), reviews, published });
        feeds.writing = None;
        if self.store.save_feeds(tenant, &feeds).await? {
            self.remove_feeds(tenant, &FeedFile::ALL).await?;
            tracing::info!(shop = %tenant, reviews, "feeds written");
        }
        Ok(())
    }

    /// The files as the previous run left them, or new files with only their beginnings.
    async fn unfinished_files(
        &self,
        tenant: &Tenant,
        run: &mut UnfinishedFeeds,
        shown: &Shown<'_>,
    ) -> Result<Vec<Writing>, Error> {
        let mut parts = std::mem::take(&mut run.files).into_iter();
        let rest_of = run.rest.take();
        let mut files = Vec::new();
        for file in FeedFile::ALL {
            let rest = match rest_of {
                Some(version) => {
                    let rest = self.bucket.get(&rest_key(tenant, file, version), self.clock.now()).await?;
                    String::from_utf8_lossy(&rest).into_owned()
                }
                None => match file {
                    FeedFile::Google => google::start(shown)?,
                    FeedFile::Meta => meta::start()?,
                },
            };
            files.push(Writing { file, parts: parts.next().unwrap_or_default(), rest });
        }
        Ok(files)
    }

    /// Writes the reviews of a page, and returns the review after which the next page begins; `None` at the end.
    async fn feeds_page(
        &self,
        tenant: &Tenant,
        keys: &TenantKeys,
        shown: &Shown<'_>,
        after: Option<ReviewId>,
        written: &mut u64,
        files: &mut [Writing],
    ) -> Result<Option<ReviewId>, Error> {
        let reading = Reading { after, ..Reading::first(End::Oldest, PAGE) };
        // Reads the list of all reviews. The published reviews are in a list for each number of stars, so a review that
        // changes its stars meanwhile would be missing or appear twice.
        let Page { rows, more } = self.store.review_rows(tenant, &ReviewList::All, reading).await?;
        let next = rows.last().filter(|_| more).map(|row| row.id);
        let published: Vec<_> =
            rows.into_iter().filter(|row| row.state == ReviewState::Published && row.product.is_some()).collect();
        let reviews = self.store.reviews_of_rows(tenant, &published, keys).await?;
        let named = reviews.iter().filter_map(|review| review.product.as_ref());
        let products = self.store.products(tenant, named).await?;
        for review in &reviews {
            let product = products.iter().find(|product| Some(&product.id) == review.product.as_ref());
            let Some(row) = product.and_then(|product| Row::new(review, product, shown)) else { continue };
            for file in &mut *files {
                file.rest += &match file.file {
                    FeedFile::Google => google::review(&row, *written == 0)?,
                    FeedFile::Meta => meta::review(&row, shown)?,
                };
            }
            *written += 1;
        }
        Ok(next)
    }

    /// Uploads the rest as the next part.
    async fn upload_part(&self, tenant: &Tenant, writing: &mut Writing) -> Result<(), Error> {
        let Writing { file, parts, rest } = writing;
        self.upload_next((&file.key(tenant), file.content_type()), parts, std::mem::take(rest).into()).await
    }

    /// Finishes a file, which then replaces the previous one.
    async fn finish_feed(&self, tenant: &Tenant, Writing { file, parts, rest }: Writing) -> Result<(), Error> {
        self.finish_file((&file.key(tenant), file.content_type()), parts, rest.into()).await
    }

    /// Stores the rest for the next run, and queues that run.
    async fn leave_rest_of_feeds(
        &self,
        tenant: &Tenant,
        mut feeds: Feeds,
        mut run: UnfinishedFeeds,
        files: Vec<Writing>,
    ) -> Result<(), Error> {
        let now = self.clock.now();
        let mut parts = Vec::new();
        for Writing { file, parts: uploaded, rest } in files {
            let key = rest_key(tenant, file, feeds.version);
            self.bucket.put(&key, file.content_type(), rest.into(), now).await?;
            parts.push(uploaded);
        }
        (run.files, run.rest, run.saved_at) = (parts, Some(feeds.version), now);
        feeds.writing = Some(run);
        if self.store.save_feeds(tenant, &feeds).await? {
            self.nightly.send(&PrivacyTask::of_rest_of_feeds(tenant), SignedDuration::ZERO).await?;
        }
        Ok(())
    }

    /// Deletes all of a shop's files but these.
    async fn remove_feeds(&self, tenant: &Tenant, kept: &[FeedFile]) -> Result<(), Error> {
        let now = self.clock.now();
        let keys = self.bucket.list(&feed_folder(tenant), now).await?;
        let is_kept = |key: &String| kept.iter().any(|file| file.key(tenant) == *key);
        for key in keys.iter().filter(|key| !is_kept(key)) {
            self.bucket.delete(key, now).await?;
        }
        Ok(())
    }
}

/// The key of the bytes that a run left.
fn rest_key(tenant: &Tenant, file: FeedFile, run: u32) -> String {
    format!("{}{}-{run}", feed_folder(tenant), file.name())
}
