//! A model writes questions. It has no tools, and its output can only become one question, its answer's beginning and an
//! echo of the customer's words. If the output is invalid, the fixed question is asked.

use std::sync::Arc;

use aws_sdk_bedrockruntime::Client;
use converse::{Missing, Rests};
use domain::review::{Asked, ModelQuestion};
use domain::values::Language;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::json;
use vault::LazyClient;

/// The most digits in a word. More digits, such as a phone number, may identify a person.
const DIGITS_MAX: usize = 4;
/// What a review may touch, in the order of the fixed questions.
const THEMES: [&str; 4] = ["use", "quality", "fit or size", "who it suits"];

#[derive(Clone)]
pub struct Model {
    pub bedrock: LazyClient<Client>,
    /// The id of the model or of a system-defined inference profile.
    pub id: String,
    pub rests: Arc<Rests>,
}

/// What a question is about.
#[derive(Clone, Copy)]
pub struct About<'a> {
    pub title: &'a str,
    /// As the shop's system gave it; empty if it gave none.
    pub description: &'a str,
    pub language: Language,
}

/// A question that the customer answered, or skipped.
#[derive(Serialize)]
#[serde(rename_all = "lowercase", untagged)]
pub enum Said {
    Answered { question: String, answer: String },
    Skipped { question: String, skipped: bool },
}

impl Model {
    /// The next question, after these. `Some(None)` if the model fails, is late, or does not answer with a question; `None`
    /// if it rests, because it was late a moment ago.
    pub async fn question(&self, about: About<'_>, said: &[Said], now: Timestamp) -> Option<Option<ModelQuestion>> {
        let About { title, description, language } = about;
        let shown: Vec<_> = said.iter().map(Said::without_identity).collect();
        let untouched = &THEMES[said.len().min(THEMES.len())..];
        let input = json!({"about": title, "description": description, "said": shown, "untouched": untouched,
            "language": language.as_str()});
        let answer = converse::ask(&self.bedrock, &self.id, &self.rests, &input.to_string(), now).await;
        let read = |said: &converse::Said, asked| ModelQuestion::parse(&said.question, &said.begins, &said.echo, asked);
        let questions: Vec<String> = said.iter().map(|one| one.parts().0.to_owned()).collect();
        // The echo is of the last answer, if there is one.
        let answers: Vec<&str> = said.iter().rev().filter_map(|one| one.parts().1).take(1).collect();
        let asked = Asked { title, questions: &questions, answers: &answers };
        let result = answer.as_ref().ok().and_then(|answer| read(answer.said.as_ref()?, asked));
        let (outcome, reason) = match &answer {
            Err(Missing::Rests) => return None,
            Err(Missing::Late) => ("late", ""),
            Err(Missing::Refused(why)) => ("refused", why.as_str()),
            Ok(answer) if result.is_none() => ("rejected", answer.stop_reason.as_str()),
            Ok(_) => ("used", ""),
        };
        let tokens = answer.as_ref().ok().and_then(|answer| answer.tokens.as_ref());
        // Without the words of the model or the customer.
        tracing::info!(
            model_answer = outcome,
            model_unused = u8::from(result.is_none()),
            reason,
            tokens_in = tokens.map(|tokens| tokens.input_tokens),
            tokens_out = tokens.map(|tokens| tokens.output_tokens),
            "a model was asked"
        );
        Some(result)
    }
}

impl Said {
    /// The question, and the answer if it was not skipped.
    fn parts(&self) -> (&str, Option<&str>) {
        match self {
            Self::Answered { question, answer } => (question, Some(answer)),
            Self::Skipped { question, .. } => (question, None),
        }
    }

    fn without_identity(&self) -> Self {
        match self.parts() {
            (question, Some(answer)) => {
                Self::Answered { question: question.to_owned(), answer: without_identity(answer) }
            }
            (question, None) => Self::Skipped { question: question.to_owned(), skipped: true },
        }
    }
}

/// An answer without the parts that may identify its author: addresses, and numbers longer than a price. Line breaks
/// stay.
fn without_identity(answer: &str) -> String {
    let identifies = |word: &str| word.contains('@') || word.chars().filter(char::is_ascii_digit).count() > DIGITS_MAX;
    let line = |line: &str| {
        line.split_whitespace().map(|word| if identifies(word) { "…" } else { word }).collect::<Vec<_>>().join(" ")
    };
    answer.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_long_numbers_are_not_sent() {
        let answer = "Write to jane@example.com or 0171-987654, it cost 12.99 in 2026";
        assert_eq!(without_identity(answer), "Write to … or … it cost 12.99 in 2026");
    }
}
