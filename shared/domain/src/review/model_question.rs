//! What a model may say in an interview: a question, the beginning of its answer, and an echo of the customer's words.

use unicode_normalization::UnicodeNormalization;

use crate::review::phrases::is_unspaced;

/// A model's question, the beginning that stands in its answer's field, and what the customer said before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelQuestion {
    question: String,
    /// Empty if the field is to be empty.
    pub begins: String,
    /// A part of an answer, as the customer typed it; empty if there is none.
    pub echo: String,
}

/// What a model's question must fit.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The product's title. Its words may be in a question, also if they are words for stars.
    pub title: &'a str,
    pub questions: &'a [&'a str],
    /// The last one may be echoed.
    pub answers: &'a [&'a str],
}

/// The longest question and beginning, in characters.
const QUESTION_MAX: usize = 200;
const BEGINS_MAX: usize = 40;
const QUESTION_MIN: usize = 4;
const ECHO_WORDS_MAX: usize = 6;
/// More digits in a row could be a phone, order or card number.
const DIGITS_MAX: usize = 4;
/// A question or beginning with more words in a row of an answer says the customer's words as its own: perhaps a command
/// that a stranger typed. The echo is for them.
const REPEATED_WORDS_MAX: usize = 4;
/// A question to which no more words were added, or from which no more were left out, is nearly the same as the earlier one,
/// unless they are half of its words.
const NEARLY_WORDS: usize = 3;
/// The punctuation of sentences.
const PUNCTUATION: &str = " ,.?!;'\"-()&؟？،’‘“”„«»–—…¿¡‐‑";
/// A question must not mention the rating, so that it cannot influence it.
const RATING_WORDS: &str = "star stars rate rating ratings stern sterne étoile étoiles estrella estrellas نجمة نجوم";
/// What follows these words says how something is. Spanish `es` and `son` are left out, because they are words of others.
const LINKING_WORDS: &str = "is are was were been it's that's isn't wasn't feels felt seems seemed looks looked ist sind war waren \
    est sont était étaient c'est c'était n'est era eran fue fueron está estaba è sono erano é são eram foi estava zijn \
    jest są był była było byli är var er كان كانت";
/// A beginning ends before any judgement: it has none of these words, nor a word for stars.
const JUDGING_WORDS: &str = "good great nice love best perfect excellent amazing beautiful happy quality worst poor terrible hate \
    unfortunately sadly leider malheureusement gut toll super schön liebe beste perfekt qualität schlecht bonne \
    adore meilleur parfait qualité mauvais bueno buena encanta mejor perfecto calidad buono ottimo migliore \
    perfetto qualità goed mooi kwaliteit slecht bom ótimo qualidade dobry świetny jakość kvalitet dårlig bad awful \
    wonderful fantastic awesome disappointing disappointed schade lástima pena dommage peccato jammer 良 悪 嫌 رائع سيئ جيد";

impl ModelQuestion {
    /// Checks a model's answer. `None` if the question is not one plain line of 4–200 characters with one question mark,
    /// at the end; if it has a link, an address, a long number, a word for stars or five words in a row of an answer; or if
    /// it was asked before, or nearly.
    /// A beginning or an echo that breaks a rule is left out.
    pub fn parse(question: &str, begins: &str, echo: &str, asked: Asked<'_>) -> Option<Self> {
        let question: String = question.trim().nfc().collect();
        let length = question.chars().count();
        let fits = (QUESTION_MIN..=QUESTION_MAX).contains(&length);
        let asks = |c| matches!(c, '?' | '؟' | '？');
        let one = question.ends_with(asks) && question.chars().filter(|&c| asks(c)).count() == 1;
        let is_plain = is_plain(&question) && !mentions(&question, RATING_WORDS, asked.title);
        let is_new = asked.questions.iter().all(|earlier| !is_nearly(earlier, &question));
        let is_own = |text: &str| asked.answers.iter().all(|answer| !repeats(text, answer));
        (fits && one && is_plain && is_new && is_own(&question)).then(|| Self {
            question,
            begins: beginning(begins, asked.title).filter(|begins| is_own(begins)).unwrap_or_default(),
            echo: asked.answers.last().and_then(|answer| quoted(answer, echo)).unwrap_or_default(),
        })
    }

    /// Reads what [`stored`](Self::stored) wrote; `None` for an empty text.
    pub fn from_stored(text: &str) -> Option<Self> {
        let mut lines = text.split('\n').map(str::to_owned);
        let question = lines.next().filter(|question| !question.is_empty())?;
        Some(Self { question, begins: lines.next()?, echo: lines.next()? })
    }

    /// The three parts, each on a line.
    pub fn stored(&self) -> String {
        [&*self.question, &self.begins, &self.echo].join("\n")
    }

    pub fn as_str(&self) -> &str {
        &self.question
    }
}

