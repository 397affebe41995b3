//! How a shop decides about reviews, as a page for people.

use askama::Template;
use texts::Texts;

use crate::wire::trust::{StarBody, TrustBody};

/// What the template shows.
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
    /// By stars, most first: how many, and what became of them.
    rows: Vec<(usize, [String; 5])>,
    all: [String; 4],
    /// Waiting, withdrawn, imported.
    others: [String; 3],
    oldest_waiting_days: Option<String>,
}

impl<'a> TrustPage<'a> {
    pub(crate) fn new(texts: Texts, shop_name: &'a str, body: &TrustBody<'a>) -> Self {
        let (verified, totals) = (&body.verified, &body.totals);
        let reason = |(word, count): (&&str, &Option<u64>)| (format!("trust-{word}"), shown(*count));
        let row = |(stars, row): (&String, &StarBody)| (stars.parse().unwrap_or_default(), cells(row));
        Self {
            texts,
            shop_name,
            holds: body.moderation == "hold",
            incentives: body.incentives,
            verified: [verified.order, verified.request, verified.none].map(|count| count.to_string()),
            reasons: body.withheld_by_reason.iter().map(reason).collect(),
            rows: body.by_star.iter().rev().map(row).collect(),
            all: [totals.submitted, totals.published, totals.withheld, totals.removed].map(|count| count.to_string()),
            others: [totals.waiting, totals.withdrawn, totals.imported].map(|count| count.to_string()),
            oldest_waiting_days: body.oldest_waiting_days.map(|days| days.to_string()),
        }
    }
}

fn cells(row: &StarBody) -> [String; 5] {
    let StarBody { submitted, published, withheld, removed, median_hours } = row;
    let hours = median_hours.map_or_else(|| "–".to_owned(), |hours| hours.to_string());
    [shown(*submitted), shown(*published), shown(*withheld), shown(*removed), hours]
}

/// A number, or that it is one of those that are not given.
fn shown(count: Option<u64>) -> String {
    count.map_or_else(|| "1–4".to_owned(), |count| count.to_string())
}
