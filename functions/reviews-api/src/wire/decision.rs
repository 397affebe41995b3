//! The bodies of decisions about reviews, and their answers.

use app::review::Verdict;
use axum::extract::Request;
use domain::review::{Actor, HoldRule, LedgerEntry, LedgerKind, ReplyText, Review, WithholdReason, Withholding};
use domain::values::Invalid;
use domain::values::value::{Kind, Maybe, Text};
use edge::call::{Call, Calls};
use edge::deciding::Decision;
use edge::error::Error;
use edge::review::{ReplyShown, status, statuses};
use edge::shown::{OneOf, Time};

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

edge::input! {
    /// An answer to a review.
    pub(crate) struct ReplyInput {
        text: ReplyText;
    }
}

impl Decision for DecisionInput {
    async fn read(calls: &Calls, request: Request, scope: &'static str) -> Result<Call<Self>, Error> {
        calls.optional_json(request, scope).await
    }
}

impl ReplyInput {
    pub(crate) fn replying(self) -> Result<Verdict, Error> {
        Ok(Verdict::Reply(self.text?))
    }
}

impl Decision for ReplyInput {}

edge::shown! {
    /// The result of a decision.
    pub(crate) struct Decided as DecidedReview (review: &Review) {
        /// Always `true`.
        ok: bool = true;
        review_id: u64 = review.id.get();
        status: String = status(review.state), as statuses();
    }

    /// The result of answering a review.
    pub(crate) struct Replied as RepliedReview (review: &Review) {
        /// Always `true`.
        ok: bool = true;
        review_id: u64 = review.id.get();
        reply: Option<ReplyShown> = review.content.reply.as_ref().map(|reply| (review, reply));
    }

    /// The answer to calls that return no data.
    pub(crate) struct Done as ReviewDone (_done: ()) {
        /// Always `true`.
        ok: bool = true;
    }

    /// The history of a review, oldest first.
    pub(crate) struct HistoryBody as ReviewHistory (ledger: Vec<LedgerEntry>) {
        history: Vec<LineBody> = ledger;
    }

    /// An entry of a review's history.
    struct LineBody as ReviewHistoryEntry (entry: LedgerEntry) {
        at: Time = entry.at;
        what: OneOf<LedgerKind> = entry.what;
        by: ActorBody = entry.by;
        reason: Option<String> = entry.reason.map(WithholdReason::as_str);
        /// The rule because of which the review waits or is withheld; `null` for a decision.
        rule: Option<OneOf<HoldRule>> = entry.rule;
        note: Option<String> = entry.note;
        revision: u32 = entry.revision;
    }

    /// Who made the change.
    struct ActorBody as ReviewActor (by: Actor) {
        /// `customer` is the review's author; `system` is a rule of the settings.
        kind "type": String = by.as_str(), as Kind::Word(vec!["customer", "key", "member", "system"]);
        /// A person's id, or the start of the API key's digest; `null` for other actors.
        id: Option<String> = Actor::id(&by);
        /// `email` if a member decided by a link of an email about reviews, without signing in; otherwise `null`.
        via: Option<String> = by.via();
    }
}
