//! The published reviews of shops that show them to anybody.
//!
//! Told by `tests/stories/public/product_pages.story`.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use domain::order::{Grouped, Product, ProductId};
use domain::review::{PhotoId, PhotoPlace, Rating, Review, ReviewSettings, ReviewState};
use domain::shop::Shop;
use domain::values::{Invalid, Language, Mode, ReviewId, Tenant, TenantId};
use futures_util::future::try_join;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use jiff::Timestamp;
use store::order::ListedProduct;
use store::review::counters::ReviewCounts;
use store::review::group::{GroupSummary, PublishedRow};
use store::review::list_pages::ReviewList;
use store::review::seen::SeenInShop;
use store::shop::TenantRecord;
use store::table::{End, Page, Reading, Store};
use vault::Vault;

use super::news::oldest_waiting_since;
use super::{FactBars, ReviewSort, Reviews};
use crate::caller::{Caller, Who};
use crate::error::Error;
use crate::paging::PUBLIC_ROWS_MAX;

/// The most products with an average in one answer; they are looked for among [`RATED_ROWS_MAX`] of the newest reviews.
const RATED_MAX: usize = 2_000;
const RATED_ROWS_MAX: usize = 10_000;
/// Counters that one call reads: DynamoDB reads at most 100 items.
const COUNTERS_A_CALL: usize = 100;
const COUNTED_AT_ONCE: usize = 20;

/// Reads the published reviews of a shop, without an API key. Caches keep answers for a minute anyway, so the reads are
/// eventually consistent, for half the price.
#[derive(Clone)]
pub struct PublicReviews {
    /// Reads reviews, from a [`Store::eventually_consistent`](store::table::Store::eventually_consistent).
    pub reviews: Reviews,
    pub vault: Arc<Vault>,
}

/// A shop whose published reviews anybody may read.
pub struct PublicShop {
    pub shop: Shop,
    pub review_settings: ReviewSettings,
    /// The caller in whose name reviews are read.
    caller: Caller,
}

impl PublicShop {
    /// What the authors of a product's reviews tapped.
    fn facts(&self, product: Option<&ListedProduct>, counts: &ReviewCounts) -> Vec<FactBars> {
        let labels = product.map(|product| product.labels.clone()).unwrap_or_default();
        let asked = self.review_settings.facts.as_ref().map(|facts| facts.of(&labels));
        FactBars::shown(&asked.unwrap_or_default(), counts)
    }
}

impl PublicReviews {
    /// The shop with this slug, which is its tenant's id, in live mode.
    /// Errors: [`Error::NotFound`] for an unknown shop and for one that does not show its reviews; storage or KMS
    /// failures.
    pub async fn shop(&self, slug: &str, now: Timestamp) -> Result<PublicShop, Error> {
        let tenant = live(slug)?;
        let record = shown(self.reviews.store.tenant(&tenant).await?).ok_or(Error::NotFound)?;
        let keys = self.vault.tenant(&tenant, &record.root, now).await?;
        let caller = Caller { tenant, keys, who: Who::Reader };
        Ok(PublicShop { shop: record.shop, review_settings: record.review_settings, caller })
    }

    /// The place of a photo that anybody may see: of a published review of a shop that shows its reviews.
    /// Errors: [`Error::NotFound`] for any other photo; storage failures.
    pub async fn photo(&self, slug: &str, review: ReviewId, photo: PhotoId) -> Result<PhotoPlace, Error> {
        let tenant = live(slug)?;
        let store = &self.reviews.store;
        let found =
            store.review_row_with_tenant(&tenant, review).await?.map(|(row, record)| (row, shown(Some(record))));
        let Some((row, Some(_))) = found else { return Err(Error::NotFound) };
        let stored = store.unopened_review(&tenant, row.place).await?;
        let stored = stored.filter(|stored| stored.id == review && is_published(stored)).ok_or(Error::NotFound)?;
        let photo = stored.photos.iter().find(|shown| shown.id == photo && shown.size.is_some());
        Ok(photo.ok_or(Error::NotFound)?.place(&tenant, row.place))
    }

