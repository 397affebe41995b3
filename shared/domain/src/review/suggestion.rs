//! The suggested text for a review. It consists only of the customer's own answers.

use std::ops::Range;

use crate::review::phrases::STOPS;
use crate::review::questions::full_stop;
use crate::review::{Answer, Mark, PhraseBook, Phrases, Turn};

/// A part of an answer, and where it is in the suggested text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextSpan {
    pub turn: usize,
    /// The byte range in the answer.
    pub answer: Range<usize>,
    /// The byte range in the suggested text.
    pub suggested: Range<usize>,
}

/// The answers as one text. Parts that say nothing are left out: fillers, unfinished beginnings, a bare "yes", a first
/// answer that its addition repeats. The first letter of a sentence may become a capital, and a full stop may be added;
/// no word is ever added or changed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct SuggestedText {
    text: String,
    spans: Vec<TextSpan>,
}

impl SuggestedText {
    /// Joins the answers that were not skipped; empty if there are none.
    ///
    /// The answers come in `order`, a list of turns' numbers. Answers that are not in the list come last, in the order
    /// of the questions. So a wrong `order` cannot add or drop an answer, and a model may choose it.
    pub fn from_turns(turns: &[Turn], order: &[usize], phrases: PhraseBook) -> Self {
        let mut answered: Vec<&Turn> = turns.iter().filter(|turn| turn.mark != Mark::Skipped).collect();
        let place = |number| order.iter().position(|&named| named == number).unwrap_or(order.len());
        answered.sort_by_key(|turn| (place(turn.number), turn.number));
        let mut suggested = Self::default();
        for turn in answered {
            let answer = turn.answer.as_ref().map_or("", Answer::as_str);
            let phrases = phrases(turn.language);
            let starts = phrases.sentence_starts(answer);
            for mut kept in groups_of(turn, answer, phrases) {
                for &start in starts.iter().filter(|&&start| capital(&answer[start..]).is_some()) {
                    if let Some(index) = kept.iter().position(|range| range.start < start && start < range.end) {
                        let whole = kept[index].clone();
                        kept.splice(index..=index, [whole.start..start, start..whole.end]);
                    }
                }
                suggested.add(turn.number, answer, kept);
            }
        }
        suggested
    }

    /// The text itself, on one or more lines.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The source of each part, in order. One space separates two answers, an answer and its addition, and two sentences.
    pub fn spans(&self) -> &[TextSpan] {
        &self.spans
    }

    /// Adds the useful parts of an answer as sentences of their own.
    fn add(&mut self, turn: usize, answer: &str, kept: Vec<Range<usize>>) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        let (first, last) = (self.text.len(), kept.len() - 1);
        for (index, range) in kept.into_iter().enumerate() {
            let (start, part) = (self.text.len(), &answer[range.clone()]);
            let is_start = self.text[first..].trim_end().ends_with(STOPS) || start == first;
            let rest = match capital(part).filter(|_| is_start) {
                Some((capital, rest)) => {
                    self.text.push(capital);
                    rest
                }
                None => part,
            };
            self.text.push_str(rest);
            if index == last {
                self.text.extend(full_stop(part));
            }
            self.spans.push(TextSpan { turn, answer: range, suggested: start..self.text.len() });
        }
    }
}

/// The useful byte ranges of an answer. Each group begins a sentence.
fn groups_of(turn: &Turn, answer: &str, phrases: &Phrases) -> Vec<Vec<Range<usize>>> {
    let (first, added) = turn.parts();
    let start = answer.len() - added.len();
    let added_groups = phrases
        .kept(added)
        .into_iter()
        .map(|group| group.into_iter().map(|range| start + range.start..start + range.end).collect());
    phrases.kept(&first[..phrases.unrepeated(first, added)]).into_iter().chain(added_groups).collect()
}

/// The first letter as a capital, and the rest. `None` if a capital would be wrong or impossible: `iPhone`, `e-mail@x`,
/// `ß`, or a script without capitals.
fn capital(answer: &str) -> Option<(char, &str)> {
    let word = answer.split_whitespace().next()?.trim_end_matches(|c: char| !c.is_alphanumeric());
    let plain = word.chars().all(|c| c.is_lowercase() || matches!(c, '\'' | '’' | '-'));
    let first = answer.chars().next().filter(|first| plain && first.is_lowercase())?;
    let mut upper = first.to_uppercase();
    let (capital, None) = (upper.next()?, upper.next()) else { return None };
    let back = capital != first && capital.to_lowercase().eq([first]);
    back.then(|| (capital, &answer[first.len_utf8()..]))
}

#[cfg(test)]
mod tests;
