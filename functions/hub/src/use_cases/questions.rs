//! The questions that help a customer to write a review. A model may write some of them.
//!
//! Told by `tests/stories/hub/questions.story`.

use app::message::mail::title;
use domain::order::Description;
use domain::request::{Item, Subject};
use domain::review::{DraftChange, Mark, ModelTurn, QUESTIONS_MAX, Question, ReviewDraft, questions};
use domain::shop::Shop;
use domain::values::Language;
use jiff::Timestamp;
use texts::Texts;

use crate::use_cases::facts::has_untapped;
use crate::use_cases::link::LinkTarget;
use crate::use_cases::model::{About, Earlier};
use crate::use_cases::{Hub, LinkError};

/// The question in place of which what the customer has not tapped is asked: the last, so that what could be better is always asked.
pub const FACTS_AT: usize = QUESTIONS_MAX - 1;

impl Hub {
    /// Whether a model asks the shop's customers.
    pub const fn has_model_for(&self, shop: &Shop) -> bool {
        self.model.is_some() && shop.ai_questions
    }

    /// Calls the model, if there is one and the shop wants it, to write the next question, and saves the result. It is
    /// called once for each question. If it gives none, the fixed question is asked; after two in a row, only fixed
    /// questions are. The first question is always fixed, because the model would know nothing yet, and the customer would
    /// have to wait. The model writes in the shop's language, or in `preferred`, as the page does.
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
        let next = questions::next(&draft.turns).filter(|&number| number > 0 && draft.needs_model(number));
        let Some(number) = next else { return Ok(()) };
        let LinkTarget { tenant, context, .. } = self.find_live(token, now).await?;
        if !context.tenant.shop.ai_questions {
            return Ok(());
        }
        let Item { subject, .. } = context.request.items.get(item).ok_or(LinkError::Unknown)?;
        let language = context.request.options.language.or(context.tenant.shop.language).unwrap_or(preferred);
        let product = match subject.product() {
            Some(id) => self.store.listed_product(&tenant, id).await?.map(|listed| listed.product),
            None => None,
        };
        let facts = self.facts_of(&tenant, &context, item).await?;
        if number == FACTS_AT && has_untapped(&facts, draft) {
            return Ok(());
        }
        let name = match subject {
            Subject::Product(_) => title(Texts::page(language), product.as_ref(), item),
            Subject::Shop => context.tenant.shop.name.clone(),
        };
        let description =
            product.as_ref().and_then(|product| product.description.as_ref()).map_or("", Description::as_str);
        let tapped: Vec<_> = facts.iter().map(|fact| fact.question.as_str()).collect();
        let about = About { title: &name, description, tapped: &tapped, language };
        if let Some(question) = model.question(about, &earlier(language, subject, draft, number), now).await {
            let change = DraftChange::ModelTurn(ModelTurn { number, question });
            self.save_draft(token, item, |_, _, _| Ok(change.clone()), now).await?;
        }
        Ok(())
    }
}

/// The questions about an item as the customer sees them: a model's instead of the fixed one, if it gave one. A model's
/// question has no ready-made answers.
pub fn asked(language: Language, subject: &Subject, draft: &ReviewDraft) -> [Question; QUESTIONS_MAX] {
    let mut questions = texts::questions(language, subject, &draft.turns);
    for (number, question) in questions.iter_mut().enumerate() {
        if let Some(asked) = draft.question(number) {
            let beginnings = Some(asked.begins.clone()).filter(|begins| !begins.is_empty()).into_iter().collect();
            *question = Question { text: asked.as_str().to_owned(), chips: Vec::new(), beginnings };
        }
    }
    questions
}

/// The questions before this one.
fn earlier(language: Language, subject: &Subject, draft: &ReviewDraft, next: usize) -> Vec<Earlier> {
    let questions = asked(language, subject, draft).into_iter().take(next).enumerate();
    let earlier = questions.map(|(number, Question { text: question, .. })| {
        let turn = draft.turns.iter().find(|turn| turn.number == number && turn.mark != Mark::Skipped);
        let answer = turn.and_then(|turn| turn.answer.as_ref()).map(|answer| answer.as_str().to_owned());
        Earlier { question, answer }
    });
    earlier.collect()
}
