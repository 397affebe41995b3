//! Pages of reviews by page number: of a customer's reviews across requests, and of all of a tenant's.

use domain::review::{Review, ReviewPlace};
use domain::values::{CustomerId, Tenant};
use serde::Serialize;
use vault::TenantKeys;

use crate::review::list::row;
use crate::table::{Error, ListKey, Page, Part, Placed, Reading, Store, Transaction, keys};

/// An entry of a customer's list. The key says where the review is.
#[derive(Serialize)]
struct ReviewedItem {}

impl Store {
    /// A page of a customer's reviews, by request. Ended reviews are left out.
    pub async fn customer_reviews(
        &self,
        tenant: &Tenant,
        customer: CustomerId,
        reading: Reading<ListKey>,
        keys: &TenantKeys,
    ) -> Result<Page<Placed<Review>>, Error> {
        let page = self.placed(tenant, &keys::customer_reviews(customer), reading).await?;
        // The list contains no text, so an edit of a review writes only one item.
        let page = page.try_map(|(listed, _)| Ok((keys::parse_place(listed.as_str())?, listed)))?;
        self.placed_reviews(tenant, page, keys).await
    }

    pub async fn all_reviews(
        &self,
        tenant: &Tenant,
        reading: Reading<ListKey>,
        keys: &TenantKeys,
    ) -> Result<Page<Placed<Review>>, Error> {
        let page = self.placed(tenant, keys::REVIEWS, reading).await?;
        let page = page.try_map(|(listed, item)| Ok((row(item)?.place, listed)))?;
        self.placed_reviews(tenant, page, keys).await
    }

    /// Reads the reviews of a page; `row` is `None` for an ended review.
    async fn placed_reviews(
        &self,
        tenant: &Tenant,
        page: Page<(ReviewPlace, ListKey)>,
        keys: &TenantKeys,
    ) -> Result<Page<Placed<Review>>, Error> {
        let places: Vec<_> = page.rows.iter().map(|(stored, _)| *stored).collect();
        let mut reviews = self.reviews_at(tenant, &places, keys).await?.into_iter();
        page.try_map(|(_, place)| Ok(Placed { place, row: reviews.next().flatten() }))
    }
}

impl Transaction<'_> {
    pub fn note_review(&mut self, customer: CustomerId, place: ReviewPlace) {
        let key = keys::customer_review(self.tenant, customer, place);
        self.put(Part::Other, &key, &ReviewedItem {}, "", []);
    }
}
