//! How much is stored about a person, before it is erased.

use domain::customer::Customer;
use domain::privacy::PersonCounts;
use domain::values::Tenant;
use futures_util::future::try_join5;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use store::list::List;
use store::table::{End, Reading, Store};
use vault::TenantKeys;

use crate::error::Error;

const ORDERS_MAX: u32 = 100;
/// How many requests are searched for drafts and photos, the newest.
const REQUESTS_MAX: usize = 100;
const PARALLEL: usize = 16;

/// Counts what belongs to a customer, and whether there may be more orders, drafts or photos than were counted.
pub async fn stored_about(
    store: &Store,
    tenant: &Tenant,
    keys: &TenantKeys,
    customer: &Customer,
) -> Result<(PersonCounts, bool), Error> {
    let id = customer.id;
    // Imported reviews are found only by the address.
    let imported = match &customer.email {
        Some(email) => store.imported_reviews(tenant, &keys.email_index(email)).await?.len(),
        None => 0,
    };
    let (requests, messages, reviews, orders, charges) = try_join5(
        store.customer_requests(tenant, id),
        store.total(tenant, List::Messages(id)),
        store.total(tenant, List::Reviews(id)),
        store.orders(tenant, Some(id), Reading::first(End::Newest, ORDERS_MAX), keys),
        store.charges(tenant, id),
    )
    .await?;
    let pages = requests.iter().rev().take(REQUESTS_MAX).map(|request| store.request_reviews(tenant, *request));
    let pages: Vec<_> = stream::iter(pages.collect::<Vec<_>>()).buffered(PARALLEL).try_collect().await?;
    let has_more = orders.more || requests.len() > REQUESTS_MAX;
    let counts = PersonCounts {
        customers: 1,
        requests: whole(requests.len()),
        messages,
        reviews: reviews + whole(imported),
        drafts: pages.iter().map(|page| whole(page.drafts.len())).sum(),
        photos: pages.iter().map(|page| whole(page.photos.len())).sum(),
        orders: whole(orders.found().len()),
        charges: whole(charges.len()),
        ..PersonCounts::default()
    };
    Ok((counts, has_more))
}

fn whole(count: usize) -> u64 {
    count.try_into().unwrap_or(u64::MAX)
}
