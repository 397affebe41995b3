//! The files of Product Reviews, a discontinued app of Shopify's own.

use super::{Field, Layout, PLAIN, Platform};

pub(super) const LAYOUT: Layout = Layout {
    platform: Platform::Shopify,
    headings: &[
        (Field::Handle, &["product_handle"]),
        (Field::Rating, &["rating"]),
        (Field::Title, &["title"]),
        (Field::Body, &["body"]),
        (Field::Name, &["author"]),
        (Field::Email, &["email"]),
        (Field::WrittenAt, &["created_at"]),
        (Field::Reply, &["reply"]),
        (Field::RepliedAt, &["replied_at"]),
        (Field::Status, &["state"]),
    ],
    ignored: "location",
    public: &["published"],
    ..PLAIN
};
