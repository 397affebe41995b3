//! Reviews as CSV, and as JSON Lines.

use std::borrow::Cow;

use app::review::ShownReview;
use domain::order::ProductId;
use domain::review::WithholdReason;
use domain::values::Language;

use super::{ReviewBody, external_id, status};
use crate::csv;
use crate::native::seconds;

const COLUMNS: [&str; 25] = [
    "id",
    "uuid",
    "external_review_id",
    "platform",
    "product_id",
    "product_title",
    "rating",
    "title",
    "body",
    "name",
    "verification",
    "status",
    "reason",
    "reply",
    "photo_urls",
    "language",
    "origin",
    "created_at",
    "published_at",
    "updated_at",
    "incentivized",
    "edited_at",
    "experienced_at",
    "reply_created_at",
    "reply_updated_at",
];

pub fn csv_head() -> Result<String, app::error::Error> {
    csv::line(COLUMNS)
}

/// A review as a line, with its product's title. The URLs of its photos are separated by spaces.
pub fn csv_row(
    ShownReview { review, photos, pending_photos: _ /* not decided about */ }: &ShownReview,
    title: Option<&str>,
) -> Result<String, app::error::Error> {
    let uuid = review.id.guid().to_string();
    let reply = review.content.reply.as_ref();
    let photos: Vec<_> = photos.iter().map(|photo| photo.url.as_str()).collect();
    let cells: [Cow<'_, str>; 25] = [
        review.id.to_string().into(),
        uuid.into(),
        external_id(review).into(),
        review.origin.platform().as_str().into(),
        ProductId::name_of(review.product.as_ref()).into(),
        title.unwrap_or_default().into(),
        review.rating.stars().to_string().into(),
        review.headline().unwrap_or_default().into(),
        review.text().into(),
        review.shown_name().unwrap_or_default().into(),
        review.verification.as_str().into(),
        status(review.state).into(),
        review.reason.map(WithholdReason::as_str).unwrap_or_default().into(),
        reply.map(|reply| reply.text.as_str()).unwrap_or_default().into(),
        photos.join(" ").into(),
        review.language.map(Language::as_str).unwrap_or_default().into(),
        review.origin.as_str().into(),
        seconds(review.created_at).into(),
        review.published.map(|published| seconds(published.last_at)).unwrap_or_default().into(),
        seconds(review.updated_at).into(),
        review.incentivized.to_string().into(),
        review.edited.at.map(seconds).unwrap_or_default().into(),
        review.experienced_at.map(|day| day.to_string()).unwrap_or_default().into(),
        reply.map(|reply| seconds(reply.created_at)).unwrap_or_default().into(),
        reply.map(|reply| seconds(reply.updated_at)).unwrap_or_default().into(),
    ];
    csv::line(cells.iter().map(|cell| &**cell))
}

pub fn json_line(shown: &ShownReview) -> Result<String, app::error::Error> {
    let line = serde_json::to_string(&ReviewBody::new(shown));
    line.map(|line| line + "\n").map_err(|error| app::error::Error::Internal(error.to_string()))
}
