//! The published reviews of shops that show them to anybody.

use std::cmp::Reverse;
use std::sync::Arc;

use domain::{Mode, Product, ProductId, Rating, Review, ReviewSettings, ReviewState, Shop, Tenant, TenantId};
use futures_util::future::{try_join, try_join3};
use jiff::Timestamp;
use store::{End, ListedReview, ModerationCounts, ProductReviewCounts, Reading, ReviewCounts, ReviewList};
use vault::Vault;

use super::{ReviewFilter, ReviewPage, ReviewSort, ReviewStart, Reviews, ShownReview, Total};
use crate::paging::PUBLIC_ROWS_MAX;
use crate::{Caller, Error};

/// The reviews on a page of a product's.
const PAGE_REVIEWS: u32 = 10;
/// The most pages of a product's reviews: a page reads the rows of all pages before it.
const PAGES_MAX: u32 = PUBLIC_ROWS_MAX / PAGE_REVIEWS;

/// The rows that each call reads in search of the oldest waiting review: mostly, the first one has it.
const WAITING_ROWS: [u32; 5] = [1, 1_000, 1_000, 1_000, 1_000];

/// Reads the published reviews of a shop, without an API key. Nobody pays for that, and caches keep what is read for a
/// minute: the table is read as it was a moment ago, for half the price.
#[derive(Clone)]
pub struct PublicReviews {
    /// Reads them, from a [`Store::eventually_consistent`](store::Store::eventually_consistent).
    pub reviews: Reviews,
    /// Unwraps the shop's keys.
    pub vault: Arc<Vault>,
}

/// A shop whose published reviews anybody may read.
pub struct PublicShop {
    /// How it presents itself.
    pub shop: Shop,
    /// How its reviews are decided about.
    pub review_settings: ReviewSettings,
    /// In whose name they are read.
    caller: Caller,
}

impl PublicReviews {
    /// The shop with this slug, which is its tenant's id, in live mode.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown shop and for one that does not show its reviews; storage or KMS failures.
    pub async fn shop(&self, slug: &str, now: Timestamp) -> Result<PublicShop, Error> {
        let tenant = Tenant { id: TenantId::parse(slug).map_err(|_| Error::NotFound)?, mode: Mode::Live };
        let record = self.reviews.store.tenant(&tenant).await?;
        let record = record.filter(|record| record.review_settings.public_display).ok_or(Error::NotFound)?;
        let keys = self.vault.tenant(&tenant, &record.root, now).await?;
        let caller = Caller { tenant, keys, identity: None, key_id: String::new(), scopes: Vec::new() };
        Ok(PublicShop { shop: record.shop, review_settings: record.review_settings, caller })
    }

    /// A page of its published reviews that pass.
    ///
    /// # Errors
    /// Storage failures.
    pub async fn page(
        &self,
        shop: &PublicShop,
        filter: ReviewFilter,
        sort: ReviewSort,
        skip: u32,
        limit: u32,
        now: Timestamp,
    ) -> Result<ReviewPage, Error> {
        let (filter, start) = (published(filter), ReviewStart::PublicSkip(skip));
        let mut page = self.reviews.list(&shop.caller, &filter, sort, start, limit, now).await?;
        page.reviews.retain(|shown| is_published(&shown.review));
        Ok(page)
    }

    /// How many of its published reviews pass: by the counters, or by what this page of them saw.
    ///
    /// # Errors
    /// Storage failures.
    pub async fn total(&self, shop: &PublicShop, filter: ReviewFilter, page: &ReviewPage) -> Result<Total, Error> {
        let filter = published(filter);
        if filter.is_counted() { self.reviews.total(&shop.caller, &filter).await } else { Ok(page.seen) }
    }

    /// The counters of its reviews.
    ///
    /// # Errors
    /// Storage failures.
    pub async fn counts(&self, shop: &PublicShop) -> Result<ReviewCounts, Error> {
        self.reviews.counts(&shop.caller).await
    }

