//! Today: what needs a person, the oldest review that waits first.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use domain::{HoldReason, Review, ReviewState};
use futures_util::future::try_join;
use jiff::Timestamp;
use store::{End, ListedReview, Reading, ReviewList, Today};

use crate::failure::Failure;
use crate::member::Member;
use crate::parts::Parts;
use crate::respond::framed;
use crate::shell::Shell;
use crate::ui::stars::Stars;

/// The rows in which the oldest are looked for. They come in the order in which the reviews were written.
const LOOKED_AT: u32 = 20;
/// The reviews that are shown.
const SHOWN: usize = 3;
/// The characters of a review's words that are shown.
const WORDS: usize = 160;

#[derive(Template)]
#[template(path = "today.html")]
struct TodayPage {
    shell: Shell,
    waiting: usize,
    /// How long the oldest has waited, if it is known.
    oldest: Option<String>,
    /// Published reviews with an edit that waits, among those looked at.
    edits: usize,
    rows: Vec<Row>,
    needs: Vec<Need>,
}

/// A review that waits.
struct Row {
    address: String,
    stars: Stars,
    author: String,
    words: String,
    ago: String,
}

/// Something else that needs a person.
struct Need {
    icon: &'static str,
    /// The class of its colors.
    color: &'static str,
    heading: String,
    text: String,
    since: Option<String>,
    /// The page on which something can be done, if there is one.
    page: Option<&'static str>,
}

pub(crate) async fn show(State(parts): State<Arc<Parts>>, member: Member) -> Result<Response, Failure> {
    let (store, tenant, keys) = (&parts.console.store, &member.tenant, &member.keys);
    let webhooks = member.shop.webhooks.iter().map(|subscription| subscription.webhook);
    let reading = Reading::first(End::Oldest, LOOKED_AT);
    let (today, waits) = try_join(
        store.today(tenant, webhooks, keys, member.now),
        store.review_rows(tenant, &ReviewList::Waiting, reading),
    )
    .await
    .map_err(app::Error::from)?;
    let mut rows: Vec<ListedReview> = waits.rows;
    rows.sort_by_key(|row| row.waits_since);
    let edits = rows.iter().filter(|row| row.state == ReviewState::Published).count();
    let oldest = rows.first().map(|row| member.ago(row.waits_since));
    rows.truncate(SHOWN);
    let reviews = store.reviews_of_rows(tenant, &rows, keys).await.map_err(app::Error::from)?;
    let shell = member.shell("today");
    let needs = needs(&member, &shell, &today);
    let waiting = today.reviews.total(|kind| kind.state == ReviewState::Submitted);
    let page = TodayPage {
        waiting: usize::try_from(waiting).unwrap_or(usize::MAX),
        oldest,
        edits,
        rows: reviews.iter().filter(|review| review.held_by.is_some()).map(|review| row(&member, review)).collect(),
        needs,
        shell,
    };
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

fn row(member: &Member, review: &Review) -> Row {
    let newest = review.newest();
    let text = newest.as_ref().map_or("", |version| version.words.text.as_str());
    let cut: String = text.chars().take(WORDS).collect();
    Row {
        address: format!("/console/reviews/{}", review.id),
        stars: Stars::new(member.texts, newest.as_ref().map_or(review.rating, |version| version.rating)),
        author: review.shown_name().map_or_else(|| member.texts.say("review-anonymous").to_string(), ToOwned::to_owned),
        words: if cut.len() < text.len() { format!("{}…", cut.trim_end()) } else { cut },
        ago: member.ago(review.held_since.unwrap_or(review.created_at)),
    }
}

/// The other matters that need a person: what fails, and what is held back.
fn needs(member: &Member, shell: &Shell, today: &Today) -> Vec<Need> {
    let (texts, ago) = (member.texts, |at: Timestamp| Some(member.ago(at)));
    let page = |name: &str| shell.nav.iter().find(|entry| entry.name == name).map(|entry| entry.path);
    let mut needs = Vec::new();
    for webhook in &today.webhooks {
        let (heading, text) = match (webhook.is_enabled, webhook.failing_since) {
            (true, None) => continue,
            (true, Some(_)) => ("today-webhook-fails", "today-webhook-fails-text"),
            (false, _) => ("today-webhook-off", "today-webhook-off-text"),
        };
        needs.push(Need {
            icon: "plug",
            color: "r",
            heading: texts.say(heading).to_string(),
            text: texts.say(text).with("url", webhook.url.as_str()).to_string(),
            since: webhook.failing_since.and_then(ago),
            page: page("integrations"),
        });
    }
    if let Some(hold) = today.hold {
        let text = match hold.reason {
            HoldReason::Bounces => "today-held-bounces",
            HoldReason::Complaints => "today-held-complaints",
            HoldReason::Foreign(_) => "today-held-other",
        };
        needs.push(Need {
            icon: "send",
            color: "r",
            heading: texts.say("today-held").to_string(),
            text: texts.say(text).to_string(),
            since: ago(hold.since),
            page: page("sending"),
        });
    }
    if member.shop.pause(None, member.now).is_some() {
        needs.push(Need {
            icon: "send",
            color: "w0",
            heading: texts.say("today-paused").to_string(),
            text: texts.say("today-paused-text").to_string(),
            since: None,
            page: page("sending"),
        });
    }
    let failed: u64 = today.failures.values().map(|failed| failed.count).sum();
    if failed > 0 {
        let count = usize::try_from(failed).unwrap_or(usize::MAX);
        needs.push(Need {
            icon: "send",
            color: "w0",
            heading: texts.say("today-failed").count("count", count).to_string(),
            text: texts.say("today-failed-text").to_string(),
            since: None,
            page: page("requests"),
        });
    }
    needs
}
