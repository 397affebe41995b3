//! What reviews are about: a page of the shop's products with the counters of their reviews, and its locations.

use app::error::Error;
use domain::customer::Location;
use domain::order::{Product, ProductId};
use domain::values::Tenant;
use futures_util::future::try_join;
use store::review::counters::ReviewCounts;
use store::table::{Page, Store};

/// Products on a page.
const PAGE: u32 = 25;

/// What the page shows.
pub(crate) struct ProductsPage {
    /// The products in the order of their ids, each with the counters of its reviews.
    pub products: Vec<(Product, ReviewCounts)>,
    /// Whether more products follow.
    pub has_more: bool,
    /// The shop's locations, oldest first; none on a later page.
    pub locations: Vec<Location>,
}

impl ProductsPage {
    /// Reads it, in three calls at most.
    pub async fn read(store: &Store, tenant: &Tenant, after: Option<&ProductId>) -> Result<Self, Error> {
        let listed = async {
            let Page { rows, more } = store.listed_products(tenant, after, PAGE).await?;
            let counts = store.review_counts_of(tenant, &rows).await?;
            Ok((rows.into_iter().zip(counts).collect(), more))
        };
        let locations = async {
            match after {
                None => store.locations(tenant).await,
                Some(_) => Ok(Vec::new()),
            }
        };
        let ((products, has_more), locations): (_, _) = try_join(listed, locations).await?;
        Ok(Self { products, has_more, locations })
    }
}
