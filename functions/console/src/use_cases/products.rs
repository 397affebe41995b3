//! A page of the shop's products with the counters of their reviews.
//!
//! Told by `tests/stories/console/products.story`.

use app::error::Error;
use domain::order::{ProductId, Published};
use domain::values::Tenant;
use store::order::ListedProduct;
use store::review::counters::ReviewCounts;
use store::table::{Page, Store};

const PAGE: u32 = 25;
/// How many products each call reads in search of products that lack something. Together with the products found
/// before, their counters must fit into one call, which reads 100.
const READ: u32 = 50;
/// How many products one page searches. The next page continues.
const LOOKED_AT_MAX: usize = 500;

/// Whether Google cannot identify the product, or cannot link its reviews.
fn is_incomplete(ListedProduct { product, published, .. }: &ListedProduct) -> bool {
    *published == Published::Yes && (product.url.is_none() || !product.identifiers.are_enough())
}

pub(crate) struct ProductsPage {
    /// The products ordered by id, each with the counters of its reviews.
    pub products: Vec<(ListedProduct, ReviewCounts)>,
    /// The product after which the next page begins; `None` on the last page.
    pub next: Option<ProductId>,
}

impl ProductsPage {
    /// Reads the page with two calls, or with at most ten if it shows only incomplete products.
    pub async fn read(
        store: &Store,
        tenant: &Tenant,
        only_incomplete: bool,
        after: Option<&ProductId>,
    ) -> Result<Self, Error> {
        let (rows, next) = found(store, tenant, only_incomplete, after).await?;
        let counts = store.review_counts_of(tenant, rows.iter().map(|listed| &listed.product.id)).await?;
        Ok(Self { products: rows.into_iter().zip(counts).collect(), next })
    }
}

/// The products of a page, and the one after which the next page begins.
async fn found(
    store: &Store,
    tenant: &Tenant,
    only_incomplete: bool,
    after: Option<&ProductId>,
) -> Result<(Vec<ListedProduct>, Option<ProductId>), store::table::Error> {
    let (mut found, mut looked_at, mut last) = (Vec::new(), 0, after.cloned());
    let (limit, enough) = if only_incomplete { (READ, PAGE as usize) } else { (PAGE, 1) };
    loop {
        let Page { rows, more } = store.listed_products(tenant, last.as_ref(), limit).await?;
        looked_at += rows.len();
        last = rows.last().map(|listed| listed.product.id.clone());
        found.extend(rows.into_iter().filter(|listed| !only_incomplete || is_incomplete(listed)));
        if !more || found.len() >= enough || looked_at >= LOOKED_AT_MAX {
            return Ok((found, last.filter(|_| more)));
        }
    }
}
