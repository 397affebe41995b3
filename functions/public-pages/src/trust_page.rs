//! How a shop decides about reviews, as a page for people.

use askama::Template;
use texts::Texts;

use crate::wire::trust::{StarBody, TrustBody};

/// The template's values.
#[derive(Template)]
#[template(path = "trust.html")]
pub(crate) struct TrustPage<'a> {
    texts: Texts,
    shop_name: &'a str,
    holds: bool,
    incentives: Option<&'a str>,
    /// Of a known order, asked for after an order, neither.
    verified: [String; 3],
    /// The reasons with how many reviews are withheld for each.
    reasons: Vec<(String, String)>,
    /// The columns but the last, which has all: by stars, most first.
    stars: Vec<&'a str>,
    /// The message that names each row, and its cells.
    rows: Vec<(&'static str, Vec<String>)>,
    /// Waiting, withdrawn, imported.
    others: [String; 3],
    oldest_waiting_days: Option<String>,
}

impl<'a> TrustPage<'a> {
    pub(crate) fn new(texts: Texts, shop_name: &'a str, body: &'a TrustBody<'a>) -> Self {
        let (verified, totals) = (&body.verified, &body.totals);
        let reason = |(word, count): (&&str, &Option<u64>)| (format!("trust-{word}"), shown(*count));
        let row = |name, cell: fn(&StarBody) -> String, all: String| {
            (name, body.by_star.values().rev().map(cell).chain([all]).collect())
        };
        Self {
            texts,
            shop_name,
            holds: body.moderation == "hold",
            incentives: body.incentives,
            verified: [verified.order, verified.request, verified.none].map(|count| count.to_string()),
            reasons: body.withheld_by_reason.iter().map(reason).collect(),
            stars: body.by_star.keys().rev().map(String::as_str).collect(),
            rows: vec![
                row("trust-submitted", |stars| shown(stars.submitted), totals.submitted.to_string()),
                row("trust-published", |stars| shown(stars.published), totals.published.to_string()),
                row("trust-withheld", |stars| shown(stars.withheld), totals.withheld.to_string()),
                row("trust-removed", |stars| shown(stars.removed), totals.removed.to_string()),
                row("trust-hours", hours, String::new()),
            ],
            others: [totals.waiting, totals.withdrawn, totals.imported].map(|count| count.to_string()),
            oldest_waiting_days: body.oldest_waiting_days.map(|days| days.to_string()),
        }
    }
}

fn hours(stars: &StarBody) -> String {
    stars.median_hours.map_or_else(|| "–".to_owned(), |hours| hours.to_string())
}

/// A number, or that it is one of those that are not given.
fn shown(count: Option<u64>) -> String {
    count.map_or_else(|| "1–4".to_owned(), |count| count.to_string())
}
