//! The list with four tabs: waiting, published, withheld, all. Waiting reviews of imports come below the others, each import
//! under its own heading. Filters only change what is shown; a decision is about one review, about those that were marked, or
//! about all that wait from an import.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::review::{HoldRule, ImportDecision, Rating, Review, ReviewState, WithholdReason};
use domain::values::{Guid, Verification};
use jiff::SignedDuration;
use members::Role;

use super::imports::deciding;
use super::query::{ListQuery, Tab};
use super::words::{marked, newest_words, reason_text, rule_text, state_text, waits_unlike_others};
use super::{NAME, author};
use crate::failure::Failure;
use crate::parts::Parts;
use crate::respond::framed;
use crate::shell::Shell;
use crate::times::Days;
use crate::ui::product::Subject;
use crate::ui::progress::Progress;
use crate::ui::stars::Stars;
use crate::use_cases::{ListedReviews, ReviewSelection, WaitingImport};
use crate::viewer::Viewer;

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
    imports: Vec<ImportView>,
    reasons: Vec<(&'static str, &'static str)>,
    /// Whether the shop has no review yet, so that there is nothing to search.
    is_new: bool,
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

/// The waiting reviews of an import.
struct ImportView {
    id: String,
    heading: String,
    count: usize,
    /// Whether the person may decide about all of them here.
    may_decide: bool,
    /// A decision that is being done.
    deciding: Option<Deciding>,
    rows: Vec<ReviewRow>,
    /// Where all of them, or the next ones, are.
    next: Option<String>,
}

/// A decision about all of an import that is being done, with the form that wakes it if its call died.
struct Deciding {
    progress: Progress,
    /// The end of the form's address, its reason to withhold, and the text on its button.
    again: [&'static str; 3],
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
        waiting.map(choice)
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
            Tab::Waiting if !self.imports.is_empty() => "reviews-nothing-own",
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
        self.imports.iter().flat_map(|import| &import.rows).chain(&self.rows).any(|row| row.may_mark)
    }

    fn words(&self) -> &str {
        self.query.words.as_deref().unwrap_or_default()
    }
}

fn row(viewer: &Viewer, review: &Review, products: &[domain::order::Product], days: &mut Days) -> ReviewRow {
    let texts = viewer.texts;
    let plans = viewer.shop.number_plans(None).in_language(review.language);
    let (rating, headline, words) = newest_words(review);
    let since = review.held_since.unwrap_or(review.created_at);
    ReviewRow {
        id: review.id.to_string(),
        revision: review.revision,
        author: author(texts, review),
        stars: Stars::new(texts, rating),
        subject: Subject::new(texts, review.product.as_ref(), products),
        headline,
        words: if review.held_by.is_some() { marked(&words, &plans) } else { vec![(words, false)] },
        day: days.opening(&viewer.day(since)),
        ago: (viewer.now.duration_since(since) < SignedDuration::from_hours(24)).then(|| viewer.ago(since)),
        photos: review.newest_photos().len(),
        rule: waits_unlike_others(review, plans).or(review.is_insiders.then_some(rule_text(HoldRule::Insider))),
        state: state_text(review.state),
        is_verified: review.verification == Verification::Order,
        incentivized: review.incentivized,
        has_edit: review.has_pending_edit(),
        may_decide: review.held_by.is_some() && viewer.may(Role::Moderator),
        may_mark: viewer.may(Role::Moderator) && review.state == ReviewState::Submitted,
        is_now: false,
    }
}

fn import_view(
    viewer: &Viewer,
    query: &ListQuery,
    WaitingImport { id, job, page }: WaitingImport,
    count: u64,
    products: &[domain::order::Product],
) -> ImportView {
    let (texts, count, mut days) = (viewer.texts, usize::try_from(count).unwrap_or(usize::MAX), Days::default());
    let heading = match job.as_ref().map(|job| viewer.day(job.asked_at)) {
        Some(day) => texts.say("reviews-import").words("day", &day).count("count", count).to_string(),
        None => texts.say("reviews-import-old").count("count", count).to_string(),
    };
    let of_import = query.of_import(id);
    let progress = job.as_ref().and_then(|job| deciding(viewer, job, query.path()));
    let again = job.as_ref().and_then(|job| job.decided.as_ref()).map(|decided| match decided.decision {
        ImportDecision::Publish => ["publish", "", "reviews-import-publish"],
        ImportDecision::Withhold(reason) => ["withhold", reason.as_str(), "reviews-import-withhold"],
        ImportDecision::Undo => ["undo", "", "undo"],
    });
    ImportView {
        id: id.to_string(),
        heading,
        count,
        // The button is about all of them, not only about those that a filter shows.
        may_decide: viewer.may(Role::Moderator) && job.is_some() && !query.is_filtered(),
        deciding: progress.zip(again).map(|(progress, again)| Deciding { progress, again }),
        rows: page.reviews.iter().map(|shown| row(viewer, &shown.review, products, &mut days)).collect(),
        next: page.next.map(|last| match query.import {
            Some(_) => of_import.from(last).path(),
            None => of_import.path(),
        }),
    }
}

