//! The product's own question guide: what it asks a customer about an item, and what they answered. Its
//! words are in the crate `texts`.

use unicode_normalization::UnicodeNormalization;

use crate::{Fault, ReviewText};

/// The most questions about one item.
pub const QUESTIONS_MAX: usize = 4;

// Whatever is answered, a draft of it is a review's text: a full stop and a space for each answer.
const _: () = assert!(QUESTIONS_MAX * (Answer::CHARACTERS_MAX + 2) <= ReviewText::CHARACTERS_MAX);

/// One question of the guide, in the customer's language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub text: String,
    /// Ready answers, for and against: each a sentence that stands for itself in a review.
    pub chips: Vec<String>,
}

/// The number, from 0, of the first question that was neither answered nor skipped.
#[must_use]
pub fn next(turns: &[Turn]) -> Option<usize> {
    let settled = |number| turns.iter().any(|turn| turn.number == number && turn.mark != Mark::Open);
    (0..QUESTIONS_MAX).find(|&number| !settled(number))
}

/// One question's answer so far. Its number is its name: sent twice, it is the same turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The question's number, from 0, below [`QUESTIONS_MAX`].
    pub number: usize,
    /// What the customer typed or tapped; kept when they skip, so that no word is lost.
    pub answer: Option<Answer>,
    /// What they want with it.
    pub mark: Mark,
}

/// What a customer did with a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Left it half-way.
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

/// What a customer answers: trimmed, NFC, 1–1,000 characters, line breaks allowed.
#[derive(Clone, PartialEq, Eq)]
pub struct Answer(String);

impl Answer {
    /// The longest answer, in characters.
    pub const CHARACTERS_MAX: usize = 1_000;

    /// Reads an answer as a form posts it; blank is none.
    ///
    /// # Errors
    /// The [`Fault`].
    pub fn parse(text: &str) -> Result<Option<Self>, Fault> {
        let text: String = text.replace("\r\n", "\n").trim().nfc().collect();
        if text.is_empty() {
            return Ok(None);
        }
        if text.chars().count() > Self::CHARACTERS_MAX {
            return Err(Fault::TooLong);
        }
        if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            return Err(Fault::ControlCharacters);
        }
        Ok(Some(Self(text)))
    }

    /// The words.
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
    /// What a tap on a ready answer sends, with what was typed before the tap. Another ready answer is
    /// replaced; words of the customer's own stay, and the tapped ones follow them.
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

/// A question as a model asks it: one line of 4–200 characters, one question mark and that at its end,
/// no link, address, number to call, markup or hidden sign, and no word of stars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelQuestion(String);

impl ModelQuestion {
    /// The longest question, in characters.
    pub const CHARACTERS_MAX: usize = 200;
    const CHARACTERS_MIN: usize = 4;
    /// Longer runs of digits are numbers to call, to order or to pay with.
    const DIGITS_MAX: usize = 4;
    /// Stars are clicked, never talked about.
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

    /// Reads what a model gave. `None` for whatever is no such question.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text: String = text.trim().nfc().collect();
        let length = text.chars().count();
        let fits = (Self::CHARACTERS_MIN..=Self::CHARACTERS_MAX).contains(&length);
        let asks = |c| matches!(c, '?' | '؟' | '？');
        let one = text.ends_with(asks) && text.chars().filter(|&c| asks(c)).count() == 1;
        (fits && one && text.chars().all(is_plain) && !has_link(&text) && !speaks_of_stars(&text)).then_some(Self(text))
    }

    /// The question.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Letters, digits and the signs of plain sentences: nothing invisible, nothing that means something to
/// a machine.
fn is_plain(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{300}'..='\u{36f}' | ' ' | ',' | '.' | '?' | '!' | ';' | '\'' | '"' | '-' | '(' | ')' | '&')
        || matches!(c, '؟' | '？' | '،' | '’' | '‘' | '“' | '”' | '„' | '«' | '»' | '–' | '—' | '…' | '¿' | '¡')
}

/// Slashes, colons and at signs are not plain; what is left of a link is a dot within a word.
fn has_link(text: &str) -> bool {
    let signs: Vec<char> = text.chars().collect();
    let dotted = signs.windows(3).any(|w| w[1] == '.' && w[0].is_alphanumeric() && w[2].is_alphanumeric());
    dotted || text.split(|c: char| !c.is_numeric()).any(|digits| digits.len() > ModelQuestion::DIGITS_MAX)
}

fn speaks_of_stars(text: &str) -> bool {
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
    fn the_next_question_is_the_first_one_left() {
        assert_eq!(next(&[]), Some(0));
        assert_eq!(next(&[turn(0, Mark::Answered), turn(2, Mark::Skipped)]), Some(1));
        assert_eq!(next(&[turn(0, Mark::Open)]), Some(0));
        let all: Vec<_> = (0..QUESTIONS_MAX).map(|number| turn(number, Mark::Skipped)).collect();
        assert_eq!(next(&all), None);
    }

    #[test]
    fn a_tap_replaces_a_ready_answer_and_follows_own_words() {
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
