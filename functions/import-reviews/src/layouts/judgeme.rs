//! Judge.me's files.

use super::{DateOrder, Field, Layout, PLAIN, Platform};

pub(super) const LAYOUT: Layout = Layout {
    platform: Platform::Judgeme,
    headings: &[
        (Field::ExternalId, &["metaobject_handle", "review_id"]),
        (Field::Product, &["product_id"]),
        (Field::Handle, &["product_handle"]),
        (Field::Rating, &["rating"]),
        (Field::Title, &["title"]),
        (Field::Body, &["body"]),
        (Field::Name, &["reviewer_name"]),
        (Field::Email, &["reviewer_email"]),
        (Field::WrittenAt, &["review_date"]),
        (Field::Reply, &["reply"]),
        (Field::RepliedAt, &["reply_date"]),
        (Field::Photos, &["picture_urls"]),
        (Field::Status, &["curated"]),
        (Field::Verified, &["verified"]),
    ],
    ignored: "source ip_address location",
    public: &["ok"],
    // The import's template says so.
    dates: Some(DateOrder::DayFirst),
    rates_shops: true,
    ..PLAIN
};
