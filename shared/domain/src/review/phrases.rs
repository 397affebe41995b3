//! Phrases such as "um" or "I like how …", which customers write or tap without saying anything. A suggested text leaves them
//! out. The words themselves are in the crate `texts`.

use std::ops::Range;

/// The characters that end a sentence.
pub(crate) const STOPS: [char; 8] = ['.', '!', '?', '…', '؟', '。', '！', '？'];
const COMMAS: [char; 4] = [',', '،', '、', ';'];
/// An answer with fewer words than this is hardly a sentence.
const WORDS_MIN: usize = 4;

#[derive(Debug, Default)]
pub struct Phrases {
    /// Sounds and words that never mean anything, such as "um". If words follow in parentheses, the filler counts only
    /// at the beginning of a sentence and before one of them: "I mean (not/they)".
    pub fillers: Vec<String>,
    /// Words that mean nothing at the start of a clause: "I mean". One with a comma needs the comma: "well,". One with words in
    /// parentheses needs one of them behind it: "yes, (for)".
    pub openers: Vec<String>,
    /// Answers that make no sentence without their question: "yes".
    pub yes_no: Vec<String>,
    /// Answers that say nothing, such as "n/a". An answer of only punctuation also says nothing.
    pub nothing: Vec<String>,
    /// Words whose full stop does not end a sentence, such as "approx".
    pub abbreviations: Vec<String>,
    /// The ready answers of every question.
    pub chips: Vec<String>,
    pub beginnings: Vec<String>,
}

pub type PhraseBook = fn(crate::values::Language) -> &'static Phrases;

impl Phrases {
    /// Whether nothing of an answer makes a sentence without its question, such as "yes", "n/a" or a beginning.
    fn says_nothing(&self, answer: &str) -> bool {
        self.clauses(answer).iter().all(|clause| self.yes_no.contains(clause) || self.nothing.contains(clause))
    }

    /// Whether an answer is hardly a sentence: a few words that finish no beginning, such as "for tea" or "no".
    /// `begins` is a model's beginning.
    pub fn is_fragment(&self, answer: &str, begins: &str) -> bool {
        let mut beginnings =
            self.beginnings.iter().map(String::as_str).chain([begins]).filter(|words| !words.is_empty());
        let finishes = beginnings.any(|words| answer.starts_with(words) && core(answer) != words);
        let count: usize = self.clauses(answer).iter().map(|clause| word_count(clause)).sum();
        !finishes && !self.is_tapped(answer) && (count < WORDS_MIN || self.says_nothing(answer))
    }

    /// The clauses without fillers and unfinished beginnings, in small letters.
    pub(super) fn clauses(&self, answer: &str) -> Vec<String> {
        let text: String = self.without_fillers(answer).into_iter().map(|kept| &answer[kept]).collect();
        let clauses = text.split(|c| STOPS.contains(&c) || COMMAS.contains(&c) || c == '\n').map(words);
        clauses.filter(|clause| !clause.is_empty()).collect()
    }

    /// Whether an answer consists of ready answers, apart from unfinished beginnings.
    pub fn is_tapped(&self, answer: &str) -> bool {
        let cores = sentences(answer).into_iter().map(|sentence| core(&answer[sentence]));
        let mut cores = cores.filter(|words| !self.beginnings.iter().any(|beginning| beginning == words)).peekable();
        cores.peek().is_some() && cores.all(|words| self.chips.iter().any(|chip| chip == words))
    }

    /// The parts of an answer that say something, as byte ranges. Each group of ranges begins a sentence, even if no
    /// full stop precedes it.
    pub fn kept(&self, answer: &str) -> Vec<Vec<Range<usize>>> {
        if !self.is_tapped(answer) && self.says_nothing(answer) {
            return Vec::new();
        }
        let begins = |&at: &usize| {
            self.fillers.iter().any(|words| words.ends_with(')') && end_of_filler(answer, at, words) > at)
        };
        let mut starts: Vec<_> = answer.char_indices().map(|(at, _)| at).filter(begins).collect();
        starts.insert(0, 0);
        starts.push(answer.len());
        let group = |bounds: &[usize]| {
            let kept = self.without_fillers(&answer[bounds[0]..bounds[1]]).into_iter();
            kept.map(|range| bounds[0] + range.start..bounds[0] + range.end).collect()
        };
        starts.windows(2).map(group).filter(|group: &Vec<_>| !group.is_empty()).collect()
    }