    /// A page of a list, from 1. The list of a product in a group has the reviews of all its products. It needs the same calls
    /// for any number of reviews, and some more for a late page of the list of all. A page beyond the newest
    /// [`PUBLIC_ROWS_MAX`] reviews begins after the review `after`, which comes from the page before.
    /// Errors: [`Error::NotFound`] if there is no such page; storage failures. Every product has a first page, known or
    /// not, unless it was never published.
    pub async fn list_page(
        &self,
        shop: &PublicShop,
        list: &PublicList,
        view: PublicView,
        (number, after): (u32, Option<ReviewId>),
        now: Timestamp,
    ) -> Result<PublicPage, Error> {
        let pages_max = view.pages_max();
        let is_numbered = (1..=pages_max).contains(&number) && after.is_none();
        if !is_numbered && (number <= pages_max || after.is_none() || !view.is_whole()) {
            return Err(Error::NotFound);
        }
        let (store, Caller { tenant, keys, .. }) = (&self.reviews.store, &shop.caller);
        let (provided, main) = match list {
            PublicList::Product(id) => {
                let (provided, place) = store.product_and_place(tenant, id).await?;
                (provided, main_of(id, &place))
            }
            PublicList::Shop | PublicList::All => (None, None),
        };
        if provided.as_ref().is_some_and(ListedProduct::is_hidden) {
            return Err(Error::NotFound);
        }
        let most = if is_numbered { view.rows(number) } else { view.limit };
        let Found { counts, mut rows, more, titles } = match &main {
            Some(main) => self.of_group(tenant, main, (after, most), now).await?,
            None => self.of_list(tenant, list, (after, most)).await?,
        };
        // In whichever order, the pages with a number have the same reviews: the newest.
        rows.truncate(view.rows(pages_max) as usize);
        let oldest = rows.last().map(|row| row.id);
        if let (Some(_), Some(language)) = (&main, view.language) {
            rows.sort_by_key(|row| row.language != Some(language));
        }
        let rows = view.of(rows);
        let total = if view.is_whole() { counts.published() } else { u64::try_from(rows.len()).unwrap_or(u64::MAX) };
        let pages = u32::try_from(total.div_ceil(view.limit.into())).unwrap_or(pages_max).clamp(1, pages_max);
        if is_numbered && number > pages {
            return Err(Error::NotFound);
        }
        let is_product = matches!(list, PublicList::Product(_));
        let is_known =
            is_product && (provided.is_some() || counts.changed_at().is_some()) || matches!(list, PublicList::Shop);
        let size = usize::try_from(view.limit).unwrap_or(usize::MAX);
        let before = if is_numbered { number - 1 } else { 0 };
        let page = usize::try_from(before).ok().and_then(|before| rows.chunks(size).nth(before)).unwrap_or_default();
        let next = oldest.filter(|_| view.is_whole() && more && number >= pages_max);
        let places: Vec<_> = page.iter().map(|row| (row.id, row.place)).collect();
        let named = page.iter().filter(|_| !is_product).filter_map(|row| row.product.as_ref());
        let (mut reviews, named) =
            try_join(store.reviews_in(tenant, &places, keys), store.known_products(tenant, named)).await?;
        reviews.retain(is_published);
        let facts = if is_product { shop.facts(provided.as_ref(), &counts) } else { Vec::new() };
        let storefront = shop.shop.storefront.as_ref();
        let asked = provided.as_ref().map(|provided| provided.product.id.clone());
        let described = provided.into_iter().chain(named).filter(|listed| !listed.is_hidden());
        let described = described.map(|listed| listed.product.at(storefront));
        let products = described.chain(titles.into_iter().filter(|product| Some(&product.id) != asked.as_ref()));
        let products = products.collect();
        Ok(PublicPage { products, counts, total, is_known, reviews, facts, pages, next, limit: view.limit })
    }