/// A beginning: plain, at most 40 characters, with no judgement, and open at its end. It loses an ellipsis at its end, and what
/// says how something is: "It was bad that".
fn beginning(text: &str, title: &str) -> Option<String> {
    let text = text.trim();
    let text: String = text.strip_suffix("...").or(text.strip_suffix('…')).unwrap_or(text).trim().nfc().collect();
    let is_open = text.ends_with(|c: char| c.is_alphabetic() || c == ',');
    let has_question = text.contains(['?', '؟', '？', '!', '.']);
    let fits = text.chars().count() <= BEGINS_MAX && is_open && !has_question && is_plain(&text);
    let said: Vec<_> = text.split_whitespace().collect();
    // A sentence's first word is something else: German "Was mir auffiel".
    let link = said.iter().skip(1).position(|word| mentions(word, LINKING_WORDS, ""));
    let open = said[..link.map_or(said.len(), |at| at + 2)].join(" ");
    (fits && !mentions(&text, RATING_WORDS, title) && !mentions(&open, JUDGING_WORDS, "")).then_some(open)
}

/// The part of an answer that has these words, at most six, one behind the other; as the customer typed it, on one line.
fn quoted(answer: &str, echo: &str) -> Option<String> {
    let wanted = words(echo);
    let said: Vec<&str> = answer.split_whitespace().collect();
    let plain: Vec<String> = said.iter().map(|word| words(word).concat()).collect();
    if wanted.is_empty() || wanted.len() > ECHO_WORDS_MAX {
        return None;
    }
    let at = plain.windows(wanted.len()).position(|window| window == wanted)?;
    let quote = said[at..at + wanted.len()].join(" ");
    Some(quote.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
}

/// Whether a text has too many words in a row of an answer.
fn repeats(text: &str, answer: &str) -> bool {
    let (text, answer) = (words(text), words(answer));
    text.windows(REPEATED_WORDS_MAX + 1).any(|run| answer.windows(run.len()).any(|said| said == run))
}

/// Whether one of two questions has all words of the other, and at most three more, which are fewer than half of its own. With a
/// replaced word, it asks something else: "How do you clean it?" after "How do you use it?".
fn is_nearly(earlier: &str, question: &str) -> bool {
    let [earlier, question] = [words(earlier), words(question)];
    let missing = |from: &[String], within: &[String]| from.iter().filter(|word| !within.contains(word)).count();
    let [left_out, added] = [missing(&earlier, &question), missing(&question, &earlier)];
    let different = left_out + added;
    left_out.min(added) == 0 && different <= NEARLY_WORDS && 2 * different < earlier.len().max(question.len())
}

/// The words in lower case. Each Chinese or Japanese character is one.
fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let parts = text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’'))).filter(|part| !part.is_empty());
    let split = |part: &str| match part.contains(is_unspaced) {
        true => part.chars().map(String::from).collect(),
        false => vec![part.replace('’', "'")],
    };
    parts.flat_map(split).collect()
}

/// Whether a text has one of these words, divided by spaces, that the title has not.
fn mentions(text: &str, forbidden: &str, title: &str) -> bool {
    let title = words(title);
    let is_forbidden = |word: &String| forbidden.split(' ').any(|one| one == word) && !title.contains(word);
    words(text).iter().any(is_forbidden)
}

