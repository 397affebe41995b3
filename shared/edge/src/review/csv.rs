//! Reviews as CSV, and as JSON Lines.

use app::review::ShownReview;
use domain::order::ProductId;
use domain::review::{ShopReply, WithholdReason};
use domain::values::Language;
use jiff::Timestamp;

use super::{ReviewBody, external_id, said, status};
use crate::csv;
use crate::native::seconds;

/// A review with its product's title.
struct Row<'a>(&'a ShownReview, Option<&'a str>);

type Cell = fn(&Row<'_>) -> String;

/// Each column, and its cell.
const COLUMNS: [(&str, Cell); 26] = [
    ("id", |Row(shown, _)| shown.review.id.to_string()),
    ("uuid", |Row(shown, _)| shown.review.id.guid().to_string()),
    ("external_review_id", |Row(shown, _)| external_id(&shown.review)),
    ("platform", |Row(shown, _)| shown.review.origin.platform().as_str().into()),
    ("product_id", |Row(shown, _)| ProductId::name_of(shown.review.product.as_ref()).into()),
    ("product_title", |Row(_, title)| title.unwrap_or_default().into()),
    ("rating", |Row(shown, _)| shown.review.rating.stars().to_string()),
    ("title", |Row(shown, _)| shown.review.headline().unwrap_or_default().into()),
    ("body", |Row(shown, _)| shown.review.text().into()),
    ("name", |Row(shown, _)| shown.review.shown_name().unwrap_or_default().into()),
    ("verification", |Row(shown, _)| shown.review.verification.as_str().into()),
    ("status", |Row(shown, _)| status(shown.review.state).into()),
    ("reason", |Row(shown, _)| shown.review.reason.map(WithholdReason::as_str).unwrap_or_default().into()),
    ("reply", |row| row.reply(|reply| reply.text.as_str().into())),
    // Those of an edit that waits are not decided about.
    ("photo_urls", |Row(shown, _)| shown.photos.iter().map(|photo| photo.url.as_str()).collect::<Vec<_>>().join(" ")),
    ("language", |Row(shown, _)| shown.review.language.map(Language::as_str).unwrap_or_default().into()),
    ("origin", |Row(shown, _)| shown.review.origin.as_str().into()),
    ("created_at", |Row(shown, _)| seconds(shown.review.created_at)),
    ("published_at", |Row(shown, _)| instant(shown.review.published.map(|published| published.last_at))),
    ("updated_at", |Row(shown, _)| seconds(shown.review.updated_at)),
    ("incentivized", |Row(shown, _)| shown.review.incentivized.to_string()),
    ("edited_at", |Row(shown, _)| instant(shown.review.edited.at)),
    ("experienced_at", |Row(shown, _)| shown.review.experienced_at.map(|day| day.to_string()).unwrap_or_default()),
    ("reply_created_at", |row| row.reply(|reply| seconds(reply.created_at))),
    ("reply_updated_at", |row| row.reply(|reply| seconds(reply.updated_at))),
    ("facts", |Row(shown, _)| {
        // Each answer on a line of its own, after its question.
        said(&shown.review.taps)
            .map(|(question, answer)| format!("{question}: {answer}"))
            .collect::<Vec<_>>()
            .join("\n")
    }),
];

impl Row<'_> {
    fn reply(&self, cell: fn(&ShopReply) -> String) -> String {
        self.0.review.content.reply.as_ref().map(cell).unwrap_or_default()
    }
}

fn instant(at: Option<Timestamp>) -> String {
    at.map(seconds).unwrap_or_default()
}

pub fn csv_head() -> Result<String, app::error::Error> {
    csv::line(COLUMNS.map(|(name, _)| name))
}

/// A review as a line, with its product's title. The URLs of its photos are separated by spaces.
pub fn csv_row(shown: &ShownReview, title: Option<&str>) -> Result<String, app::error::Error> {
    let cells = COLUMNS.map(|(_, cell)| cell(&Row(shown, title)));
    csv::line(cells.iter().map(String::as_str))
}

pub fn json_line(shown: &ShownReview) -> Result<String, app::error::Error> {
    let line = serde_json::to_string(&ReviewBody::new(shown));
    line.map(|line| line + "\n").map_err(|error| app::error::Error::Internal(error.to_string()))
}
