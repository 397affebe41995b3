//! What anybody may read: a shop's published reviews, and how the shop decides about reviews.

mod embed;
mod photos;
mod product_pages;
mod review_lists;
mod shop_pages;
mod trust;
mod window;
