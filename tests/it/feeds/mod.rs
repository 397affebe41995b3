//! What is made for shopping sites and search engines of a shop's products and published reviews.

mod files;
mod schema;
mod storefront;
