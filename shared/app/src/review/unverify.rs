//! What becomes of the reviews of an order that proves nothing any more.

use domain::order::OrderId;
use domain::review::ReviewPlace;
use domain::values::Tenant;
use jiff::Timestamp;
use store::request::listed::RequestList;
use store::table::{End, Reading, Store};
use vault::TenantKeys;

use crate::error::{Error, TryError, retry};

/// How many of an order's requests are looked at, newest first.
const REQUESTS_MAX: u32 = 100;

/// Takes the mark of a verified purchase from the reviews that answer requests about this order. Call it after the order
/// was stored as one that proves nothing, and again if the call is repeated: whoever stored the order may have died.
pub async fn unverify(
    store: &Store,
    (tenant, keys): (&Tenant, &TenantKeys),
    order: &OrderId,
    now: Timestamp,
) -> Result<(), Error> {
    let list = RequestList::of_order(order, keys);
    let requests = store.listed_requests(tenant, &list, Reading::first(End::Newest, REQUESTS_MAX)).await?;
    for request in requests.rows.into_iter().filter_map(|row| row.request) {
        for (item, _) in request.items.iter().enumerate().filter(|(_, item)| item.review.is_some()) {
            let place = ReviewPlace::Item(request.id, item);
            retry!(store, {
                let Some(before) = store.review(tenant, place, keys).await? else { return Ok(()) };
                let mut review = before.clone();
                let ledger = review.unverify(now);
                if ledger.is_empty() {
                    return Ok(());
                }
                let Some(shop) = store.tenant(tenant).await? else { return Ok(()) };
                let mut transaction = store.transaction(tenant);
                transaction.save_review(Some(&before), &review, &ledger, keys, &shop.webhooks);
                Ok::<_, TryError<Error>>(transaction.commit().await?)
            })?;
        }
    }
    Ok(())
}
