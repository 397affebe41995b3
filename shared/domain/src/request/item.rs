//! The things that a request asks about.

use jiff::Timestamp;

use crate::{ProductId, ReviewId};

/// One thing to review, named by its place in the request, from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// A product, or the shop.
    pub subject: Subject,
    /// When it was first reviewed; `None` if it was not.
    pub reviewed_at: Option<Timestamp>,
    /// The item's review; another one if the first was taken back.
    pub review: Option<ReviewId>,
}

/// The subject of a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A product, which the catalog need not have.
    Product(ProductId),
    /// The shop itself: for a request that names no product.
    Shop,
}
