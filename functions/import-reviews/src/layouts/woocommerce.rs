//! The answers of WooCommerce's REST API.

use super::{Field, Layout, PLAIN, Platform};

pub(super) const LAYOUT: Layout = Layout {
    platform: Platform::WooCommerce,
    headings: &[
        (Field::ExternalId, &["id"]),
        (Field::Product, &["product_id"]),
        (Field::ProductTitle, &["product_name"]),
        (Field::ProductUrl, &["product_permalink"]),
        (Field::Rating, &["rating"]),
        (Field::Body, &["review"]),
        (Field::Name, &["reviewer"]),
        (Field::Email, &["reviewer_email"]),
        // `date_created` is in the shop's local time zone, which is unknown here, so it is used only if the other column is empty.
        (Field::WrittenAt, &["date_created_gmt", "date_created"]),
        (Field::Status, &["status"]),
        (Field::Verified, &["verified"]),
    ],
    ignored: "formatted_date_created product_image",
    public: &["approved"],
    ..PLAIN
};
