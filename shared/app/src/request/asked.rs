//! Asking only once: which products a customer reviewed or was asked about before.

use std::collections::BTreeSet;

use domain::order::{ProductId, ProductIds};
use domain::review::ReviewPlace;
use domain::values::{CustomerId, RequestId, Tenant};
use futures_util::stream;
use futures_util::stream::StreamExt as _;
use jiff::Timestamp;
use store::request::listed::RequestList;
use store::table::{End, Reading, Store};
use vault::TenantKeys;

use crate::error::Error;

/// How many of a customer's last requests are searched.
const REQUESTS_MAX: u32 = 100;
/// How many of a person's last imported reviews are searched.
const REVIEWS_MAX: usize = 100;
const READ_AT_ONCE: usize = 16;

/// A person whose earlier requests and reviews count.
pub struct AskedPerson<'a> {
    /// The customer; `None` for a person who has only written imported reviews.
    pub customer: Option<CustomerId>,
    /// The blind index of the person's address, by which imported reviews are found.
    pub email_index: Option<&'a str>,
}

/// Those of these products that the person has neither reviewed nor been asked about before, nor another product of their group. The
/// request `but` does not count.
pub async fn not_asked_before(
    store: &Store,
    (tenant, keys): (&Tenant, &TenantKeys),
    person: AskedPerson<'_>,
    products: &ProductIds,
    but: Option<RequestId>,
    now: Timestamp,
) -> Result<ProductIds, Error> {
    let mut asked = BTreeSet::<ProductId>::new();
    if let Some(customer) = person.customer {
        let list = RequestList::Customer(customer);
        let page = store.listed_requests(tenant, &list, Reading::first(End::Newest, REQUESTS_MAX)).await?;
        for request in page.rows.into_iter().filter_map(|row| row.request).filter(|request| Some(request.id) != but) {
            // A request that was withdrawn or stopped before it left has not asked anybody.
            let is_asked = request.sent_at().is_some() || request.is_reviewed() || request.planned(now).is_some();
            asked.extend(request.products().into_iter().filter(|_| is_asked));
        }
    }
    let reviews = match person.email_index {
        Some(index) => store.imported_reviews(tenant, index).await?,
        None => Vec::new(),
    };
    let read = |id| store.review(tenant, ReviewPlace::Own(id), keys);
    let reads: Vec<_> = reviews.into_iter().rev().take(REVIEWS_MAX).map(read).collect();
    let mut reads = stream::iter(reads).buffer_unordered(READ_AT_ONCE);
    while let Some(review) = reads.next().await {
        asked.extend(review?.and_then(|review| review.product.clone()));
    }
    let products = products.clone().into_vec();
    let groups = store.groups_of(tenant, asked.iter().chain(&products)).await?;
    let main = |id: &ProductId| groups.place(id).main().unwrap_or(id).clone();
    let asked: BTreeSet<_> = asked.iter().map(main).collect();
    Ok(ProductIds::first(products.into_iter().filter(|product| !asked.contains(&main(product)))))
}
