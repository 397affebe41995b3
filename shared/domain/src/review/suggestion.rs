//! The text suggested for a review, made of nothing but the customer's own answers.

use std::ops::Range;

use crate::{Answer, Mark, Turn};

/// Which part of an answer became which part of the suggested text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextSpan {
    /// The number of the answer's turn.
    pub turn: usize,
    /// The bytes used, within the answer.
    pub answer: Range<usize>,
    /// The bytes they became, within the suggested text.
    pub suggested: Range<usize>,
}

/// The answers as one text, each of them once. It may capitalise an answer's first letter and add a full
/// stop; it never changes a word.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct SuggestedText {
    text: String,
    spans: Vec<TextSpan>,
}

impl SuggestedText {
    /// Joins the answers that were not skipped; empty if there are none.
    ///
    /// They come in the `order` of their turns' numbers, then those that it omits, in the questions' order.
    /// A wrong `order` can neither add nor drop an answer, so a model may choose it.
    #[must_use]
    pub fn from_turns(turns: &[Turn], order: &[usize]) -> Self {
        let mut answers: Vec<(usize, &Answer)> = turns
            .iter()
            .filter(|turn| turn.mark != Mark::Skipped)
            .filter_map(|turn| Some((turn.number, turn.answer.as_ref()?)))
            .collect();
        let place = |number| order.iter().position(|&named| named == number).unwrap_or(order.len());
        answers.sort_by_key(|&(number, _)| (place(number), number));
        let mut suggested = Self::default();
        for (turn, answer) in answers {
            suggested.add(turn, answer.as_str());
        }
        suggested
    }

    /// The text itself, on one or more lines.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where each part comes from, in order. One space separates two of them.
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
        self.spans.push(TextSpan { turn, answer: 0..answer.len(), suggested: start..self.text.len() });
    }
}

/// The first letter as a capital, and the rest. `None` where a capital would be wrong or impossible:
/// `iPhone`, `e-mail@x`, `ß`, or a script without capitals.
fn capital(answer: &str) -> Option<(char, &str)> {
    let word = answer.split_whitespace().next()?.trim_end_matches(|c: char| !c.is_alphanumeric());
    let plain = word.chars().all(|c| c.is_lowercase() || matches!(c, '\'' | '’' | '-'));
    let first = answer.chars().next().filter(|first| plain && first.is_lowercase())?;
    let mut upper = first.to_uppercase();
    let (capital, None) = (upper.next()?, upper.next()) else { return None };
    let back = capital != first && capital.to_lowercase().eq([first]);
    back.then(|| (capital, &answer[first.len_utf8()..]))
}

/// Whether a full stop may follow this character: a letter or digit of the scripts before Devanagari in
/// Unicode (Latin, Greek, Cyrillic, Hebrew, Arabic …). The others end sentences with other signs.
fn takes_full_stop(last: char) -> bool {
    last.is_alphanumeric() && last < '\u{900}'
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::QUESTIONS_MAX;

    fn suggested(answers: &[&str]) -> SuggestedText {
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
            assert_eq!(suggested(answers).text(), text);
        }
    }

    #[test]
    fn a_skipped_answer_is_left_out_and_an_unfinished_one_is_not() {
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

    /// Every word of the text is in the turn that its span names, each turn is used once, and nothing else
    /// is in it.
    fn check(turns: &[Turn], order: &[usize]) {
        let suggested = SuggestedText::from_turns(turns, order);
        let mut end = 0;
        for (index, span) in suggested.spans().iter().enumerate() {
            assert!(suggested.spans()[..index].iter().all(|earlier| earlier.turn != span.turn), "each turn once");
            assert_eq!(&suggested.text()[end..span.suggested.start], if end == 0 { "" } else { " " });
            let turn = turns.iter().find(|turn| turn.number == span.turn).unwrap();
            let answer = &turn.answer.as_ref().unwrap().as_str()[span.answer.clone()];
            let part = &suggested.text()[span.suggested.clone()];
            // They differ at most in the first letter's case and a full stop at the end.
            let part =
                if answer.chars().count() == part.chars().count() { part } else { part.strip_suffix('.').unwrap() };
            let (before, after) = (answer.chars().next().unwrap(), part.chars().next().unwrap());
            assert!(before == after || after.to_lowercase().eq([before]));
            assert_eq!(answer[before.len_utf8()..], part[after.len_utf8()..]);
            end = span.suggested.end;
        }
        assert_eq!(end, suggested.text().len());
        let answered = turns.iter().filter(|turn| turn.mark != Mark::Skipped && turn.answer.is_some());
        assert_eq!(suggested.spans().len(), answered.count());
        assert!(suggested.text().chars().count() <= crate::ReviewText::CHARACTERS_MAX);
        assert!(
            suggested.text().is_empty()
                || crate::ReviewText::parse(suggested.text()).unwrap().as_str() == suggested.text()
        );
    }

    #[test]
    fn every_word_of_a_suggested_text_is_its_turns() {
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
        // A fixed linear congruential generator: the same hostile answers in every run.
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
        assert!(refused > 100, "control characters and overlong answers are refused");
        let longest = "x".repeat(Answer::CHARACTERS_MAX);
        check(&turns(&[longest.as_str(); QUESTIONS_MAX]), &[]);
    }
}
