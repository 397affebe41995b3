//! One review: words and photos, what can be decided about it, its history and its request.

use std::sync::Arc;

use app::review::{ShownPhoto, ShownReview};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use domain::{LedgerEntry, Origin, ReplyText, Request, Review, ReviewId, ReviewState, Role, WithholdReason};
use edge::Segment;
use futures_util::future::try_join3;

use super::history::{self, Line};
use super::words::{reason_text, rule_text, state_text};
use super::{HERE, NAME};
use crate::failure::Failure;
use crate::member::Member;
use crate::parts::Parts;
use crate::respond::framed;
use crate::shell::Shell;
use crate::ui::product::Subject;
use crate::ui::stars::Stars;

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
    verification: &'static str,
    /// The texts of why it waits, and why it is withheld.
    rule: Option<&'static str>,
    reason: Option<&'static str>,
    is_published: bool,
    may_decide: bool,
    /// Whether the author left an address with it, and so gets an email about what is decided.
    is_reachable: bool,
    reasons: Vec<(&'static str, &'static str)>,
    /// The answer as it is, or as it was typed.
    reply: String,
    is_replied: bool,
    was_replied: bool,
    reply_max: usize,
    history: Vec<Line>,
    request: Option<RequestView>,
    /// The fault, or that somebody else was faster.
    wrong: Option<Wrong>,
    back: String,
}

/// The stars, words and photos of a version.
struct VersionView {
    stars: Stars,
    headline: Option<String>,
    paragraphs: Vec<String>,
    photos: Vec<ShownPhoto>,
}

/// The request that a review answers.
struct RequestView {
    id: String,
    asked: String,
    order: String,
}

/// Why a form's page is shown again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrong {
    /// The review has changed since its page was read, or it is too late to take something back.
    Changed,
    /// No reason is chosen.
    Reason,
    /// The answer breaks its rule.
    Reply,
}

impl Wrong {
    const fn text(self) -> &'static str {
        match self {
            Self::Changed => "review-changed",
            Self::Reason => "review-wrong-reason",
            Self::Reply => "review-wrong-reply",
        }
    }

    const fn status(self) -> StatusCode {
        match self {
            Self::Changed => StatusCode::CONFLICT,
            Self::Reason | Self::Reply => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }
}

impl ReviewPage {
    fn is_wrong(&self, what: &str) -> bool {
        self.wrong.is_some_and(|wrong| wrong.text() == what)
    }
}

/// The page of a review.
pub(crate) async fn show(
    State(parts): State<Arc<Parts>>,
    member: Member,
    Segment(id): Segment,
) -> Result<Response, Failure> {
    let id = ReviewId::parse(&id).map_err(|_| Failure::NotFound)?;
    render(&parts, &member, id, None, None).await
}

/// The page of a review, with what is wrong with a form and what was typed as an answer.
pub(super) async fn render(
    parts: &Parts,
    member: &Member,
    id: ReviewId,
    wrong: Option<Wrong>,
    typed: Option<&str>,
) -> Result<Response, Failure> {
    let shown = parts.reviews.show(&member.caller(), id, member.now).await?;
    let (store, review) = (&parts.console.store, &shown.review);
    let ledger = async {
        match review.first_lines() {
            Some(first) => Ok(first),
            None => store.ledger(&member.tenant, id, &member.keys).await,
        }
    };
    let request = async {
        match review.origin.request() {
            Some(request) => store.request(&member.tenant, request).await,
            None => Ok(None),
        }
    };
    let (ledger, request, products) =
        try_join3(ledger, request, store.products(&member.tenant, &review.product)).await.map_err(app::Error::from)?;
    let subject = Subject::new(member.texts, review.product.as_ref(), &products);
    let page = view(member, shown, subject, &ledger, request.as_ref(), (wrong, typed));
    Ok(framed(wrong.map_or(StatusCode::OK, Wrong::status), &page, &page.shell))
}

fn view(
    member: &Member,
    shown: ShownReview,
    subject: Subject,
    ledger: &[LedgerEntry],
    request: Option<&Request>,
    (wrong, typed): (Option<Wrong>, Option<&str>),
) -> ReviewPage {
    let (texts, ShownReview { review, photos, pending_photos }) = (member.texts, shown);
    let reply = review.reply.as_ref().map_or("", |reply| reply.text.as_str());
    ReviewPage {
        shell: member.shell(NAME),
        address: super::address(review.id),
        revision: review.revision,
        author: review.shown_name().map_or_else(|| texts.say("review-anonymous").to_string(), ToOwned::to_owned),
        subject,
        state: state_text(review.state),
        edit: review.has_pending_edit().then(|| edit_view(member, &review, pending_photos)),
        shown: VersionView {
            stars: Stars::new(texts, review.rating),
            headline: review.headline().map(ToOwned::to_owned),
            paragraphs: paragraphs(review.text()),
            photos,
        },
        written: member.day_and_time(review.created_at),
        verification: match review.verification {
            domain::Verification::Order => "review-verified-order",
            domain::Verification::Request => "review-verified-request",
            domain::Verification::None | domain::Verification::Foreign(_) => "review-verified-none",
        },
        rule: review.held_by.map(rule_text),
        reason: review.reason.map(reason_text),
        is_published: review.state == ReviewState::Published,
        may_decide: member.may(Role::Moderator),
        is_reachable: matches!(review.origin, Origin::Hub { .. }),
        reasons: WithholdReason::NAMED.map(|reason| (reason.as_str(), reason_text(reason))).into(),
        reply: typed.unwrap_or(reply).to_owned(),
        is_replied: review.reply.is_some(),
        was_replied: review.was_replied,
        reply_max: ReplyText::CHARACTERS_MAX,
        history: history::lines(member, ledger),
        request: request.map(|request| RequestView {
            id: request.id.to_string(),
            asked: member.day(request.created_at),
            order: request.order.as_str().to_owned(),
        }),
        wrong,
        back: HERE.to_owned(),
    }
}

fn edit_view(member: &Member, review: &Review, photos: Vec<ShownPhoto>) -> VersionView {
    let newest = review.newest();
    let words = newest.as_ref().map(|version| &version.words);
    VersionView {
        stars: Stars::new(member.texts, newest.as_ref().map_or(review.rating, |version| version.rating)),
        headline: words.and_then(|words| words.headline.as_ref()).map(|line| line.as_str().to_owned()),
        paragraphs: paragraphs(words.map_or("", |words| words.text.as_str())),
        photos,
    }
}

fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(ToOwned::to_owned).collect()
}
