//! The rows of a tenant's reviews in its lists. They are written in the transaction that writes the review, its
//! counters and its ledger.

use domain::message::NOTIFICATION_WAIT;
use domain::order::ProductId;
use domain::review::{FactId, HoldRule, LedgerEntry, Origin, Platform, Rating, Review, ReviewPlace, ReviewState};
use domain::values::{Guid, Language, RequestId, ReviewId, Tenant, Verification, ms};
use domain::webhook::Subscription;
use futures_util::future::try_join_all;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use vault::TenantKeys;

use crate::message::due::Due;
use crate::review::SealedReview;
use crate::review::counting::count;
use crate::shop::TenantRecord;
use crate::table::keys::{self, REVIEWS};
use crate::table::{Attributes, DueKind, Error, Key, Listed, Part, Store, Transaction, from_item, milliseconds};

/// A review's row in a list: everything that filters need, and nothing that anybody wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedReview {
    pub id: ReviewId,
    pub place: ReviewPlace,
    pub platform: Platform,
    /// The author's contact, if known.
    pub author: Option<Guid>,
    /// The product; `None` for the shop itself.
    pub product: Option<ProductId>,
    pub language: Option<Language>,
    pub state: ReviewState,
    /// Why the review, or its edit, waits; `None` if nothing waits.
    pub held_by: Option<HoldRule>,
    pub rating: Rating,
    pub verification: Verification,
    pub is_replied: bool,
    /// Whether the review has photos that can be shown.
    pub has_photos: bool,
    /// What its author tapped: each fact with its answer. Only in the lists of a state.
    pub taps: Vec<(FactId, FactId)>,
    /// When the review was submitted or, if imported, written.
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
    /// When the review was submitted or, if imported, began to wait, because an imported review may be much older.
    pub waits_since: Timestamp,
}

impl ListedReview {
    pub const fn is_from_file(&self) -> bool {
        matches!(self.place, ReviewPlace::Own(_))
    }
}

impl Listed for ListedReview {
    type Place = ReviewId;

    fn place(&self) -> ReviewId {
        self.id
    }
}

/// How many rows' reviews one call reads, because DynamoDB reads at most 100 items.
const ROWS_A_CALL: usize = 100;

#[derive(Serialize, Deserialize)]
struct RowItem {
    /// Absent if the review answers no request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    request: Option<RequestId>,
    /// The number of the request's item; absent for the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    item: Option<usize>,
    /// Only for imported reviews; for others, the place says which platform it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    platform: Option<Platform>,
    /// Only for reviews written elsewhere; for others, the id has the time.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    written_at: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    author: Option<Guid>,
    /// Absent if the product is in the key; the same is true for the state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    product: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    language: Option<Language>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    state: Option<ReviewState>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    held_by: Option<HoldRule>,
    rating: Rating,
    verification: Verification,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    replied: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    photos: bool,
    /// Only in the lists of a state, which the numbers read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    taps: Vec<(FactId, FactId)>,
    /// Absent unless the review changed after the time in its id.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    updated_at: Option<Timestamp>,
    /// Only for waiting reviews, and only if they have not waited since the time in their id.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    held_since: Option<Timestamp>,
    /// Only in the list of all: the keys of the index `due` until what a decision replaced is deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due_shard: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due_at: Option<i64>,
}

impl RowItem {
    fn new(review: &Review, is_replied: bool, key: &Key) -> Self {
        let (_, state, product) = keys::parse_listed_review(&key.sk).unwrap_or((review.id, None, None));
        let (request, item) = match review.place() {
            ReviewPlace::Item(request, item) => (Some(request), Some(item).filter(|item| *item > 0)),
            ReviewPlace::Own(_) => (None, None),
        };
        let is_later = |at: &Timestamp| at.as_millisecond() != review.id.minted_at().as_millisecond();
        let (platform, written_at) = match review.origin {
            Origin::Import { platform, .. } => (Some(platform), Some(review.created_at)),
            Origin::Hub { .. } => (None, None),
        };
        let taps = review.taps.iter().map(|tap| (tap.fact.clone(), tap.answer.clone()));
        let is_due = key.sk.starts_with(REVIEWS) && review.keeps_replaced_words();
        let due_at = review.updated_at.saturating_add(NOTIFICATION_WAIT).unwrap_or(review.updated_at);
        Self {
            request,
            item,
            platform,
            written_at,
            author: review.author,
            product: product.is_none().then(|| ProductId::name_of(review.product.as_ref()).to_owned()),
            language: review.language,
            state: state.is_none().then_some(review.state),
            held_by: review.held_by(),
            rating: review.rating,
            verification: review.verification,
            replied: is_replied,
            photos: review.has_photos(),
            taps: taps.filter(|_| state.is_some()).collect(),
            updated_at: Some(review.updated_at).filter(is_later),
            held_since: review.held.map(|held| held.since).filter(|at| review.origin.is_imported() || is_later(at)),
            due_shard: is_due.then(|| DueKind::Written.shard_name(review.id.get())),
            due_at: is_due.then(|| due_at.as_millisecond()),
        }
    }
}

