//! One review: its words and photos, the possible decisions, its history and its request.

use app::error::Error;
use app::review::{Beside, ShownPhoto, ShownReview};
use askama::Template;
use axum::http::StatusCode;
use domain::order::ProductId;
use domain::request::Request;
use domain::review::{HoldRule, Kept, Origin, ReplyText, Review, ReviewState, WithholdReason, report_outcomes};
use domain::shop::Placeholders;
use domain::values::{NumberPlans, PersonName, ReviewId, Verification};
use edge::body::Fields;
use members::Role;
use store::shop::TenantRecord;
use texts::Texts;

use super::history::{self, HistoryLine};
use super::query::ListQuery;
use super::words::{marked, reason_text, rule_text, state_text, waits_for};
use super::{HERE, NAME, author};
use super::{QUEUE, to_answer};
use crate::click::Click;
use crate::form::Served;
use crate::parts::{Parts, Viewer};
use crate::respond::{Shell, framed};
use crate::ui::{Stars, Subject};
use crate::use_cases::WholeReview;

#[derive(Template)]
#[template(path = "review.html")]
struct ReviewPage {
    shell: Shell,
    address: String,
    revision: u32,
    author: String,
    subject: Subject,
    state: &'static str,
    shown: VersionView,
    /// A later version that waits while `shown` is public.
    edit: Option<VersionView>,
    written: String,
    edited: Option<String>,
    /// The month in which the author got what the review is about.
    experienced: Option<String>,
    verification: String,
    incentivized: bool,
    rule: Option<&'static str>,
    reason: Option<&'static str>,
    /// Whether it is withheld because its author works for the shop, so that there is nothing to decide.
    is_insiders: bool,
    is_published: bool,
    public: Option<String>,
    may_decide: bool,
    /// Whether the author has an address, and so gets an email about a decision.
    is_reachable: bool,
    reasons: Vec<(&'static str, &'static str)>,
    /// The input of a form with reasons that had an error: what the form is about, the reason, the note.
    about: String,
    chosen: String,
    note: String,
    /// The answer as stored or as typed.
    reply: String,
    is_replied: bool,
    is_reply_before_edit: bool,
    was_replied: bool,
    reply_max: usize,
    /// The shop's saved replies for this review, by their keys.
    saved: Vec<(usize, String)>,
    may_save: bool,
    /// Whether the shop owes a decision about readers' reports, and the typed reason to keep the review.
    is_reported: bool,
    kept: String,
    kept_max: usize,
    /// Whether the shop withheld the review and gave no reason.
    is_unexplained: bool,
    history: Vec<HistoryLine>,
    request: Option<RequestView>,
    /// The error, or that somebody else decided first.
    wrong: Option<Wrong>,
    back: String,
    beside: Option<Beside>,
    /// Whether it is one of the reviews without a reply that are answered one after the other, and the next of them.
    is_queue: bool,
    upcoming: Option<ReviewId>,
    /// How many reviews wait where `beside` counts.
    waiting: usize,
}

struct VersionView {
    stars: Stars,
    headline: Option<String>,
    /// The paragraphs in parts, each with whether it is contact data for which the review waits.
    paragraphs: Vec<Vec<(String, bool)>>,
    photos: Vec<ShownPhoto>,
}

struct RequestView {
    id: String,
    asked: String,
    order: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// The review changed after its page was read.
    Changed,
    /// The minute for undoing is over.
    TooLate,
    Reason,
    /// The note is too long, or contains control characters.
    Note,
    Reply,
    /// The reason to keep a reported review is missing, too long, or contains control characters.
    Kept,
}

impl Wrong {
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::Changed => "review-changed",
            Self::TooLate => "review-too-late",
            Self::Reason => "review-wrong-reason",
            Self::Note => "review-wrong-note",
            Self::Reply => "review-wrong-reply",
            Self::Kept => "review-wrong-kept",
        }
    }

    const fn status(self) -> StatusCode {
        match self {
            Self::Changed | Self::TooLate => StatusCode::CONFLICT,
            Self::Reason | Self::Note | Self::Reply | Self::Kept => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }
}

#[derive(Clone, Copy)]
pub(super) struct Refused<'a> {
    pub wrong: Wrong,
    pub fields: &'a Fields,
}

impl ReviewPage {
    fn is_wrong(&self, what: &str) -> bool {
        self.wrong.is_some_and(|wrong| wrong.text() == what)
    }

    /// Whether the review is published or withheld, so that withholding is not the first decision.
    const fn is_decided(&self) -> bool {
        self.is_published || self.reason.is_some()
    }

    fn next_to_answer(&self) -> Option<String> {
        self.upcoming.map(to_answer)
    }

    /// Whether the form that had an error is about this: the waiting edit, or the review.
    fn came_back(&self, about: &str) -> bool {
        self.about == about
    }
}

pub(crate) async fn show(Click { parts, viewer, id, fields }: Click<ReviewId>) -> Served {
    render(&parts, &viewer, id, fields.find(QUEUE).is_some(), None).await
}

