//! A draft of a review, made of nothing but the customer's own words.

use std::ops::Range;

use crate::{Answer, Mark, Turn};

/// Where a piece of a draft comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextSpan {
    /// The turn's number.
    pub turn: usize,
    /// The bytes of its answer.
    pub answer: Range<usize>,
    /// The bytes of the draft that they became.
    pub draft: Range<usize>,
}

/// A text of spans of answers, each of them once. A sentence's first letter and its full stop may be
/// mended, words never are.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct SuggestedText {
    text: String,
    spans: Vec<TextSpan>,
}

impl SuggestedText {
    /// The draft of a chat. Empty when nothing was answered.
    ///
    /// The answers stand as `order` names their turns, and those it leaves out behind them, as the
    /// questions came. Whatever it holds, it can add nothing and leave nothing out.
    #[must_use]
    pub fn from_turns(turns: &[Turn], order: &[usize]) -> Self {
        let mut said: Vec<(usize, &Answer)> = turns
            .iter()
            .filter(|turn| turn.mark != Mark::Skipped)
            .filter_map(|turn| Some((turn.number, turn.answer.as_ref()?)))
            .collect();
        let place = |number| order.iter().position(|&named| named == number).unwrap_or(order.len());
        said.sort_by_key(|&(number, _)| (place(number), number));
        let mut draft = Self::default();
        for (turn, answer) in said {
            draft.add(turn, answer.as_str());
        }
        draft
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where each piece of it comes from, in order; between two there is one space.
    #[must_use]
    pub fn spans(&self) -> &[TextSpan] {
        &self.spans
    }

    fn add(&mut self, turn: usize, answer: &str) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        let start = self.text.len();
        let rest = match capital(answer) {
            Some((capital, rest)) => {
                self.text.push(capital);
                rest
            }
            None => answer,
        };
        self.text.push_str(rest);
        if answer.ends_with(takes_full_stop) {
            self.text.push('.');
        }
        self.spans.push(TextSpan { turn, answer: 0..answer.len(), draft: start..self.text.len() });
    }
}

/// A sentence's first letter as a capital, and what follows it. `None` where a capital would change
/// more than the sentence's start: `iPhone`, `e-mail@x`, `ß`, or a script without capitals.
fn capital(answer: &str) -> Option<(char, &str)> {
    let word = answer.split_whitespace().next()?.trim_end_matches(|c: char| !c.is_alphanumeric());
    let plain = word.chars().all(|c| c.is_lowercase() || matches!(c, '\'' | '’' | '-'));
    let first = answer.chars().next().filter(|first| plain && first.is_lowercase())?;
    let mut upper = first.to_uppercase();
    let (capital, None) = (upper.next()?, upper.next()) else { return None };
    let back = capital != first && capital.to_lowercase().eq([first]);
    back.then(|| (capital, &answer[first.len_utf8()..]))
}

