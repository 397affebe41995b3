//! Okendo's files.

use super::{Field, Layout, PLAIN, Platform};

pub(super) const LAYOUT: Layout = Layout {
    platform: Platform::Okendo,
    headings: &[
        (Field::ExternalId, &["reviewId"]),
        (Field::Product, &["productId"]),
        (Field::Handle, &["handle", "productHandle"]),
        (Field::Sku, &["sku"]),
        (Field::ProductTitle, &["productName"]),
        (Field::ProductUrl, &["productUrl"]),
        (Field::Rating, &["rating"]),
        (Field::Title, &["title"]),
        (Field::Body, &["body"]),
        (Field::Name, &["name", "reviewer_displayName", "reviewer_name"]),
        (Field::Email, &["email", "reviewer_email"]),
        (Field::WrittenAt, &["dateCreated"]),
        (Field::Reply, &["reply", "reply_body"]),
        (Field::RepliedAt, &["replyDateCreated", "reply_dateCreated"]),
        (Field::ReplyIsPublic, &["replyIsPublic"]),
        (Field::Photos, &["imageUrls", "media"]),
        (Field::Status, &["status", "isApproved"]),
        (Field::Verified, &["isVerifiedBuyer", "reviewer_isVerified"]),
        (Field::Incentivized, &["isIncentivized"]),
    ],
    ignored: "countryCode isRecommended rejectedImageUrls videoUrls variantId",
    public: &["approved", "true"],
    ..PLAIN
};