fn tabs(viewer: &Viewer, query: &ListQuery) -> Vec<TabView> {
    let counts = &viewer.reviews.live;
    let count = |tab: Tab| match tab {
        Tab::Waiting => counts.waiting(),
        Tab::Published | Tab::Withheld | Tab::All => {
            counts.listed(|kind| tab.state().is_none_or(|state| kind.state == state))
        }
    };
    let tab = |tab: Tab| TabView {
        name: viewer.texts.say(tab.name()).to_string(),
        address: query.with_tab(tab).path(),
        count: viewer.texts.number(count(tab)),
        is_current: tab == query.tab,
    };
    Tab::ALL.map(tab).into()
}

fn selection(viewer: &Viewer, query: &ListQuery, imports: Vec<Guid>) -> ReviewSelection {
    ReviewSelection {
        filter: query.filter(),
        sort: query.tab.sort(),
        start: query.start(),
        // Edits of published reviews come first, unless the list is filtered.
        with_edits: query.tab == Tab::Waiting
            && query.import.is_none()
            && !query.is_filtered()
            && query.after.is_none()
            && viewer.reviews.live.edits() > 0,
        imports,
    }
}

/// The products by which the list can be filtered: those of its rows, and the chosen one.
fn subjects<'a>(rows: impl Iterator<Item = &'a ReviewRow>, chosen: Option<Subject>) -> Vec<Subject> {
    let mut subjects: Vec<_> = rows.map(|row| row.subject.clone()).chain(chosen).collect();
    subjects.sort_by(|one, other| (&one.title, &one.id).cmp(&(&other.title, &other.id)));
    subjects.dedup_by(|one, other| one.id == other.id);
    subjects
}

pub(crate) async fn list(
    State(parts): State<Arc<Parts>>,
    viewer: Viewer,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let mut query = ListQuery::read(query.as_deref());
    let waiting: BTreeMap<_, _> = viewer.reviews.live.waiting_of_imports().collect();
    // Nothing waits any more from the import.
    query.import = query.import.filter(|import| waiting.contains_key(import));
    let imports = match query.import {
        Some(import) => vec![import],
        None if query.tab == Tab::Waiting && query.after.is_none() => waiting.keys().copied().collect(),
        None => Vec::new(),
    };
    let selection = selection(&viewer, &query, imports);
    let ListedReviews { edits, page, imports, products } =
        parts.reviews.list(&viewer.caller(), selection, viewer.now).await?;
    let reviews = edits.iter().chain(page.reviews.iter().map(|shown| &shown.review));
    let is_whole = query == ListQuery::default().with_tab(query.tab)
        && page.next.is_none()
        && (query.tab != Tab::Waiting || imports.len() == waiting.len())
        && imports.iter().all(|import| import.page.next.is_none());
    let counts = is_whole.then(|| {
        let of_imports = imports.iter().flat_map(|import| &import.page.reviews).map(|shown| &shown.review);
        Choices {
            held_by: reviews.clone().chain(of_imports).filter_map(|review| review.held_by).collect(),
            unanswered: reviews.clone().filter(|review| review.content.reply.is_none()).count(),
        }
    });
    let mut days = Days::default();
    let mut rows: Vec<_> = reviews.map(|review| row(&viewer, review, &products, &mut days)).collect();
    let view = |import: WaitingImport| {
        let count = waiting.get(&import.id).copied().unwrap_or_default();
        import_view(&viewer, &query, import, count, &products)
    };
    let mut imports: Vec<_> = imports.into_iter().map(view).collect();
    imports.retain(|import| !query.is_filtered() || !import.rows.is_empty() || import.next.is_some());
    let first = rows.iter_mut().chain(imports.iter_mut().flat_map(|import| &mut import.rows)).next();
    if let Some(row) = first {
        row.is_now = row.may_decide;
    }
    let chosen = query.product.as_ref().map(|id| Subject::new(viewer.texts, id.as_ref(), &products));
    let subjects = subjects(imports.iter().flat_map(|import| &import.rows).chain(&rows), chosen);
    let shown = ReviewsPage {
        shell: viewer.shell(NAME),
        tabs: tabs(&viewer, &query),
        subjects,
        counts,
        rows,
        next: page.next.map(|last| query.from(last).path()),
        start: query.with_tab(query.tab).path(),
        imports,
        reasons: WithholdReason::NAMED.map(|reason| (reason.as_str(), reason_text(reason))).into(),
        is_new: viewer.reviews.live.listed(|_| true) == 0,
        may_begin: viewer.may(Role::Owner),
        is_cut: page.is_cut,
        back: query.write(),
        query,
    };
    Ok(framed(StatusCode::OK, &shown, &shown.shell))
}