    /// Up to `most` of a list's rows after a review.
    async fn of_list(
        &self,
        tenant: &Tenant,
        list: &PublicList,
        (after, most): (Option<ReviewId>, u32),
    ) -> Result<Found, Error> {
        let store = &self.reviews.store;
        let (rows, newest) = (list.rows(), Reading { after, ..Reading::first(End::Newest, most) });
        let (counts, Page { rows, more }) =
            try_join(list.counts(store, tenant), store.review_rows(tenant, &rows, newest)).await?;
        let rows = rows.into_iter().map(PublishedRow::from).collect();
        Ok(Found { counts, rows, more, titles: Vec::new() })
    }

    /// The newest rows of all products of a group, or up to `most` after a review.
    async fn of_group(
        &self,
        tenant: &Tenant,
        main: &ProductId,
        (after, most): (Option<ReviewId>, u32),
        now: Timestamp,
    ) -> Result<Found, Error> {
        let store = &self.reviews.store;
        let GroupSummary { counts, titles, newest } = store.group_summary(tenant, main, PUBLIC_ROWS_MAX, now).await?;
        let more = counts.published() > newest.len().try_into().unwrap_or(u64::MAX);
        let titles = titles.into_iter().map(|(id, title)| Product::titled(id, title)).collect();
        let newest = Found { counts, rows: newest, more, titles };
        let Some(after) = after else { return Ok(newest) };
        let group = store.groups_of(tenant, [main]).await?;
        let list = ReviewList::OfProducts(group.with(main), ReviewState::Published);
        let reading = Reading { after: Some(after), ..Reading::first(End::Newest, most) };
        let Page { rows, more } = store.review_rows(tenant, &list, reading).await?;
        Ok(Found { rows: rows.into_iter().map(PublishedRow::from).collect(), more, ..newest })
    }

    /// The products with published reviews, with all others of their groups, each with the numbers of its group: at most
    /// [`RATED_MAX`] with the newest reviews, found among the newest [`RATED_ROWS_MAX`].
    pub async fn ratings(&self, shop: &PublicShop) -> Result<Vec<(ProductId, ReviewCounts)>, Error> {
        let tenant = &shop.caller.tenant;
        ratings(&self.reviews.store, tenant, PUBLIC_ROWS_MAX, BTreeSet::new(), (RATED_MAX, RATED_ROWS_MAX)).await
    }

    /// Records that a page of this host shows the shop's reviews, and this number of reads. A failure is only logged.
    pub async fn note_seen(&self, shop: &PublicShop, host: &str, reads: u32, at: Timestamp) {
        let (store, tenant) = (&self.reviews.store, &shop.caller.tenant);
        let seen = SeenInShop { host: host.to_owned(), at };
        if let Err(error) = store.note_reads_in_shop(tenant, &seen, reads).await {
            tracing::warn!(%error, "cannot record the page that shows reviews");
        }
    }

