//! A second question about the same answer.

use crate::review::phrases::Weight;
use crate::review::{Answer, Mark, PhraseBook, QUESTIONS_MAX, Turn};

/// A second question about an answer; each answer gets at most one. It depends on the answer and never on the rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FollowUp {
    /// Asks for more than the customer's one or two words.
    More,
    /// Asks for the reason of a bare yes or no, which cannot be part of a text.
    Why,
    /// Asks for one sentence of the customer's own, if every answer is a ready-made one.
    OwnSentence,
}

impl FollowUp {
    /// The follow-up about this turn, if it was asked and has no answer yet.
    pub fn waiting(turns: &[Turn], number: usize, phrases: PhraseBook) -> Option<Self> {
        let turn = turns.iter().find(|turn| turn.number == number)?;
        Self::fitting(turns, turn, phrases).filter(|_| turn.is_asked_again())
    }

    /// The follow-up to ask before the next question, about the turn that was just answered or skipped and is not yet
    /// among `turns`. Only one short answer in a conversation is asked about, because a customer who writes little does
    /// not want to be asked each time. An answer with several lines is not asked about, because a line break separates
    /// the addition.
    pub fn due(turns: &[Turn], turn: &Turn, phrases: PhraseBook) -> Option<Self> {
        let weight = turn.answer.as_ref().map(|answer| phrases(turn.language).weigh(answer.as_str()));
        let was_asked = turns.iter().any(|earlier| earlier.number != turn.number && earlier.asked_again);
        let declines = turn.mark == Mark::Skipped && turn.answer.is_some();
        let has_lines = turn.answer.as_ref().is_some_and(|answer| answer.as_str().contains('\n'));
        let is_spared = turn.asked_again || declines || has_lines || weight == Some(Weight::Short) && was_asked;
        Self::fitting(turns, turn, phrases).filter(|_| !is_spared)
    }

    fn fitting(turns: &[Turn], turn: &Turn, phrases: PhraseBook) -> Option<Self> {
        let (first, _) = turn.parts();
        match (!first.is_empty()).then(|| phrases(turn.language).weigh(first)) {
            Some(Weight::YesNo) => Some(Self::Why),
            Some(Weight::Nothing | Weight::Short) => Some(Self::More),
            Some(Weight::Enough) | None => all_are_tapped(turns, turn, phrases).then_some(Self::OwnSentence),
        }
    }
}

/// Whether these turns settle every question with ready-made answers, apart from additions to this turn's answer.
fn all_are_tapped(turns: &[Turn], turn: &Turn, phrases: PhraseBook) -> bool {
    let others = || turns.iter().filter(|other| other.number != turn.number);
    let is_settled =
        |number| number == turn.number || others().any(|one| one.number == number && one.mark != Mark::Open);
    let answered = others().filter(|other| other.mark != Mark::Skipped);
    let answered = answered.map(|other| (other.answer.as_ref().map_or("", Answer::as_str), other.language));
    let mut answers = answered.chain([(turn.parts().0, turn.language)]).filter(|one| !one.0.is_empty()).peekable();
    (0..QUESTIONS_MAX).all(is_settled)
        && answers.peek().is_some()
        && answers.all(|(answer, language)| phrases(language).is_tapped(answer))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::phrases::tests::book;
    use crate::values::Language;

    fn turn(number: usize, answer: &str) -> Turn {
        let answer = Answer::parse(answer).unwrap();
        let mark = if answer.is_some() { Mark::Answered } else { Mark::Skipped };
        Turn { number, answer, mark, language: Language::English, asked_again: false }
    }

    fn due(turns: &[Turn], turn: &Turn) -> Option<FollowUp> {
        FollowUp::due(turns, turn, book)
    }

    #[test]
    fn little_is_asked_about_once_in_all_and_a_bare_answer_once_each() {
        assert_eq!(due(&[], &turn(0, "for my tea")), None);
        assert_eq!(due(&[], &turn(0, "tea")), Some(FollowUp::More));
        assert_eq!(due(&[], &turn(0, "no")), Some(FollowUp::Why));
        assert_eq!(due(&[], &turn(0, "-")), Some(FollowUp::More));
        let asked = Turn { asked_again: true, ..turn(0, "tea") };
        assert_eq!(due(&[], &asked), None, "about the same answer");
        assert_eq!(due(std::slice::from_ref(&asked), &turn(1, "fine")), None);
        assert_eq!(due(&[asked], &turn(1, "yes")), Some(FollowUp::Why));
        assert_eq!(due(&[], &Turn { mark: Mark::Skipped, ..turn(0, "no") }), None, "it was skipped");
        assert_eq!(due(&[], &turn(0, "tea\nsoup")), None, "of several lines");
    }

    #[test]
    fn taps_alone_are_asked_for_a_sentence_at_the_end() {
        let tapped = [turn(0, "It was a gift."), turn(1, "It’s well made. It was a gift."), turn(2, "")];
        assert_eq!(due(&tapped[..2], &turn(3, "It’s well made")), None, "a question is open");
        assert_eq!(due(&tapped, &turn(3, "It’s well made")), Some(FollowUp::OwnSentence));
        assert_eq!(due(&tapped, &turn(3, "")), Some(FollowUp::OwnSentence));
        assert_eq!(due(&tapped, &turn(3, "It’s well made, and blue")), None);
        assert_eq!(due(&[turn(0, ""), turn(1, ""), turn(2, "")], &turn(3, "")), None, "nothing is answered");
    }

    #[test]
    fn a_follow_up_waits_until_its_question_is_settled() {
        let waiting = |turn: Turn| FollowUp::waiting(&[turn], 0, book);
        let open = Turn { mark: Mark::Open, asked_again: true, ..turn(0, "tea") };
        assert_eq!(waiting(open.clone()), Some(FollowUp::More));
        assert_eq!(waiting(Turn { asked_again: false, ..open.clone() }), None);
        assert_eq!(waiting(Turn { mark: Mark::Answered, ..open.clone() }), None);
        let with = |answer: &str| Turn { answer: Answer::parse(answer).unwrap(), ..open.clone() };
        assert_eq!(waiting(with("for my tea")), None);
        assert_eq!(waiting(with("tea\nand for my soup")), Some(FollowUp::More), "while more is typed");
        assert_eq!(waiting(with("no\nI would not change a thing")), Some(FollowUp::Why));
        let tapped = [0, 1, 2].map(|number| turn(number, "It was a gift."));
        let own = Turn { number: 3, ..with("It’s well made.\nIt goes with everything") };
        let turns = [&tapped[..], &[own]].concat();
        assert_eq!(FollowUp::waiting(&turns, 3, book), Some(FollowUp::OwnSentence));
    }
}
