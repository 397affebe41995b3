//! Yotpo's files.

use super::{Field, Layout, PLAIN, Platform};

pub(super) const LAYOUT: Layout = Layout {
    platform: Platform::Yotpo,
    headings: &[
        (Field::ExternalId, &["review_id"]),
        (Field::Product, &["product_id"]),
        (Field::ProductTitle, &["product_title"]),
        (Field::ProductUrl, &["product_url"]),
        (Field::Rating, &["review_score"]),
        (Field::Title, &["review_title"]),
        (Field::Body, &["review_content"]),
        (Field::Name, &["display_name", "Reviewer Display Name"]),
        (Field::Email, &["email", "Reviewer Email"]),
        (Field::WrittenAt, &["date", "Review Creation Date"]),
        (Field::Reply, &["comment_content"]),
        (Field::RepliedAt, &["comment_created_at"]),
        (Field::ReplyIsPublic, &["comment_public"]),
        (Field::Photos, &["published_image_url", "Published Image URLs"]),
        (Field::Status, &["published", "Review Status"]),
        (Field::Verified, &["user_type"]),
        (Field::Kind, &["Review Type"]),
    ],
    ignored: "appkey product_description product_image_url unpublished_image_url published_video_url \
              unpublished_video_url md_customer_country order_id profanity_flag",
    public: &["true", "published", "1"],
    shop: Some("yotpo_site_reviews"),
    rates_shops: true,
    ..PLAIN
};