    /// A page of what is published about a product, from 1; `None` for the shop itself. It costs the same calls for any number
    /// of reviews.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such page: the first is there for every product that the shop provided or
    /// of which a review was ever published; storage failures.
    pub async fn product_page(
        &self,
        shop: &PublicShop,
        product: Option<&ProductId>,
        view: PublicView,
        number: u32,
        now: Timestamp,
    ) -> Result<ProductPage, Error> {
        if !(1..=PAGES_MAX).contains(&number) {
            return Err(Error::NotFound);
        }
        let (store, Caller { tenant, keys, .. }) = (&self.reviews.store, &shop.caller);
        let list = ReviewList::OfProduct(product.cloned(), Some(ReviewState::Published));
        let provided = async {
            match product {
                Some(id) => store.product(tenant, id).await,
                None => Ok(None),
            }
        };
        let (provided, ProductReviewCounts { counts, changed_at }, rows) = try_join3(
            provided,
            store.product_review_counts(tenant, product),
            store.review_rows(tenant, &list, Reading::first(End::Newest, view.rows(number))),
        )
        .await?;
        let rows = view.of(rows.rows);
        let found = if view.is_whole() { counts.published() } else { u64::try_from(rows.len()).unwrap_or(u64::MAX) };
        let pages = u32::try_from(found.div_ceil(PAGE_REVIEWS.into())).unwrap_or(PAGES_MAX).clamp(1, PAGES_MAX);
        let is_known = product.is_none() || provided.is_some() || changed_at.is_some();
        if !is_known || number > pages {
            return Err(Error::NotFound);
        }
        let size = usize::try_from(PAGE_REVIEWS).unwrap_or(usize::MAX);
        let page =
            usize::try_from(number - 1).ok().and_then(|before| rows.chunks(size).nth(before)).unwrap_or_default();
        let mut found = store.reviews_of_rows(tenant, page, keys).await?;
        found.retain(is_published);
        let reviews = self.reviews.shown(tenant, found, now).await?;
        Ok(ProductPage { product: provided, counts, changed_at, reviews, pages })
    }

    /// How the shop decides about reviews.
    ///
    /// # Errors
    /// Storage failures.
    pub async fn trust(&self, shop: &PublicShop) -> Result<Trust, Error> {
        let (store, tenant) = (&self.reviews.store, &shop.caller.tenant);
        let (counts, oldest) = try_join(store.moderation_counts(tenant), self.oldest_waiting_since(tenant)).await?;
        Ok(Trust { counts, oldest_waiting_since: oldest })
    }

    /// Since when the oldest waiting review waits. Rows are in the order in which reviews were written, so what was imported
    /// comes before what waits longer. Nothing waits for longer than there is its id, which ends the search. In a shop with
    /// thousands of imported ones before that, it is the longest among those.
    async fn oldest_waiting_since(&self, tenant: &Tenant) -> Result<Option<Timestamp>, store::Error> {
        let waiting = ReviewList::in_state(ReviewState::Submitted);
        let (mut oldest, mut after) = (None, None);
        for limit in WAITING_ROWS {
            let reading = Reading { after, ..Reading::first(End::Oldest, limit) };
            let page = self.reviews.store.review_rows(tenant, &waiting, reading).await?;
            for row in &page.rows {
                let since = oldest.map_or(row.waits_since, |oldest| row.waits_since.min(oldest));
                if since <= row.id.minted_at() {
                    return Ok(Some(since));
                }
                oldest = Some(since);
            }
            if !page.more {
                break;
            }
            after = page.rows.last().map(|row| row.id);
        }
        Ok(oldest)
    }
}

/// The part of a product's newest [`PUBLIC_ROWS_MAX`] reviews that is shown, and its order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PublicView {
    /// The stars; `None` for any.
    pub stars: Option<Rating>,
    /// The order.
    pub sort: ReviewSort,
}

impl PublicView {
    /// Whether all are shown, newest first.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        *self == Self::default()
    }

    /// How many rows a page needs.
    fn rows(&self, page: u32) -> u32 {
        if self.is_whole() { page * PAGE_REVIEWS } else { PUBLIC_ROWS_MAX }
    }

    /// The rows of the view, of those that are newest first.
    fn of(&self, mut rows: Vec<ListedReview>) -> Vec<ListedReview> {
        rows.retain(|row| self.stars.is_none_or(|stars| row.rating == stars));
        match self.sort {
            ReviewSort::Newest => {}
            ReviewSort::Oldest => rows.reverse(),
            ReviewSort::HighestRated => rows.sort_by_key(|row| Reverse(row.rating)),
            ReviewSort::LowestRated => rows.sort_by_key(|row| row.rating),
        }
        rows
    }
}

/// A page of what is published about a product.
pub struct ProductPage {
    /// The product; `None` for the shop itself and for one that the shop did not provide.
    pub product: Option<Product>,
    /// The counters of all reviews of the product.
    pub counts: ReviewCounts,
    /// When what is published last changed; `None` if nothing ever was.
    pub changed_at: Option<Timestamp>,
    /// At most ten.
    pub reviews: Vec<ShownReview>,
    /// How many pages there are, at least 1 and at most 30.
    pub pages: u32,
}

/// How a shop decides about reviews.
pub struct Trust {
    /// How often it decided in which way.
    pub counts: ModerationCounts,
    /// When the oldest review that waits was submitted or imported.
    pub oldest_waiting_since: Option<Timestamp>,
}

/// Whether it is published by now: its row was read before it, or is from a moment ago.
fn is_published(review: &Review) -> bool {
    review.state == ReviewState::Published
}

fn published(filter: ReviewFilter) -> ReviewFilter {
    ReviewFilter { state: Some(ReviewState::Published), ..filter }
}

impl PublicShop {
    /// A name for an answer, which changes with it and which nobody else can make.
    #[must_use]
    pub fn fingerprint(&self, answer: &str) -> String {
        self.caller.keys.fingerprint(answer.as_bytes())
    }
}
