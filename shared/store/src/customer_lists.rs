//! The pages of a shop's customers, and of one customer's messages and reviews.

use std::collections::HashMap;

use domain::{Customer, CustomerId, ProductId, RequestId, Review, Step, Tenant};
use vault::TenantKeys;

use crate::customer_item::CustomerItem;
use crate::customers::ReviewedItem;
use crate::item::{Attributes, SealedReview, from_item};
use crate::keys::{self, Key};
use crate::pages::{List, ListKey, ListStart, Slice};
use crate::request_item::StepPart;
use crate::{Error, Store};

/// A message to a customer, as it was settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerMessage {
    /// The request it is of.
    pub request: RequestId,
    /// Its number among that request's messages, from 0.
    pub number: usize,
    /// How far it got.
    pub step: Step,
}

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

impl Store {
    /// A page of a tenant's customers, oldest first.
    ///
    /// # Errors
    /// As the table says.
    pub async fn customers(
        &self,
        tenant: &Tenant,
        start: &ListStart,
        limit: u32,
        keys: &TenantKeys,
    ) -> Result<Slice<Customer>, Error> {
        let slice = self.slice(tenant, List::Customers, start, limit).await?;
        let open = |(place, item): (ListKey, Attributes)| {
            let id = place.as_str().parse().ok().and_then(CustomerId::new);
            let id = id.ok_or_else(|| Error::Unreadable("a customer's key".to_owned()))?;
            from_item::<CustomerItem>(item)?.open(id, keys)
        };
        slice.with(|rows| rows.into_iter().map(open).collect())
    }

    /// A page of a customer's messages, oldest request first.
    ///
    /// # Errors
    /// As the table says.
    pub async fn customer_messages(
        &self,
        tenant: &Tenant,
        customer: CustomerId,
        start: &ListStart,
        limit: u32,
    ) -> Result<Slice<CustomerMessage>, Error> {
        let read = |(place, item): (ListKey, Attributes)| {
            let (request, number) = parsed(&place)?;
            Ok(CustomerMessage { request, number, step: from_item::<StepPart>(item)?.try_into()? })
        };
        let slice = self.slice(tenant, List::Messages(customer), start, limit).await?;
        slice.with(|rows| rows.into_iter().map(read).collect())
    }

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
        let slice = self.slice(tenant, List::Reviews(customer), start, limit).await?;
        let places = slice.rows.iter().map(|(place, _)| parsed(place)).collect::<Result<Vec<_>, _>>()?;
        // The list knows where its reviews are and what about: an edited review is one item.
        let mut reviews = self.batch_if_any(places.iter().map(|&(id, item)| keys::review(tenant, id, item))).await?;
        slice.with(|rows| {
            let known = rows.into_iter().zip(places).filter_map(|((_, listed), (id, item))| {
                Some((listed, id, reviews.remove(&keys::review(tenant, id, item))?))
            });
            let open = |(listed, id, item): (Attributes, RequestId, Attributes)| {
                let ReviewedItem { product } = from_item(listed)?;
                let product = product.map(|product| ProductId::in_catalog(&product)).transpose()?;
                let review = SealedReview { id, item: from_item(item)? }.open(keys)?;
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

fn parsed(place: &ListKey) -> Result<(RequestId, usize), Error> {
    keys::parse_place(place.as_str()).ok_or_else(|| Error::Unreadable("a place in a customer's list".to_owned()))
}