pub(crate) fn row(item: Attributes) -> Result<ListedReview, Error> {
    let sk = keys::sk(&item).to_owned();
    let (id, listed_state, listed_product) = keys::parse_listed_review(&sk).ok_or_else(unreadable)?;
    let item: RowItem = from_item(item)?;
    let product = item.product.as_deref().or(listed_product).ok_or_else(unreadable)?;
    let state = item.state.or_else(|| ReviewState::parse(listed_state?));
    Ok(ListedReview {
        id,
        place: match item.request {
            Some(request) => ReviewPlace::Item(request, item.item.unwrap_or_default()),
            None => ReviewPlace::Own(id),
        },
        platform: item.platform.unwrap_or(Platform::BetterReviews),
        author: item.author,
        product: ProductId::named(product)?,
        language: item.language,
        state: state.ok_or_else(unreadable)?,
        held_by: item.held_by,
        rating: item.rating,
        verification: item.verification,
        is_replied: item.replied,
        has_photos: item.photos,
        taps: item.taps,
        created_at: item.written_at.unwrap_or_else(|| id.minted_at()),
        updated_at: item.updated_at.unwrap_or_else(|| id.minted_at()),
        waits_since: item.held_since.unwrap_or_else(|| id.minted_at()),
    })
}

impl Store {
    /// The row of a review in the list of all; `None` if no review has this id, or if the review has ended.
    pub async fn review_row(&self, tenant: &Tenant, id: ReviewId) -> Result<Option<ListedReview>, Error> {
        let item = self.get(&keys::listed_review(tenant, REVIEWS, id)).await?;
        item.map(row).transpose()
    }

    /// Deletes the version of a review from before the decision that made its row due, because the decision can no longer be undone.
    pub async fn delete_replaced(&self, due: &Due) -> Result<(), Error> {
        let listed = Some(due.name()).filter(|name| name.starts_with(REVIEWS));
        let Some((id, ..)) = listed.and_then(keys::parse_listed_review) else { return Ok(()) };
        let Some(row) = self.review_row(&due.tenant, id).await? else { return Ok(()) };
        let decided_by = due.due_at.saturating_sub(NOTIFICATION_WAIT).unwrap_or(due.due_at);
        let (key, values) = (keys::review(&due.tenant, row.place), [(":decided_by", milliseconds(decided_by))]);
        self.change(&key, "REMOVE #undo, undo_content", "updated_at <= :decided_by", values).await.map(drop)
    }

    /// The row of a review and the shop's settings, in one call. `None` if no review has this id, or if the review has
    /// ended.
    pub async fn review_row_with_tenant(
        &self,
        tenant: &Tenant,
        id: ReviewId,
    ) -> Result<Option<(ListedReview, TenantRecord)>, Error> {
        let (listed, shop) = (keys::listed_review(tenant, REVIEWS, id), keys::tenant(tenant));
        let mut items = self.batch(vec![listed.clone(), shop.clone()]).await?;
        let (Some(listed), Some(shop)) = (items.remove(&listed), items.remove(&shop)) else { return Ok(None) };
        Ok(Some((row(listed)?, TenantRecord::read(shop)?)))
    }

    /// The review in a place, whatever its state; `None` if nobody wrote one.
    pub async fn review(
        &self,
        tenant: &Tenant,
        place: ReviewPlace,
        keys: &TenantKeys,
    ) -> Result<Option<Review>, Error> {
        let read = self.get(&keys::review(tenant, place)).await?;
        read.map(|item| SealedReview::from_item(item)?.open(keys)).transpose()
    }

    /// The same review without what anybody wrote, which needs no key.
    pub async fn unopened_review(&self, tenant: &Tenant, place: ReviewPlace) -> Result<Option<Review>, Error> {
        let read = self.get(&keys::review(tenant, place)).await?;
        read.map(|item| Ok(SealedReview::from_item(item)?.unopened())).transpose()
    }

    /// The reviews of these rows, in order: 100 in each call, in parallel. Reviews that have ended meanwhile are left
    /// out.
    pub async fn reviews_of_rows(
        &self,
        tenant: &Tenant,
        rows: &[ListedReview],
        keys: &TenantKeys,
    ) -> Result<Vec<Review>, Error> {
        self.reviews_in(tenant, &rows.iter().map(|row| (row.id, row.place)).collect::<Vec<_>>(), keys).await
    }

