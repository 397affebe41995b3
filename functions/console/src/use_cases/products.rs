//! A page of the shop's products with the counters of their reviews, and its locations.

use app::error::Error;
use domain::customer::Location;
use domain::order::{Product, ProductId};
use domain::values::Tenant;
use futures_util::future::try_join;
use store::review::counters::ReviewCounts;
use store::table::{Page, Store};

const PAGE: u32 = 25;

pub(crate) struct ProductsPage {
    /// The products ordered by id, each with the counters of its reviews.
    pub products: Vec<(Product, ReviewCounts)>,
    pub has_more: bool,
    /// The shop's locations, oldest first; empty on later pages.
    pub locations: Vec<Location>,
}

impl ProductsPage {
    /// Reads the page with at most three calls.
    pub async fn read(store: &Store, tenant: &Tenant, after: Option<&ProductId>) -> Result<Self, Error> {
        let listed = async {
            let Page { rows, more } = store.listed_products(tenant, after, PAGE).await?;
            let counts = store.review_counts_of(tenant, rows.iter().map(|product| &product.id)).await?;
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
