//! One review: its words and photos, the possible decisions, its history and its request.

use app::error::Error;
use app::review::{Beside, ShownPhoto, ShownReview};
use askama::Template;
use axum::http::StatusCode;
use domain::order::ProductId;
use domain::request::Request;
use domain::review::{HoldRule, Kept, Origin, ReplyText, Review, ReviewState, Tap, WithholdReason, report_outcomes};
use domain::shop::Placeholders;
use domain::values::{NumberPlans, PersonName, ReviewId};
use domain::words;
use edge::body::Fields;
use store::shop::TenantRecord;

use super::history::{self, HistoryLine};
use super::query::ListQuery;
use super::words::{marked, newest_taps, waits_for};
use super::{NAME, QUEUE, author, to_answer};
use crate::click::Click;
use crate::form::Served;
use crate::parts::{Parts, Viewer};
use crate::respond::{Shell, framed};
use crate::ui::{Stars, Subject};
use crate::use_cases::WholeReview;

#[derive(Template)]
#[template(path = "review.html")]
struct ReviewPage<'a> {
    shell: Shell,
    review: Review,
    subject: Subject,
    shown: VersionView,
    /// A later version that waits while `shown` is public.
    edit: Option<VersionView>,
    rule: Option<String>,
    public: Option<String>,
    /// The shop's saved replies for this review, by their keys.
    saved: Vec<(usize, String)>,
    /// Whether the shop owes a decision about readers' reports.
    is_reported: bool,
    history: Vec<HistoryLine>,
    request: Option<Request>,
    refused: Option<Refused<'a>>,
    beside: Option<Beside>,
    /// Whether it is one of the reviews without a reply that are answered one after the other, and the next of them.
    is_queue: bool,
    upcoming: Option<ReviewId>,
}

struct VersionView {
    stars: Stars,
    /// What the author tapped, in the words of then: also what is not asked any more.
    taps: Vec<Tap>,
    headline: Option<String>,
    /// The paragraphs in parts, each with whether it is contact data for which the review waits.
    paragraphs: Vec<Vec<(String, bool)>>,
    photos: Vec<ShownPhoto>,
}

words! {
    /// What is wrong with a form, by the ids of the texts.
    pub enum Wrong {
        /// The review changed after its page was read, or the minute for undoing is over.
        Changed = "review-changed",
        Reason = "review-wrong-reason",
        /// The note is too long, or contains control characters.
        Note = "review-wrong-note",
        Reply = "review-wrong-reply",
        /// The reason to keep a reported review is missing, too long, or contains control characters.
        Kept = "review-wrong-kept",
    }
}

impl Wrong {
    const fn status(self) -> StatusCode {
        if matches!(self, Self::Changed) { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY }
    }
}

/// A form that had an error, or that came after somebody else decided.
#[derive(Clone, Copy)]
pub(super) struct Refused<'a> {
    pub wrong: Wrong,
    pub fields: &'a Fields,
}

impl ReviewPage<'_> {
    fn is_wrong(&self, what: &str) -> bool {
        self.refused.is_some_and(|refused| refused.wrong.as_str() == what)
    }

    /// What was typed in a form that had an error.
    fn typed(&self, name: &str) -> &str {
        self.refused.map_or("", |refused| refused.fields.text(name))
    }

    /// Whether the form that had an error is about this: the waiting edit, or the review.
    fn came_back(&self, about: &str) -> bool {
        self.typed("about") == about
    }

    /// The answer as stored or as typed.
    fn reply(&self) -> &str {
        let stored = self.review.content.reply.as_ref().map_or("", |reply| reply.text.as_str());
        self.refused.and_then(|refused| refused.fields.find("text")).unwrap_or(stored)
    }

    fn address(&self) -> String {
        super::address(self.review.id)
    }

    fn author(&self) -> String {
        author(self.shell.texts, &self.review)
    }

    fn is_published(&self) -> bool {
        self.review.state == ReviewState::Published
    }

    /// Why it is withheld.
    fn reason(&self) -> Option<String> {
        let insiders = self.review.is_insiders.then(|| self.shell.word("review-rule", HoldRule::Insider.as_str()));
        self.review.reason.map(|reason| self.shell.word("review-reason", reason.as_str())).or(insiders)
    }

    /// Whether the review is published or withheld, so that withholding is not the first decision.
    fn is_decided(&self) -> bool {
        self.is_published() || self.reason().is_some()
    }

    /// Whether the shop withheld the review and gave no reason.
    fn is_unexplained(&self) -> bool {
        self.review.reason == Some(WithholdReason::Unspecified)
    }

    /// Whether the author has an address, and so gets an email about a decision.
    fn is_reachable(&self) -> bool {
        is_reachable(&self.review)
    }

    fn verification(&self) -> String {
        let system = self.review.origin.platform().name().unwrap_or_default();
        let text = format!("review-verified-{}", self.review.verification.as_str());
        self.shell.texts.say(&text).with("system", system).to_string()
    }

    fn next_to_answer(&self) -> Option<String> {
        self.upcoming.map(to_answer)
    }
}