    /// How the shop decides about reviews.
    pub async fn trust(&self, shop: &PublicShop) -> Result<Trust, Error> {
        let (store, tenant) = (&self.reviews.store, &shop.caller.tenant);
        let waiting = ReviewList::in_state(ReviewState::Submitted);
        let (counts, oldest) =
            try_join(store.review_counts(tenant), oldest_waiting_since(store, tenant, &waiting)).await?;
        Ok(Trust { counts, oldest_waiting_since: oldest })
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublicList {
    Product(ProductId),
    /// The reviews of the shop itself.
    Shop,
    /// The reviews of every product and of the shop itself.
    All,
}

impl PublicList {
    /// The name of the list of all reviews. No product's id has an `@`.
    const ALL: &str = "@all";

    /// Reads a name that [`name`](Self::name) returned.
    /// Errors: A name that no product may have.
    pub fn named(name: &str) -> Result<Self, Invalid> {
        if name == Self::ALL {
            return Ok(Self::All);
        }
        Ok(ProductId::named(name)?.map_or(Self::Shop, Self::Product))
    }

    /// The list's name: the product's id, `@shop` or `@all`.
    pub fn name(&self) -> &str {
        match self {
            Self::Product(id) => id.as_str(),
            Self::Shop => ProductId::SHOP,
            Self::All => Self::ALL,
        }
    }

    async fn counts(&self, store: &Store, tenant: &Tenant) -> Result<ReviewCounts, store::table::Error> {
        match self {
            Self::Product(id) => store.product_review_counts(tenant, Some(id)).await,
            Self::Shop => store.product_review_counts(tenant, None).await,
            Self::All => store.review_counts(tenant).await,
        }
    }

    fn rows(&self) -> ReviewList {
        let state = ReviewState::Published;
        match self {
            Self::Product(id) => ReviewList::OfProduct(Some(id.clone()), Some(state)),
            Self::Shop => ReviewList::OfProduct(None, Some(state)),
            Self::All => ReviewList::in_state(state),
        }
    }
}

/// The part of a list's newest [`PUBLIC_ROWS_MAX`] reviews that is shown, its order, and how many a page has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicView {
    pub stars: Option<Rating>,
    pub has_photos: bool,
    pub sort: ReviewSort,
    /// The reader's language, whose reviews come first among those of a group, which may join languages.
    pub language: Option<Language>,
    /// The most reviews of a page, from 1 to [`LIMIT_MAX`](Self::LIMIT_MAX).
    pub limit: u32,
}

impl Default for PublicView {
    fn default() -> Self {
        Self { stars: None, has_photos: false, sort: ReviewSort::default(), language: None, limit: Self::LIMIT }
    }
}

impl PublicView {
    /// The reviews of a page, unless the caller chooses another number.
    pub const LIMIT: u32 = 10;
    /// The most reviews that a caller may choose for a page.
    pub const LIMIT_MAX: u32 = 25;

    /// Whether all reviews are shown, newest first.
    pub fn is_whole(&self) -> bool {
        *self == Self { limit: self.limit, language: self.language, ..Self::default() }
    }

    /// The most pages that have a number, because a page with a number reads the rows of all pages before it.
    const fn pages_max(&self) -> u32 {
        PUBLIC_ROWS_MAX / self.limit
    }

    fn rows(&self, page: u32) -> u32 {
        if self.is_whole() { page * self.limit } else { PUBLIC_ROWS_MAX }
    }

    /// The rows of the view, from rows sorted newest first.
    fn of(&self, mut rows: Vec<PublishedRow>) -> Vec<PublishedRow> {
        rows.retain(|row| self.stars.is_none_or(|stars| row.rating == stars) && (row.has_photos || !self.has_photos));
        match self.sort {
            ReviewSort::Newest => {}
            ReviewSort::Oldest => rows.reverse(),
            ReviewSort::HighestRated => rows.sort_by_key(|row| Reverse(row.rating)),
            ReviewSort::LowestRated => rows.sort_by_key(|row| row.rating),
        }
        rows
    }
}

pub struct PublicPage {
    /// The products that the page's list or its reviews are about, if the shop provided them.
    products: Vec<Product>,
    pub counts: ReviewCounts,
    /// How many reviews the view has on all its pages.
    pub total: u64,
    /// Whether it is about the shop itself, or a product that the shop described or that was reviewed.
    pub is_known: bool,
    /// The reviews, at most as many as the view says.
    pub reviews: Vec<Review>,
    /// What the authors of the product's reviews tapped.
    pub facts: Vec<FactBars>,
    /// How many pages have a number, at least 1.
    pub pages: u32,
    /// The review after which the next page begins, if that page has no number.
    pub next: Option<ReviewId>,
    limit: u32,
}

impl PublicPage {
    /// How many of the newest reviews filters and orders see; `None` if they see all.
    pub fn newest(&self) -> Option<u32> {
        (self.counts.published() > PUBLIC_ROWS_MAX.into()).then_some(PUBLIC_ROWS_MAX)
    }

    /// How many pages the list has, including pages without a number.
    pub fn pages_of_all(&self) -> u64 {
        self.counts.published().div_ceil(self.limit.into()).max(1)
    }

    /// A product on the page; `None` for the shop itself and for a product that the shop did not provide.
    pub fn product(&self, id: Option<&ProductId>) -> Option<&Product> {
        self.products.iter().find(|product| Some(&product.id) == id)
    }

