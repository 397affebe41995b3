//! The form on the page of a question.

use domain::request::Subject;
use domain::review::{Answer, DraftChange, Mark, ReviewDraft, Turn};
use domain::values::{Fault, Language};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::Parts;
use crate::respond::{Failure, Preferred};
use crate::use_cases::{SaveOutcome, asked};

#[derive(Deserialize, ToSchema)]
#[schema(as = ChatForm)]
pub(crate) struct QuestionForm {
    #[schema(value_type = String)]
    pub token: Option<String>,
    /// The item's place in the request, from 0.
    #[schema(value_type = usize)]
    pub item: Option<String>,
    /// The question's number, from 0.
    #[schema(value_type = usize, maximum = 3)]
    pub turn: Option<String>,
    #[schema(max_length = 1000)]
    pub answer: Option<String>,
    /// The ready-made answer that the customer tapped. It is added to the typed answer or, if already in it, removed;
    /// then the same question is shown again. A ready-made answer that ends in `…` is a beginning, which the customer
    /// finishes.
    chip: Option<String>,
    /// Skips the question. The typed answer is saved.
    skip: Option<String>,
    /// Where to go: another question's number, or `form`. The typed answer is saved.
    to: Option<String>,
    /// The first fact's id and, behind a colon, the answer's. Without an answer behind the colon, the answer is taken back; if omitted,
    /// it stays.
    #[schema(pattern = "^[a-z0-9]{1,16}:[a-z0-9]{0,16}$")]
    pub fact_0: Option<String>,
    #[schema(pattern = "^[a-z0-9]{1,16}:[a-z0-9]{0,16}$")]
    pub fact_1: Option<String>,
    #[schema(pattern = "^[a-z0-9]{1,16}:[a-z0-9]{0,16}$")]
    pub fact_2: Option<String>,
}

#[derive(Clone, Copy)]
pub(crate) enum Pressed<'a> {
    Next,
    Chip(&'a str),
    Skip,
    /// Go to an earlier question or to the form.
    Leave {
        to: Option<usize>,
    },
}

impl QuestionForm {
    pub(crate) fn pressed(&self) -> Pressed<'_> {
        match (self.chip.as_deref(), self.skip.as_deref(), self.to.as_deref()) {
            (Some(chip), ..) => Pressed::Chip(chip),
            (None, Some(_), _) => Pressed::Skip,
            (None, None, Some(to)) => Pressed::Leave { to: to.parse().ok() },
            (None, None, None) => Pressed::Next,
        }
    }
}

/// Saves a question's new state after its field held `typed` and this was pressed; repeating it changes nothing.
pub(crate) async fn save(
    parts: &Parts,
    token: &str,
    (item, number): (usize, usize),
    preferred: Preferred,
    typed: &str,
    pressed: Pressed<'_>,
) -> Result<SaveOutcome, Failure> {
    let change = |subject: &Subject, draft: &ReviewDraft, language: Option<Language>| {
        let language = language.unwrap_or(preferred.0);
        turn(number, subject, draft, language, typed, pressed).map(DraftChange::Turn)
    };
    parts.hub.save_draft(token, item, change, parts.clock.now()).await.map_err(Failure::of_link(token))
}

/// The question's new state: its answer, and whether the question is answered, skipped or unanswered.
fn turn(
    number: usize,
    subject: &Subject,
    draft: &ReviewDraft,
    language: Language,
    typed: &str,
    pressed: Pressed<'_>,
) -> Result<Turn, Fault> {
    let question = asked(language, subject, draft).into_iter().nth(number).unwrap_or_default();
    let answer = Answer::parse(&match pressed {
        Pressed::Chip(chip) => question.tapped(typed, chip),
        // A beginning alone is no answer.
        Pressed::Next | Pressed::Skip | Pressed::Leave { .. } => question.said(typed, texts::phrases(language)),
    })?;
    let before = draft.turns.iter().find(|turn| turn.number == number);
    let same = before.filter(|turn| turn.answer == answer);
    let mark = match pressed {
        Pressed::Chip(_) => Mark::Open,
        Pressed::Leave { .. } => same.map_or(Mark::Open, |turn| turn.mark),
        Pressed::Next if answer.is_some() => Mark::Answered,
        Pressed::Next | Pressed::Skip => Mark::Skipped,
    };
    let language = same.map_or(language, |turn| turn.language);
    Ok(Turn { number, answer, mark, language })
}
