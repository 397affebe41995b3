//! The questions about an item, in the customer's language, and the phrases that a suggested text leaves out of answers.

use std::sync::OnceLock;

use domain::request::Subject;
use domain::review::{Mark, Phrases, QUESTIONS_MAX, Question, Turn};
use domain::values::Language;
use fluent_bundle::FluentMessage;

use crate::Part;
use crate::bundle::{self, Bundle};

/// A ready answer's attribute is `chip-` with its name; a beginning's is `start-` with any name.
const CHIP: &str = "chip-";
const START: &str = "start-";

/// The questions about a subject, in order. Earlier answers choose them: after a ready answer with the attribute
/// `chip-gift`, the question is `product-2-gift` instead of `product-2`, if that exists. The rating is no argument, so
/// the questions cannot depend on it.
pub fn questions(language: Language, subject: &Subject, turns: &[Turn]) -> [Question; QUESTIONS_MAX] {
    ids(subject, turns).map(|id| find(language, &id, question).unwrap_or_default())
}

/// The words that a suggested text may leave out of answers in a language, and the ready answers.
pub fn phrases(language: Language) -> &'static Phrases {
    static PHRASES: [OnceLock<Phrases>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
    PHRASES[language as usize].get_or_init(|| {
        let list = |id| {
            let text = bundle::format(bundle::of(language, Part::Questions), id, &fluent_bundle::FluentArgs::new());
            let words = text.unwrap_or_default().to_lowercase().replace('’', "'");
            words.split('|').map(|words| words.trim().to_owned()).collect()
        };
        let ids = bundle::ids(language, "Questions").filter(|id| id.starts_with("product-") || id.starts_with("shop-"));
        let (chips, beginnings) = ids
            .filter_map(|id| find(language, id, question))
            .map(|question| (question.chips, question.beginnings))
            .collect::<(Vec<_>, Vec<_>)>();
        Phrases {
            fillers: list("fillers"),
            openers: list("openers"),
            yes_no: list("yes-no"),
            nothing: list("nothing"),
            abbreviations: list("abbreviations"),
            chips: chips.concat(),
            beginnings: beginnings.concat(),
        }
    })
}

/// The facts that a shop may take as they are: each question with its answers.
pub fn ready_facts(language: Language) -> [(String, Vec<String>); 3] {
    ["fact-fit", "fact-value", "fact-ease"].map(|id| {
        let said = find(language, id, |bundle, message| {
            let format = |pattern| bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned();
            let answers = message.attributes().map(|answer| format(answer.value())).collect();
            Some((format(message.value()?), answers))
        });
        said.unwrap_or_default()
    })
}

/// The ids of the questions. A later answer takes precedence over an earlier one.
fn ids(subject: &Subject, turns: &[Turn]) -> [String; QUESTIONS_MAX] {
    let about = match subject {
        Subject::Product(_) => "product",
        Subject::Shop => "shop",
    };
    let mut branches = Vec::new();
    std::array::from_fn(|number| {
        let plain = format!("{about}-{}", number + 1);
        let branched = branches.iter().rev().map(|branch| format!("{plain}-{branch}"));
        let id = branched.into_iter().find(|id| bundle::of(Language::English, Part::Questions).has_message(id));
        let id = id.unwrap_or(plain);
        let answered = turns.iter().find(|turn| turn.number == number && turn.mark != Mark::Skipped);
        branches.extend(answered.map(|turn| branches_of(&id, turn)).unwrap_or_default());
        id
    })
}

/// The names of a question's ready answers with which a sentence of the answer begins: "It was a gift for my son".
fn branches_of(id: &str, turn: &Turn) -> Vec<String> {
    let Some(answer) = &turn.answer else { return Vec::new() };
    let names = find(turn.language, id, |bundle, message| {
        let chips = message.attributes().filter_map(|chip| Some((chip.id().strip_prefix(CHIP)?, chip.value())));
        let chosen = chips.filter(|&(_, words)| {
            let words = bundle.format_pattern(words, None, &mut Vec::new());
            Question::has_begun(answer.as_str(), &words)
        });
        Some(chosen.map(|(name, _)| name.to_owned()).collect())
    });
    names.unwrap_or_default()
}

/// A message in this language, else in English.
fn find<T>(language: Language, id: &str, read: impl Fn(&Bundle, &FluentMessage<'_>) -> Option<T>) -> Option<T> {
    [language, Language::English].into_iter().find_map(|language| {
        let bundle = bundle::of(language, Part::Questions);
        read(bundle, &bundle.get_message(id)?)
    })
}

fn question(bundle: &Bundle, message: &FluentMessage<'_>) -> Option<Question> {
    let format = |pattern| bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned();
    let all = |kind: &str| {
        let attributes = message.attributes().filter(|attribute| attribute.id().starts_with(kind));
        attributes.map(|attribute| format(attribute.value())).collect::<Vec<_>>()
    };
    let beginnings =
        all(START).into_iter().map(|words| words.trim_end_matches(Question::ELLIPSIS).trim_end().to_owned());
    Some(Question { text: format(message.value()?), chips: all(CHIP), beginnings: beginnings.collect() })
}
