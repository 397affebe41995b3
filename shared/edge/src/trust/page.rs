//! How a shop decides about reviews, as a page for people.

use std::fmt::Display;

use app::error::Error;
use app::review::PublicList;
use askama::Template;
use domain::shop::Shop;
use domain::values::HttpsUrl;
use texts::Texts;

use super::{StarBody, TrustBody};

const HOURS_A_DAY: u16 = 24;

#[derive(Template)]
#[template(path = "trust.html")]
pub struct TrustPage<'a> {
    texts: Texts,
    style: String,
    /// The address of the accessibility statement.
    accessibility: String,
    shop_name: &'a str,
    shop_url: Option<&'a str>,
    all: String,
    holds: bool,
    incentives: Option<&'a str>,
    /// The headings of the columns by stars, most stars first.
    stars: Vec<&'a str>,
    /// The text's id of each row, and the row's cells.
    rows: [(&'static str, Vec<String>); 4],
    waiting: usize,
    oldest_waiting_days: Option<usize>,
    withdrawn: usize,
    imported: usize,
    /// The number of published reviews whose order is known. The next two fields count reviews with only a request
    /// about an order, and all others.
    of_order: usize,
    of_request: usize,
    of_none: usize,
    /// The stars, most first, and the time within which half of the decisions were made.
    decided: Vec<(usize, String)>,
    /// Each reason and the number of reviews that are withheld for it.
    reasons: Vec<(String, String)>,
}

impl<'a> TrustPage<'a> {
    /// The page with this style sheet in the folder of the shop's pages.
    pub fn new(texts: Texts, shop: &'a Shop, body: &'a TrustBody<'a>, style: impl Display) -> Self {
        let (verified, totals) = (&body.verified, &body.totals);
        let reason = |(word, count): (&&str, &Option<u64>)| (format!("trust-{word}"), shown(*count));
        let row = |name, cell: fn(&StarBody) -> Option<u64>, all: u64| {
            let cells = body.by_star.values().rev().map(|stars| shown(cell(stars)));
            (name, cells.chain([all.to_string()]).collect())
        };
        // The address is relative, because the policy allows only the same origin.
        let folder = format!("../p/{}", body.shop);
        let decided = (1..=5).rev().zip(body.by_star.values().rev());
        Self {
            texts,
            accessibility: format!("../accessibility?shop={}", body.shop),
            style: format!("{folder}/{style}"),
            shop_name: &shop.name,
            shop_url: shop.contact_url.as_ref().map(HttpsUrl::as_str),
            all: format!("{folder}/{}.html", PublicList::All.name()),
            holds: body.moderation == "hold",
            incentives: body.incentives,
            stars: body.by_star.keys().rev().map(String::as_str).collect(),
            rows: [
                row("trust-submitted", |stars| stars.submitted, totals.submitted),
                row("trust-published", |stars| stars.published, totals.published),
                row("trust-withheld", |stars| stars.withheld, totals.withheld),
                row("trust-removed", |stars| stars.removed, totals.removed),
            ],
            waiting: plain(totals.waiting),
            oldest_waiting_days: body.oldest_waiting_days.map(|days| usize::try_from(days).unwrap_or_default()),
            withdrawn: plain(totals.withdrawn),
            imported: plain(totals.imported),
            of_order: plain(verified.order),
            of_request: plain(verified.request),
            of_none: plain(verified.none + verified.claimed),
            decided: decided.map(|(stars, of)| (stars, within(texts, of.median_hours))).collect(),
            reasons: body.withheld_by_reason.iter().map(reason).collect(),
        }
    }

    pub fn html(&self) -> Result<String, Error> {
        Ok(self.render()?)
    }
}

/// A time in hours or, from two days on, in days.
fn within(texts: Texts, hours: Option<u16>) -> String {
    let wording = match hours {
        None => texts.say("trust-undecided"),
        Some(hours) if hours < 2 * HOURS_A_DAY => texts.say("trust-hours").count("hours", usize::from(hours)),
        Some(hours) => texts.say("trust-days").count("days", usize::from(hours / HOURS_A_DAY)),
    };
    wording.to_string()
}

/// A number, or "1–4" for `None`.
fn shown(count: Option<u64>) -> String {
    count.map_or_else(|| "1–4".to_owned(), |count| count.to_string())
}

fn plain(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