    /// Where the sentences of an answer begin. The first sentence is left out, and so are those after an ellipsis or an
    /// abbreviation.
    pub fn sentence_starts(&self, answer: &str) -> Vec<usize> {
        let sentences = sentences(answer);
        let ends = |sentence: &Range<usize>| {
            let sentence = &answer[sentence.clone()];
            let last = words(sentence.split_whitespace().next_back().unwrap_or_default());
            let is_short = last.chars().nth(1).is_none() || last.contains('.') || self.abbreviations.contains(&last);
            !(sentence.ends_with('…') || sentence.ends_with("..") || sentence.ends_with('.') && is_short)
        };
        let pairs = sentences.windows(2).filter(|pair| ends(&pair[0]) && answer[pair[0].clone()].ends_with(STOPS));
        pairs.map(|pair| pair[1].start).collect()
    }

    /// The byte ranges of an answer without fillers and unfinished beginnings. Joined, they make a text: with each
    /// filler, the comma or space that would be left over is cut, too.
    fn without_fillers(&self, answer: &str) -> Vec<Range<usize>> {
        let mut cuts = self.fillers_in(answer);
        cuts.extend(sentences(answer).into_iter().filter_map(|sentence| {
            let unfinished = self.beginnings.iter().any(|words| words == core(&answer[sentence.clone()]));
            unfinished.then(|| sentence.start..after(answer, sentence.end, char::is_whitespace))
        }));
        cuts.sort_by_key(|cut| cut.start);
        let (mut kept, mut from) = (Vec::new(), 0);
        for cut in cuts.into_iter().chain(std::iter::once(answer.len()..answer.len())) {
            if from < cut.start {
                kept.push(from..cut.start);
            }
            from = from.max(cut.end);
        }
        // Cut leftover characters at the end, then at the front.
        while let Some(last) = kept.last_mut() {
            last.end = last.start + answer[last.clone()].trim_end_matches(is_space_or_comma).len();
            if last.start < last.end {
                break;
            }
            kept.pop();
        }
        while let Some(first) = kept.first_mut() {
            first.start = after(&answer[..first.end], first.start, is_space_or_comma);
            if first.start < first.end {
                break;
            }
            kept.remove(0);
        }
        kept
    }

    fn fillers_in(&self, text: &str) -> Vec<Range<usize>> {
        let (mut cuts, mut at) = (Vec::new(), 0);
        while let Some(c) = text[at..].chars().next() {
            let opens = opens_clause(&text[..at]);
            let Some(mut end) = self.filler_at(text, at, opens) else {
                at += c.len_utf8();
                continue;
            };
            while let Some(next) = self.filler_at(text, after(text, end, is_space_or_comma), opens) {
                end = next;
            }
            cuts.push(widened(text, at..end));
            at = end;
        }
        cuts
    }

    /// The end of the longest filler that begins here.
    fn filler_at(&self, text: &str, at: usize, opens: bool) -> Option<usize> {
        let openers = if opens { &self.openers[..] } else { &[] };
        let ends = self.fillers.iter().chain(openers).map(|words| end_of_filler(text, at, words));
        ends.max().filter(|&end| end > at)
    }
}

/// The end of a filler or an opener that begins at `at`; `at` itself if none does.
fn end_of_filler(text: &str, at: usize, filler: &str) -> usize {
    if text[..at].ends_with(is_in_word) {
        return at;
    }
    let (words, following) = filler.trim_end_matches(')').split_once(" (").unwrap_or((filler, ""));
    let end_of = |from: usize, words: &str| {
        let end = from + prefix(&text[from..], words)?;
        (!text[end..].starts_with(is_in_word)).then_some(end)
    };
    let Some(end) = end_of(at, words.trim_end_matches(COMMAS)) else { return at };
    let next = after(text, end, is_space_or_comma);
    let follows = following.is_empty() || following.split('/').any(|words| end_of(next, words).is_some());
    if follows && (!words.ends_with(COMMAS) || text[end..].starts_with(COMMAS)) { end } else { at }
}

