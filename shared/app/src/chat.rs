//! What a customer begins on their page and has not sent: kept on the server, word for word.

use domain::{DraftChange, Fault, Item, Language, Mark, ModelQuestion, ModelTurn, ReviewDraft, Subject, Turn, chat};
use jiff::Timestamp;
use store::CommitError;
use texts::Texts;
use vault::Purpose;

use crate::hub::{Hub, LinkTarget, Opened, dead, engage};
use crate::mail::title;
use crate::retry::CHANGES_MAX;
use crate::{Error, QuestionAnswer};

/// What became of something to keep.
pub enum SaveOutcome {
    /// It is kept: all that is now.
    Saved(ReviewDraft),
    /// It keeps no rule; nothing was kept.
    Invalid(Fault),
    /// The link was dead by then.
    Refused(Opened),
}

impl Hub {
    /// Keeps what a customer typed, tapped or clicked for an item, beside all that is kept of it. The
    /// first time engages them. `decide` says what to keep, from what is kept so far. `None` for an
    /// unknown token or an item that the request does not have.
    ///
    /// # Errors
    /// The dependencies' own trouble.
    pub async fn keep(
        &self,
        token: &str,
        item: usize,
        decide: impl Fn(&Subject, &ReviewDraft) -> Result<DraftChange, Fault>,
        now: Timestamp,
    ) -> Result<Option<SaveOutcome>, Error> {
        for _ in 0..CHANGES_MAX {
            let Some(found) = self.find(token, Purpose::Hub, now).await? else { return Ok(None) };
            if let Some(dead) = dead(&found.context, now) {
                return Ok(Some(SaveOutcome::Refused(dead)));
            }
            let LinkTarget { tenant, keys, mut context } = found;
            let Some(asked) = context.request.items.get(item) else { return Ok(None) };
            let mut unsent = self.store.review_draft(&tenant, context.request.id, item, &keys).await?;
            let kept = match decide(&asked.subject, &unsent) {
                Ok(kept) => kept,
                Err(fault) => return Ok(Some(SaveOutcome::Invalid(fault))),
            };
            let request = &mut context.request;
            let mut transaction = self.store.transaction(&tenant);
            transaction.save_review_draft(request, item, &kept, &keys);
            engage(&mut transaction, request, now);
            match transaction.commit().await {
                Ok(()) => {
                    unsent.apply(kept);
                    return Ok(Some(SaveOutcome::Saved(unsent)));
                }
                // Somebody changed the request, perhaps engaged it: nothing was kept yet.
                Err(CommitError::Refused(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Error::Unavailable("the request keeps changing".to_owned()))
    }

    /// Has the model, if there is one, ask what comes next, or, once all is said, put the answers into an
    /// order, and keeps what it gives. It is had once for each; where it gives nothing, the guide goes on.
    /// The first question is always the guide's: there is nothing to go by yet, and nobody waits. It asks
    /// in the language that the shop told, else in `preferred`, as the page does.
    ///
    /// # Errors
    /// The dependencies' own trouble; the model's is none.
    pub async fn ask(
        &self,
        token: &str,
        item: usize,
        unsent: &ReviewDraft,
        preferred: Language,
        now: Timestamp,
    ) -> Result<(), Error> {
        let Some(model) = &self.model else { return Ok(()) };
        let next = chat::next(&unsent.turns);
        if !next.map_or(unsent.order.is_none(), |number| number > 0 && unsent.may_be_asked(number)) {
            return Ok(());
        }
        let Some(LinkTarget { tenant, context, .. }) = self.find(token, Purpose::Hub, now).await? else {
            return Ok(());
        };
        let Some(Item { subject, .. }) = context.request.items.get(item) else { return Ok(()) };
        let language = context.request.language.or(context.tenant.shop.language).unwrap_or(preferred);
        let said = said(language, subject, unsent);
        // One answer has no order.
        if said.len() < if next.is_none() { 2 } else { 1 } {
            return Ok(());
        }
        let about = match subject {
            Subject::Product(id) => title(Texts::page(language), self.store.product(&tenant, id).await?.as_ref(), id),
            Subject::Shop => context.tenant.shop.name.clone(),
        };
        let kept = match next {
            Some(number) => {
                DraftChange::ModelTurn(ModelTurn { number, question: model.question(language, &about, &said).await })
            }
            None => DraftChange::AnswerOrder(model.order(language, &about, &said).await.unwrap_or_default()),
        };
        self.keep(token, item, |_, _| Ok(kept.clone()), now).await?;
        Ok(())
    }
}

/// What was answered and not skipped, with its questions.
fn said(language: Language, subject: &Subject, unsent: &ReviewDraft) -> Vec<QuestionAnswer> {
    let guide = texts::questions(language, subject);
    let said = |turn: &Turn| {
        let question =
            unsent.question(turn.number).map_or(guide.get(turn.number)?.text.as_str(), ModelQuestion::as_str);
        let answer = turn.answer.as_ref().filter(|_| turn.mark != Mark::Skipped)?;
        Some(QuestionAnswer { number: turn.number, question: question.to_owned(), answer: answer.as_str().to_owned() })
    };
    unsent.turns.iter().filter_map(said).collect()
}
