//! What a form and a chat remember of a review that was not sent yet.

use crate::{ModelQuestion, Rating, ReviewText, SuggestedText, Turn};

/// What was typed, tapped and clicked for an item, and not sent yet.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ReviewDraft {
    /// The item's place in its request, from 0.
    pub item: usize,
    /// The chat so far.
    pub turns: Vec<Turn>,
    /// What a model was to ask.
    pub asked: Vec<ModelTurn>,
    /// In which order a model puts the answers, by their turns' numbers; empty where it was had and gave
    /// none.
    pub order: Option<Vec<usize>>,
    /// The form's text as typed, whatever it is: rules are for sending.
    pub text: Option<String>,
    /// The stars clicked.
    pub rating: Option<Rating>,
    /// The name chosen, by no rule.
    pub display_name: Option<String>,
    /// The name typed, chosen or not.
    pub other_name: Option<String>,
    /// The draft that the text was last filled with.
    pub taken: Option<String>,
}

/// What became of having a model ask.
#[derive(Clone, PartialEq, Eq)]
pub struct ModelTurn {
    /// The question's number, from 0.
    pub number: usize,
    /// Its question; `None` where it gave none, so that the guide asks.
    pub question: Option<ModelQuestion>,
}

/// One thing to remember; others of the same item are not touched by it.
#[derive(Clone, PartialEq, Eq)]
pub enum DraftChange {
    /// A turn of the chat.
    Turn(Turn),
    /// What a model asks. The first one stays: it may have been read.
    ModelTurn(ModelTurn),
    /// In which order a model puts the answers. The first one stays: its draft may have been read.
    AnswerOrder(Vec<usize>),
    /// The form as it stands.
    Form {
        /// The text as typed.
        text: String,
        /// The stars clicked.
        rating: Option<Rating>,
        /// The name chosen, by no rule.
        display_name: String,
        /// The name typed, chosen or not.
        other_name: String,
        /// The draft that the text holds, if it was filled with one.
        taken: Option<String>,
    },
}

/// The form's text as it is shown.
#[derive(Clone, PartialEq, Eq)]
pub struct TextField {
    /// What stands in the field.
    pub text: String,
    /// The draft, where the field holds words of another origin: only the customer adds it to them.
    pub offer: Option<String>,
    /// Whether the field holds the present draft, edited or not.
    pub taken: bool,
}

impl ReviewDraft {
    /// Takes one more thing to remember.
    pub fn apply(&mut self, kept: DraftChange) {
        match kept {
            DraftChange::Turn(turn) => {
                self.turns.retain(|earlier| earlier.number != turn.number);
                self.turns.push(turn);
                self.turns.sort_by_key(|turn| turn.number);
            }
            DraftChange::ModelTurn(asked) => {
                if self.asked.iter().all(|earlier| earlier.number != asked.number) {
                    self.asked.push(asked);
                }
            }
            DraftChange::AnswerOrder(order) => self.order = Some(self.order.take().unwrap_or(order)),
            DraftChange::Form { text, rating, display_name, other_name, taken } => {
                self.text = Some(text);
                // A click can't be taken back in the form, so none is news of nothing.
                self.rating = rating.or(self.rating);
                self.display_name = Some(display_name);
                self.other_name = Some(other_name);
                self.taken = taken.or_else(|| self.taken.take());
            }
        }
    }

    /// The draft of the answers.
    #[must_use]
    pub fn suggested_text(&self) -> SuggestedText {
        SuggestedText::from_turns(&self.turns, self.order.as_deref().unwrap_or_default())
    }

    /// What a model asks as this question, if one does.
    #[must_use]
    pub fn question(&self, number: usize) -> Option<&ModelQuestion> {
        self.asked.iter().find(|asked| asked.number == number)?.question.as_ref()
    }

    /// Whether a model may still be had to ask this question: none was, and nobody answers the guide's.
    #[must_use]
    pub fn may_be_asked(&self, number: usize) -> bool {
        self.asked.iter().all(|asked| asked.number != number) && self.turns.iter().all(|turn| turn.number != number)
    }

    /// The form's text: what was typed, else the review as sent, else the draft. A field that the
    /// customer did not write in, or only got an earlier draft, is filled with the draft; other words
    /// are never touched.
    #[must_use]
    pub fn text_field(&self, review: Option<&ReviewText>) -> TextField {
        let own = self.text.as_deref().or(review.map(ReviewText::as_str)).unwrap_or_default().to_owned();
        let draft = self.suggested_text().text().to_owned();
        let taken = self.taken.as_deref();
        if draft.is_empty() {
            TextField { text: own, offer: None, taken: false }
        } else if own.trim().is_empty() || taken == Some(own.as_str()) {
            TextField { text: draft, offer: None, taken: true }
        } else if taken == Some(draft.as_str()) {
            TextField { text: own, offer: None, taken: true }
        } else {
            TextField { text: own, offer: Some(draft), taken: false }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Answer, Mark};

    fn form(text: &str, taken: Option<&str>) -> DraftChange {
        let (display_name, other_name) = (String::new(), String::new());
        DraftChange::Form { text: text.into(), rating: None, display_name, other_name, taken: taken.map(str::to_owned) }
    }

    fn said(number: usize, text: &str) -> DraftChange {
        DraftChange::Turn(Turn { number, answer: Answer::parse(text).unwrap(), mark: Mark::Answered })
    }

    fn shown(kept: &[DraftChange], review: Option<&str>) -> (String, Option<String>) {
        let mut unsent = ReviewDraft::default();
        kept.iter().cloned().for_each(|kept| unsent.apply(kept));
        let review = review.map(|text| ReviewText::parse(text).unwrap());
        let TextField { text, offer, taken: _ } = unsent.text_field(review.as_ref());
        (text, offer)
    }

    #[test]
    fn a_draft_fills_what_is_empty_and_is_offered_beside_words() {
        let (draft, mine) = ("Good.".to_owned(), "Mine".to_owned());
        assert_eq!(shown(&[], None), (String::new(), None));
        assert_eq!(shown(&[said(0, "good")], None), (draft.clone(), None));
        assert_eq!(shown(&[form(" ", None), said(0, "good")], None), (draft.clone(), None));
        assert_eq!(shown(&[form("Mine", None), said(0, "good")], None), (mine.clone(), Some(draft.clone())));
        assert_eq!(shown(&[said(0, "good")], Some("Mine")), (mine, Some(draft)));
    }

    #[test]
    fn a_draft_taken_and_left_as_it_was_follows_the_chat_and_an_edited_one_stays() {
        let taken = form("Good.", Some("Good."));
        assert_eq!(shown(&[said(0, "good"), taken, said(1, "firm")], None), ("Good. Firm.".to_owned(), None));
        let edited = form("Good!!", Some("Good."));
        assert_eq!(shown(&[said(0, "good"), edited.clone()], None), ("Good!!".to_owned(), None));
        let offered = ("Good!!".to_owned(), Some("Good. Firm.".to_owned()));
        assert_eq!(shown(&[said(0, "good"), edited, said(1, "firm")], None), offered);
    }

    #[test]
    fn a_turn_sent_twice_is_one_and_a_later_one_replaces_it() {
        let mut unsent = ReviewDraft::default();
        for kept in [said(1, "b"), said(0, "a"), said(1, "b"), said(1, "c")] {
            unsent.apply(kept);
        }
        assert_eq!(unsent.suggested_text().text(), "A. C.");
    }
}
