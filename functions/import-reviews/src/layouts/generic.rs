//! Files of any other system. The other layouts are the same where they say nothing else.

use super::{Field, Layout, Platform};

pub(crate) const LAYOUT: Layout = Layout {
    platform: Platform::Other,
    headings: &[
        (Field::ExternalId, &["external_review_id"]),
        (Field::Product, &["product_id"]),
        (Field::Handle, &["product_handle"]),
        (Field::Sku, &["sku"]),
        (Field::ProductTitle, &["product_title"]),
        (Field::Rating, &["rating"]),
        (Field::Title, &["title"]),
        (Field::Body, &["body"]),
        (Field::Name, &["name"]),
        (Field::Email, &["email"]),
        (Field::WrittenAt, &["created_at"]),
        (Field::EditedAt, &["edited_at"]),
        (Field::ExperiencedAt, &["experienced_at"]),
        (Field::Reply, &["reply"]),
        (Field::RepliedAt, &["reply_created_at"]),
        (Field::ReplyUpdatedAt, &["reply_updated_at"]),
        (Field::Photos, &["photo_urls"]),
        (Field::Language, &["language"]),
        (Field::Status, &["status"]),
        (Field::Incentivized, &["incentivized"]),
    ],
    ignored: "",
    public: &["true", "yes", "1", "y", "published", "approved", "public", "active", "ok"],
    dates: None,
    shop: None,
    rates_shops: false,
    is_ours: false,
};
