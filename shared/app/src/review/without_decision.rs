//! What becomes of reviews without anybody's decision: when their order proves nothing any more, and when their product appears.
//!
//! Told by `tests/stories/orders_in/payment.story`.

use domain::order::{Order, Published, SystemProduct};
use domain::review::{HoldRule, LedgerEntry, Review, ReviewPlace, ReviewState};
use domain::values::Tenant;
use jiff::Timestamp;
use store::request::listed::RequestList;
use store::review::list_pages::ReviewList;
use store::shop::TenantRecord;
use store::table::{End, Reading, Store};
use vault::TenantKeys;

use crate::error::{Error, TryError, retry};
use crate::order::take_in_handle;

/// How many of an order's requests are looked at, newest first.
const REQUESTS_MAX: u32 = 100;
/// How many rows of a product's waiting reviews a call reads.
const ROWS: u32 = 100;

/// Takes the mark of a verified purchase from the reviews that answer requests about this order. Call it after the order
/// was stored as one that proves nothing, and again if the call is repeated: whoever stored the order may have died.
pub async fn unverify(store: &Store, shop: (&Tenant, &TenantKeys), order: &Order, now: Timestamp) -> Result<(), Error> {
    let (tenant, keys) = shop;
    let list = RequestList::of_order(&order.id, keys);
    let requests = store.listed_requests(tenant, &list, Reading::first(End::Newest, REQUESTS_MAX)).await?;
    let requests = requests.rows.into_iter().filter_map(|row| row.request);
    for request in store.requests_about(tenant, order, requests, keys).await? {
        for (item, _) in request.items.iter().enumerate().filter(|(_, item)| item.review.is_some()) {
            change(store, shop, ReviewPlace::Item(request.id, item), |review, _| review.unverify(now)).await?;
        }
    }
    Ok(())
}

/// Brings the imported reviews of this product to it, if it is published: publishes those that waited for it, and takes in those of
/// its handle. Call it after the product was stored, and again
/// if the call is repeated, as for [`unverify`]. A thousand reviews take some 15 seconds.
pub async fn appear(
    store: &Store,
    shop: (&Tenant, &TenantKeys),
    SystemProduct { product, published, .. }: &SystemProduct,
    now: Timestamp,
) -> Result<(), Error> {
    if *published != Published::Yes {
        return Ok(());
    }
    take_in_handle(store, shop.0, product).await?;
    let list = ReviewList::OfProduct(Some(product.id.clone()), Some(ReviewState::Submitted));
    let mut after = None;
    loop {
        let page = store.review_rows(shop.0, &list, Reading { after, ..Reading::first(End::Oldest, ROWS) }).await?;
        for row in page.rows.iter().filter(|row| row.held_by == Some(HoldRule::ProductHidden)) {
            change(store, shop, row.place, |review, record| review.appear(record.checks(None), now)).await?;
        }
        after = page.rows.last().map(|row| row.id).filter(|_| page.more);
        if after.is_none() {
            return Ok(());
        }
    }
}

async fn change(
    store: &Store,
    (tenant, keys): (&Tenant, &TenantKeys),
    place: ReviewPlace,
    change: impl Fn(&mut Review, &TenantRecord) -> Vec<LedgerEntry>,
) -> Result<(), Error> {
    retry!(store, {
        let Some(before) = store.review(tenant, place, keys).await? else { return Ok(()) };
        let Some(record) = store.tenant(tenant).await? else { return Ok(()) };
        let mut review = before.clone();
        let ledger = change(&mut review, &record);
        if ledger.is_empty() {
            return Ok(());
        }
        let mut transaction = store.transaction(tenant);
        match review.origin.is_imported() {
            true => transaction.save_imported(Some(&before), &review, &ledger, keys, &record.webhooks),
            false => transaction.save_review(Some(&before), &review, &ledger, keys, &record.webhooks),
        }
        Ok::<_, TryError<Error>>(transaction.commit().await?)
    })
}
