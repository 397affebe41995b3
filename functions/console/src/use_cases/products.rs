//! A page of the shop's products with the counters of their reviews, and its locations; and titles of products that
//! nobody described.

use std::collections::BTreeMap;

use app::error::Error;
use app::retry::{TryError, retry};
use domain::customer::Location;
use domain::order::{Identifiers, Product, ProductId};
use domain::values::{Tenant, Title};
use futures_util::future::try_join;
use store::order::ListedProduct;
use store::review::counters::ReviewCounts;
use store::table::{Page, Store};

const PAGE: u32 = 25;
/// How many products each call reads in search of products that lack something. Together with the products found
/// before, their counters must fit into one call, which reads 100.
const READ: u32 = 50;
/// How many products one page searches. The next page continues.
const LOOKED_AT_MAX: usize = 500;

/// Which products are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ProductFilter {
    All,
    /// Products that shopping sites cannot identify, or whose reviews they cannot link.
    Incomplete,
}

/// The products of a page with their counters, and the product after which the next page begins.
type Found = (Vec<(ListedProduct, ReviewCounts)>, Option<ProductId>);

pub(crate) struct ProductsPage {
    /// The products ordered by id, each with the counters of its reviews.
    pub products: Vec<(ListedProduct, ReviewCounts)>,
    /// The product after which the next page begins; `None` on the last page.
    pub next: Option<ProductId>,
    /// The shop's locations, oldest first; empty on later pages and beside a selection.
    pub locations: Vec<Location>,
}

impl ProductsPage {
    /// Reads the page with three calls, or with at most eleven if it shows only incomplete products. Only the whole list has
    /// products that are known by their reviews alone.
    pub async fn read(
        store: &Store,
        tenant: &Tenant,
        shown: ProductFilter,
        after: Option<&ProductId>,
    ) -> Result<Self, Error> {
        let listed = async {
            match shown {
                ProductFilter::All => all(store, tenant, after).await,
                ProductFilter::Incomplete => incomplete(store, tenant, after).await,
            }
        };
        let locations = async {
            match (shown, after) {
                (ProductFilter::All, None) => store.locations(tenant).await,
                (ProductFilter::Incomplete, _) | (_, Some(_)) => Ok(Vec::new()),
            }
        };
        let ((products, next), locations) = try_join(listed, locations).await?;
        Ok(Self { products, next, locations })
    }
}

/// Gives a product that nobody described a title. `false` if the shop's system or the API described it.
pub(crate) async fn give_title(store: &Store, tenant: &Tenant, id: &ProductId, title: &Title) -> Result<bool, Error> {
    retry!(store, { Ok::<_, TryError<Error>>(store.title_product(tenant, id, title).await?) })
}

/// A page of all products that something named or that have reviews: a file may know a product by its number alone.
async fn all(store: &Store, tenant: &Tenant, after: Option<&ProductId>) -> Result<Found, store::table::Error> {
    let (named, reviewed) =
        try_join(store.catalog(tenant, after, PAGE), store.reviewed_products(tenant, after, PAGE)).await?;
    let mut more = named.more || reviewed.more;
    let mut counts: BTreeMap<_, _> = reviewed.rows.into_iter().collect();
    let with_counts = |listed: ListedProduct| {
        let counted = counts.remove(&listed.product.id).unwrap_or_default();
        (listed, counted)
    };
    let mut rows: Vec<_> = named.rows.into_iter().map(with_counts).collect();
    for (id, counted) in counts {
        rows.push((unnamed(id)?, counted));
    }
    // A named product beyond its own page is here as an unnamed one, and beyond this page, too.
    rows.sort_by(|(first, _), (second, _)| first.product.id.cmp(&second.product.id));
    more |= rows.len() > PAGE as usize;
    rows.truncate(PAGE as usize);
    let next = rows.last().filter(|_| more).map(|(listed, _)| listed.product.id.clone());
    Ok((rows, next))
}

/// A product that only reviews know. Its id is its title.
fn unnamed(id: ProductId) -> Result<ListedProduct, store::table::Error> {
    let title = Title::parse(id.as_str()).map_err(|_| store::table::Error::Unreadable("a product's id".to_owned()))?;
    let product = Product { id, title, image_url: None, url: None, identifiers: Identifiers::default() };
    Ok(ListedProduct { product, is_described: false })
}

/// A page of the products that shopping sites cannot find, or whose reviews have no place there.
async fn incomplete(store: &Store, tenant: &Tenant, after: Option<&ProductId>) -> Result<Found, store::table::Error> {
    let is_incomplete = |product: &Product| product.url.is_none() || !product.identifiers.are_enough();
    let (mut found, mut looked_at, mut last) = (Vec::<ListedProduct>::new(), 0, after.cloned());
    let next = loop {
        let Page { rows, more } = store.catalog(tenant, last.as_ref(), READ).await?;
        looked_at += rows.len();
        last = rows.last().map(|listed| listed.product.id.clone());
        found.extend(rows.into_iter().filter(|listed| is_incomplete(&listed.product)));
        if !more || found.len() >= PAGE as usize || looked_at >= LOOKED_AT_MAX {
            break last.filter(|_| more);
        }
    };
    let counts = store.review_counts_of(tenant, found.iter().map(|listed| &listed.product.id)).await?;
    Ok((found.into_iter().zip(counts).collect(), next))
}
