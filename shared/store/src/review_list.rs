//! The lists of a tenant's reviews, by time: all, those in a state, those of a product, and those of them that are
//! published. Written in the transaction
//! that writes the review, with its counters and its ledger.

use aws_sdk_dynamodb::types::Delete;
use domain::{
    Guid, LedgerEntry, Origin, Platform, ProductId, Rating, RequestId, Review, ReviewId, ReviewPlace, ReviewState,
    Subscription, Tenant, Verification,
};
use futures_util::future::try_join_all;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use vault::TenantKeys;

use crate::delivery::DeliveryKey;
use crate::review::SealedReview;
use crate::review_counting::count;
use crate::table::keys::{self, REVIEWS};
use crate::table::{Attributes, Error, Listed, Page, Part, Reading, SK, Store, Transaction, from_item, instant};
use crate::tenant::{TenantItem, TenantRecord};

/// A list of reviews.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReviewList {
    /// All of a tenant's.
    All,
    /// The reviews in a state.
    InState(ReviewState),
    /// The reviews of a product; `None` for those of the shop itself.
    OfProduct(Option<ProductId>),
    /// The published reviews of a product, so that a page of them reads no others.
    PublishedOfProduct(Option<ProductId>),
}

impl ReviewList {
    pub(crate) fn prefix(&self) -> String {
        match self {
            Self::All => REVIEWS.to_owned(),
            Self::InState(state) => keys::reviews_in_state(state.as_str()),
            Self::OfProduct(product) => keys::reviews_of_product(ProductId::name_of(product.as_ref())),
            Self::PublishedOfProduct(product) => {
                keys::published_reviews_of_product(ProductId::name_of(product.as_ref()))
            }
        }
    }
}

/// A review's row of a list: all that a filter reads, and nothing that anybody wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewRow {
    /// The review.
    pub id: ReviewId,
    /// The place at which the review is stored.
    pub place: ReviewPlace,
    /// The platform on which the review was written.
    pub platform: Platform,
    /// The author's contact, if known.
    pub author: Option<Guid>,
    /// The product; `None` for the shop itself.
    pub product: Option<ProductId>,
    /// The state of the review's life.
    pub state: ReviewState,
    /// The stars.
    pub rating: Rating,
    /// The shop's knowledge of the purchase.
    pub verification: Verification,
    /// Whether the shop answered it.
    pub is_replied: bool,
    /// Whether it has photos that can be shown.
    pub has_photos: bool,
    /// When it was submitted, or written if an import brought it.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

impl Listed for ReviewRow {
    type Place = ReviewId;

    fn place(&self) -> ReviewId {
        self.id
    }
}

/// Rows whose reviews one call reads: DynamoDB reads at most 100 items.
const ROWS_A_CALL: usize = 100;

#[derive(Serialize, Deserialize)]
struct RowItem {
    /// Absent from the rows of reviews that answer none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    request: Option<u64>,
    item: usize,
    /// Only of what an import brought, as `written_at`: of all others the place and the id say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    platform: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    written_at: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    author: Option<String>,
    product: String,
    state: String,
    rating: u8,
    verification: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    replied: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    photos: bool,
    updated_at: i64,
}

/// An entry of the list of products that a contact reviewed through the API: one review of each at most.
#[derive(Serialize)]
struct AuthoredItem {
    review: u64,
}

impl RowItem {
    fn new(review: &Review) -> Self {
        let (request, item) = match review.place() {
            ReviewPlace::Item(request, item) => (Some(request.get()), item),
            ReviewPlace::Own(_) => (None, 0),
        };
        let (platform, written_at) = match review.origin {
            Origin::Import { platform } => (Some(platform.as_str().to_owned()), Some(review.created_at)),
            Origin::Hub { .. } | Origin::Api { .. } => (None, None),
        };
        Self {
            request,
            item,
            platform,
            written_at: written_at.map(Timestamp::as_millisecond),
            author: review.author.map(|author| author.to_string()),
            product: ProductId::name_of(review.product.as_ref()).to_owned(),
            state: review.state.as_str().to_owned(),
            rating: review.rating.stars(),
            verification: review.verification.as_str().to_owned(),
            replied: review.reply.is_some(),
            photos: review.has_photos(),
            updated_at: review.updated_at.as_millisecond(),
        }
    }

