//! The list with four tabs: waiting, published, withheld, all. Filters only change what is shown; a decision is about one review,
//! or about those that were marked.

use askama::Template;
use axum::http::StatusCode;
use domain::review::{HoldRule, Rating, Review, ReviewState, WithholdReason};
use domain::values::Verification;
use jiff::SignedDuration;
use members::Role;

use super::query::{ListQuery, Tab};
use super::words::{marked, newest_words, reason_text, rule_text, state_text, waits_unlike_others};
use super::{NAME, author};
use crate::click::Click;
use crate::form::Served;
use crate::parts::Viewer;
use crate::respond::{Shell, framed};
use crate::times::Days;
use crate::ui::{Stars, Subject};
use crate::use_cases::{ListedReviews, ReviewSelection};

/// From how many reviews on a list can be filtered.
const FILTERED_FROM: u64 = 10;

#[derive(Template)]
#[template(path = "reviews.html")]
struct ReviewsPage {
    shell: Shell,
    tabs: Vec<TabView>,
    query: ListQuery,
    /// The subjects that the filter offers: those on this page, and the selected one.
    subjects: Vec<Subject>,
    counts: Option<Choices>,
    rows: Vec<ReviewRow>,
    next: Option<String>,
    start: String,
    reasons: Vec<(&'static str, &'static str)>,
    /// Whether the shop has no review yet, so that there is nothing to search.
    is_new: bool,
    /// Whether there is enough to filter, or a filter to take back.
    has_filters: bool,
    /// Whether the person may ask about earlier orders and import reviews.
    may_begin: bool,
    /// Whether the search stopped before the page was full.
    is_cut: bool,
    /// The query of this list, to which the person returns after a decision.
    back: String,
}

/// How many reviews a filter's choices have. Known only if one page has all of a tab's reviews: no counter has these numbers.
struct Choices {
    held_by: Vec<HoldRule>,
    unanswered: usize,
}

/// A tab with its number of reviews, which does not depend on the filters.
struct TabView {
    name: String,
    address: String,
    count: String,
    is_current: bool,
}

struct ReviewRow {
    id: String,
    revision: u32,
    author: String,
    stars: Stars,
    subject: Subject,
    headline: Option<String>,
    /// The words in parts, each with whether it is contact data for which the review waits.
    words: Vec<(String, bool)>,
    /// The day on which it was written or, if it waits, on which it began to wait; only in the day's first row.
    day: Option<String>,
    /// How long ago that was; only within the first day, because later the day is enough.
    ago: Option<String>,
    photos: usize,
    rule: Option<&'static str>,
    state: &'static str,
    is_verified: bool,
    incentivized: bool,
    has_edit: bool,
    /// Whether the row has the buttons of a decision; otherwise, on a phone, the whole row leads to the review.
    may_decide: bool,
    /// Whether it can be decided about with others. About a change of a public review, a person decides alone: withholding
    /// could mean the change or the review.
    may_mark: bool,
    /// Whether the keys decide about this row first.
    is_now: bool,
}

impl ReviewsPage {
    fn ratings(&self) -> impl Iterator<Item = (u8, bool)> + '_ {
        Rating::ALL.into_iter().rev().map(|rating| (rating.stars(), self.query.stars == Some(rating)))
    }

    /// The reasons to wait, each with its text and whether it is chosen.
    fn rules(&self) -> impl Iterator<Item = (&'static str, String, bool)> + '_ {
        let counts = self.counts.as_ref();
        let count = move |rule| Some(counts?.held_by.iter().filter(|held_by| **held_by == rule).count());
        let choice = move |rule: HoldRule| {
            (rule.as_str(), self.with_count(rule_text(rule), count(rule)), self.query.why == Some(rule))
        };
        let waiting = HoldRule::ALL.into_iter().filter(|rule| *rule != HoldRule::Insider);
        let is_some = move |rule: &HoldRule| count(*rule) != Some(0) || self.query.why == Some(*rule);
        waiting.filter(is_some).map(choice)
    }

    fn unanswered(&self) -> String {
        self.with_count("reviews-unanswered", self.counts.as_ref().map(|counts| counts.unanswered))
    }

    fn with_count(&self, text: &str, count: Option<usize>) -> String {
        let (texts, text) = (self.shell.texts, self.shell.texts.say(text).to_string());
        count.map_or_else(|| text.clone(), |count| format!("{text} ({})", texts.number(count)))
    }

    fn is_chosen(&self, subject: &Subject) -> bool {
        let chosen = self.query.product.as_ref();
        chosen.is_some_and(|chosen| domain::order::ProductId::name_of(chosen.as_ref()) == subject.id)
    }

    fn nothing(&self) -> &'static str {
        match self.query.tab {
            _ if self.is_new => "reviews-nothing-all",
            _ if self.is_cut => "reviews-cut",
            _ if self.query.is_filtered() => "reviews-nothing-found",
            Tab::Waiting => "reviews-nothing-waiting",
            Tab::Published => "reviews-nothing-published",
            Tab::Withheld => "reviews-nothing-withheld",
            Tab::All => "reviews-nothing-all",
        }
    }

    fn is_all(&self) -> bool {
        self.query.tab == Tab::All
    }

    fn may_mark(&self) -> bool {
        self.rows.iter().any(|row| row.may_mark)
    }

    fn words(&self) -> &str {
        self.query.words.as_deref().unwrap_or_default()
    }
}

