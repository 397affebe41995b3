//! The list of all requests ever made to a customer. Exports, erasures and searches by address use it.

use domain::customer::Customer;
use domain::request::Request;
use domain::review::{Review, ReviewPlace};
use domain::values::{CustomerId, RequestId, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use vault::TenantKeys;

use crate::retention::{REQUEST_DAYS, days_after};
use crate::review::list::row;
use crate::table::{End, Error, ListKey, Page, Part, Placed, Reading, Store, Transaction, from_item, keys};

/// An entry of the list. The key has all its data.
#[derive(Serialize)]
struct CustomerRequestItem {
    ttl: i64,
}

impl Store {
    /// The ids of all of a customer's requests. The shop may have removed some of these requests.
    pub async fn customer_requests(&self, tenant: &Tenant, customer: CustomerId) -> Result<Vec<RequestId>, Error> {
        let first = self.first_request(tenant, customer).await?;
        let prefix = keys::customer_requests(customer);
        let items = self.starting(tenant, &prefix).await?;
        let mut ids = Vec::from_iter(first);
        for item in &items {
            let id = keys::parse_listed_request(item, &prefix)?;
            // The first one is listed, too, if its link was extended.
            if first != Some(id) {
                ids.push(id);
            }
        }
        Ok(ids)
    }

    /// The newest request ever made to a customer. The shop may have removed it.
    pub(crate) async fn newest_request(
        &self,
        tenant: &Tenant,
        customer: &Customer,
    ) -> Result<Option<RequestId>, Error> {
        let prefix = keys::customer_requests(customer.id);
        let newest = self.page(tenant, &prefix, Reading::<RequestId>::first(End::Newest, 1)).await?;
        let newest = newest.rows.first().map(|item| keys::parse_listed_request(item, &prefix)).transpose()?;
        Ok(newest.max(customer.first_request))
    }

    /// The request with which a customer was created; `None` if there is none.
    pub(crate) async fn first_request(
        &self,
        tenant: &Tenant,
        customer: CustomerId,
    ) -> Result<Option<RequestId>, Error> {
        #[derive(Deserialize)]
        struct First {
            first_request: Option<RequestId>,
        }
        let first = self.get(&keys::customer(tenant, customer)).await?.map(from_item::<First>).transpose()?;
        Ok(first.and_then(|First { first_request }| first_request))
    }

    pub async fn forget_customer_request(
        &self,
        tenant: &Tenant,
        customer: CustomerId,
        request: RequestId,
    ) -> Result<(), Error> {
        self.remove(&keys::customer_request(tenant, customer, request)).await
    }
}

impl Transaction<'_> {
    /// Adds a request to the list of a customer who existed before the request.
    pub fn note_request(&mut self, customer: CustomerId, request: &Request) {
        self.note_request_until(customer, request.id, request.expires_at);
    }

    /// Like [`note_request`](Self::note_request), with the end of the request's link, which may be past.
    pub(crate) fn note_request_until(&mut self, customer: CustomerId, request: RequestId, expires_at: Timestamp) {
        let item = CustomerRequestItem { ttl: days_after(expires_at, REQUEST_DAYS) };
        let key = keys::customer_request(self.tenant, customer, request);
        self.put(Part::Other, &key, &item, "", []);
    }
}

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