    fn read(self, id: ReviewId) -> Result<ReviewRow, Error> {
        let place = self.place(id)?;
        let Self {
            request: _,
            item: _,
            platform,
            written_at,
            author,
            product,
            state,
            rating,
            verification,
            replied,
            photos,
            updated_at,
        } = self;
        let platform = platform.map(|platform| Platform::parse(&platform).ok_or_else(unreadable)).transpose()?;
        Ok(ReviewRow {
            id,
            place,
            platform: platform.unwrap_or(match place {
                ReviewPlace::Item(..) => Platform::BetterReviews,
                ReviewPlace::Own(_) => Platform::Wix,
            }),
            author: author.map(|author| Guid::parse(&author)).transpose()?,
            product: ProductId::named(&product)?,
            state: ReviewState::parse(&state).ok_or_else(unreadable)?,
            rating: Rating::new(rating).ok_or_else(unreadable)?,
            verification: Verification::parse(&verification).ok_or_else(unreadable)?,
            is_replied: replied,
            has_photos: photos,
            created_at: written_at.map_or_else(|| Ok(id.minted_at()), instant)?,
            updated_at: instant(updated_at)?,
        })
    }

    fn place(&self, id: ReviewId) -> Result<ReviewPlace, Error> {
        match self.request {
            Some(request) => Ok(ReviewPlace::Item(RequestId::new(request).ok_or_else(unreadable)?, self.item)),
            None => Ok(ReviewPlace::Own(id)),
        }
    }
}

impl Store {
    /// A page of a list's rows. One call, unless they exceed 1 MB: that is about 7,000.
    pub async fn review_rows(
        &self,
        tenant: &Tenant,
        list: &ReviewList,
        reading: Reading<ReviewId>,
    ) -> Result<Page<ReviewRow>, Error> {
        let prefix = list.prefix();
        self.page(tenant, &prefix, reading).await?.try_map(|item| row(&prefix, item))
    }

    /// The row of a review in the list of all; `None` if no review has this id, or it has ended.
    pub async fn review_row(&self, tenant: &Tenant, id: ReviewId) -> Result<Option<ReviewRow>, Error> {
        let item = self.get(&keys::listed_review(tenant, REVIEWS, id)).await?;
        item.map(|item| from_item::<RowItem>(item)?.read(id)).transpose()
    }

    /// The same with the shop's settings, still in one call. `None` if no review has this id, or it has ended.
    pub async fn review_row_with_tenant(
        &self,
        tenant: &Tenant,
        id: ReviewId,
    ) -> Result<Option<(ReviewRow, TenantRecord)>, Error> {
        let (row, shop) = (keys::listed_review(tenant, REVIEWS, id), keys::tenant(tenant));
        let mut items = self.batch(vec![row.clone(), shop.clone()]).await?;
        let (Some(row), Some(shop)) = (items.remove(&row), items.remove(&shop)) else { return Ok(None) };
        Ok(Some((from_item::<RowItem>(row)?.read(id)?, from_item::<TenantItem>(shop)?.try_into()?)))
    }

    /// Whether a contact has a review of a product through the API.
    pub async fn is_authored(&self, tenant: &Tenant, author: Guid, product: Option<&ProductId>) -> Result<bool, Error> {
        Ok(self.get(&keys::authored_review(tenant, author, ProductId::name_of(product))).await?.is_some())
    }

    /// The review in a place, whatever its state; `None` if nobody wrote one.
    pub async fn review(
        &self,
        tenant: &Tenant,
        place: ReviewPlace,
        keys: &TenantKeys,
    ) -> Result<Option<Review>, Error> {
        let read = self.get(&keys::review(tenant, place)).await?;
        read.map(|item| SealedReview::from_item(place, item)?.open(keys)).transpose()
    }

    /// The reviews of these rows, in their order, 100 by one call, and more by calls at the same time. Those that have ended
    /// meanwhile are left out.
    pub async fn reviews_of_rows(
        &self,
        tenant: &Tenant,
        rows: &[ReviewRow],
        keys: &TenantKeys,
    ) -> Result<Vec<Review>, Error> {
        let places: Vec<_> = rows.iter().map(|row| row.place).collect();
        let calls = places.chunks(ROWS_A_CALL).map(|places| self.reviews_at(tenant, places, keys));
        let read = try_join_all(calls).await?.into_iter().flatten();
        Ok(read.zip(rows).filter_map(|(review, row)| review.filter(|review| review.id == row.id)).collect())
    }

