//! What anybody may read: a shop's published reviews, how the shop decides about reviews, and files for crawlers.

mod embed;
mod fixed_addresses;
mod groups;
pub mod lives;
pub mod photos;
mod product_pages;
mod review_lists;