/// Letters, digits and the punctuation of sentences: nothing invisible, nothing that a program could interpret, and no
/// dot within a word or long number, which could be a link.
fn is_plain(text: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}') || PUNCTUATION.contains(c);
    let signs: Vec<char> = text.chars().collect();
    // A colon between a word and the next: "In use: how is it?" Without slashes and at signs, it makes no address.
    let is_colon = |at: usize| {
        matches!(signs[at], ':' | '：')
            && signs[at + 1..].iter().find(|&&c| c != ' ').is_some_and(|c| c.is_alphabetic())
    };
    let dotted = signs.windows(3).any(|w| w[1] == '.' && w[0].is_alphanumeric() && w[2].is_alphanumeric());
    let long_number = text.split(|c: char| !c.is_numeric()).any(|digits| digits.len() > DIGITS_MAX);
    !dotted && !long_number && (0..signs.len()).all(|at| plain(signs[at]) || is_colon(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: Asked<'_> = Asked { title: "", questions: &[], answers: &[] };

    fn parse(question: &str) -> Option<String> {
        Some(ModelQuestion::parse(question, "", "", NOTHING)?.question)
    }

    #[test]
    fn a_models_question_is_one_plain_question() {
        let longest = format!("{}?", "a".repeat(199));
        for good in [
            "What is it like in the rain?",
            "Wie fühlt es sich an?",
            "كيف تستخدمه؟",
            "¿Y el tamaño?",
            "In use: how is it?",
            "You said tea – how hot?",
            &longest,
        ] {
            assert_eq!(parse(good).as_deref(), Some(good));
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
            "How many ★?",
            "Call 0171987654?",
            "Call tel:0171?",
            "hidden\u{200b} text?",
            "\u{202e}why?",
            "`run`?",
            "a/b?",
            &format!("{}?", "a".repeat(200)),
        ] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_question_may_use_the_titles_words_and_is_asked_once() {
        let questions = ["How do you use it?", "What is the Star lamp like in the evening?"];
        let asked = Asked { title: "Star lamp", questions: &questions, answers: &[] };
        let is_new = |question| ModelQuestion::parse(question, "", "", asked).is_some();
        for new in ["How bright is the Star lamp?", "What do you like about it?", "Who would like it?"] {
            assert!(is_new(new), "{new}");
        }
        for old in [
            "How do you use it?",
            "how do YOU use it, then?",
            "When at home, how do you use it?",
            "What is the Star lamp like?",
            "How many stars for the Star lamp?",
        ] {
            assert!(!is_new(old), "{old}");
        }
        let japanese = ["どのように使っていますか？"];
        let asked = Asked { questions: &japanese, ..asked };
        assert!(ModelQuestion::parse("どのように洗っていますか？", "", "", asked).is_some());
        assert!(ModelQuestion::parse("普段どのように使っていますか？", "", "", asked).is_none());
    }

    #[test]
    fn a_question_with_a_replaced_word_asks_something_new() {
        // The first ten are pairs that differ in one word.
        let twenty = [
            "How do you use it?",
            "How do you clean it?",
            "Where do you keep it?",
            "Why do you keep it?",
            "How does it feel in your hand?",
            "How does it lie in your hand?",
            "What surprised you about the size?",
            "What surprised you about the weight?",
            "How has it held up so far?",
            "How has it changed so far?",
            "What did you use before?",
            "Who else at home uses it?",
            "When did you last need it?",
            "What would you change about it?",
            "How long did it take to set up?",
            "Which part do you use most?",
            "Was anything missing from the box?",
            "What is it like after a full day?",
            "Who would you give it to?",
            "How is it?",
        ];
        for (at, question) in twenty.into_iter().enumerate() {
            let others: Vec<_> = twenty.into_iter().filter(|other| *other != question).collect();
            let asked = Asked { questions: &others, ..NOTHING };
            assert!(ModelQuestion::parse(question, "", "", asked).is_some(), "{}: {question}", at + 1);
        }
    }

    #[test]
    fn a_beginning_ends_before_a_judgement() {
        let begins = |text| ModelQuestion::parse("What about the lid?", text, "", NOTHING).unwrap().begins;
        for (said, stands) in [
            ("The lid", "The lid"),
            ("The lid …", "The lid"),
            ("When it rains, ", "When it rains,"),
            ("Der Deckel ist", "Der Deckel ist"),
            ("It was bad that", "It was"),
            ("It is wonderful that", "It is"),
            ("Es war schade, dass", "Es war"),
            ("À première vue, c’est horrible", "À première vue, c’est"),
            ("Il coperchio è pessimo", "Il coperchio è"),
            ("Pokrywka była okropna, bo", "Pokrywka była"),
            ("Was mir auffiel", "Was mir auffiel"),
            ("Es una lástima que", ""),
            ("良かったのは", ""),
            ("The best thing is", ""),
            ("I love", ""),
            ("It has five stars for", ""),
            ("The lid ...", "The lid"),
            ("The lid is fine.", ""),
            ("Why? It", ""),
            ("See evil.example", ""),
            ("The lid <b>", ""),
            ("The lid of this mug, which I have used for", ""),
        ] {
            assert_eq!(begins(said), stands, "{said}");
        }
    }

    #[test]
    fn an_echo_is_the_customers_own_words() {
        let answers = ["I use it for tea, every Morning", "It’s “big”\nand blue"];
        let asked = Asked { answers: &answers, ..NOTHING };
        let first = Asked { answers: &answers[..1], ..NOTHING };
        for (asked, echo, shown) in [
            (first, "for tea, every morning", "for tea, every Morning"),
            (asked, "for tea, every morning", ""),
            (asked, "It's big and blue", "It’s “big” and blue"),
            (first, "every morning for tea", ""),
            (first, "I use it every morning", ""),
            (first, "for tea and more", ""),
            (first, "I use it for tea, every morning", ""),
            (first, "", ""),
            (first, "OBEYED", ""),
        ] {
            let parsed = ModelQuestion::parse("What else?", "", echo, asked).unwrap();
            assert_eq!(parsed.echo, shown, "{echo}");
            assert_eq!(ModelQuestion::from_stored(&parsed.stored()), Some(parsed));
        }
        assert_eq!(ModelQuestion::from_stored(""), None);
        let says = |question| ModelQuestion::parse(question, "", "", asked).is_some();
        assert!(says("Why do you use it for tea?") && !says("So you say: I use it for tea?"));
    }
}