    /// The reviews in these places, at most 100, each `None` if it has ended.
    pub(crate) async fn reviews_at(
        &self,
        tenant: &Tenant,
        places: &[ReviewPlace],
        keys: &TenantKeys,
    ) -> Result<Vec<Option<Review>>, Error> {
        let mut items = self.batch(places.iter().map(|place| keys::review(tenant, *place)).collect()).await?;
        let read = |place: &ReviewPlace| {
            let Some(item) = items.remove(&keys::review(tenant, *place)) else { return Ok(None) };
            let review = SealedReview::from_item(*place, item)?.open(keys)?;
            Ok(Some(review).filter(|review| !review.state.is_final()))
        };
        places.iter().map(read).collect()
    }
}

impl Transaction<'_> {
    /// Writes a review with its rows, counters and ledger, if nobody changed it since `before` was read. `before` is
    /// `None` for the first of its item. Orders the letters to its author. Writes the events for the endpoints that want
    /// them, too, and returns their keys: the sender is to be woken once the transaction is committed.
    #[must_use]
    pub fn save_review(
        &mut self,
        before: Option<&Review>,
        review: &Review,
        ledger: &[LedgerEntry],
        keys: &TenantKeys,
        subscriptions: &[Subscription],
    ) -> Vec<DeliveryKey> {
        self.put_review(before, review, keys);
        let same = before.filter(|before| before.id == review.id);
        self.move_rows(same, review);
        self.move_authored(before, review);
        count(self, same, review);
        self.note_ledger(review, ledger, keys);
        self.order_letters(before, review, ledger);
        self.announce_review(review, ledger, subscriptions)
    }

    /// Takes the place of the author's one review of the product, or gives it up.
    fn move_authored(&mut self, before: Option<&Review>, review: &Review) {
        let tenant = self.tenant;
        let key = |review: &Review| match (review.origin, review.author) {
            (Origin::Api { .. }, Some(author)) => {
                Some(keys::authored_review(tenant, author, ProductId::name_of(review.product.as_ref())))
            }
            _ => None,
        };
        match (before.and_then(key), key(review).filter(|_| !review.state.is_final())) {
            (None, Some(key)) => self.insert(Part::Author, &key, &AuthoredItem { review: review.id.get() }),
            (Some(key), None) => self.delete(Part::Other, &key, Delete::builder()),
            (None, None) | (Some(_), Some(_)) => {}
        }
    }

    fn move_rows(&mut self, before: Option<&Review>, review: &Review) {
        let lists = |review: &Review| lists(review.state, review.product.as_ref());
        let tenant = self.tenant;
        let key = |list: &ReviewList| keys::listed_review(tenant, &list.prefix(), review.id);
        let now = if review.state.is_final() { Vec::new() } else { lists(review) };
        for list in before.map(lists).into_iter().flatten().filter(|list| !now.contains(list)) {
            self.delete(Part::Other, &key(&list), Delete::builder());
        }
        for list in &now {
            self.put(Part::Other, &key(list), &RowItem::new(review), "", []);
        }
    }
}

/// The lists that have a review with this state and product.
pub(crate) fn lists(state: ReviewState, product: Option<&ProductId>) -> Vec<ReviewList> {
    let product = || product.cloned();
    let mut lists = vec![ReviewList::All, ReviewList::InState(state), ReviewList::OfProduct(product())];
    if state == ReviewState::Published {
        lists.push(ReviewList::PublishedOfProduct(product()));
    }
    lists
}

/// The place of the review that a row of the list of all is about.
pub(crate) fn place(row: &Attributes) -> Result<ReviewPlace, Error> {
    from_item::<RowItem>(row.clone())?.place(listed_id(REVIEWS, row)?)
}

fn row(prefix: &str, item: Attributes) -> Result<ReviewRow, Error> {
    let id = listed_id(prefix, &item)?;
    from_item::<RowItem>(item)?.read(id)
}

fn listed_id(prefix: &str, row: &Attributes) -> Result<ReviewId, Error> {
    let id = row.get(SK).and_then(|sk| sk.as_s().ok()?.strip_prefix(prefix)?.parse().ok());
    id.and_then(ReviewId::new).ok_or_else(unreadable)
}

fn unreadable() -> Error {
    Error::Unreadable("a review's row".to_owned())
}
