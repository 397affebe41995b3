//! Pages of reviews by number: a customer's, across their requests, and all of a tenant's.

use domain::{CustomerId, Review, ReviewPlace, Tenant};
use serde::Serialize;
use vault::TenantKeys;

use crate::review::SealedReview;
use crate::review_list::place;
use crate::table::{Error, ListOrder, ListStart, Part, Slice, Store, Transaction, keys};

/// An entry of a customer's list: its key says where the review is.
#[derive(Serialize)]
struct ReviewedItem {}

impl Store {
    /// A page of a customer's reviews, oldest request first and those without one last, without those that have ended.
    pub async fn customer_reviews(
        &self,
        tenant: &Tenant,
        customer: CustomerId,
        start: &ListStart,
        limit: u32,
        keys: &TenantKeys,
    ) -> Result<Slice<Review>, Error> {
        let prefix = keys::customer_reviews(customer);
        let slice = self.slice(tenant, &prefix, ListOrder::OldestFirst, start, limit).await?;
        let places = slice.rows.iter().map(|(key, _)| keys::parse_place(key.as_str()));
        let places = places.collect::<Result<Vec<_>, _>>()?;
        // The list holds no text, so that an edited review is one item to write.
        let reviews = self.reviews_at(tenant, &places, keys).await?;
        slice.try_map(|_| Ok(reviews))
    }

    /// A page of all of a tenant's reviews, newest first.
    pub async fn all_reviews(
        &self,
        tenant: &Tenant,
        start: &ListStart,
        limit: u32,
        keys: &TenantKeys,
    ) -> Result<Slice<Review>, Error> {
        let slice = self.slice(tenant, keys::REVIEWS, ListOrder::NewestFirst, start, limit).await?;
        let places = slice.rows.iter().map(|(_, item)| place(item)).collect::<Result<Vec<_>, _>>()?;
        let reviews = self.reviews_at(tenant, &places, keys).await?;
        slice.try_map(|_| Ok(reviews))
    }

    /// The reviews of these places, in their order, without those that have ended.
    async fn reviews_at(
        &self,
        tenant: &Tenant,
        places: &[ReviewPlace],
        keys: &TenantKeys,
    ) -> Result<Vec<Review>, Error> {
        if places.is_empty() {
            return Ok(Vec::new());
        }
        let key = |&place: &ReviewPlace| keys::review(tenant, place);
        let mut items = self.batch(places.iter().map(key).collect()).await?;
        let found = places.iter().filter_map(|place| Some((*place, items.remove(&key(place))?)));
        let opened = found.map(|(place, item)| SealedReview::from_item(place, item)?.open(keys));
        let opened = opened.collect::<Result<Vec<_>, Error>>()?;
        Ok(opened.into_iter().filter(|review| !review.state.is_final()).collect())
    }
}

impl Transaction<'_> {
    /// Records a new review in its customer's list.
    pub fn note_review(&mut self, customer: CustomerId, place: ReviewPlace) {
        let key = keys::customer_review(self.tenant, customer, place);
        self.put(Part::Other, &key, &ReviewedItem {}, "", []);
    }
}
