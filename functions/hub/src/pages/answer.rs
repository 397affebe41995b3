//! The form on the page of a question.

use domain::request::Subject;
use domain::review::{Answer, FollowUp, Mark, ReviewDraft, Turn};
use domain::values::{Fault, Language};
use serde::Deserialize;
use texts::{phrases, questions};
use utoipa::ToSchema;

use crate::respond::text;

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
    /// The first answer, if the page asked the question again. `answer` is appended to the first answer.
    #[schema(max_length = 1000)]
    first: Option<String>,
    /// The ready-made answer that the customer tapped. It is added to the typed answer or, if already in it, removed;
    /// then the same question is shown again. A ready-made answer that ends in `…` is a beginning, which the customer
    /// finishes.
    chip: Option<String>,
    /// Skips the question. The typed answer is saved. If the page asked the question again, the first answer stays.
    skip: Option<String>,
    /// Where to go: another question's number, or `form`. The typed answer is saved. The question's own number shows
    /// the whole answer for editing.
    to: Option<String>,
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
    /// The first answer, if the question was asked again.
    pub(crate) fn first(&self) -> Option<&str> {
        self.first.as_deref()
    }

    pub(crate) fn pressed(&self) -> Pressed<'_> {
        match (self.chip.as_deref(), self.skip.as_deref(), self.to.as_deref()) {
            (Some(chip), ..) => Pressed::Chip(chip),
            (None, Some(_), _) => Pressed::Skip,
            (None, None, Some(to)) => Pressed::Leave { to: to.parse().ok() },
            (None, None, None) => Pressed::Next,
        }
    }

    /// The question's new state: its answer, and whether the question is answered, skipped, unanswered or asked again.
    pub(crate) fn turn(
        &self,
        number: usize,
        subject: &Subject,
        draft: &ReviewDraft,
        language: Language,
    ) -> Result<Turn, Fault> {
        let (mut typed, pressed, first) = (text(&self.answer).to_owned(), self.pressed(), self.first());
        if let Pressed::Chip(chip) = pressed {
            let question = questions(language, subject, &draft.turns).into_iter().nth(number).unwrap_or_default();
            typed = question.tapped(&typed, chip);
        }
        if let Some(first) = first {
            typed = phrases(language).joined(first, &typed);
        }
        let answer = Answer::parse(&typed)?;
        let before = draft.turns.iter().find(|turn| turn.number == number);
        let same = before.filter(|turn| turn.answer == answer);
        let asked_again = first.is_some() || before.is_some_and(|turn| turn.asked_again);
        // Otherwise, the question would count as unanswered and be asked again, although the customer already edits the
        // whole answer.
        let is_whole = asked_again && first.is_none() && answer.is_some();
        let unsettled = if is_whole { Mark::Answered } else { Mark::Open };
        let mark = match pressed {
            Pressed::Chip(_) => unsettled,
            Pressed::Leave { to: Some(to) } if to == number && answer.is_some() => Mark::Answered,
            Pressed::Leave { .. } => same.map_or(unsettled, |turn| turn.mark),
            // "Next" without an answer skips the question.
            Pressed::Next | Pressed::Skip if answer.is_none() => Mark::Skipped,
            Pressed::Skip if first.is_none() && !before.is_some_and(Turn::is_asked_again) => Mark::Skipped,
            Pressed::Next | Pressed::Skip => Mark::Answered,
        };
        let language = same.map_or(language, |turn| turn.language);
        let turn = Turn { number, answer, mark, language, asked_again };
        let goes_on = matches!(pressed, Pressed::Next | Pressed::Skip);
        if goes_on && FollowUp::due(&draft.turns, &turn, phrases).is_some() {
            return Ok(Turn { mark: Mark::Open, asked_again: true, ..turn });
        }
        Ok(turn)
    }
}
