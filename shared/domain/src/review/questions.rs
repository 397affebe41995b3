//! The questions that help a customer write a review, and their answers. The wording is in the crate `texts`.

use std::ops::Range;

use crate::review::phrases::{after, core, is_unspaced, sentences};
use crate::review::{Phrases, ReviewText};
use crate::values::text::lines;
use crate::values::{Fault, Language, words};

pub const QUESTIONS_MAX: usize = 4;

// The longest suggested text must fit into a review: each answer gets a full stop and a space.
const _: () = assert!(QUESTIONS_MAX * (Answer::CHARACTERS_MAX + 2) <= ReviewText::CHARACTERS_MAX);

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    pub text: String,
    /// Ready answers, positive and negative. Each is a whole sentence of a review, without its full stop.
    pub chips: Vec<String>,
    /// Beginnings of sentences for the customer to finish, without their ellipsis. The first stands in an empty field.
    pub beginnings: Vec<String>,
}

/// The number, from 0, of the first question that was neither answered nor skipped.
pub fn next(turns: &[Turn]) -> Option<usize> {
    let settled = |number| turns.iter().any(|turn| turn.number == number && turn.mark != Mark::Open);
    (0..QUESTIONS_MAX).find(|&number| !settled(number))
}

/// One question and its answer so far. A later turn of the same number replaces an earlier one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The question's number, from 0, below [`QUESTIONS_MAX`].
    pub number: usize,
    /// The customer's answer, typed or tapped. Skipping keeps the answer, so that nothing typed is lost.
    pub answer: Option<Answer>,
    pub mark: Mark,
    /// The language of the page, which decides what counts as a ready answer or a filler.
    pub language: Language,
}

words! {
    /// A customer's decision about a question.
    pub enum Mark {
        Open = "open",
        Answered = "answered",
        Skipped = "skipped",
    }
}

/// A customer's answer: trimmed, NFC, 1–1,000 characters, line breaks allowed.
#[derive(Clone, PartialEq, Eq)]
pub struct Answer(String);

impl Answer {
    /// The longest answer, in characters.
    pub const CHARACTERS_MAX: usize = 1_000;

    /// Reads an answer as a form posts it. A blank one is `None`.
    pub fn parse(text: &str) -> Result<Option<Self>, Fault> {
        let text = lines(text);
        if text.is_empty() {
            return Ok(None);
        }
        if text.chars().count() > Self::CHARACTERS_MAX {
            return Err(Fault::TooLong);
        }
        Ok(Some(Self(text)))
    }

    /// The answer as typed, without spaces around it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

crate::hidden! { Answer }

impl Question {
    /// Ends a beginning on its button.
    pub const ELLIPSIS: char = '…';

    /// The answer after a tap on a ready answer or on a beginning. If a ready answer is already a sentence of the
    /// answer, the tap removes it; otherwise it adds it. A beginning is put at the end, for the customer to finish, and
    /// replaces an unfinished one. All other words stay.
    pub fn tapped(&self, typed: &str, chip: &str) -> String {
        let mut text = typed.trim();
        if let Some(last) = sentences(text).pop()
            && self.beginnings.iter().any(|words| words == core(&text[last.clone()]))
        {
            text = text[..last.start].trim_end();
        }
        if let Some(beginning) = chip.strip_suffix(Self::ELLIPSIS) {
            return followed_by(text, beginning.trim_end());
        }
        match sentences(text).into_iter().find(|sentence| core(&text[sentence.clone()]) == chip) {
            Some(sentence) => {
                let rest = &text[after(text, sentence.end, char::is_whitespace)..];
                format!("{}{rest}", &text[..sentence.start]).trim_end().to_owned()
            }
            None => followed_by(&followed_by(text, chip), ""),
        }
    }

    /// Whether a ready answer is a sentence of this answer.
    pub fn is_pressed(answer: &str, chip: &str) -> bool {
        sentences(answer).into_iter().any(|sentence| core(&answer[sentence]) == chip)
    }

    /// Whether a sentence of this answer begins with a ready answer.
    pub fn has_begun(answer: &str, chip: &str) -> bool {
        let rest = |sentence: Range<usize>| answer[sentence].strip_prefix(chip);
        sentences(answer).into_iter().filter_map(rest).any(|rest| !rest.starts_with(char::is_alphanumeric))
    }

    /// An answer as its field shows it: an empty field shows the first beginning. An unfinished beginning is followed by
    /// a space, if its script has spaces.
    pub fn shown(&self, answer: String) -> String {
        let answer = if answer.is_empty() { self.beginnings.first().cloned().unwrap_or_default() } else { answer };
        let last = sentences(&answer).pop().map_or("", |last| &answer[last]);
        let goes_on = self.beginnings.iter().any(|words| words == last) && !last.ends_with(is_unspaced);
        if goes_on { answer + " " } else { answer }
    }

