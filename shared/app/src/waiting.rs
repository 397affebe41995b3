//! The reviews that wait for the shop's decision: since when, how many, and which have waited longest.

use std::ops::RangeInclusive;

use domain::order::Product;
use domain::review::{HoldRule, Review, ReviewState};
use domain::values::Tenant;
use futures_util::future::{try_join, try_join3};
use jiff::Timestamp;
use store::review::list::ListedReview;
use store::review::list_pages::ReviewList;
use store::table::{End, Error, Reading, Store};
use vault::TenantKeys;

use crate::paging::PUBLIC_ROWS_MAX;

/// How many rows each call reads in search of the oldest waiting review. Usually the first call finds it. The limit is
/// low, because public pages call this.
const WAITING_ROWS: [u32; 2] = [1, PUBLIC_ROWS_MAX];
/// How many reviews a notification quotes.
const QUOTED: u32 = 3;
/// How many of the oldest rows are read for these reviews, because edits may be among them.
const WAITING_LOOKED_AT: u32 = 20;

/// The reviews that wait for the shop's decision. Edits of public reviews are not included.
pub struct Waiting {
    /// How many reviews wait.
    pub count: u64,
    /// Since when the oldest review has waited; `None` if none waits.
    pub since: Option<Timestamp>,
    /// The first three reviews.
    pub first: Vec<Review>,
    /// The products of these reviews, if the shop described them.
    pub products: Vec<Product>,
}

impl Waiting {
    pub async fn read(store: &Store, tenant: &Tenant, keys: &TenantKeys) -> Result<Self, Error> {
        let (counts, since, page) = try_join3(
            store.review_counts(tenant),
            oldest_waiting_since(store, tenant, &ReviewList::Waiting),
            store.review_rows(tenant, &ReviewList::Waiting, Reading::first(End::Oldest, WAITING_LOOKED_AT)),
        )
        .await?;
        let mut rows = page.rows;
        rows.retain(|row| row.state == ReviewState::Submitted);
        rows.truncate(usize::try_from(QUOTED).unwrap_or_default());
        let first = store.reviews_of_rows(tenant, &rows, keys).await?;
        let products = store.products(tenant, first.iter().filter_map(|review| review.product.as_ref())).await?;
        Ok(Self { count: counts.waiting() - counts.edits(), since, first, products })
    }

    /// The waiting reviews and edits, and the first three that began to wait in this span; `None` if nothing that began
    /// to wait in the span still waits. Imported reviews are left out, because they were written long ago and nobody is
    /// notified about them.
    pub async fn since(
        store: &Store,
        tenant: &Tenant,
        began: RangeInclusive<Timestamp>,
        keys: &TenantKeys,
    ) -> Result<Option<Self>, Error> {
        let newest = Reading::first(End::Newest, NEWEST_ROWS);
        let (counts, page) =
            try_join(store.review_counts(tenant), store.review_rows(tenant, &ReviewList::Waiting, newest)).await?;
        let is_new = |row: &ListedReview| {
            *began.start() < row.waits_since && row.waits_since <= *began.end() && !row.is_from_file()
        };
        let mut new: Vec<_> = page.rows.into_iter().filter(is_new).collect();
        // An edit of an old review is listed with the old reviews, so it may be among the rows that were not read.
        if new.is_empty() && !page.more {
            return Ok(None);
        }
        new.sort_by_key(|row| row.waits_since);
        new.truncate(usize::try_from(QUOTED).unwrap_or_default());
        let first = store.reviews_of_rows(tenant, &new, keys).await?;
        let products = store.products(tenant, first.iter().filter_map(|review| review.product.as_ref())).await?;
        let since = new.first().map(|row| row.waits_since);
        Ok(Some(Self { count: counts.waiting(), since, first, products }))
    }
}

/// How many of the newest rows are read to find what began to wait in a span.
const NEWEST_ROWS: u32 = 100;

/// Since when the oldest waiting review of a list has waited; edits, and what waits for its product, are left out. Rows
/// are sorted by the time at which reviews were written, so an imported review may come before one that has waited
/// longer. The search ends at a review that has waited since its id was made, because no later review has waited
/// longer. If hundreds of imported reviews come before that one, the result is the longest wait among the rows that
/// were read.
pub(crate) async fn oldest_waiting_since(
    store: &Store,
    tenant: &Tenant,
    waiting: &ReviewList,
) -> Result<Option<Timestamp>, Error> {
    let (mut oldest, mut after) = (None, None);
    for limit in WAITING_ROWS {
        let reading = Reading { after, ..Reading::first(End::Oldest, limit) };
        let page = store.review_rows(tenant, waiting, reading).await?;
        let waits =
            |row: &&ListedReview| row.state == ReviewState::Submitted && row.held_by != Some(HoldRule::ProductHidden);
        for row in page.rows.iter().filter(waits) {
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
