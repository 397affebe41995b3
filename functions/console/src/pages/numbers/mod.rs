//! Numbers: how far requests came, why messages were not sent, and how the shop decides. The API shows the same
//! numbers.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use domain::review::Rating;
use domain::values::{Channel, Dialect};
use store::review::counters::tenths;

use crate::api::numbers::{ChannelBody, DayBody, DelayBody, EmailsBody, FunnelBody, NumbersBody, StarsBody};
use crate::failure::Failure;
use crate::page::page;
use crate::pages::requests::{channel_text, dialect_text};
use crate::parts::Parts;
use crate::respond::framed;
use crate::shell::Shell;
use crate::ui;
use crate::ui::stars::Stars;
use crate::use_cases::Numbers;
use crate::viewer::Viewer;

page! {
    "numbers" with "bars" for Reader;
    get Reader "/console/numbers" => show;
}

/// The height of a chart, and the width of a day, in the chart's units.
const HIGH: u64 = 100;
const DAY_WIDE: usize = 10;

#[derive(Template)]
#[template(path = "numbers.html")]
struct NumbersPage {
    shell: Shell,
    body: NumbersBody,
    days: [String; 2],
    causes: Vec<String>,
    stars: [Stars; Rating::ALL.len()],
}

struct Column {
    name: &'static str,
    numbers: [String; 5],
}

struct Step {
    name: &'static str,
    count: u64,
    /// The share of all requests in per cent, with one decimal; `None` without requests.
    part: Option<f64>,
    path: &'static str,
}

/// A day in a chart: its place, and the heights of its requests and of its reviewed requests.
struct Bar {
    x: usize,
    sent: u64,
    reviewed: u64,
}

impl NumbersPage {
    fn steps(&self) -> [Step; 5] {
        let FunnelBody { created, sent, opened, engaged, completed } = self.body.requests;
        let step = |name, count: u64, path| Step {
            name,
            count,
            part: (created > 0).then(|| tenths(count * 100, created)),
            path,
        };
        let all = "/console/requests";
        [
            step("numbers-created", created, all),
            step("numbers-sent", sent, all),
            step("numbers-opened", opened, all),
            step("numbers-engaged", engaged, all),
            step("numbers-completed", completed, "/console/requests?status=completed"),
        ]
    }

    /// How far requests came, for each API and channel that has some.
    fn columns(&self) -> Vec<Column> {
        let by_dialect = Dialect::ALL.into_iter().zip(&self.body.by_dialect).map(|(dialect, row)| {
            let FunnelBody { created, sent, opened, engaged, completed } = row.requests;
            (created, dialect_text(dialect), [created, sent, opened, engaged, completed].map(|count| count.to_string()))
        });
        let by_channel = Channel::ALL.into_iter().zip(&self.body.by_channel).map(|(channel, row)| {
            let ChannelBody { sent, opened, engaged, completed, .. } = *row;
            let [sent_text, opened, engaged, completed] =
                [sent, opened, engaged, completed].map(|count| count.to_string());
            (sent, channel_text(channel), ["–".to_owned(), sent_text, opened, engaged, completed])
        });
        let some = by_dialect.chain(by_channel).filter(|(count, ..)| *count > 0);
        some.map(|(_, name, numbers)| Column { name, numbers }).collect()
    }

    /// The curve of the reviewed share by the days since the message, as points of a line whose end is at the top.
    fn curve(&self) -> String {
        let days = &self.body.responses.by_day;
        let top = days.last().map_or(1.0, |day| day.part).max(0.001);
        let point = |(place, part): (usize, f64)| {
            let high = 100.0 - part / top * 100.0;
            format!("{place},{high:.1} {},{high:.1}", place + 1)
        };
        days.iter().map(|day| day.part).enumerate().map(point).collect::<Vec<_>>().join(" ")
    }

    /// The reviewed share after the longest known number of days, in words.
    fn known(&self) -> Option<String> {
        let last = self.body.responses.by_day.last()?;
        let part = self.percent(last.part * 100.0);
        Some(self.shell.texts.say("numbers-soon-by").count("count", last.day + 1).words("part", &part).to_string())
    }

    fn wait(&self, row: &DelayBody) -> String {
        self.shell.texts.say("numbers-wait-days").count("count", usize::from(row.days)).to_string()
    }

    /// The reviewed share with its interval, in words.
    fn part(&self, row: &DelayBody) -> String {
        let texts = self.shell.texts;
        let Some(part) = &row.part else { return texts.say("numbers-not-enough").to_string() };
        let [low, part, high] = [part.low, part.part, part.high].map(|part| self.percent(part * 100.0));
        texts.say("numbers-range").words("part", &part).words("low", &low).words("high", &high).to_string()
    }

    fn busy(&self) -> impl Iterator<Item = &DayBody> {
        self.body.by_day.iter().rev().filter(|day| day.requests.created > 0)
    }

    fn bars(&self) -> impl Iterator<Item = Bar> {
        let days = &self.body.by_day;
        let most = days.iter().map(|day| day.requests.sent.max(day.requests.completed)).max().unwrap_or(0).max(1);
        days.iter().enumerate().map(move |(place, day)| Bar {
            x: place * DAY_WIDE,
            sent: day.requests.sent * HIGH / most,
            reviewed: day.requests.completed * HIGH / most,
        })
    }

    fn wide(&self) -> usize {
        self.body.by_day.len() * DAY_WIDE
    }

    fn percent(&self, percent: f64) -> String {
        ui::percent(self.shell.texts, percent)
    }

    /// Bounces and complaints among the last emails: the text, the count, its rate, and the rate at which SES reviews
    /// an account.
    fn returned(&self) -> [(&'static str, u32, String, String); 2] {
        let EmailsBody { sent, bounced, complained, bounces_reviewed_at, complaints_reviewed_at } = self.body.emails;
        let part = |count: u32| match sent {
            0 => "–".to_owned(),
            sent => self.percent(tenths(u64::from(count) * 100, u64::from(sent))),
        };
        [
            ("numbers-bounced", bounced, part(bounced), self.percent(bounces_reviewed_at * 100.0)),
            ("numbers-complained", complained, part(complained), self.percent(complaints_reviewed_at * 100.0)),
        ]
    }

    fn hours(&self, row: &StarsBody) -> String {
        let texts = self.shell.texts;
        row.median_hours.map_or_else(
            || "–".to_owned(),
            |hours| texts.say("today-hours").count("count", usize::from(hours)).to_string(),
        )
    }

    /// The highest number of reviews with the same stars, from which the bars' widths follow.
    fn most_stars(&self) -> u64 {
        self.body.stars.iter().map(|row| row.submitted).max().unwrap_or(0).max(1)
    }
}

pub(crate) async fn show(State(parts): State<Arc<Parts>>, viewer: Viewer) -> Result<Response, Failure> {
    let numbers = Numbers::read(&parts.console.store, &viewer.tenant, viewer.now).await?;
    let body = NumbersBody::new(&numbers, &viewer.reviews);
    let page = NumbersPage {
        days: numbers.days.map(|day| viewer.date(day)),
        causes: body.not_sent.iter().map(|row| viewer.word("numbers-why", row.cause)).collect(),
        stars: Rating::ALL.map(|rating| Stars::new(viewer.texts, rating)),
        shell: viewer.shell("numbers"),
        body,
    };
    Ok(framed(StatusCode::OK, &page, &page.shell))
}
