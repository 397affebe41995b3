//! The reviews of a customer, across their requests.

use std::collections::HashMap;

use domain::{CustomerId, ProductId, Request, RequestId, Review, Subject, Tenant};
use serde::{Deserialize, Serialize};
use vault::TenantKeys;

use crate::review::SealedReview;
use crate::table::{Attributes, Error, Key, ListStart, Part, Slice, Store, Transaction, from_item, keys};

/// A review that a customer wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerReview {
    /// The request it answers.
    pub request: RequestId,
    /// The product it is about; `None` for the shop itself, and once the request has left.
    pub product: Option<ProductId>,
    /// It.
    pub review: Review,
}

/// What a customer's list knows of a review: where it is, by its key, and what it is about. The
/// request may leave the table before its reviews do.
#[derive(Serialize, Deserialize)]
struct ReviewedItem {
    /// Absent for the shop itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    product: Option<String>,
}

impl Store {
    /// A page of a customer's reviews, oldest request first; one that left the table is left out.
    ///
    /// # Errors
    /// As the table says.
    pub async fn customer_reviews(
        &self,
        tenant: &Tenant,
        customer: CustomerId,
        start: &ListStart,
        limit: u32,
        keys: &TenantKeys,
    ) -> Result<Slice<CustomerReview>, Error> {
        let slice = self.slice(tenant, &keys::customer_reviews(customer), start, limit).await?;
        let places =
            slice.rows.iter().map(|(place, _)| keys::parse_list_key(place.as_str())).collect::<Result<Vec<_>, _>>()?;
        // The list knows where its reviews are and what about: an edited review is one item.
        let mut reviews = self.batch_if_any(places.iter().map(|&(id, item)| keys::review(tenant, id, item))).await?;
        slice.with(|rows| {
            let known = rows.into_iter().zip(places).filter_map(|((_, listed), (id, item))| {
                Some((listed, id, reviews.remove(&keys::review(tenant, id, item))?))
            });
            let open = |(listed, id, item): (Attributes, RequestId, Attributes)| {
                let ReviewedItem { product } = from_item(listed)?;
                let product = product.map(|product| ProductId::in_catalog(&product)).transpose()?;
                let review = SealedReview::from_item(id, item)?.open(keys)?;
                Ok(CustomerReview { request: id, product, review })
            };
            known.map(open).collect()
        })
    }

    async fn batch_if_any(&self, keys: impl Iterator<Item = Key>) -> Result<HashMap<Key, Attributes>, Error> {
        let keys: Vec<_> = keys.collect();
        if keys.is_empty() { Ok(HashMap::new()) } else { self.batch(keys).await }
    }
}

impl Transaction<'_> {
    /// Notes for its customer, who may be unknown, that an item of a request was reviewed.
    pub fn note_review(&mut self, request: &Request, item: usize) {
        let Some(customer) = request.customer else { return };
        let product = match request.items.get(item).map(|item| &item.subject) {
            Some(Subject::Product(id)) => Some(id.as_str().to_owned()),
            Some(Subject::Shop) | None => None,
        };
        let key = keys::customer_review(self.tenant, customer, request.id, item);
        self.put(Part::Other, &key, &ReviewedItem { product }, "", []);
        self.increment(&keys::customer_totals(self.tenant, customer), "reviews", 1);
    }
}
