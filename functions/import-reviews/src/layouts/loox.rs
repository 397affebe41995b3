//! Loox's files.

use super::{Field, Layout, PLAIN, Platform};

pub(super) const LAYOUT: Layout = Layout {
    platform: Platform::Loox,
    headings: &[
        (Field::ExternalId, &["id"]),
        (Field::Product, &["productId", "product_Id"]),
        (Field::Handle, &["handle", "product_handle"]),
        (Field::Rating, &["rating"]),
        (Field::Body, &["body", "review"]),
        (Field::Name, &["author", "nickname", "full_name"]),
        (Field::Email, &["email"]),
        (Field::WrittenAt, &["created_at", "date"]),
        (Field::Reply, &["reply"]),
        (Field::RepliedAt, &["replied_at"]),
        (Field::Photos, &["photo_url", "img"]),
        (Field::Status, &["status"]),
        (Field::Verified, &["verified_purchase"]),
        (Field::Incentivized, &["incentivized"]),
    ],
    ignored: "variant",
    public: &["active"],
    ..PLAIN
};