/// The next published review without a reply, after this one in the list.
async fn upcoming(parts: &Parts, viewer: &Viewer, id: ReviewId) -> Result<Option<ReviewId>, Error> {
    let query = ListQuery::unanswered().from(id);
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
    let WholeReview { shown, ledger, reports, kept, request, products, beside } = whole;
    let review = &shown.review;
    let subject = Subject::new(viewer.texts, review.product.as_ref(), &products);
    // If the form has the current revision, nobody else decided, so the undo came too late. Somebody may have kept the review.
    let revision = review.revision.to_string();
    let place = format!("{}.html", ProductId::name_of(review.product.as_ref()));
    let public = viewer.public(&parts.base_url, &place).filter(|_| review.state == ReviewState::Published);
    let is_late = |Refused { wrong, fields }: &Refused<'_>| {
        *wrong == Wrong::Changed && fields.text("revision") == revision && fields.find("kept").is_none()
    };
    let refused =
        refused.map(|refused| if is_late(&refused) { Refused { wrong: Wrong::TooLate, ..refused } } else { refused });
    let history = history::lines(viewer, &ledger, &reports, &kept);
    let outcomes = report_outcomes(&ledger, &kept);
    let is_public = review.state == ReviewState::Published;
    let is_reported = is_public && reports.iter().any(|report| report.outcome(&outcomes, is_public).is_none());
    let mut page = view(viewer, shown, subject, history, request.as_ref(), refused);
    (page.beside, page.public, page.is_reported) = (beside, public, is_reported);
    page.is_queue = is_queue;
    page.upcoming = if is_queue { upcoming(parts, viewer, id).await? } else { None };
    Ok(framed(page.wrong.map_or(StatusCode::OK, Wrong::status), &page, &page.shell))
}

fn verification_text(texts: Texts, review: &Review) -> String {
    let system = review.origin.platform().name().unwrap_or_default();
    let text = match review.verification {
        Verification::Order => "review-verified-order",
        Verification::Request => "review-verified-request",
        Verification::Claimed => return texts.say("review-verified-claimed").with("system", system).to_string(),
        Verification::None => "review-verified-none",
    };
    texts.say(text).to_string()
}

fn view(
    viewer: &Viewer,
    shown: ShownReview,
    subject: Subject,
    history: Vec<HistoryLine>,
    request: Option<&Request>,
    refused: Option<Refused<'_>>,
) -> ReviewPage {
    let filled = |name| refused.and_then(|refused| refused.fields.find(name));
    let (texts, ShownReview { review, photos, pending_photos }) = (viewer.texts, shown);
    let plans = viewer.shop.number_plans(request.map(|request| &request.order)).in_language(review.language);
    let reply = review.content.reply.as_ref().map_or("", |reply| reply.text.as_str());
    ReviewPage {
        shell: viewer.shell(NAME),
        address: super::address(review.id),
        revision: review.revision,
        author: author(texts, &review),
        state: state_text(review.state),
        edit: review.has_pending_edit().then(|| edit_view(viewer, &review, pending_photos, &plans)),
        shown: VersionView {
            stars: Stars::new(texts, review.rating),
            headline: review.headline().map(ToOwned::to_owned),
            paragraphs: paragraphs(review.text(), (review.state == ReviewState::Submitted).then_some(&plans)),
            photos,
        },
        written: viewer.day_and_time(review.created_at),
        edited: review.edited.at.map(|at| viewer.day_and_time(at)),
        experienced: review.experienced_at.map(|day| texts.month(day.year(), day.month())),
        verification: verification_text(texts, &review),
        incentivized: review.incentivized,
        rule: waits_for(&review, plans),
        reason: review.reason.map(reason_text).or(review.is_insiders.then_some(rule_text(HoldRule::Insider))),
        is_insiders: review.is_insiders,
        is_published: review.state == ReviewState::Published,
        public: None,
        may_decide: viewer.may(Role::Moderator),
        is_reachable: matches!(review.origin, Origin::Hub { .. }),
        reasons: WithholdReason::NAMED.map(|reason| (reason.as_str(), reason_text(reason))).into(),
        about: filled("about").unwrap_or_default().to_owned(),
        chosen: filled("reason").unwrap_or_default().to_owned(),
        note: filled("note").unwrap_or_default().to_owned(),
        reply: filled("text").unwrap_or(reply).to_owned(),
        is_replied: review.content.reply.is_some(),
        is_reply_before_edit: review.is_reply_before_edit(),
        was_replied: review.was_replied,
        reply_max: ReplyText::CHARACTERS_MAX,
        saved: saved_replies(&viewer.shop, &review, &subject),
        may_save: viewer.may(Role::Owner),
        is_reported: false,
        kept: filled("kept").unwrap_or_default().to_owned(),
        kept_max: Kept::REASON_MAX,
        is_unexplained: review.reason == Some(WithholdReason::Unspecified),
        history,
        request: request.map(|request| RequestView {
            id: request.id.to_string(),
            asked: viewer.day(request.created_at),
            order: request.order.is_given().then(|| request.order.as_str().to_owned()),
        }),
        wrong: refused.map(|refused| refused.wrong),
        beside: None,
        is_queue: false,
        upcoming: None,
        waiting: usize::try_from(viewer.reviews.waiting()).unwrap_or(usize::MAX),
        back: HERE.to_owned(),
        subject,
    }
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
