//! A customer's reviews, across their requests.

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
    /// The product it is about; `None` for the shop itself.
    pub product: Option<ProductId>,
    /// The review as it is today.
    pub review: Review,
}

/// An entry of a customer's list. Its key says where the review is; its product is stored because the
/// request is removed before its reviews.
#[derive(Serialize, Deserialize)]
struct ReviewedItem {
    /// Absent for the shop itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    product: Option<String>,
}

impl Store {
    /// A page of a customer's reviews, oldest request first.
    pub async fn customer_reviews(
        &self,
        tenant: &Tenant,
        customer: CustomerId,
        start: &ListStart,
        limit: u32,
        keys: &TenantKeys,
    ) -> Result<Slice<CustomerReview>, Error> {
        let slice = self.slice(tenant, &keys::customer_reviews(customer), start, limit).await?;
        let ids = slice.rows.iter().map(|(key, _)| keys::parse_list_key(key.as_str()));
        let ids = ids.collect::<Result<Vec<_>, _>>()?;
        // The list holds no text, so that an edited review is one item to write.
        let mut reviews = self.batch_if_any(ids.iter().map(|&(id, item)| keys::review(tenant, id, item))).await?;
        slice.try_map(|rows| {
            let existing = rows.into_iter().zip(ids).filter_map(|((_, entry), (id, item))| {
                Some((entry, id, reviews.remove(&keys::review(tenant, id, item))?))
            });
            let open = |(entry, id, review): (Attributes, RequestId, Attributes)| {
                let ReviewedItem { product } = from_item(entry)?;
                let product = product.map(|product| ProductId::in_catalog(&product)).transpose()?;
                let review = SealedReview::from_item(id, review)?.open(keys)?;
                Ok(CustomerReview { request: id, product, review })
            };
            // One that has ended is shown to nobody.
            let opened = existing
                .map(open)
                .filter(|read| read.as_ref().is_ok_and(|read| !read.review.state.is_final()) || read.is_err());
            opened.collect()
        })
    }

    async fn batch_if_any(&self, keys: impl Iterator<Item = Key>) -> Result<HashMap<Key, Attributes>, Error> {
        let keys: Vec<_> = keys.collect();
        if keys.is_empty() { Ok(HashMap::new()) } else { self.batch(keys).await }
    }
}

impl Transaction<'_> {
    /// Records a new review in its customer's list. Does nothing if the request has no customer.
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