pub(crate) async fn show(Click { parts, viewer, id, fields }: Click<ReviewId>) -> Served {
    render(&parts, &viewer, id, fields.find(QUEUE).is_some(), None).await
}

/// The next published review without a reply, after this one in the list.
async fn upcoming(parts: &Parts, viewer: &Viewer, id: ReviewId) -> Result<Option<ReviewId>, Error> {
    let query = ListQuery::unanswered().from(Some(id));
    let (reviews, caller) = (&parts.reviews.reviews, viewer.caller());
    let page = reviews.list(&caller, &query.filter(), query.tab.sort(), query.start(), 1, viewer.now).await?;
    Ok(page.reviews.first().map(|shown| shown.review.id))
}

pub(super) async fn render(
    parts: &Parts,
    viewer: &Viewer,
    id: ReviewId,
    is_queue: bool,
    refused: Option<Refused<'_>>,
) -> Served {
    let whole = parts.reviews.whole(&viewer.caller(), id, viewer.now).await?;
    let WholeReview { shown: ShownReview { review, photos, pending_photos }, products, .. } = whole;
    let subject = Subject::new(viewer.texts, review.product.as_ref(), &products);
    let place = format!("{}.html", ProductId::name_of(review.product.as_ref()));
    let is_public = review.state == ReviewState::Published;
    let outcomes = report_outcomes(&whole.ledger, &whole.kept);
    let plans = viewer.shop.number_plans(whole.request.as_ref().map(|request| &request.order));
    let plans = plans.in_language(review.language);
    let page = ReviewPage {
        edit: review.has_pending_edit().then(|| edit_view(viewer, &review, pending_photos, &plans)),
        shown: VersionView {
            stars: Stars::new(viewer.texts, review.rating),
            taps: review.taps.clone(),
            headline: review.headline().map(ToOwned::to_owned),
            paragraphs: paragraphs(review.text(), (review.state == ReviewState::Submitted).then_some(&plans)),
            photos,
        },
        rule: waits_for(viewer, &review, plans),
        public: viewer.public(&parts.base_url, &place).filter(|_| is_public),
        saved: saved_replies(&viewer.shop, &review, &subject),
        is_reported: is_public && whole.reports.iter().any(|report| report.outcome(&outcomes, is_public).is_none()),
        history: history::lines(viewer, &whole.ledger, &whole.reports, &whole.kept),
        request: whole.request,
        beside: whole.beside,
        refused,
        is_queue,
        upcoming: if is_queue { upcoming(parts, viewer, id).await? } else { None },
        shell: viewer.shell(NAME),
        subject,
        review,
    };
    Ok(framed(refused.map_or(StatusCode::OK, |refused| refused.wrong.status()), &page, &page.shell))
}

/// Whether the author gets an email about a decision. Authors who got a request have an address.
pub(super) const fn is_reachable(review: &Review) -> bool {
    matches!(review.fields().origin, Origin::Hub { .. })
}

/// The saved replies with the author's first name and the product's title. One that names what is not known is left out.
pub(crate) fn saved_replies(record: &TenantRecord, review: &Review, subject: &Subject) -> Vec<(usize, String)> {
    let name = review.shown_name().and_then(|name| PersonName::parse(name).ok());
    let first = name.as_ref().and_then(PersonName::first);
    let values = Placeholders {
        name: first.as_deref(),
        product: review.product.as_ref().filter(|_| subject.has_title).map(|_| subject.title.as_str()),
        shop: &record.shop.name,
        days: None,
    };
    record.review_settings.saved_replies.as_ref().map_or_else(Vec::new, |saved| saved.filled(&values))
}

fn edit_view(viewer: &Viewer, review: &Review, photos: Vec<ShownPhoto>, plans: &NumberPlans<'_>) -> VersionView {
    let newest = review.newest();
    let words = newest.as_ref().map(|version| &version.words);
    VersionView {
        stars: Stars::new(viewer.texts, newest.as_ref().map_or(review.rating, |version| version.rating)),
        taps: newest_taps(review),
        headline: words.and_then(|words| words.headline.as_ref()).map(|line| line.as_str().to_owned()),
        paragraphs: paragraphs(words.map_or("", |words| words.text.as_str()), Some(plans)),
        photos,
    }
}

/// The paragraphs of a text, with its contact data marked if the text waits.
fn paragraphs(text: &str, waits: Option<&NumberPlans<'_>>) -> Vec<Vec<(String, bool)>> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let parts = |line: &str| waits.map_or_else(|| vec![(line.to_owned(), false)], |plans| marked(line, plans));
    lines.map(parts).collect()
}