/// The sentences of a text, each with its final punctuation and without the spaces around it.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let (mut sentences, mut start) = (Vec::new(), 0);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        let ends = c == '\n' || STOPS.contains(&c) && next.is_none_or(char::is_whitespace) || next.is_none();
        if ends {
            let end = at + c.len_utf8();
            let sentence = text[start..end].trim();
            let first = end - text[start..end].trim_start().len();
            if !sentence.is_empty() {
                sentences.push(first..first + sentence.len());
            }
            start = end;
        }
    }
    sentences
}

/// A sentence without its final punctuation.
pub(crate) fn core(sentence: &str) -> &str {
    sentence.trim_end_matches(|c: char| STOPS.contains(&c) || c.is_whitespace())
}

/// The index of the first character from `from` on that is not skipped.
pub(crate) fn after(text: &str, from: usize, is_skipped: impl Fn(char) -> bool) -> usize {
    text.len() - text[from..].trim_start_matches(is_skipped).len()
}

/// Extends a run of fillers by the commas, full stops and spaces that would be left over.
fn widened(text: &str, Range { start, end }: Range<usize>) -> Range<usize> {
    let before = text[..start].trim_end();
    let has_comma = text[end..].starts_with(COMMAS);
    let end = if has_comma { after(text, end, |c| COMMAS.contains(&c)) } else { end };
    let rest = after(text, end, |c| c.is_whitespace() && c != '\n');
    let ends = rest == text.len() || text[rest..].starts_with('\n') || text[rest..].starts_with(STOPS);
    if before.is_empty() || before.ends_with(STOPS) || text[before.len()..start].contains('\n') {
        start..if ends { after(text, rest, |c| c.is_whitespace() || STOPS.contains(&c)) } else { rest }
    } else if before.ends_with(COMMAS) && (has_comma || ends) {
        before.trim_end_matches(COMMAS).len()..end
    } else if ends {
        before.len()..end
    } else {
        start..rest
    }
}

fn opens_clause(before: &str) -> bool {
    let words = before.trim_end();
    words.is_empty() || words.ends_with(STOPS) || words.ends_with(COMMAS) || before[words.len()..].contains('\n')
}

/// The length of these words at the text's start, in upper or lower case.
fn prefix(text: &str, words: &str) -> Option<usize> {
    let mut rest = text.chars();
    for expected in words.chars() {
        let c = rest.next()?;
        if c != expected
            && !c.to_lowercase().eq(expected.to_lowercase())
            && !(is_apostrophe(c) && is_apostrophe(expected))
        {
            return None;
        }
    }
    Some(text.len() - rest.as_str().len())
}

/// Whether this character continues a word: "er" is a filler, but not within "er's" or "uh-huh".
fn is_in_word(c: char) -> bool {
    c.is_alphanumeric() || is_apostrophe(c) || c == '-' || matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}')
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

fn is_space_or_comma(c: char) -> bool {
    c.is_whitespace() || COMMAS.contains(&c)
}

/// The words of a clause in lower case, without punctuation, with single spaces between them. An emoji is a word.
fn words(clause: &str) -> String {
    let words = clause.split_whitespace().map(|word| word.trim_matches(is_punctuation)).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase().replace('’', "'")
}

const fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() || matches!(c, '\u{2010}'..='\u{2027}' | '¿' | '¡' | '؛' | '،' | '؟' | '«' | '»')
}

/// The number of words. Two Chinese or Japanese characters count as a word.
fn word_count(words: &str) -> usize {
    words.split(' ').map(|word| word.chars().filter(|&c| is_unspaced(c)).count().div_ceil(2).max(1)).sum()
}

/// Whether a character is Chinese or Japanese: these scripts have no spaces between words.
pub(super) const fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{9fff}')
}

#[cfg(test)]
pub(crate) mod tests {
    use std::sync::OnceLock;

    use super::*;
    use crate::values::Language;

