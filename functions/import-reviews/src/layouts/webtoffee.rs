//! WooCommerce's own reviews with WooCommerce's ids, as WebToffee's plugin exports them, and as ours does with two more columns.

use super::{Field, Layout, PLAIN, Platform};

pub(super) const LAYOUT: Layout = Layout {
    platform: Platform::WooCommerce,
    headings: &[
        (Field::ExternalId, &["comment_ID"]),
        (Field::Product, &["comment_post_ID"]),
        (Field::Sku, &["product_SKU"]),
        (Field::Rating, &["rating"]),
        (Field::Body, &["comment_content"]),
        (Field::Name, &["comment_author"]),
        (Field::Email, &["comment_author_email"]),
        (Field::WrittenAt, &["comment_date_gmt", "comment_date"]),
        (Field::Status, &["comment_approved"]),
        (Field::Parent, &["comment_parent"]),
        (Field::User, &["user_id"]),
        (Field::Verified, &["verified"]),
        (Field::Photos, &["photo_urls"]),
    ],
    ignored: "comment_author_url comment_alter_id",
    public: &["1"],
    ..PLAIN
};
