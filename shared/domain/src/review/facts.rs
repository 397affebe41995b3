//! Facts: what a shop asks about its products beside stars and words, such as "How does it fit?", and what customers tapped.
//! Nothing but numbers follows from them: no rule, no order, no stars.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::values::Invalid;
use crate::values::text::line;
use crate::values::value::{Json, Kind, Text, Value};

/// The id of a fact, or of one of its answers: 1 to 16 of `a`–`z` and `0`–`9`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FactId(String);

impl FactId {
    const CHARACTERS_MAX: usize = 16;

    pub fn parse(text: &str) -> Option<Self> {
        let is_known = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let fits = (1..=Self::CHARACTERS_MAX).contains(&text.len()) && text.chars().all(is_known);
        fits.then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id of this text, if nobody gave one: always the same, unless another text has it.
    fn of(text: &str, taken: &[Self]) -> Self {
        let mut text = text.to_owned();
        loop {
            let id = Self(format!("{:08x}", crc32fast::hash(text.as_bytes())));
            if !taken.contains(&id) {
                return id;
            }
            text.push('\'');
        }
    }
}

/// What a shop asks: 1–3 facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Facts(Vec<Fact>);

/// A question with 2–5 answers to tap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    pub id: FactId,
    /// On one line, at most [`QUESTION_MAX`](Self::QUESTION_MAX) characters.
    pub question: String,
    pub answers: Vec<FactAnswer>,
    /// The type or tag of the products that it is about, in lower case; `None` for all products.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FactAnswer {
    pub id: FactId,
    /// On one line, at most [`ANSWER_MAX`](Fact::ANSWER_MAX) characters.
    pub text: String,
}

/// An answer that a customer tapped, with the words that it had then. Words that the shop changes later are the same answer.
#[derive(Debug, Clone, Eq, Serialize, Deserialize)]
pub struct Tap {
    pub fact: FactId,
    pub answer: FactId,
    pub question: String,
    pub text: String,
}

impl PartialEq for Tap {
    fn eq(&self, other: &Self) -> bool {
        (&self.fact, &self.answer) == (&other.fact, &other.answer)
    }
}

/// What a form says about a fact: its id and, behind a colon, the answer's. Without an answer, the customer takes theirs back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedTap {
    pub fact: FactId,
    pub answer: Option<FactId>,
}

impl TypedTap {
    /// Reads a form's field; `None` for anything that no form of ours sends.
    pub fn parse(text: &str) -> Option<Self> {
        let (fact, answer) = text.split_once(':')?;
        let answer = if answer.is_empty() { None } else { Some(FactId::parse(answer)?) };
        Some(Self { fact: FactId::parse(fact)?, answer })
    }
}

impl std::fmt::Display for TypedTap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.fact.as_str(), self.answer.as_ref().map_or("", FactId::as_str))
    }
}

impl Fact {
    pub const QUESTION_MAX: usize = 60;
    pub const ANSWER_MAX: usize = 24;
    pub const ANSWERS_MAX: usize = 5;
    pub const LABEL_MAX: usize = 255;

    pub fn answer(&self, id: &FactId) -> Option<&FactAnswer> {
        self.answers.iter().find(|answer| answer.id == *id)
    }

    /// Whether the answers are read as an order from the first to the last, which has a middle.
    pub fn is_order(&self) -> bool {
        matches!(self.answers.len(), 3 | 5)
    }

    /// The mean of answers that are an order, from 0 for the first to 1 for the last, if so many customers gave each of them. `None` for
    /// other answers, and without any.
    #[expect(clippy::cast_precision_loss, reason = "numbers of reviews are far below 2^52")]
    pub fn middle(&self, counts: &[u64]) -> Option<f64> {
        let total: u64 = counts.iter().sum();
        let sum: u64 = counts.iter().zip(0..).map(|(count, place)| count * place).sum();
        let steps = self.answers.len().checked_sub(1)?;
        (self.is_order() && total > 0).then(|| (sum * 100 / total) as f64 / (100 * steps) as f64)
    }
}

impl Facts {
    pub const MAX: usize = 3;
    /// The fewest answers with which readers see a fact.
    pub const SHOWN_FROM: u64 = 5;
    const RULE: Invalid = Invalid(
        "`facts` must be 1 to 3 objects, each with a `question` of 1 to 60 characters and 2 to 5 different `answers` with a `text` of 1 to 24; an `id` has 1 to 16 of a–z and 0–9, and a `label` 1 to 255 characters. null asks for none.",
    );
    const SAME_ID: Invalid =
        Invalid("Facts with the same `id` must have the same question and answers, and different labels.");

