//! Stamped's files.

use super::{Field, Layout, PLAIN, Platform};

pub(super) const LAYOUT: Layout = Layout {
    platform: Platform::Stamped,
    headings: &[
        (Field::Product, &["product_id"]),
        (Field::Handle, &["product_handle"]),
        (Field::ProductTitle, &["productTitle"]),
        (Field::ProductUrl, &["productUrl"]),
        (Field::Rating, &["rating"]),
        (Field::Title, &["title"]),
        (Field::Body, &["body"]),
        (Field::Name, &["author"]),
        (Field::Email, &["email"]),
        (Field::WrittenAt, &["created_at"]),
        (Field::Reply, &["reply"]),
        (Field::RepliedAt, &["replied_at"]),
        (Field::ReplyIsPublic, &["publishedReply"]),
        (Field::Photos, &["photoFilenames"]),
        (Field::Status, &["published"]),
    ],
    ignored: "productImageUrl videoFilenames tags recommended votes_up votes_down location featured",
    public: &["true"],
    rates_shops: true,
    ..PLAIN
};
