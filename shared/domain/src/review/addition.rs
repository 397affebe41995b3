//! Joins an answer with what the customer added when asked for more.

use crate::review::Phrases;
use crate::review::phrases::{core, is_in_word, is_unspaced, sentences, words};

impl Phrases {
    /// The answer with the addition: on a line of its own, or, if the answer ends in an unfinished beginning, right
    /// behind it.
    pub fn joined(&self, first: &str, added: &str) -> String {
        let (first, added) = (first.trim(), added.trim());
        let last = sentences(first).pop().map_or("", |last| core(&first[last]));
        let asks = sentences(added).first().is_some_and(|one| added[one.clone()].ends_with(['?', '؟', '？']));
        let mut tapped = self.chips.iter().chain(&self.beginnings);
        let finishes = self.beginnings.iter().any(|words| words == last)
            && !asks
            && !tapped.any(|words| added.starts_with(words.as_str()));
        format!("{first}{}{added}", if finishes { ' ' } else { '\n' })
    }

    /// The length of the first answer without an end that the addition repeats: if the addition is "heavy in a good
    /// way", "heavy" is dropped.
    pub(super) fn unrepeated(&self, first: &str, added: &str) -> usize {
        let said =
            |text: &str| words(&self.without_fillers(text).into_iter().map(|kept| &text[kept]).collect::<String>());
        if self.kept(added).is_empty() {
            return first.len();
        }
        let added = said(added);
        let is_repeated = |start: &usize| {
            let said = said(&first[*start..]);
            let rest = added.strip_prefix(said.as_str()).filter(|_| !said.is_empty());
            rest.is_some_and(|rest| !rest.starts_with(is_in_word) || rest.starts_with(is_unspaced))
        };
        let mut starts = sentences(first).into_iter().map(|sentence| sentence.start);
        starts.find(is_repeated).unwrap_or(first.len())
    }
}

#[cfg(test)]
mod tests {
    use crate::review::phrases::tests::book;
    use crate::values::Language;

    #[test]
    fn what_was_added_gets_a_line_or_finishes_a_beginning_and_repeats_nothing() {
        let phrases = book(Language::English);
        for (first, added, joined) in [
            ("heavy", " in a good way ", "heavy\nin a good way"),
            ("I like how", "heavy it is", "I like how heavy it is"),
            ("It was a gift. I like how", "heavy it is", "It was a gift. I like how heavy it is"),
            ("I like how", "the colour? it glows", "I like how\nthe colour? it glows"),
            ("I like how", "It was a gift.", "I like how\nIt was a gift."),
            ("heavy", "", "heavy\n"),
        ] {
            assert_eq!(phrases.joined(first, added), joined);
        }
        for (first, added, left) in [
            ("heavy", "Heavy, in a good way", ""),
            ("um, the finish", "The finish… soft", ""),
            ("It was a gift. It’s well made.", "It’s well made, but heavy", "It was a gift. "),
            ("毎日", "毎日使います", ""),
            ("ثقيل", "ثقيل، لكنه جيد", ""),
            ("heavy", "heavy", ""),
            ("well", "well-made lid", "well"),
            ("it", "it's heavy", "it"),
            ("heavy", "heavyish", "heavy"),
            ("heavy", "and good", "heavy"),
            ("um", "heavy", "um"),
        ] {
            assert_eq!(&first[..phrases.unrepeated(first, added)], left, "{first} + {added}");
        }
    }
}
