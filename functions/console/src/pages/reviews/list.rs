//! The list with four tabs: waiting, published, withheld, all. Filters only change what is shown; a decision is about one review,
//! or about those that were marked.

use askama::Template;
use axum::http::StatusCode;
use domain::review::{HoldRule, Rating, Review, ReviewState, Tap, WithholdReason};
use domain::values::Verification;
use jiff::SignedDuration;

use super::query::{ListQuery, Tab};
use super::words::{marked, newest_taps, newest_words, waits_unlike_others};
use super::{NAME, author};
use crate::click::Click;
use crate::form::Served;
use crate::parts::Viewer;
use crate::respond::{Shell, framed};
use crate::times::Days;
use crate::ui::{Stars, Subject};
use crate::use_cases::ListedReviews;

/// From how many reviews on a list can be filtered.
const FILTERED_FROM: u64 = 10;

#[derive(Template)]
#[template(path = "reviews.html")]
struct ReviewsPage {
    shell: Shell,
    query: ListQuery,
    /// The product whose reviews alone are shown, if any: its page leads here.
    chosen: Option<Subject>,
    rows: Vec<ReviewRow>,
    next: Option<String>,
    /// Whether the shop has no review yet, so that there is nothing to search.
    is_new: bool,
    /// Whether the search stopped before the page was full.
    is_cut: bool,
}

struct ReviewRow {
    review: Review,
    stars: Stars,
    subject: Subject,
    headline: Option<String>,
    /// The words in parts, each with whether it is contact data for which the review waits.
    words: Vec<(String, bool)>,
    taps: Vec<Tap>,
    /// The day on which it was written or, if it waits, on which it began to wait; only in the day's first row.
    day: Option<String>,
    /// How long ago that was; only within the first day, because later the day is enough.
    ago: Option<String>,
    rule: Option<String>,
    /// Whether the keys decide about this row first.
    is_now: bool,
}

impl ReviewsPage {
    fn ratings(&self) -> impl Iterator<Item = (u8, bool)> + '_ {
        Rating::ALL.into_iter().rev().map(|rating| (rating.stars(), self.query.stars == Some(rating)))
    }

    /// The reasons to wait, each with whether it is chosen.
    fn rules(&self) -> impl Iterator<Item = (&'static str, bool)> + '_ {
        let waiting = HoldRule::ALL.into_iter().filter(|rule| *rule != HoldRule::Insider);
        waiting.map(|rule| (rule.as_str(), self.query.why == Some(rule)))
    }

    fn nothing(&self) -> &'static str {
        match self.query.tab {
            _ if self.is_new => "reviews-nothing-all",
            _ if self.is_cut => "reviews-cut",
            _ if self.query == ListQuery::unanswered() => "reviews-all-answered",
            _ if self.query.is_filtered() => "reviews-nothing-found",
            Tab::Waiting => "reviews-nothing-waiting",
            Tab::Published | Tab::Withheld | Tab::All => "nothing-here",
        }
    }

    /// How many reviews a tab has, whatever the filters.
    fn count(&self, tab: Tab) -> u64 {
        let counts = &self.shell.reviews;
        let edits = if tab == Tab::Waiting { counts.edits() } else { 0 };
        counts.listed(|kind| tab.state().is_none_or(|state| kind.state == state)) + edits
    }

    /// Whether there is enough to filter, or a filter to take back.
    fn has_filters(&self) -> bool {
        self.shell.reviews.listed(|_| true) >= FILTERED_FROM || self.query.is_filtered()
    }

    /// Whether the row has the buttons of a decision; otherwise, on a phone, the whole row leads to the review.
    fn may_decide(&self, review: &Review) -> bool {
        review.held.is_some() && self.shell.is_moderator()
    }

    /// Whether it can be decided about with others. About a change of a public review, a person decides alone: withholding
    /// could mean the change or the review.
    fn may_mark(&self, review: &Review) -> bool {
        let is_open = review.state == ReviewState::Submitted || review.reason == Some(WithholdReason::EarlierSystem);
        is_open && self.shell.is_moderator()
    }

    fn may_mark_some(&self) -> bool {
        self.rows.iter().any(|row| self.may_mark(&row.review))
    }

    fn words(&self) -> &str {
        self.query.words.as_deref().unwrap_or_default()
    }
}

fn row(viewer: &Viewer, review: Review, products: &[domain::order::Product], days: &mut Days) -> ReviewRow {
    let plans = viewer.shop.number_plans(None).in_language(review.language);
    let (rating, headline, words) = newest_words(&review);
    let since = review.held.map_or(review.created_at, |held| held.since);
    ReviewRow {
        stars: Stars::new(viewer.texts, rating),
        subject: Subject::new(viewer.texts, review.product.as_ref(), products),
        headline,
        words: if review.held.is_some() { marked(&words, &plans) } else { vec![(words, false)] },
        taps: newest_taps(&review),
        day: days.opening(&viewer.day(since)),
        ago: (viewer.now.duration_since(since) < SignedDuration::from_hours(24)).then(|| viewer.ago(since)),
        rule: match review.is_insiders {
            true => Some(viewer.word("review-rule", HoldRule::Insider.as_str())),
            false => waits_unlike_others(viewer, &review, plans),
        },
        is_now: false,
        review,
    }
}

pub(crate) async fn list(Click { parts, viewer, fields: query, .. }: Click) -> Served {
    let query = ListQuery::read(&query);
    // Unless the list is filtered, edits of published reviews come first.
    let is_first = query.tab == Tab::Waiting && !query.is_filtered() && query.after.is_none();
    let (filter, with_edits) = (query.filter(), is_first && viewer.reviews.edits() > 0);
    let selection = (&filter, query.tab.sort(), query.start());
    let ListedReviews { edits, page, products } =
        parts.reviews.list(&viewer.caller(), selection, with_edits, viewer.now).await?;
    let reviews: Vec<_> = edits.into_iter().chain(page.reviews.into_iter().map(|shown| shown.review)).collect();
    let mut days = Days::default();
    let rows = reviews.into_iter().map(|review| row(&viewer, review, &products, &mut days));
    let mut rows: Vec<_> = rows.collect();
    if let Some(row) = rows.first_mut() {
        row.is_now = row.review.held.is_some() && viewer.is_moderator();
    }
    let shown = ReviewsPage {
        shell: viewer.shell(NAME),
        chosen: query.product.as_ref().map(|id| Subject::new(viewer.texts, id.as_ref(), &products)),
        rows,
        next: page.next.map(|last| query.from(Some(last)).path()),
        is_new: viewer.reviews.listed(|_| true) == 0,
        is_cut: page.is_cut,
        query,
    };
    Ok(framed(StatusCode::OK, &shown, &shown.shell))
}
