//! The questions that help a customer to write a review. A model may write some of them.

use app::message::mail::title;
use domain::request::{Item, Subject};
use domain::review::{DraftChange, Mark, ModelQuestion, ModelTurn, ReviewDraft, Turn, questions};
use domain::values::Language;
use jiff::Timestamp;
use texts::Texts;

use crate::use_cases::link::LinkTarget;
use crate::use_cases::{Hub, LinkError, QuestionAnswer};

impl Hub {
    /// Calls the model, if there is one and the shop wants it, to write the next question or, after the last answer, to sort
    /// the answers. Saves the result. The model is called once for each; after it failed, the fixed questions continue. The
    /// first question is always fixed, because the model would know nothing yet, and the customer would have to wait. The
    /// model writes in the shop's language, or in `preferred`, as the page does.
    /// Errors: Every [`LinkError`]; a failure of the model is not one.
    pub async fn ask(
        &self,
        token: &str,
        item: usize,
        draft: &ReviewDraft,
        preferred: Language,
        now: Timestamp,
    ) -> Result<(), LinkError> {
        let Some(model) = &self.model else { return Ok(()) };
        let next = questions::next(&draft.turns);
        if !next.map_or(!draft.is_order_settled(), |number| number > 0 && draft.needs_model(number)) {
            return Ok(());
        }
        let LinkTarget { tenant, context, .. } = self.find_live(token, now).await?;
        if !context.tenant.shop.ai_questions {
            return Ok(());
        }
        let Item { subject, .. } = context.request.items.get(item).ok_or(LinkError::Unknown)?;
        let language = context.request.options.language.or(context.tenant.shop.language).unwrap_or(preferred);
        let answers = answers(language, subject, draft);
        // One answer needs no order.
        if answers.len() < if next.is_none() { 2 } else { 1 } {
            return Ok(());
        }
        let about = match subject.product() {
            Some(id) => title(Texts::page(language), self.store.product(&tenant, id).await?.as_ref(), item),
            None => context.tenant.shop.name.clone(),
        };
        let change = match next {
            Some(number) => {
                let question = model.question(language, &about, &answers, now).await;
                DraftChange::ModelTurn(ModelTurn { number, question })
            }
            None => DraftChange::AnswerOrder(model.order(language, &about, &answers, now).await.unwrap_or_default()),
        };
        self.save_draft(token, item, |_, _, _| Ok(change.clone()), now).await?;
        Ok(())
    }
}

/// The questions that were answered and not skipped, with their answers.
fn answers(language: Language, subject: &Subject, draft: &ReviewDraft) -> Vec<QuestionAnswer> {
    let fixed = texts::questions(language, subject, &draft.turns);
    let answered = |turn: &Turn| {
        let question = draft.question(turn.number).map_or(fixed.get(turn.number)?.text.as_str(), ModelQuestion::as_str);
        let answer = turn.answer.as_ref().filter(|_| turn.mark != Mark::Skipped)?;
        Some(QuestionAnswer { number: turn.number, question: question.to_owned(), answer: answer.as_str().to_owned() })
    };
    draft.turns.iter().filter_map(answered).collect()
}