    /// The same for rows of which the id and the place are known.
    pub async fn reviews_in(
        &self,
        tenant: &Tenant,
        rows: &[(ReviewId, ReviewPlace)],
        keys: &TenantKeys,
    ) -> Result<Vec<Review>, Error> {
        let places: Vec<_> = rows.iter().map(|(_, place)| *place).collect();
        let calls = places.chunks(ROWS_A_CALL).map(|places| self.reviews_at(tenant, places, keys));
        let read = try_join_all(calls).await?.into_iter().flatten();
        Ok(read.zip(rows).filter_map(|(review, (id, _))| review.filter(|review| review.id == *id)).collect())
    }

    /// The reviews in these places, at most 100; `None` for a review that has ended.
    pub(crate) async fn reviews_at(
        &self,
        tenant: &Tenant,
        places: &[ReviewPlace],
        keys: &TenantKeys,
    ) -> Result<Vec<Option<Review>>, Error> {
        let mut items = self.batch(places.iter().map(|place| keys::review(tenant, *place)).collect()).await?;
        let read = |place: &ReviewPlace| {
            let Some(item) = items.remove(&keys::review(tenant, *place)) else { return Ok(None) };
            let review = SealedReview::from_item(item)?.open(keys)?;
            Ok(Some(review).filter(|review| !review.state.is_final()))
        };
        places.iter().map(read).collect()
    }
}

impl Transaction<'_> {
    /// Writes a review with its rows, counters and ledger, the notifications to the author, and the events for
    /// endpoints that want them. Refused if the review changed since `before` was read; `before` is `None` for the
    /// first review of its item.
    pub fn save_review(
        &mut self,
        before: Option<&Review>,
        review: &Review,
        ledger: &[LedgerEntry],
        keys: &TenantKeys,
        subscriptions: &[Subscription],
    ) {
        self.put_review(before, review, keys);
        let same = before.filter(|before| before.id == review.id);
        self.move_rows(same, review, review.content.reply.is_some());
        count(self, same, review);
        self.move_owed(same, review);
        self.note_ledger(same, review, ledger, Some(keys));
        self.order_notifications(before, review, ledger);
        self.announce_review(review, ledger, subscriptions);
    }

    /// Writes an imported review, or what became of it without a decision. Its events go only to endpoints that ask for events of
    /// imports. Refused like [`save_review`](Self::save_review).
    pub fn save_imported(
        &mut self,
        before: Option<&Review>,
        review: &Review,
        ledger: &[LedgerEntry],
        keys: &TenantKeys,
        subscriptions: &[Subscription],
    ) {
        self.put_review(before, review, keys);
        self.move_rows(before, review, review.content.reply.is_some());
        count(self, before, review);
        self.note_ledger(before, review, ledger, Some(keys));
        self.announce_import(review, ledger, subscriptions);
    }

    /// Writes a change of only photos to a review that was not decrypted. Its texts stay as they are, and nobody is
    /// notified.
    pub(crate) fn save_unopened(
        &mut self,
        sealed: &SealedReview,
        (before, review): (&Review, &Review),
        ledger: &[LedgerEntry],
        subscriptions: &[Subscription],
    ) {
        self.put_unopened(sealed, before, review);
        self.move_rows(Some(before), review, sealed.is_replied());
        count(self, Some(before), review);
        self.note_ledger(Some(before), review, ledger, None);
        self.announce_review(review, ledger, subscriptions);
    }

    pub(crate) fn move_rows(&mut self, before: Option<&Review>, review: &Review, is_replied: bool) {
        let tenant = self.tenant;
        let now = if review.state.is_final() { Vec::new() } else { listed(tenant, review) };
        let earlier = before.map(|before| listed(tenant, before));
        for key in earlier.into_iter().flatten().filter(|key| !now.contains(key)) {
            self.forget(&key);
        }
        for key in &now {
            let row = RowItem::new(review, is_replied, key);
            match before {
                Some(_) => self.set(key, &row),
                // Two ids of the same millisecond are equal with a probability of 1 in 4,096.
                None => self.insert(Part::Review, key, &row),
            }
        }
    }
}

fn listed(tenant: &Tenant, review: &Review) -> Vec<Key> {
    let state = review.state.as_str();
    let in_state = keys::reviews_with_stars(state, review.rating.stars());
    let of_product = keys::reviews_in_state(state, ProductId::name_of(review.product.as_ref()));
    // Nobody has to decide about a review that waits for its product.
    let waits = review.held_by().filter(|rule| *rule != HoldRule::ProductHidden).map(|_| keys::reviews_that_wait());
    let prefixes = [REVIEWS.to_owned(), in_state, of_product].into_iter().chain(waits);
    prefixes.map(|prefix| keys::listed_review(tenant, &prefix, review.id)).collect()
}

fn unreadable() -> Error {
    Error::Unreadable("a review's row".to_owned())
}