    fn read(json: Option<&Json>) -> Result<Self, Invalid> {
        let given = json.and_then(Json::as_array).filter(|given| (1..=Self::MAX).contains(&given.len()));
        let given = given.ok_or(Self::RULE)?;
        let mut read = Vec::new();
        for fact in given {
            let question = text(fact, "question", Fact::QUESTION_MAX)?.ok_or(Self::RULE)?;
            let label = text(fact, "label", Fact::LABEL_MAX)?.map(|label| label.to_lowercase());
            read.push((fact_id(fact)?, question, answers(fact)?, label));
        }
        // The same question for other products is the same fact. One with the words that another had before is another one.
        let given: Vec<_> = read.iter().filter_map(|(id, said, ..)| Some((id.clone()?, said.clone()))).collect();
        let taken: Vec<_> = given.iter().map(|(id, _)| id.clone()).collect();
        let fact = |(id, question, answers, label): (Option<FactId>, String, Vec<FactAnswer>, _)| {
            let same = || given.iter().find(|(_, said)| *said == question).map(|(id, _)| id.clone());
            let id = id.or_else(same).unwrap_or_else(|| FactId::of(&question, &taken));
            Fact { id, question, answers, label }
        };
        let facts: Vec<_> = read.into_iter().map(fact).collect();
        let differs = |(at, fact): (usize, &Fact)| {
            let mut earlier = facts[..at].iter().filter(|earlier| earlier.id == fact.id);
            let said = |fact: &Fact| (fact.question.clone(), fact.answers.clone());
            earlier.any(|earlier| said(earlier) != said(fact) || earlier.label == fact.label)
        };
        if facts.iter().enumerate().any(differs) { Err(Self::SAME_ID) } else { Ok(Self(facts)) }
    }

    pub fn all(&self) -> &[Fact] {
        &self.0
    }

    /// The facts about a product with these types and tags, each once.
    pub fn of(&self, labels: &BTreeSet<String>) -> Vec<&Fact> {
        let mut facts: Vec<&Fact> = Vec::new();
        for fact in &self.0 {
            let is_about = fact.label.as_ref().is_none_or(|label| labels.contains(label));
            if is_about && facts.iter().all(|other| other.id != fact.id) {
                facts.push(fact);
            }
        }
        facts
    }

    /// The answers of a review that readers see, in the shop's present words: question and answer, in the facts' order.
    pub fn said(&self, taps: &[Tap]) -> Vec<(&str, &str)> {
        let mut said = Vec::new();
        for fact in &self.0 {
            let tap = taps.iter().find(|tap| tap.fact == fact.id);
            let answer = tap.and_then(|tap| fact.answer(&tap.answer)).map(|answer| (&*fact.question, &*answer.text));
            said.extend(answer.filter(|answer| !said.contains(answer)));
        }
        said
    }
}

/// A review's answers after a form about these facts. Answers to what is not asked any more stay, and so does one if the form has an
/// answer that the shop has taken away.
pub fn tapped(before: &[Tap], facts: &[Fact], typed: &[TypedTap]) -> Vec<Tap> {
    let mut taps = before.to_vec();
    for TypedTap { fact: id, answer } in typed {
        let Some(fact) = facts.iter().find(|fact| fact.id == *id) else { continue };
        let answer = answer.as_ref().map(|answer| fact.answer(answer));
        if answer == Some(None) {
            continue;
        }
        taps.retain(|tap| tap.fact != *id);
        taps.extend(answer.flatten().map(|FactAnswer { id, text }| Tap {
            fact: fact.id.clone(),
            answer: id.clone(),
            question: fact.question.clone(),
            text: text.clone(),
        }));
    }
    taps.sort_by(|one, other| one.fact.cmp(&other.fact));
    taps
}

fn text(object: &Json, name: &str, characters_max: usize) -> Result<Option<String>, Invalid> {
    let given = object.get(name).filter(|given| !given.is_null());
    given.map(|given| line(given.as_str().unwrap_or_default(), characters_max).ok_or(Facts::RULE)).transpose()
}

fn fact_id(object: &Json) -> Result<Option<FactId>, Invalid> {
    let given = object.get("id").filter(|given| !given.is_null());
    given.map(|given| FactId::parse(given.as_str().unwrap_or_default()).ok_or(Facts::RULE)).transpose()
}

fn answers(fact: &Json) -> Result<Vec<FactAnswer>, Invalid> {
    let given = fact.get("answers").and_then(Json::as_array);
    let given = given.filter(|given| (2..=Fact::ANSWERS_MAX).contains(&given.len())).ok_or(Facts::RULE)?;
    let mut read = Vec::new();
    for answer in given {
        read.push((fact_id(answer)?, text(answer, "text", Fact::ANSWER_MAX)?.ok_or(Facts::RULE)?));
    }
    let taken: Vec<_> = read.iter().filter_map(|(id, _)| id.clone()).collect();
    let answers: Vec<_> = read
        .into_iter()
        .map(|(id, text)| FactAnswer { id: id.unwrap_or_else(|| FactId::of(&text, &taken)), text })
        .collect();
    let is_repeated = |(at, answer): (usize, &FactAnswer)| {
        answers[..at].iter().any(|other| other.id == answer.id || other.text == answer.text)
    };
    if answers.iter().enumerate().any(is_repeated) { Err(Facts::RULE) } else { Ok(answers) }
}

/// How a call gives an id, a question, an answer's text and a label.
pub enum FactIdText {}
pub enum QuestionText {}
pub enum AnswerText {}
pub enum LabelText {}

crate::reads! {
    Facts: Self = Self::read, Kind::Object("Fact").list(Some(1), Some(Self::MAX));
    FactIdText: String = <String as Value>::read, Text { pattern: Some("^[a-z0-9]{1,16}$"), ..Text::default() };
    QuestionText: String = <String as Value>::read, Text::between(1, Fact::QUESTION_MAX);
    AnswerText: String = <String as Value>::read, Text::between(1, Fact::ANSWER_MAX);
    LabelText: String = <String as Value>::read, Text::between(1, Fact::LABEL_MAX);
}
