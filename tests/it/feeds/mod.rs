//! What is made for shopping sites and search engines of a shop's products and published reviews.

pub mod files;
pub mod nights;
mod schema;
