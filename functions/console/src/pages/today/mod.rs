//! Today: what a person has to do, the numbers of four weeks, and recent reviews.

mod needs;
mod trial;

use app::error::Error;
use app::message::suspension::{self, Release};
use askama::Template;
use axum::http::StatusCode;
use domain::request::Counter;
use domain::review::Review;
use domain::shop::Releaser;
use jiff::Timestamp;
use store::request::counters::Counts;
use store::review::counters::tenths;
use store::today::Today;

use self::needs::{Need, needs};
use self::trial::HERE;
use crate::click::Click;
use crate::form::{Flash, Served};
use crate::page::page;
use crate::pages::connections::sentences;
use crate::pages::first_steps::{self, Step};
use crate::pages::numbers;
use crate::pages::reviews::{HERE as REVIEWS, author, newest_words};
use crate::parts::Viewer;
use crate::respond::{Shell, framed};
use crate::ui::{Stars, Subject};
use crate::use_cases::TodaysPage;

page! {
    get Reader "/console/today" => show;
    post Owner "/console/today/release" => release;
    post Owner "/console/today/trial" => trial::send;
}

#[derive(Template)]
#[template(path = "today.html")]
struct TodayPage {
    shell: Shell,
    waiting: u64,
    edits: u64,
    oldest: Option<String>,
    /// What a new shop has to do.
    begin: Vec<Step>,
    /// What has been read of the shop so far, in sentences.
    notes: Vec<String>,
    /// When the first message will be sent, if one is planned.
    first: Option<String>,
    needs: Vec<Need>,
    figures: [Figure; 3],
    /// Whether there is anything to count yet.
    has_figures: bool,
    /// Among others, the reviews that have waited longest or, if none waits, the newest public reviews.
    today: Today,
}

struct Figure {
    name: &'static str,
    /// `None` if there is too little data; then `about` says so.
    value: Option<String>,
    about: String,
    path: &'static str,
}

impl TodayPage {
    /// Whether a review or an edit waits.
    fn some_wait(&self) -> bool {
        self.waiting + self.edits > 0
    }

    fn steps_done(&self) -> usize {
        self.begin.iter().filter(|step| step.is_done).count()
    }
}

pub(crate) async fn show(Click { parts, viewer, .. }: Click) -> Served {
    let read = TodaysPage::read(&parts.console.store, &viewer, viewer.now).await?;
    let begin = first_steps::find(&parts, &viewer, &read).await?;
    let operators_address = parts.console.links.postal_address();
    let has_figures = read.has_requests() || viewer.reviews.listed(|_| true) > 0;
    let TodaysPage { today, owed, systems, readings, oldest, counts, first, held } = read;
    let notes = readings.iter().flat_map(|reading| sentences(&viewer, reading));
    let live = &viewer.reviews;
    let page = TodayPage {
        waiting: live.waiting() - live.edits(),
        edits: live.edits(),
        oldest: oldest.map(|since| viewer.ago(since)),
        begin,
        notes: notes.collect(),
        first: first.map(|at| viewer.day_and_time(at)),
        has_figures,
        needs: needs(&viewer, (&today, &owed), &systems, held.as_ref(), operators_address.as_deref()),
        figures: figures(&viewer, &counts),
        today,
        shell: viewer.shell("today"),
    };
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

/// Ends the suspension of the shop's emails.
pub(crate) async fn release(Click { parts, viewer, .. }: Click) -> Served {
    let (store, by) = (&parts.console.store, viewer.caller().author());
    let text = match suspension::release(store, &viewer.tenant, Releaser::Shop, Some(&by), viewer.now).await {
        Ok(Release::Done) => viewer.texts.say("today-release-done").to_string(),
        // Only `Releaser::Time` has to wait for the end.
        Ok(Release::NotHeld | Release::NotBefore(_)) => viewer.texts.say("today-release-none").to_string(),
        Err(Error::ReleasedRecently(at)) => {
            viewer.texts.say("today-release-from").words("at", &viewer.day_and_time(at)).to_string()
        }
        Err(error) => return Err(error.into()),
    };
    Ok(Flash::new(text).then(HERE))
}

/// When a review was written or, if it waits, began to wait.
fn since(review: &Review) -> Timestamp {
    review.held.map_or(review.created_at, |held| held.since)
}

/// Sent requests of four weeks and how many of them were reviewed, as on the page *Numbers*, and the average that readers see.
fn figures(viewer: &Viewer, [now, before]: &[Counts; 2]) -> [Figure; 3] {
    let texts = viewer.texts;
    let say = |id, count| texts.say(id).count("count", count).to_string();
    let [sent, reviewed] = [Counter::Sent, Counter::Completed].map(|counter| now.of_sent(counter));
    let live = &viewer.reviews;
    let reviews = live.published();
    [
        Figure {
            name: "today-sent",
            value: Some(sent.to_string()),
            about: say("today-sent-before", before.of_sent(Counter::Sent)),
            path: numbers::HERE,
        },
        Figure {
            name: "today-reviewed",
            value: (sent > 0).then(|| texts.percent(tenths(reviewed * 100, sent))),
            about: match sent {
                0 => texts.say("today-reviewed-none").to_string(),
                _ => texts.say("today-reviewed-of").count("count", reviewed).count("sent", sent).to_string(),
            },
            path: numbers::HERE,
        },
        Figure {
            name: "today-average",
            value: (reviews > 0).then(|| texts.decimal(live.published_average())),
            about: say("today-average-of", reviews),
            path: "/console/reviews?show=published",
        },
    ]
}