/// Whether a sentence may be closed by a full stop behind this: a letter or digit of the scripts
/// below Devanagari (Latin, Greek, Cyrillic, Hebrew, Arabic …). Others close theirs by other signs.
fn takes_full_stop(last: char) -> bool {
    last.is_alphanumeric() && last < '\u{900}'
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::QUESTIONS_MAX;

    fn draft(answers: &[&str]) -> SuggestedText {
        SuggestedText::from_turns(&turns(answers), &[])
    }

    fn turns(answers: &[&str]) -> Vec<Turn> {
        let turn = |(number, text): (usize, &&str)| {
            let answer = Answer::parse(text).unwrap();
            Turn { number, mark: if answer.is_some() { Mark::Answered } else { Mark::Skipped }, answer }
        };
        answers.iter().enumerate().map(turn).collect()
    }

    #[test]
    fn answers_become_sentences() {
        for (answers, text) in [
            (&["every day", "well made!", "", "I'd buy it again"][..], "Every day. Well made! I'd buy it again."),
            (&["iPhone fits", "e-mail@x", "ßo", "don't know"], "iPhone fits. e-mail@x. ßo. Don't know."),
            (&["👍", "استخدمه كل يوم", "毎日使います", "ok…"], "👍 استخدمه كل يوم. 毎日使います Ok…"),
            (&["two\nlines", "", "", ""], "Two\nlines."),
            (&["", "", "", ""], ""),
        ] {
            assert_eq!(draft(answers).text(), text);
        }
    }

    #[test]
    fn a_skipped_answer_is_not_in_it_and_one_left_half_way_is() {
        let mut turns = turns(&["mine", "yours", "", ""]);
        turns[0].mark = Mark::Skipped;
        turns[1].mark = Mark::Open;
        assert_eq!(SuggestedText::from_turns(&turns, &[]).text(), "Yours.");
    }

    #[test]
    fn an_order_moves_answers_and_adds_none() {
        let turns = turns(&["one", "two", "", "four"]);
        for (order, text) in [
            (&[3, 0, 1][..], "Four. One. Two."),
            (&[1], "Two. One. Four."),
            (&[3, 3, 9, 2, 1], "Four. Two. One."),
            (&[], "One. Two. Four."),
        ] {
            assert_eq!(SuggestedText::from_turns(&turns, order).text(), text, "{order:?}");
        }
    }

    /// Every word of the draft is in the turn that its span names, each turn once, and nothing else is there.
    fn check(turns: &[Turn], order: &[usize]) {
        let draft = SuggestedText::from_turns(turns, order);
        let mut end = 0;
        for (index, span) in draft.spans().iter().enumerate() {
            assert!(draft.spans()[..index].iter().all(|earlier| earlier.turn != span.turn), "each turn once");
            assert_eq!(&draft.text()[end..span.draft.start], if end == 0 { "" } else { " " });
            let turn = turns.iter().find(|turn| turn.number == span.turn).unwrap();
            let said = &turn.answer.as_ref().unwrap().as_str()[span.answer.clone()];
            let drafted = &draft.text()[span.draft.clone()];
            // But for the first letter's case and a full stop at the end, the two are one.
            let drafted = if said.chars().count() == drafted.chars().count() {
                drafted
            } else {
                drafted.strip_suffix('.').unwrap()
            };
            let (first, first_drafted) = (said.chars().next().unwrap(), drafted.chars().next().unwrap());
            assert!(first == first_drafted || first_drafted.to_lowercase().eq([first]));
            assert_eq!(said[first.len_utf8()..], drafted[first_drafted.len_utf8()..]);
            end = span.draft.end;
        }
        assert_eq!(end, draft.text().len());
        let answered = turns.iter().filter(|turn| turn.mark != Mark::Skipped && turn.answer.is_some());
        assert_eq!(draft.spans().len(), answered.count());
        assert!(draft.text().chars().count() <= crate::ReviewText::CHARACTERS_MAX);
        assert!(draft.text().is_empty() || crate::ReviewText::parse(draft.text()).unwrap().as_str() == draft.text());
    }

    #[test]
    fn every_word_of_a_draft_is_its_turns() {
        const PIECES: [&str; 24] = [
            "every day",
            " ",
            "  ",
            "\n",
            "\t",
            "\r\n",
            ".",
            "!",
            "?",
            "Iphone",
            "iPhone",
            "ß",
            "ﬁne",
            "ǆ",
            "👩‍👩‍👧",
            "🇩🇪",
            "مرحبا",
            "שלום",
            "\u{202e}evil",
            "<script>alert(1)</script>",
            "{{ 7*7 }}",
            "e\u{301}",
            "\u{7}",
            "毎日",
        ];
        // A fixed linear congruence: the same hostile answers at every run.
        let mut state = 1_u64;
        let mut draw = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap() % below
        };
        let mut refused = 0;
        for _ in 0..3_000 {
            let mut turns = Vec::new();
            for number in (0..QUESTIONS_MAX).rev() {
                let many = if draw(50) == 0 { 1_200 } else { 8 };
                let text: String = (0..draw(many)).map(|_| PIECES[draw(PIECES.len())]).collect();
                let mark = [Mark::Open, Mark::Answered, Mark::Skipped][draw(3)];
                match Answer::parse(&text) {
                    Ok(answer) => turns.push(Turn { number, answer, mark }),
                    Err(_) => refused += 1,
                }
            }
            let order: Vec<_> = (0..draw(8)).map(|_| draw(QUESTIONS_MAX + 2)).collect();
            check(&turns, &order);
        }
        assert!(refused > 100, "control characters and endless answers never get in");
        let longest = "x".repeat(Answer::CHARACTERS_MAX);
        check(&turns(&[longest.as_str(); QUESTIONS_MAX]), &[]);
    }
}
