//! The bodies of decisions about reviews, and their answers.

use app::review::Verdict;
use axum::http::HeaderMap;
use axum::http::header::IF_MATCH;
use domain::review::{Actor, HoldRule, LedgerEntry, LedgerKind, ReplyText, Review, WithholdReason, Withholding};
use domain::values::Invalid;
use domain::values::value::{Kind, Maybe, Text};
use edge::error::Error;
use edge::native::seconds;
use edge::openapi::{words, words_of, words_of_or_null};
use edge::review::{ReplyShown, status, statuses};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Object;

const NOTE_CHARACTERS_MAX: usize = 500;

const REASON_RULE: Invalid = Invalid(
    "`reason` must be one of confidential, abusive, personal_data, discriminatory, misleading, fake, unrelated, unlawful.",
);

edge::input! {
    /// The reason for a decision. The body may be empty.
    pub(crate) struct DecisionInput {
        // A low rating or a critical text is no valid reason.
        reason: Maybe<Reason>;
        /// A note for the review's history, which is not public.
        note: Maybe<Note>;
        /// `true` decides about the waiting edit instead of the review.
        edit: Option<bool> = false, or "`edit` must be true or false; omit it for false.";
    }
}

impl DecisionInput {
    pub(crate) fn publishing(self) -> Result<Verdict, Error> {
        self.reason?;
        self.edit?;
        Ok(Verdict::Publish(self.note?))
    }

    pub(crate) fn rejecting(self) -> Result<Verdict, Error> {
        let withholding = Withholding { reason: self.reason?.unwrap_or(WithholdReason::Unspecified), note: self.note? };
        Ok(match self.edit? {
            Some(true) => Verdict::DropEdit(withholding),
            _ => Verdict::Withhold(withholding),
        })
    }
}

enum Reason {}
enum Note {}

domain::reads_text! {
    Reason: WithholdReason = reason, Kind::Word(WithholdReason::NAMED.map(WithholdReason::as_str).to_vec());
    Note: String = note,
        Text { pattern: Some(r"^[^\x00-\x08\x0B-\x1F\x7F-\x9F]+$"), ..Text::between(1, NOTE_CHARACTERS_MAX) };
}

pub(crate) fn reason(word: &str) -> Result<WithholdReason, Invalid> {
    WithholdReason::NAMED.into_iter().find(|reason| reason.as_str() == word).ok_or(REASON_RULE)
}

fn note(text: &str) -> Result<String, Invalid> {
    let fits = (1..=NOTE_CHARACTERS_MAX).contains(&text.trim().chars().count());
    let is_plain = !text.chars().any(|c| c.is_control() && c != '\n' && c != '\t');
    (fits && is_plain)
        .then(|| text.trim().to_owned())
        .ok_or(Invalid("`note` must have 1 to 500 characters and no control characters but line breaks and tabs."))
}

/// The revisions that `If-Match` allows; `None` if the header is absent or `*`. A tag that no review can have, such as a weak
/// tag or `"03"`, matches none: tags are compared by their octets (RFC 9110 §8.8.3.2).
pub(crate) fn revisions(headers: &HeaderMap) -> Option<Vec<u32>> {
    let values: Vec<_> =
        headers.get_all(IF_MATCH).iter().map(|value| value.to_str().unwrap_or_default().trim()).collect();
    if values.is_empty() || values == ["*"] {
        return None;
    }
    let revision = |tag: &str| {
        let octets = tag.trim().strip_prefix('"')?.strip_suffix('"')?;
        octets.parse().ok().filter(|revision: &u32| revision.to_string() == octets)
    };
    Some(values.iter().flat_map(|value| value.split(',')).filter_map(revision).collect())
}

/// The result of a decision.
#[derive(Serialize, ToSchema)]
#[schema(as = DecidedReview)]
pub(crate) struct Decided {
    /// Always `true`.
    ok: bool,
    review_id: u64,
    #[schema(schema_with = statuses)]
    status: &'static str,
}

impl Decided {
    pub(crate) fn new(review: &Review) -> Self {
        Self { ok: true, review_id: review.id.get(), status: status(review.state) }
    }
}

edge::input! {
    /// An answer to a review.
    pub(crate) struct ReplyInput {
        text: ReplyText;
    }
}

impl ReplyInput {
    pub(crate) fn parse(self) -> Result<ReplyText, Error> {
        self.text
    }
}

/// The result of answering a review.
#[derive(Serialize, ToSchema)]
#[schema(as = RepliedReview)]
pub(crate) struct Replied<'a> {
    /// Always `true`.
    ok: bool,
    review_id: u64,
    #[schema(required)]
    reply: Option<ReplyShown<'a>>,
}

impl<'a> Replied<'a> {
    pub(crate) fn new(review: &'a Review) -> Self {
        Self { ok: true, review_id: review.id.get(), reply: ReplyShown::of(review) }
    }
}

/// The answer to calls that return no data.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewDone)]
pub(crate) struct Done {
    /// Always `true`.
    pub ok: bool,
}

/// The history of a review, oldest first.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewHistory)]
pub(crate) struct HistoryBody {
    history: Vec<LineBody>,
}

/// An entry of a review's history.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewHistoryEntry)]
struct LineBody {
    #[schema(format = DateTime)]
    at: String,
    #[schema(schema_with = words_of::<LedgerKind>)]
    what: &'static str,
    by: ActorBody,
    #[schema(required)]
    reason: Option<&'static str>,
    /// The rule because of which the review waits or is withheld; `null` for a decision.
    #[schema(required, schema_with = words_of_or_null::<HoldRule>)]
    rule: Option<&'static str>,
    #[schema(required)]
    note: Option<String>,
    revision: u32,
}

/// Who made the change.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewActor)]
struct ActorBody {
    /// `customer` is the review's author; `system` is a rule of the settings.
    #[schema(schema_with = actors)]
    r#type: &'static str,
    /// A person's id, or the start of the API key's digest; `null` for other actors.
    #[schema(required)]
    id: Option<String>,
}

fn actors() -> Object {
    words(["customer", "key", "member", "system"])
}

impl HistoryBody {
    pub(crate) fn new(ledger: Vec<LedgerEntry>) -> Self {
        let line = |LedgerEntry { at, what, by, reason, rule, note, revision }: LedgerEntry| LineBody {
            at: seconds(at),
            what: what.as_str(),
            by: ActorBody { r#type: by.as_str(), id: Actor::id(&by).map(ToOwned::to_owned) },
            reason: reason.map(WithholdReason::as_str),
            rule: rule.map(HoldRule::as_str),
            note,
            revision,
        };
        Self { history: ledger.into_iter().map(line).collect() }
    }
}
