//! The list of all requests ever made to a customer. Exports, erasures and searches by address use it.

use domain::customer::Customer;
use domain::request::Request;
use domain::review::{Review, ReviewPlace};
use domain::values::{CustomerId, RequestId, Tenant};
use jiff::Timestamp;
use serde::Deserialize;
use vault::TenantKeys;

use crate::retention::{REQUEST_DAYS, days_after};
use crate::review::list::row;
use crate::table::{End, Error, ListKey, NoFields, Page, Placed, Reading, Store, Transaction, keys};

impl Store {
    /// The ids of all of a customer's requests. The shop may have removed some of these requests.
    pub async fn customer_requests(&self, tenant: &Tenant, customer: CustomerId) -> Result<Vec<RequestId>, Error> {
        let first = self.first_request(tenant, customer).await?;
        let prefix = keys::customer_requests(customer);
        let items = self.starting(tenant, &prefix).await?;
        let mut ids = Vec::from_iter(first);
        for item in &items {
            let id = keys::id_behind(item, &prefix)?;
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
        let newest = newest.rows.first().map(|item| keys::id_behind(item, &prefix)).transpose()?;
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
        let first = self.read(&keys::customer(tenant, customer)).await?;
        Ok(first.and_then(|First { first_request }| first_request))
    }
}

impl Transaction<'_> {
    /// Adds a request to the list of a customer who existed before the request.
    pub fn note_request(&mut self, customer: CustomerId, request: &Request) {
        self.note_request_until(customer, request.id, request.expires_at);
    }

    /// Like [`note_request`](Self::note_request), with the end of the request's link, which may be past.
    pub(crate) fn note_request_until(&mut self, customer: CustomerId, request: RequestId, expires_at: Timestamp) {
        let item = NoFields::until(days_after(expires_at, REQUEST_DAYS));
        self.set(&keys::customer_request(self.tenant, customer, request), &item);
    }
}

impl Store {
    /// A page of a customer's reviews, by request, or of all reviews. Ended reviews are left out.
    pub async fn listed_reviews(
        &self,
        tenant: &Tenant,
        customer: Option<CustomerId>,
        reading: Reading<ListKey>,
        keys: &TenantKeys,
    ) -> Result<Page<Placed<Review>>, Error> {
        let prefix = customer.map_or_else(|| keys::REVIEWS.to_owned(), keys::customer_reviews);
        let page = self.placed(tenant, &prefix, reading).await?;
        // A customer's list contains no text, so an edit of a review writes only one item.
        let page = page.try_map(|(listed, item)| {
            let place = if customer.is_some() { keys::parse_place(listed.as_str())? } else { row(item)?.place };
            Ok((place, listed))
        })?;
        let places: Vec<_> = page.rows.iter().map(|(stored, _)| *stored).collect();
        let mut reviews = self.reviews_at(tenant, &places, keys).await?.into_iter();
        page.try_map(|(_, place)| Ok(Placed { place, row: reviews.next().flatten() }))
    }
}

impl Transaction<'_> {
    pub fn note_review(&mut self, customer: CustomerId, place: ReviewPlace) {
        self.set(&keys::customer_review(self.tenant, customer, place), &NoFields::default());
    }
}
