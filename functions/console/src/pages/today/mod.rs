//! Today: what a person has to do, the numbers of four weeks, and recent reviews.

mod needs;

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use domain::request::Counter;
use domain::review::{DecisionHours, Rating, Review};
use store::request::counters::Counts;
use store::review::counters::tenths;
use store::review::moderation_counters::ModerationCounts;

use self::needs::{Need, needs};
use crate::failure::Failure;
use crate::page::page;
use crate::pages::reviews::author;
use crate::parts::Parts;
use crate::respond::framed;
use crate::shell::Shell;
use crate::ui::percent;
use crate::ui::stars::Stars;
use crate::use_cases::TodaysPage;
use crate::viewer::Viewer;

page! {
    "today" with "sun" for Reader;
    get Reader "/console/today" => show;
}

const WORDS: usize = 160;

#[derive(Template)]
#[template(path = "today.html")]
struct TodayPage {
    shell: Shell,
    waiting: usize,
    edits: usize,
    oldest: Option<String>,
    needs: Vec<Need>,
    figures: [Figure; 4],
    /// The reviews that have waited longest or, if none waits, the newest reviews.
    written: Vec<Written>,
}

struct Figure {
    name: &'static str,
    value: String,
    about: String,
    path: &'static str,
}

struct Written {
    address: String,
    stars: Stars,
    author: String,
    words: String,
    ago: String,
}

impl TodayPage {
    /// Whether a review or an edit waits.
    fn some_wait(&self) -> bool {
        self.waiting + self.edits > 0
    }
}

pub(crate) async fn show(State(parts): State<Arc<Parts>>, viewer: Viewer) -> Result<Response, Failure> {
    let TodaysPage { today, systems, oldest, counts } =
        TodaysPage::read(&parts.console.store, &viewer, viewer.now).await?;
    parts.console.links.read(viewer.now).await.map_err(app::error::Error::from)?;
    let operators_address = parts.console.links.postal_address();
    let live = &viewer.reviews.live;
    let page = TodayPage {
        waiting: number(live.waiting() - live.edits()),
        edits: number(live.edits()),
        oldest: oldest.map(|since| viewer.ago(since)),
        needs: needs(&viewer, &today, &systems, operators_address.as_deref()),
        figures: figures(&viewer, &counts),
        written: today.reviews.iter().map(|review| written(&viewer, review)).collect(),
        shell: viewer.shell("today"),
    };
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

fn number(count: u64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

fn written(viewer: &Viewer, review: &Review) -> Written {
    let newest = review.newest();
    let text = newest.as_ref().map_or("", |version| version.words.text.as_str());
    let cut: String = text.chars().take(WORDS).collect();
    Written {
        address: format!("/console/reviews/{}", review.id),
        stars: Stars::new(viewer.texts, newest.as_ref().map_or(review.rating, |version| version.rating)),
        author: author(viewer.texts, review),
        words: if cut.len() < text.len() { format!("{}…", cut.trim_end()) } else { cut },
        ago: viewer.ago(review.held_since.unwrap_or(review.created_at)),
    }
}

/// Sent and reviewed requests of four weeks, the average rating, and how long decisions take.
fn figures(viewer: &Viewer, [now, before]: &[Counts; 2]) -> [Figure; 4] {
    let texts = viewer.texts;
    let say = |id, count| texts.say(id).count("count", number(count)).to_string();
    let [made, sent, reviewed] = [Counter::Created, Counter::Sent, Counter::Completed].map(|counter| now.of(counter));
    let live = &viewer.reviews.live;
    let reviews = live.total(|_| true);
    let stars = Rating::ALL.map(|rating| live.total(|kind| kind.rating == rating) * u64::from(rating.stars()));
    let median = median(&viewer.reviews);
    [
        Figure {
            name: "today-sent",
            value: sent.to_string(),
            about: say("today-sent-before", before.of(Counter::Sent)),
            path: "/console/requests",
        },
        Figure {
            name: "today-reviewed",
            value: if made == 0 { "–".to_owned() } else { percent(texts, tenths(reviewed * 100, made)) },
            about: say("today-reviewed-people", reviewed),
            path: "/console/requests?status=completed",
        },
        Figure {
            name: "today-average",
            value: if reviews == 0 { "–".to_owned() } else { texts.decimal(tenths(stars.iter().sum(), reviews)) },
            about: say("today-average-of", reviews),
            path: "/console/reviews?show=all",
        },
        Figure {
            name: "today-decided",
            value: median.map_or_else(|| "–".to_owned(), |hours| say("today-hours", u64::from(hours.get()))),
            about: texts.say("today-decided-about").to_string(),
            path: "/console/reviews?show=all",
        },
    ]
}

/// The time within which half of the decisions were made, for all ratings.
fn median(counts: &ModerationCounts) -> Option<DecisionHours> {
    let mut decisions = BTreeMap::new();
    for (hours, count) in Rating::ALL.into_iter().flat_map(|rating| counts.decided(rating)) {
        *decisions.entry(hours).or_default() += count;
    }
    DecisionHours::median(&decisions)
}
