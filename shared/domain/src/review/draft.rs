//! A review's draft: what the customer typed and tapped for an item and did not submit.

use crate::review::{Headline, Mark, ModelQuestion, PhraseBook, ReviewText, Turn, TypedForm, suggested_text};
use crate::values::Saves;

/// An item's form and answers, as last saved. Only their lengths are limited, so that nobody fills the table; the rules
/// for reviews apply on submission.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ReviewDraft {
    /// The item's place in its request, from 0.
    pub item: usize,
    /// The questions that the customer answered, skipped or left unfinished.
    pub turns: Vec<Turn>,
    /// What a model was asked for, by the questions' numbers.
    pub model_turns: Vec<ModelTurn>,
    pub form: TypedForm,
    /// How often the draft was saved on the last day (UTC) on which it was saved.
    pub saves: Option<Saves>,
}

/// The outcome of asking a model for one question.
#[derive(Clone, PartialEq, Eq)]
pub struct ModelTurn {
    /// The question's number, from 0.
    pub number: usize,
    /// The model's question. `None` if the model gave no valid question; then the ready-made question is asked.
    pub question: Option<ModelQuestion>,
}

/// A change of one part of a draft; the other parts stay.
#[derive(Clone, PartialEq, Eq)]
pub enum DraftChange {
    /// Adds or replaces a question's answer.
    Turn(Turn),
    /// Adds a model's question. If there is one already, it stays, because the customer may have read it.
    ModelTurn(ModelTurn),
    Form(TypedForm),
}

/// The form's text field as the page shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct TextField {
    pub text: String,
    /// The suggested text, if the field contains something else. Only the customer can add it.
    pub offer: Option<String>,
    /// Whether the field contains the current suggested text, edited or not.
    pub has_suggestion: bool,
    /// Whether it contains nothing else.
    pub is_unedited: bool,
}

impl ReviewDraft {
    /// The longest text in a form, in characters: twice the length of a review, so that a customer can paste more and
    /// then shorten it.
    pub const TEXT_CHARACTERS_MAX: usize = 2 * ReviewText::CHARACTERS_MAX;
    /// The longest headline of a form, in characters.
    pub const HEADLINE_CHARACTERS_MAX: usize = 2 * Headline::CHARACTERS_MAX;
    /// The longest name of a form, in characters.
    pub const NAME_CHARACTERS_MAX: usize = 200;

    pub fn apply(&mut self, change: DraftChange) {
        match change {
            DraftChange::Turn(turn) => {
                self.turns.retain(|earlier| earlier.number != turn.number);
                self.turns.push(turn);
                self.turns.sort_by_key(|turn| turn.number);
            }
            DraftChange::ModelTurn(turn) => {
                if self.model_turns.iter().all(|earlier| earlier.number != turn.number) {
                    self.model_turns.push(turn);
                    self.model_turns.sort_by_key(|turn| turn.number);
                }
            }
            DraftChange::Form(form) => self.form = form.over(std::mem::take(&mut self.form)),
        }
    }

    /// The text suggested by the answers.
    pub fn suggested_text(&self, phrases: PhraseBook) -> String {
        suggested_text(&self.turns, phrases)
    }

    /// The model's question of this number, if it gave a valid one.
    pub fn question(&self, number: usize) -> Option<&ModelQuestion> {
        self.model_turns.iter().find(|turn| turn.number == number)?.question.as_ref()
    }

    /// Whether to ask a model for this question. Not if a model was asked before or failed, nor if the customer is already
    /// answering the ready-made question.
    pub fn needs_model(&self, number: usize) -> bool {
        let is_new = self.model_turns.iter().all(|turn| turn.number != number);
        is_new && self.turns.iter().all(|turn| turn.number != number) && !self.has_model_failed()
    }

    /// Whether a model gave no valid question twice in a row. From then on, no model is asked about the item, and no page
    /// says that one will.
    pub fn has_model_failed(&self) -> bool {
        self.model_turns.windows(2).any(|pair| pair.iter().all(|turn| turn.question.is_none()))
    }

    /// Whether the page says that an AI asks: if one did, or will, and none failed.
    pub fn names_model(&self, will_ask: bool) -> bool {
        (will_ask || !self.model_turns.is_empty()) && !self.has_model_failed()
    }

    /// The answers that are hardly sentences, with the numbers of their questions.
    pub fn fragments(&self, phrases: PhraseBook) -> Vec<(usize, &str)> {
        let answered = self.turns.iter().filter(|turn| turn.mark != Mark::Skipped);
        let answered = answered.filter_map(|turn| Some((turn, turn.answer.as_ref()?.as_str())));
        let begins = |number| self.question(number).map_or("", |question| &question.begins);
        let is_fragment = |turn: &Turn, answer| phrases(turn.language).is_fragment(answer, begins(turn.number));
        answered
            .filter(|&(turn, answer)| is_fragment(turn, answer))
            .map(|(turn, answer)| (turn.number, answer))
            .collect()
    }

