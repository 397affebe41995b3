//! Numbers: how far requests came, why messages were not sent, and how the shop decides. The API shows the same numbers
//! for 28 days.

mod chart;

use std::iter;

use app::review::FactBars;
use askama::Template;
use axum::http::StatusCode;
use domain::message::Cause;
use domain::order::{Product, ProductId};
use domain::request::Counter;
use domain::review::Rating;
use store::request::counters::Counts;
use store::review::counters::tenths;
use texts::Texts;

use self::chart::Days;
use crate::api::numbers::{EmailsBody, NumbersBody};
use crate::click::Click;
use crate::form::{Failure, Served};
use crate::page::page;
use crate::parts::Viewer;
use crate::respond::{Shell, framed};
use crate::ui::{Stars, Subject, Tab};
use crate::use_cases::{FactNumbers, Numbers, Period, answer_shares};

page! {
    get Reader "/console/numbers" => show;
}

pub(crate) const HERE: &str = "/console/numbers";

#[derive(Template)]
#[template(path = "numbers.html")]
struct NumbersPage {
    shell: Shell,
    body: NumbersBody,
    periods: Vec<Tab>,
    /// The first and the last day, in words.
    days: [String; 2],
    /// What has become of the requests and, where it is known, how the period before was.
    sentences: Vec<String>,
    steps: [Step; 5],
    /// A text about requests that were reviewed through links that the shop shared itself, if there are any.
    shared: Option<String>,
    by_day: Days,
    causes: Vec<String>,
    /// The first day for which failures are stored, if it is later than the period's first.
    failures_from: Option<String>,
    stars: [Stars; Rating::ALL.len()],
    /// What was tapped about facts, if anything was.
    facts: Option<FactNumbers>,
}

struct Step {
    name: &'static str,
    /// The text that explains the step; empty without one.
    about: &'static str,
    count: u64,
    /// The share of the sent requests in per cent, with one decimal; `None` for requests that were not sent, and if none was.
    part: Option<f64>,
}

impl NumbersPage {
    /// Whether there is nothing to count yet.
    fn is_empty(&self) -> bool {
        let is_quiet = self.steps[0].count == 0 && self.body.emails.sent == 0;
        is_quiet && self.body.stars.iter().all(|row| row.submitted == 0)
    }

    fn numbers<const N: usize>(&self, numbers: &[u64; N]) -> [String; N] {
        numbers.map(|number| self.shell.texts.number(number))
    }

    fn percent(&self, percent: f64) -> String {
        self.shell.texts.percent(percent)
    }

    /// Bounces and complaints among the last emails: the text, the count, its rate, and the rate at which SES reviews
    /// an account. Empty before the first email.
    fn returned(&self) -> Vec<(&'static str, u32, String, String)> {
        let EmailsBody { sent, bounced, complained, bounces_reviewed_at, complaints_reviewed_at } = self.body.emails;
        if sent == 0 {
            return Vec::new();
        }
        let row = |name, count: u32, line: f64| {
            let part = self.percent(tenths(u64::from(count) * 100, u64::from(sent)));
            (name, count, part, self.percent(line * 100.0))
        };
        vec![
            row("numbers-bounced", bounced, bounces_reviewed_at),
            row("numbers-complained", complained, complaints_reviewed_at),
        ]
    }

    /// The highest number of reviews with the same stars, from which the bars' widths follow.
    fn most_stars(&self) -> u64 {
        self.body.stars.iter().map(|row| row.submitted).max().unwrap_or(0).max(1)
    }
}

fn subject(texts: Texts, id: &ProductId, products: &[Product]) -> Subject {
    Subject::new(texts, Some(id), products)
}

fn is_order(both: &[FactBars; 2]) -> bool {
    both.iter().any(|bars| bars.middle.is_some())
}

/// The place of the mark of a middle on a line of 100, which is 3 wide.
pub(crate) fn mark(middle: f64) -> String {
    format!("{:.1}", middle * 97.0)
}

/// The number of created requests, and how far the sent ones came.
fn steps(numbers: &Numbers) -> [Step; 5] {
    let of = |counter| numbers.requests.of_sent(counter);
    let sent = of(Counter::Sent);
    let step = |name, about, counter| {
        let count = of(counter);
        Step { name, about, count, part: (sent > 0).then(|| tenths(count * 100, sent)) }
    };
    [
        Step { name: "numbers-created", about: "", count: numbers.requests.of(Counter::Created), part: None },
        Step { name: "numbers-sent", about: "numbers-sent-about", count: sent, part: None },
        step("numbers-opened", "numbers-opened-about", Counter::Opened),
        step("numbers-engaged", "", Counter::Engaged),
        step("numbers-completed", "", Counter::Completed),
    ]
}

/// The page's answer in a sentence or two; none before the first email.
fn sentences(viewer: &Viewer, numbers: &Numbers) -> Vec<String> {
    let texts = viewer.texts;
    let said = |id: &str, counts: &Counts| {
        let [sent, reviewed] = [Counter::Sent, Counter::Completed].map(|counter| counts.of_sent(counter));
        let days = texts.say(id).count("days", numbers.length);
        (sent > 0).then(|| days.count("sent", sent).count("reviewed", reviewed).to_string())
    };
    let before = numbers.before.as_ref().and_then(|before| said("numbers-before", before));
    said("numbers-so-far", &numbers.requests).map_or_else(Vec::new, |said| iter::once(said).chain(before).collect())
}

/// A text about requests that were reviewed through links that the shop shared itself.
fn shared(viewer: &Viewer, numbers: &Numbers) -> Option<String> {
    let all = numbers.requests.of(Counter::Completed);
    let count = all.saturating_sub(numbers.requests.of_sent(Counter::Completed));
    (count > 0).then(|| viewer.texts.say("numbers-shared").count("count", count).to_string())
}

fn periods(viewer: &Viewer, chosen: Period) -> Vec<Tab> {
    let choice = |period: Period| Tab {
        path: format!("{HERE}?days={}", period.as_str()),
        text: viewer.word("numbers-period", period.as_str()),
        is_chosen: period == chosen,
    };
    Period::ALL.map(choice).into()
}

pub(crate) async fn show(Click { parts, viewer, fields: query, .. }: Click) -> Served {
    let period = query.find("days").map_or(Some(Period::Usual), Period::parse).ok_or(Failure::NotFound)?;
    let numbers = Numbers::read(&parts.console.store, &viewer.tenant, period, viewer.now).await?;
    let body = NumbersBody::new((&numbers, &viewer.reviews));
    let facts = match &viewer.shop.review_settings.facts {
        Some(facts) => {
            let asked = (facts, &viewer.reviews);
            FactNumbers::read(&parts.console.store, &viewer.tenant, asked, viewer.now).await?
        }
        None => None,
    };
    let (zone, causes) = (viewer.zone(), body.not_sent.iter().filter_map(|row| Cause::parse(&row.cause)));
    let page = NumbersPage {
        periods: periods(&viewer, period),
        days: numbers.days.map(|day| viewer.date(day)),
        sentences: sentences(&viewer, &numbers),
        steps: steps(&numbers),
        shared: shared(&viewer, &numbers),
        by_day: Days::new(&viewer, &numbers),
        causes: causes.map(|cause| viewer.speech(&zone).meaning(cause)).collect(),
        failures_from: (numbers.failures_from > numbers.days[0]).then(|| viewer.date(numbers.failures_from)),
        stars: Rating::ALL.map(|rating| Stars::new(viewer.texts, rating)),
        facts,
        shell: viewer.shell("numbers"),
        body,
    };
    Ok(framed(StatusCode::OK, &page, &page.shell))
}
