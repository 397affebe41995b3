//! The suggested text for a review. It consists only of the customer's own answers.

use std::ops::Range;

use crate::review::phrases::STOPS;
use crate::review::questions::full_stop;
use crate::review::{Answer, Mark, PhraseBook, Turn};

/// The answers that were not skipped as one text, in the order of the questions; empty if there are none. Parts that say
/// nothing are left out: fillers, unfinished beginnings, a bare "yes". The first letter of a sentence may become a capital,
/// and a full stop may be added; no word is ever added or changed.
pub fn suggested_text(turns: &[Turn], phrases: PhraseBook) -> String {
    let mut text = String::new();
    for turn in turns.iter().filter(|turn| turn.mark != Mark::Skipped) {
        let answer = turn.answer.as_ref().map_or("", Answer::as_str);
        let phrases = phrases(turn.language);
        let starts = phrases.sentence_starts(answer);
        for mut kept in phrases.kept(answer) {
            for &start in starts.iter().filter(|&&start| capital(&answer[start..]).is_some()) {
                if let Some(index) = kept.iter().position(|range| range.start < start && start < range.end) {
                    let whole = kept[index].clone();
                    kept.splice(index..=index, [whole.start..start, start..whole.end]);
                }
            }
            add(&mut text, answer, kept);
        }
    }
    text
}

/// Adds the useful parts of an answer as sentences of their own.
fn add(text: &mut String, answer: &str, kept: Vec<Range<usize>>) {
    if !text.is_empty() {
        text.push(' ');
    }
    let (first, last) = (text.len(), kept.len() - 1);
    for (index, range) in kept.into_iter().enumerate() {
        let part = &answer[range];
        let is_start = text.len() == first || text[first..].trim_end().ends_with(STOPS);
        let rest = match capital(part).filter(|_| is_start) {
            Some((capital, rest)) => {
                text.push(capital);
                rest
            }
            None => part,
        };
        text.push_str(rest);
        if index == last {
            text.extend(full_stop(part));
        }
    }
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