    /// Whether a review was written about something that has another title than the list's product.
    pub fn is_of_another(&self, list: &PublicList, review: &Review) -> bool {
        let of = review.product.as_ref();
        match list {
            PublicList::Product(id) if of == Some(id) => false,
            PublicList::Product(id) => {
                let (asked, written) = (self.product(Some(id)), self.product(of));
                asked.zip(written).is_none_or(|(asked, written)| asked.title != written.title)
            }
            PublicList::All => true,
            PublicList::Shop => false,
        }
    }
}

/// How a shop decides about reviews.
pub struct Trust {
    pub counts: ReviewCounts,
    /// When the oldest waiting review was submitted or imported.
    pub oldest_waiting_since: Option<Timestamp>,
}

/// What is read of a list.
struct Found {
    counts: ReviewCounts,
    rows: Vec<PublishedRow>,
    /// Whether older ones follow.
    more: bool,
    /// The products of a group, by their titles alone.
    titles: Vec<Product>,
}

/// The main product of the group in which a product is.
fn main_of(id: &ProductId, place: &Grouped) -> Option<ProductId> {
    place.main().or_else(|| (!place.members().is_empty()).then_some(id)).cloned()
}

/// The tenant with this slug, in live mode.
pub(super) fn live(slug: &str) -> Result<Tenant, Error> {
    Ok(Tenant { id: TenantId::parse(slug).map_err(|_| Error::NotFound)?, mode: Mode::Live })
}

/// The products `of` and those with published reviews, with all others of their groups, each with the numbers of its group. At most so
/// many products with the newest reviews are found, among so many of the newest reviews, which are read in pages of `page`.
pub async fn ratings(
    store: &Store,
    tenant: &Tenant,
    page: u32,
    of: BTreeSet<ProductId>,
    (products_max, rows_max): (usize, usize),
) -> Result<Vec<(ProductId, ReviewCounts)>, Error> {
    let list = ReviewList::in_state(ReviewState::Published);
    let (mut products, mut known, mut seen, mut after) = (Vec::new(), HashSet::new(), 0, None);
    loop {
        let reading = Reading { after, ..Reading::first(End::Newest, page) };
        let Page { rows, more } = store.review_rows(tenant, &list, reading).await?;
        seen += rows.len();
        after = rows.last().map(|row| row.id);
        let rated = rows.into_iter().filter_map(|row| row.product);
        products.extend(rated.filter(|product| known.insert(product.clone())));
        if !more || products.len() >= products_max || seen >= rows_max {
            break;
        }
    }
    products.truncate(products_max);
    let groups = store.all_groups(tenant).await?;
    let members: BTreeSet<_> = products.iter().chain(&of).flat_map(|id| groups.with(id)).collect();
    let counted: Vec<_> = members.iter().collect();
    let calls = counted.chunks(COUNTERS_A_CALL).map(|some| store.review_counts_of(tenant, some.iter().copied()));
    let calls: Vec<_> = calls.collect();
    let counts: Vec<_> = stream::iter(calls).buffered(COUNTED_AT_ONCE).try_collect().await?;
    let own: BTreeMap<_, _> = counted.iter().copied().zip(counts.into_iter().flatten()).collect();
    let of_group = |id: &&ProductId| {
        let mut sum = ReviewCounts::default();
        groups.with(id).iter().filter_map(|member| own.get(member)).for_each(|counts| sum.add_counts(counts));
        ((*id).clone(), sum)
    };
    Ok(counted.iter().map(of_group).collect())
}

/// The shop, if it shows its reviews to anybody.
pub(super) fn shown(record: Option<TenantRecord>) -> Option<TenantRecord> {
    record.and_then(TenantRecord::living).filter(|record| record.review_settings.public_display)
}

/// Whether the review is still published. Its row was read before it, or may be outdated.
fn is_published(review: &Review) -> bool {
    review.state == ReviewState::Published
}

impl PublicShop {
    /// A keyed digest of an answer, which nobody else can compute.
    pub fn fingerprint(&self, answer: &str) -> String {
        self.caller.keys.fingerprint(answer.as_bytes())
    }
}