    pub(crate) fn book(_: Language) -> &'static Phrases {
        static PHRASES: OnceLock<Phrases> = OnceLock::new();
        let list = |words: &[&str]| words.iter().map(|&words| words.to_owned()).collect();
        PHRASES.get_or_init(|| Phrases {
            fillers: list(&["um", "uh", "so yeah", "i mean (not/it's)"]),
            openers: list(&["well,", "i mean", "you know,", "yes, (for)"]),
            yes_no: list(&["yes", "no", "not really"]),
            nothing: list(&["n/a", "nothing"]),
            abbreviations: list(&["approx"]),
            chips: list(&["It’s well made", "It was a gift"]),
            beginnings: list(&["I like how", "Compared with my last one"]),
        })
    }

    fn kept(answer: &str) -> String {
        let phrases = book(Language::English);
        phrases.kept(answer).concat().into_iter().map(|range| &answer[range]).collect()
    }

    #[test]
    fn fillers_are_cut_with_their_commas() {
        for (answer, text) in [
            ("um, it is good", "it is good"),
            ("Well, um, I like it", "I like it"),
            ("Well made and well, you know, heavy", "Well made and well heavy"),
            ("I use it, um, for bread", "I use it for bread"),
            ("It is um good, so yeah.", "It is good."),
            ("It's great so yeah", "It's great"),
            ("I mean it's good. Uh. I mean, heavy", "it's good. heavy"),
            ("That is what I mean by good", "That is what I mean by good"),
            ("It works well, mostly", "It works well, mostly"),
            ("Uh-huh, that is um’s cup", "Uh-huh, that is um’s cup"),
            ("An umbrella, a drum and a hum", "An umbrella, a drum and a hum"),
            ("um\nit is good\num", "it is good"),
            ("Ends in a comma,", "Ends in a comma"),
            ("Not um… sure of it", "Not… sure of it"),
            ("Yes, for my sister", "for my sister"),
            ("Yes, forever. Yes for sure", "Yes, forever. Yes for sure"),
        ] {
            assert_eq!(kept(answer), text, "{answer}");
        }
    }

    #[test]
    fn an_aside_begins_a_sentence_and_what_looks_like_one_does_not() {
        let phrases = book(Language::English);
        for (answer, expected) in [
            ("It is dented, I mean not badly", &["It is dented", "not badly"][..]),
            ("It is um I mean it’s fine I mean", &["It is", "it’s fine I mean"]),
            ("I mean it's fine", &["it's fine"]),
            ("It is what I mean by not bad", &["It is what I mean by not bad"]),
            ("no, I mean not really", &[]),
        ] {
            let groups = phrases.kept(answer).into_iter();
            let texts: Vec<String> =
                groups.map(|group| group.into_iter().map(|kept| &answer[kept]).collect()).collect();
            assert_eq!(texts, expected, "{answer}");
        }
    }

    #[test]
    fn unfinished_beginnings_are_cut_and_finished_ones_stay() {
        for (answer, text) in [
            ("I like how", ""),
            ("I like how …", ""),
            ("It’s well made. I like how", "It’s well made."),
            ("I like how. It’s well made", "It’s well made"),
            ("I like how heavy it is", "I like how heavy it is"),
            ("I like how\nCompared with my last one it is heavy", "Compared with my last one it is heavy"),
        ] {
            assert_eq!(kept(answer), text, "{answer}");
        }
    }

    #[test]
    fn a_few_words_that_finish_no_beginning_are_a_fragment() {
        let phrases = book(Language::English);
        for (is_fragment, answers) in [
            (true, &["for tea", "a bit heavy", "no, no", "yes", "n/a", "um", "👍", "I like how", "毎日"][..]),
            (false, &["I like how big", "The lid fits", "for my morning tea", "It was a gift", "毎日使っています"]),
        ] {
            for answer in answers {
                assert_eq!(phrases.is_fragment(answer, "The lid"), is_fragment, "{answer}");
            }
        }
        assert!(phrases.is_tapped("It was a gift.\nIt’s well made") && !phrases.is_tapped("It was a gift for my son"));
        assert!(phrases.is_tapped("It was a gift. I like how") && !phrases.is_tapped("I like how"));
        for bare in ["yes", "NO, no!", "not really…", "yes. nothing", "-", "N/A", "um", "I like how", "?!"] {
            assert_eq!(kept(bare), "", "{bare}");
        }
    }

    #[test]
    fn a_text_is_split_into_its_sentences() {
        let text = " One. Two… 3.5 three?!\n\nfour ";
        let parts: Vec<_> = sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(parts, ["One.", "Two…", "3.5 three?!", "four"]);
        let cores: Vec<_> = parts.into_iter().map(core).collect();
        assert_eq!(cores, ["One", "Two", "3.5 three", "four"]);
    }
}
