//! Afterword's own files.

use domain::review::ReviewState;
use edge::review::status;

use super::{Field, Layout, PLAIN, Platform};

pub(super) const LAYOUT: Layout = Layout {
    platform: Platform::BetterReviews,
    // In lines of JSON, the heading of an inner object's member is the object's key and then the member's.
    headings: &[
        (Field::ExternalId, &["external_review_id"]),
        (Field::Platform, &["platform"]),
        (Field::Product, &["product_id", "external_product_id"]),
        (Field::ProductTitle, &["product_title"]),
        (Field::Rating, &["rating"]),
        (Field::Title, &["title"]),
        (Field::Body, &["body", "content"]),
        (Field::Name, &["name", "reviewer_name"]),
        (Field::WrittenAt, &["created_at", "review_created_at"]),
        (Field::EditedAt, &["edited_at"]),
        (Field::ExperiencedAt, &["experienced_at"]),
        (Field::Reply, &["reply", "reply_text"]),
        (Field::RepliedAt, &["reply_created_at"]),
        (Field::ReplyUpdatedAt, &["reply_updated_at"]),
        (Field::Photos, &["photo_urls", "photos"]),
        (Field::Language, &["language"]),
        (Field::Status, &["status"]),
        (Field::Incentivized, &["incentivized"]),
    ],
    ignored: "uuid verification published_at updated_at origin reason",
    // An empty cell means that the review is public.
    public: &["", status(ReviewState::Published)],
    is_ours: true,
    ..PLAIN
};
