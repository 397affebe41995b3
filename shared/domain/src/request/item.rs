//! The things that a request asks about.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::order::ProductId;
use crate::values::ReviewId;
use crate::values::stored::{ms, stored_as_text};

/// One thing to review, named by its place in the request, from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// A product, or the shop.
    #[serde(rename = "of")]
    pub subject: Subject,
    /// When the item was first reviewed; `None` if it was not.
    #[serde(rename = "at", with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub reviewed_at: Option<Timestamp>,
    /// The item's review. If the author took the first review back, its successor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<ReviewId>,
}

/// The subject of a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A product, which the catalog need not have.
    Product(ProductId),
    /// The shop itself, if the request names no product.
    Shop,
}

impl Subject {
    /// The product; `None` for the shop itself.
    pub const fn product(&self) -> Option<&ProductId> {
        match self {
            Self::Product(id) => Some(id),
            Self::Shop => None,
        }
    }
}

impl From<Option<ProductId>> for Subject {
    fn from(product: Option<ProductId>) -> Self {
        product.map_or(Self::Shop, Self::Product)
    }
}

stored_as_text!(Subject, |subject: &Self| ProductId::name_of(subject.product()).to_owned(), |name| ProductId::named(
    name
)
.ok()
.map(Self::from));
