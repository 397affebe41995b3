//! The questions that help a customer write a review, and their answers. The wording is in the crate `texts`.

use unicode_normalization::UnicodeNormalization;

use crate::text::{has_controls, lines};
use crate::{Fault, ReviewText};

/// The most questions about one item.
pub const QUESTIONS_MAX: usize = 4;

// The longest suggested text must fit into a review: each answer gets a full stop and a space.
const _: () = assert!(QUESTIONS_MAX * (Answer::CHARACTERS_MAX + 2) <= ReviewText::CHARACTERS_MAX);

/// One question, in the customer's language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// The question itself.
    pub text: String,
    /// Ready answers, positive and negative. Each is a whole sentence of a review.
    pub chips: Vec<String>,
}

/// The number, from 0, of the first question that was neither answered nor skipped.
#[must_use]
pub fn next(turns: &[Turn]) -> Option<usize> {
    let settled = |number| turns.iter().any(|turn| turn.number == number && turn.mark != Mark::Open);
    (0..QUESTIONS_MAX).find(|&number| !settled(number))
}

/// One question and its answer so far. A later turn of the same number replaces an earlier one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The question's number, from 0, below [`QUESTIONS_MAX`].
    pub number: usize,
    /// What the customer typed or tapped. It stays when they skip, so that nothing typed is lost.
    pub answer: Option<Answer>,
    /// What the customer did with the question.
    pub mark: Mark,
}

/// What a customer did with a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Left it unfinished.
    Open,
    /// Answered it.
    Answered,
    /// Skipped it.
    Skipped,
}

impl Mark {
    /// The word in the table.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Answered => "answered",
            Self::Skipped => "skipped",
        }
    }

    /// The mark with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Open, Self::Answered, Self::Skipped].into_iter().find(|mark| mark.as_str() == word)
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
        if has_controls(&text) {
            return Err(Fault::ControlCharacters);
        }
        Ok(Some(Self(text)))
    }

    /// The answer as typed, but for spaces around it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Answer(…)")
    }
}

impl Question {
    /// The answer after a tap on a ready answer. It replaces another ready answer, and follows what the
    /// customer typed.
    #[must_use]
    pub fn tapped(&self, typed: &str, chip: &str) -> String {
        let typed = typed.trim();
        if typed.is_empty() || self.chips.iter().any(|chip| chip == typed) {
            return chip.to_owned();
        }
        let stop = if typed.ends_with(char::is_alphanumeric) { "." } else { "" };
        format!("{typed}{stop} {chip}")
    }
}

/// A model's question: one line of 4–200 characters with one question mark, at the end; no link, address,
/// phone number, markup or invisible character, and no mention of stars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelQuestion(String);

impl ModelQuestion {
    /// The longest question, in characters.
    pub const CHARACTERS_MAX: usize = 200;
    const CHARACTERS_MIN: usize = 4;
    /// Longer runs of digits could be phone, order or card numbers.
    const DIGITS_MAX: usize = 4;
    /// No question may influence the rating.
    const RATING_WORDS: [&str; 14] = [
        "star",
        "stars",
        "rate",
        "rating",
        "ratings",
        "★",
        "stern",
        "sterne",
        "étoile",
        "étoiles",
        "estrella",
        "estrellas",
        "نجمة",
        "نجوم",
    ];

    /// Checks a model's output; `None` if it breaks a rule.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text: String = text.trim().nfc().collect();
        let length = text.chars().count();
        let fits = (Self::CHARACTERS_MIN..=Self::CHARACTERS_MAX).contains(&length);
        let asks = |c| matches!(c, '?' | '؟' | '？');
        let one = text.ends_with(asks) && text.chars().filter(|&c| asks(c)).count() == 1;
        (fits && one && text.chars().all(is_plain) && !has_link(&text) && !mentions_stars(&text)).then_some(Self(text))
    }

    /// The question as the page shows it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Letters, digits and the punctuation of plain sentences: nothing invisible, nothing that a program
/// could interpret.
fn is_plain(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{300}'..='\u{36f}' | ' ' | ',' | '.' | '?' | '!' | ';' | '\'' | '"' | '-' | '(' | ')' | '&')
        || matches!(c, '؟' | '？' | '،' | '’' | '‘' | '“' | '”' | '„' | '«' | '»' | '–' | '—' | '…' | '¿' | '¡')
}

/// `is_plain` excludes slashes, colons and at signs, so a dot within a word or a long number remains.
fn has_link(text: &str) -> bool {
    let signs: Vec<char> = text.chars().collect();
    let dotted = signs.windows(3).any(|w| w[1] == '.' && w[0].is_alphanumeric() && w[2].is_alphanumeric());
    dotted || text.split(|c: char| !c.is_numeric()).any(|digits| digits.len() > ModelQuestion::DIGITS_MAX)
}

fn mentions_stars(text: &str) -> bool {
    let text = text.to_lowercase();
    text.split(|c: char| !c.is_alphanumeric()).any(|word| ModelQuestion::RATING_WORDS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_models_question_is_one_plain_question() {
        let longest = format!("{}?", "a".repeat(199));
        for good in ["What is it like in the rain?", "Wie fühlt es sich an?", "كيف تستخدمه؟", "¿Y el tamaño?", &longest]
        {
            assert_eq!(ModelQuestion::parse(good).unwrap().as_str(), good);
        }
        for bad in [
            "",
            "?",
            "Tell me more.",
            "Why? And how?",
            "See https://evil.example?",
            "Is evil.com good?",
            "www.x.org?",
            "Mail me at a@b?",
            "<b>Why</b>?",
            "Why\nnot?",
            "Will you give us five stars?",
            "How do you rate it?",
            "Call 0171987654?",
            "hidden\u{200b} text?",
            "\u{202e}why?",
            "`run`?",
            "a/b?",
            &format!("{}?", "a".repeat(200)),
        ] {
            assert_eq!(ModelQuestion::parse(bad), None, "{bad}");
        }
    }

    fn turn(number: usize, mark: Mark) -> Turn {
        Turn { number, answer: None, mark }
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
    fn a_tap_replaces_a_ready_answer_and_follows_what_was_typed() {
        let chips = ["I use it every day", "It was a gift"].map(str::to_owned).to_vec();
        let question = Question { text: "How do you use it?".to_owned(), chips };
        assert_eq!(question.tapped(" ", "It was a gift"), "It was a gift");
        assert_eq!(question.tapped("I use it every day", "It was a gift"), "It was a gift");
        assert_eq!(question.tapped("For bread", "It was a gift"), "For bread. It was a gift");
        assert_eq!(question.tapped("For bread!", "It was a gift"), "For bread! It was a gift");
    }

    #[test]
    fn an_answer_is_bounded_and_clean() {
        assert_eq!(Answer::parse(" \r\n "), Ok(None));
        assert!(Answer::parse(&"é".repeat(1_000)).is_ok());
        for bad in ["a\u{0}b", "\u{1b}[1m", &"a".repeat(5_000)] {
            assert!(Answer::parse(bad).is_err(), "{bad:?}");
        }
    }
}
