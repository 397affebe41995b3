//! WooCommerce's own reviews with WooCommerce's ids, as CusRev exports them.

use super::{Field, Layout, PLAIN, Platform};

pub(super) const LAYOUT: Layout = Layout {
    platform: Platform::WooCommerce,
    headings: &[
        (Field::ExternalId, &["id"]),
        (Field::Product, &["product_id"]),
        (Field::Rating, &["review_score"]),
        (Field::Body, &["review_content"]),
        (Field::Name, &["display_name"]),
        (Field::Email, &["email"]),
        (Field::WrittenAt, &["date"]),
        (Field::Photos, &["media"]),
    ],
    ignored: "order_id",
    shop: Some("-1"),
    ..PLAIN
};
