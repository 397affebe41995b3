//! What a request asks about.

use jiff::Timestamp;

use crate::ProductId;

/// One thing to review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub subject: Subject,
    /// When it was first reviewed.
    pub reviewed_at: Option<Timestamp>,
}

/// What an item is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A product, perhaps one the shop never described.
    Product(ProductId),
    /// The shop itself: for a request that names no product.
    Shop,
}