fn row(viewer: &Viewer, review: &Review, products: &[domain::order::Product], days: &mut Days) -> ReviewRow {
    let texts = viewer.texts;
    let plans = viewer.shop.number_plans(None).in_language(review.language);
    let (rating, headline, words) = newest_words(review);
    let since = review.held.map_or(review.created_at, |held| held.since);
    ReviewRow {
        id: review.id.to_string(),
        revision: review.revision,
        author: author(texts, review),
        stars: Stars::new(texts, rating),
        subject: Subject::new(texts, review.product.as_ref(), products),
        headline,
        words: if review.held.is_some() { marked(&words, &plans) } else { vec![(words, false)] },
        day: days.opening(&viewer.day(since)),
        ago: (viewer.now.duration_since(since) < SignedDuration::from_hours(24)).then(|| viewer.ago(since)),
        photos: review.newest_photos().len(),
        rule: waits_unlike_others(review, plans).or(review.is_insiders.then_some(rule_text(HoldRule::Insider))),
        state: state_text(review.state),
        is_verified: review.verification == Verification::Order,
        incentivized: review.incentivized,
        has_edit: review.has_pending_edit(),
        may_decide: review.held.is_some() && viewer.may(Role::Moderator),
        may_mark: viewer.may(Role::Moderator)
            && (review.state == ReviewState::Submitted || review.reason == Some(WithholdReason::EarlierSystem)),
        is_now: false,
    }
}

fn tabs(viewer: &Viewer, query: &ListQuery) -> Vec<TabView> {
    let counts = &viewer.reviews;
    let count = |tab: Tab| {
        let edits = if tab == Tab::Waiting { counts.edits() } else { 0 };
        counts.listed(|kind| tab.state().is_none_or(|state| kind.state == state)) + edits
    };
    let tab = |tab: Tab| TabView {
        name: viewer.texts.say(tab.name()).to_string(),
        address: query.with_tab(tab).path(),
        count: viewer.texts.number(count(tab)),
        is_current: tab == query.tab,
    };
    Tab::ALL.map(tab).into()
}

fn selection(viewer: &Viewer, query: &ListQuery) -> ReviewSelection {
    ReviewSelection {
        filter: query.filter(),
        sort: query.tab.sort(),
        start: query.start(),
        // Edits of published reviews come first, unless the list is filtered.
        with_edits: query.tab == Tab::Waiting
            && !query.is_filtered()
            && query.after.is_none()
            && viewer.reviews.edits() > 0,
    }
}

/// The products by which the list can be filtered: those of its rows, and the chosen one.
fn subjects(rows: &[ReviewRow], chosen: Option<Subject>) -> Vec<Subject> {
    let mut subjects: Vec<_> = rows.iter().map(|row| row.subject.clone()).chain(chosen).collect();
    subjects.sort_by(|one, other| (&one.title, &one.id).cmp(&(&other.title, &other.id)));
    subjects.dedup_by(|one, other| one.id == other.id);
    subjects
}

pub(crate) async fn list(Click { parts, viewer, fields: query, .. }: Click) -> Served {
    let query = ListQuery::read(&query);
    let ListedReviews { edits, page, products } =
        parts.reviews.list(&viewer.caller(), selection(&viewer, &query), viewer.now).await?;
    let reviews = edits.iter().chain(page.reviews.iter().map(|shown| &shown.review));
    let is_whole = query == ListQuery::default().with_tab(query.tab) && page.next.is_none();
    let counts = is_whole.then(|| Choices {
        held_by: reviews.clone().filter_map(Review::held_by).collect(),
        unanswered: reviews.clone().filter(|review| review.content.reply.is_none()).count(),
    });
    let mut days = Days::default();
    let mut rows: Vec<_> = reviews.map(|review| row(&viewer, review, &products, &mut days)).collect();
    if let Some(row) = rows.first_mut() {
        row.is_now = row.may_decide;
    }
    let listed = viewer.reviews.listed(|_| true);
    let chosen = query.product.as_ref().map(|id| Subject::new(viewer.texts, id.as_ref(), &products));
    let subjects = subjects(&rows, chosen);
    let shown = ReviewsPage {
        shell: viewer.shell(NAME),
        tabs: tabs(&viewer, &query),
        subjects,
        counts,
        rows,
        next: page.next.map(|last| query.from(last).path()),
        start: query.with_tab(query.tab).path(),
        reasons: WithholdReason::NAMED.map(|reason| (reason.as_str(), reason_text(reason))).into(),
        is_new: listed == 0,
        has_filters: listed >= FILTERED_FROM || query.is_filtered(),
        may_begin: viewer.may(Role::Owner),
        is_cut: page.is_cut,
        back: query.write(),
        query,
    };
    Ok(framed(StatusCode::OK, &shown, &shown.shell))
}