    /// What a customer typed, without beginnings that nobody finished, or only with a bare yes, no or dash.
    pub fn said(&self, typed: &str, phrases: &Phrases) -> String {
        // Not "nothing", which may finish a sentence.
        let is_bare = |rest: &str| phrases.clauses(rest).iter().all(|clause| phrases.yes_no.contains(clause));
        let rest =
            |at: &Range<usize>, words: &String| core(&typed[at.clone()]).strip_prefix(&**words).is_some_and(is_bare);
        let unfinished = |at: &Range<usize>| self.beginnings.iter().any(|words| rest(at, words));
        let (mut said, mut from) = (String::new(), 0);
        for sentence in sentences(typed).into_iter().filter(unfinished) {
            said += &typed[from..sentence.start];
            from = after(typed, sentence.end, char::is_whitespace);
        }
        said + &typed[from..]
    }
}

/// Appends `more` to a text. If the text does not end with a full stop, one is added first.
fn followed_by(text: &str, more: &str) -> String {
    let stop = full_stop(text).map(String::from).unwrap_or_default();
    let space = if text.is_empty() || more.is_empty() { "" } else { " " };
    format!("{text}{stop}{space}{more}")
}

/// The full stop to add to a text, if its end lacks one and its script has one: `.` for scripts before Devanagari in
/// Unicode (Latin, Greek, Cyrillic, Hebrew, Arabic …), `。` for Japanese and Chinese.
pub(crate) fn full_stop(text: &str) -> Option<char> {
    match text.trim_end_matches([')', '"', '”', '’', '»', '%', '€', '$', '£']).chars().next_back()? {
        '\u{3040}'..='\u{9fff}' => Some('。'),
        last => (last.is_alphanumeric() && last < '\u{900}').then_some('.'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::phrases::tests::book;

    fn turn(number: usize, mark: Mark) -> Turn {
        Turn { number, answer: None, mark, language: Language::English }
    }

    #[test]
    fn the_next_question_is_the_first_unsettled_one() {
        assert_eq!(next(&[]), Some(0));
        assert_eq!(next(&[turn(0, Mark::Answered), turn(2, Mark::Skipped)]), Some(1));
        assert_eq!(next(&[turn(0, Mark::Open)]), Some(0));
        let all: Vec<_> = (0..QUESTIONS_MAX).map(|number| turn(number, Mark::Skipped)).collect();
        assert_eq!(next(&all), None);
    }

    #[test]
    fn taps_add_and_take_out_sentences_and_leave_every_other_word() {
        let list = |words: &[&str]| words.iter().map(|&words| words.to_owned()).collect();
        let (daily, gift) = ("I use it every day", "It was a gift");
        let question =
            Question { text: String::new(), chips: list(&[daily, gift]), beginnings: list(&["I use it for"]) };
        for (typed, chip, answer) in [
            (" ", gift, "It was a gift."),
            ("It was a gift.", daily, "It was a gift. I use it every day."),
            ("It was a gift. I use it every day.", gift, "I use it every day."),
            ("It was a gift! I use it every day", daily, "It was a gift!"),
            ("For bread", gift, "For bread. It was a gift."),
            ("For bread!\nIt was a gift\nYes", gift, "For bread!\nYes"),
            ("It was a gift for my son", gift, "It was a gift for my son. It was a gift."),
            ("", "I use it for …", "I use it for"),
            ("It was a gift.", "I use it for …", "It was a gift. I use it for"),
            ("It was a gift. I use it for …", "I use it for …", "It was a gift. I use it for"),
            ("It was a gift. I use it for", daily, "It was a gift. I use it every day."),
            ("I use it for bread", "I use it for …", "I use it for bread. I use it for"),
            ("毎日使います", "贈り物です", "毎日使います。 贈り物です。"),
        ] {
            assert_eq!(question.tapped(typed, chip), answer, "{typed} + {chip}");
        }
        assert!(
            Question::is_pressed("For bread. It was a gift", gift)
                && !Question::is_pressed("It was a gift to me", gift)
        );
        assert!(
            Question::has_begun("For bread. It was a gift to me", gift)
                && !Question::has_begun("It was a gifted", gift)
        );
        let shown = |answer: &str| question.shown(answer.to_owned());
        for (answer, field) in [
            ("", "I use it for "),
            ("For bread. I use it for", "For bread. I use it for "),
            ("I use it for bread", "I use it for bread"),
        ] {
            assert_eq!(shown(answer), field);
        }
        for (typed, said) in [
            ("I use it for ", ""),
            ("I use it for …", ""),
            ("I use it for bread", "I use it for bread"),
            ("It was a gift. I use it for ", "It was a gift. "),
            ("I use it for\nbread", "bread"),
            ("I use it for no.", ""),
            ("I use it for - ", ""),
            ("It was a gift. I use it for No!", "It was a gift. "),
            ("I use it for no one", "I use it for no one"),
            ("I use it for nothing.", "I use it for nothing."),
            ("No.", "No."),
            ("", ""),
        ] {
            assert_eq!(question.said(typed, book(Language::English)), said, "{typed}");
        }
        let japanese = Question { beginnings: vec!["主な使い道は".to_owned()], ..Question::default() };
        assert_eq!(japanese.shown("主な使い道は".to_owned()), "主な使い道は");
    }

    #[test]
    fn an_answer_is_bounded_and_clean() {
        assert_eq!(Answer::parse(" \r\n "), Ok(None));
        assert!(Answer::parse(&"é".repeat(1_000)).is_ok());
        assert_eq!(Answer::parse("a\u{0}b\u{b}c").unwrap().unwrap().as_str(), "ab\nc");
        assert!(Answer::parse(&"a".repeat(5_000)).is_err());
    }
}