    /// The form's text field: the typed text, or else the submitted review, or else the suggested text. A new
    /// suggestion replaces an earlier one that was not edited; nothing else is ever overwritten.
    pub fn text_field(&self, review: Option<&ReviewText>, phrases: PhraseBook) -> TextField {
        let own = self.form.text.as_deref().or(review.map(ReviewText::as_str)).unwrap_or_default().to_owned();
        let suggested = self.suggested_text(phrases);
        let filled_with = self.form.filled_with.as_deref();
        if suggested.is_empty() {
            TextField { text: own, offer: None, has_suggestion: false, is_unedited: false }
        } else if own.trim().is_empty() || filled_with == Some(own.as_str()) {
            TextField { text: suggested, offer: None, has_suggestion: true, is_unedited: true }
        } else if filled_with == Some(suggested.as_str()) {
            TextField { text: own, offer: None, has_suggestion: true, is_unedited: false }
        } else {
            TextField { text: own, offer: Some(suggested), has_suggestion: false, is_unedited: false }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::Answer;
    use crate::review::phrases::tests::book;
    use crate::values::Fault;
    use crate::values::Language;
    use crate::values::Saves;

    fn form(text: &str, filled_with: Option<&str>) -> DraftChange {
        let filled_with = filled_with.map(str::to_owned);
        DraftChange::Form(TypedForm { text: Some(text.into()), filled_with, ..TypedForm::default() })
    }

    fn answered(number: usize, text: &str) -> DraftChange {
        let (answer, mark) = (Answer::parse(text).unwrap(), Mark::Answered);
        DraftChange::Turn(Turn { number, answer, mark, language: Language::English })
    }

    fn shown(changes: &[DraftChange], review: Option<&str>) -> (String, Option<String>) {
        let mut draft = ReviewDraft::default();
        changes.iter().cloned().for_each(|change| draft.apply(change));
        let review = review.map(|text| ReviewText::parse(text).unwrap());
        let TextField { text, offer, .. } = draft.text_field(review.as_ref(), book);
        (text, offer)
    }

    #[test]
    fn a_suggestion_fills_an_empty_field_and_is_offered_for_another() {
        let (good, mine) = ("Good.".to_owned(), "Mine".to_owned());
        assert_eq!(shown(&[], None), (String::new(), None));
        assert_eq!(shown(&[answered(0, "good")], None), (good.clone(), None));
        assert_eq!(shown(&[form(" ", None), answered(0, "good")], None), (good.clone(), None));
        assert_eq!(shown(&[form("Mine", None), answered(0, "good")], None), (mine.clone(), Some(good.clone())));
        assert_eq!(shown(&[answered(0, "good")], Some("Mine")), (mine, Some(good)));
    }

    #[test]
    fn an_unedited_suggestion_follows_the_answers_and_an_edited_one_stays() {
        let unedited = form("Good.", Some("Good."));
        assert_eq!(
            shown(&[answered(0, "good"), unedited, answered(1, "firm")], None),
            ("Good. Firm.".to_owned(), None)
        );
        let edited = form("Good!!", Some("Good."));
        assert_eq!(shown(&[answered(0, "good"), edited.clone()], None), ("Good!!".to_owned(), None));
        let offered = ("Good!!".to_owned(), Some("Good. Firm.".to_owned()));
        assert_eq!(shown(&[answered(0, "good"), edited, answered(1, "firm")], None), offered);
    }

    #[test]
    fn a_requests_drafts_have_a_budget_for_each_day() {
        assert_eq!([0, 1, 2, 10, 50].map(Saves::max), [1_000, 1_000, 500, 100, 100]);
        let (today, tomorrow) = (jiff::civil::date(2026, 11, 20), jiff::civil::date(2026, 11, 21));
        let first = Saves::next(None, today, 50).unwrap();
        assert_eq!(first, Saves { day: today, count: 1 });
        let last = (1..100).fold(first, |saves, _| Saves::next(Some(saves), today, 50).unwrap());
        assert_eq!(Saves::next(Some(last), today, 50), Err(Fault::TooOften));
        assert_eq!(Saves::next(Some(last), tomorrow, 50), Ok(Saves { day: tomorrow, count: 1 }));
    }

    #[test]
    fn a_turn_sent_twice_is_one_and_a_later_one_replaces_it() {
        let mut draft = ReviewDraft::default();
        for change in [answered(1, "b"), answered(0, "a"), answered(1, "b"), answered(1, "c")] {
            draft.apply(change);
        }
        assert_eq!(draft.suggested_text(book), "A. C.");
    }
}
