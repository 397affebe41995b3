//! What readers see of a group's reviews: sums, and the newest reviews with their stars. The first reader after a minute makes it anew,
//! and a change of the group drops it.

use std::collections::BTreeMap;

use domain::order::{Grouped, ProductId};
use domain::review::{Rating, ReviewPlace, ReviewState};
use domain::values::{Language, RequestId, ReviewId, Tenant, Title, ms};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use crate::review::counters::{CHANGED_AT, ReviewCounts};
use crate::review::list::ListedReview;
use crate::review::list_pages::ReviewList;
use crate::table::{
    Attributes, CommitError, End, Error, Part, Reading, Store, Transaction, counted, keys, number, packed, unpacked,
};

/// For so long, sums may be those of before.
const LAG: SignedDuration = SignedDuration::from_mins(1);
/// After so many seconds without readers, the item is deleted.
const KEPT_S: i64 = 86_400;

/// A published review's place and what filters and orders need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedRow {
    pub id: ReviewId,
    pub place: ReviewPlace,
    pub product: Option<ProductId>,
    pub rating: Rating,
    pub has_photos: bool,
    pub language: Option<Language>,
}

impl From<ListedReview> for PublishedRow {
    fn from(ListedReview { id, place, product, rating, has_photos, language, .. }: ListedReview) -> Self {
        Self { id, place, product, rating, has_photos, language }
    }
}

/// What readers see of a group.
pub struct GroupSummary {
    pub counts: ReviewCounts,
    /// The titles of the products that have some of the newest reviews.
    pub titles: BTreeMap<ProductId, Title>,
    /// The newest reviews, newest first.
    pub newest: Vec<PublishedRow>,
}

#[derive(Serialize, Deserialize)]
struct SummaryItem {
    #[serde(with = "ms::required")]
    made_at: Timestamp,
    /// The sums, the titles and the newest reviews as compressed JSON.
    shown: ByteBuf,
    ttl: i64,
}

/// A review, its request and item if it answers one, its product's number among the products, its stars, whether it has photos, and
/// its language.
#[derive(Serialize, Deserialize)]
struct Line(ReviewId, Option<(RequestId, usize)>, usize, Rating, bool, Option<Language>);

#[derive(Serialize, Deserialize)]
struct Shown {
    /// The members' counters together, and when one of them last changed.
    sums: BTreeMap<String, i64>,
    /// Those that have some of the newest reviews; without a title if nobody described them.
    products: Vec<(ProductId, Option<Title>)>,
    newest: Vec<Line>,
}

impl Store {
    /// What readers see of the group with this main product, with its `newest` reviews; at most a minute old.
    pub async fn group_summary(
        &self,
        tenant: &Tenant,
        main: &ProductId,
        newest: u32,
        now: Timestamp,
    ) -> Result<GroupSummary, Error> {
        let made = self.read::<SummaryItem>(&keys::group_summary(tenant, main)).await?;
        if let Some(made) = made.filter(|made| now.duration_since(made.made_at) < LAG) {
            return unpacked::<Shown>(&made.shown, "a group's summary")?.try_into();
        }
        self.summarize(tenant, main, newest, now).await
    }

    async fn summarize(
        &self,
        tenant: &Tenant,
        main: &ProductId,
        newest: u32,
        now: Timestamp,
    ) -> Result<GroupSummary, Error> {
        let group = self.groups_of(tenant, [main]).await?;
        let products = group.with(main);
        let counters = products.iter().map(|id| keys::product_review_counters(tenant, id.as_str())).collect();
        let mut sums = BTreeMap::new();
        for item in self.batch(counters).await?.values() {
            add(&mut sums, item)?;
        }
        let list = ReviewList::OfProducts(products, ReviewState::Published);
        let rows = self.review_rows(tenant, &list, Reading::first(End::Newest, newest)).await?.rows;
        let mut written: Vec<ProductId> = rows.iter().filter_map(|row| row.product.clone()).collect();
        written.sort();
        written.dedup();
        let titles = self.products(tenant, &written).await?;
        let title = |id: &ProductId| titles.iter().find(|product| product.id == *id).map(|known| known.title.clone());
        let line = |row: ListedReview| {
            let place = match row.place {
                ReviewPlace::Item(request, item) => Some((request, item)),
                ReviewPlace::Own(_) => None,
            };
            let product = written.iter().position(|id| Some(id) == row.product.as_ref()).unwrap_or_default();
            Line(row.id, place, product, row.rating, row.has_photos, row.language)
        };
        let newest = rows.into_iter().map(line).collect();
        let shown = Shown { sums, products: written.iter().map(|id| (id.clone(), title(id))).collect(), newest };
        let item = SummaryItem { made_at: now, shown: packed(&shown)?, ttl: now.as_second() + KEPT_S };
        let mut transaction = self.transaction(tenant);
        transaction.keep_summary(main, &group.place(main), &item);
        match transaction.commit().await {
            // The group changed, or another reader was faster. This reader sees the group as it was.
            Ok(()) | Err(CommitError::Refused(_) | CommitError::Conflict(_)) => {}
            // The next reader sums the group up again.
            Err(error) => tracing::warn!(%error, "cannot keep a group's summary"),
        }
        shown.try_into()
    }
}

impl TryFrom<Shown> for GroupSummary {
    type Error = Error;

    fn try_from(Shown { sums, products, newest }: Shown) -> Result<Self, Error> {
        let mut counts = ReviewCounts::default();
        counts.add(&sums.into_iter().map(|(name, sum)| (name, number(sum))).collect())?;
        let row = |Line(id, place, product, rating, has_photos, language)| PublishedRow {
            id,
            place: place.map_or(ReviewPlace::Own(id), |(request, item)| ReviewPlace::Item(request, item)),
            product: products.get(product).map(|(id, _)| id.clone()),
            rating,
            has_photos,
            language,
        };
        Ok(Self {
            newest: newest.into_iter().map(row).collect(),
            titles: products.into_iter().filter_map(|(id, title)| Some((id, title?))).collect(),
            counts,
        })
    }
}

impl Transaction<'_> {
    /// Drops what readers were shown of the group with this main product.
    pub fn forget_group(&mut self, main: &ProductId) {
        self.forget(&keys::group_summary(self.tenant, main));
    }

    /// Keeps a summary unless the group changed since it was read.
    fn keep_summary(&mut self, main: &ProductId, group: &Grouped, item: &SummaryItem) {
        let values = [(":version", number(group.version))];
        self.require(Part::Group, &keys::grouped(self.tenant, main), "version = :version", values);
        self.set(&keys::group_summary(self.tenant, main), item);
    }
}

/// Adds counters, and takes the later instant of a change.
fn add(sums: &mut BTreeMap<String, i64>, item: &Attributes) -> Result<(), Error> {
    for (name, value) in item.iter().filter(|(_, value)| value.is_n()) {
        let (sum, more) = (sums.entry(name.clone()).or_default(), counted(value)?);
        *sum = if name == CHANGED_AT { more.max(*sum) } else { *sum + more };
    }
    Ok(())
}
