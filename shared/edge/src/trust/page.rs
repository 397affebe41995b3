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
/// The last step of decisions' hours, which has no upper bound.
const HOURS_MAX: u16 = 8_760;

#[derive(Template)]
#[template(path = "trust.html")]
pub struct TrustPage<'a> {
    texts: Texts,
    style: String,
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
    elsewhere: usize,
    from_shop: usize,
    marks: Vec<Mark>,
    /// The time within which half of the decisions were made: of all, and by stars, most first.
    half: String,
    decided: Vec<(usize, String)>,
    slowest: Option<String>,
    /// Each reason and the number of reviews that are withheld for it.
    reasons: Vec<(String, String)>,
}

/// What stands beside a review, what it means, and how many published reviews have it; `None` if that is not counted.
struct Mark {
    name: String,
    meaning: &'static str,
    count: Option<String>,
}

impl<'a> TrustPage<'a> {
    /// The page with this style sheet in the folder of the shop's pages.
    pub fn new(texts: Texts, shop: &'a Shop, body: &'a TrustBody, style: impl Display) -> Self {
        let totals = &body.totals;
        let reason = |(word, count): (&String, &Option<u64>)| {
            let none = || texts.say("trust-none").to_string();
            (format!("trust-{word}"), if *count == Some(0) { none() } else { shown(*count) })
        };
        let row = |name, cell: fn(&StarBody) -> Option<u64>, all: u64| {
            let cells = body.by_star.values().rev().map(|stars| shown(cell(stars)));
            (name, cells.chain([all.to_string()]).collect())
        };
        // The address is relative, because the policy allows only the same origin.
        let folder = format!("../p/{}", body.shop);
        let decided = (1..=5).rev().zip(body.by_star.values().rev());
        Self {
            texts,
            style: format!("{folder}/{style}"),
            shop_name: &shop.name,
            shop_url: shop.contact_url.as_ref().map(HttpsUrl::as_str),
            all: format!("{folder}/{}.html", PublicList::All.name()),
            holds: body.moderation == "hold",
            incentives: body.incentives.as_deref(),
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
            elsewhere: plain(totals.imported.saturating_sub(totals.from_shop)),
            from_shop: plain(totals.from_shop),
            marks: marks(texts, body),
            half: within(texts, body.decided.median_hours),
            slowest: body.decided.longest_hours.map(|hours| within(texts, Some(hours))),
            decided: decided.map(|(stars, of)| (stars, within(texts, of.median_hours))).collect(),
            reasons: body.withheld_by_reason.iter().map(reason).collect(),
        }
    }

    pub fn html(&self) -> Result<String, Error> {
        Ok(self.render()?)
    }
}

fn marks(texts: Texts, body: &TrustBody) -> Vec<Mark> {
    let (of, totals) = (&body.verified, &body.totals);
    let mark = |name: &str, meaning, count: Option<u64>| Mark {
        name: texts.say(name).words("system", "…").to_string(),
        meaning,
        count: count.map(|count| {
            texts.say("trust-of").count("count", plain(count)).count("all", plain(totals.published)).to_string()
        }),
    };
    let counted = |count: u64| Some(count).filter(|_| totals.published > 0);
    vec![
        mark("published-order", "trust-mark-order", counted(of.order)),
        mark("published-request", "trust-mark-request", counted(of.request)),
        mark("published-claimed", "trust-mark-claimed", counted(of.claimed)),
        mark("published-unknown", "trust-mark-unknown", counted(of.none)),
        mark("published-incentivized", "trust-mark-incentivized", counted(totals.incentivized)),
        mark("published-imported", "trust-mark-imported", None),
    ]
}

/// A time in hours or, from two days on, in days.
fn within(texts: Texts, hours: Option<u16>) -> String {
    let wording = match hours {
        None => texts.say("trust-undecided"),
        Some(HOURS_MAX) => texts.say("trust-longer"),
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
