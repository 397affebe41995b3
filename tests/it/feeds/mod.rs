//! What is made for shopping sites and search engines of a shop's products and published reviews.

mod files;
pub mod nights;
mod schema;
mod storefront;
