//! A model writes questions. It has no tools, and its output can only become one question, its answer's beginning and an
//! echo of the customer's words. If the output is invalid, the fixed question is asked.

use std::sync::Arc;

use aws_sdk_bedrockruntime::Client;
use converse::{Missing, Rests};
use domain::review::{Asked, ModelQuestion};
use domain::values::Language;
use jiff::Timestamp;
use serde_json::{Value, json};
use vault::LazyClient;

/// The most digits in a word. More digits, such as a phone number, may identify a person.
const DIGITS_MAX: usize = 4;
/// What a review may touch, in the order of the fixed questions.
const THEMES: [&str; 4] = ["use", "quality", FIT, "who it suits"];
/// The theme that is not asked about where the shop asks for facts.
const FIT: &str = "fit or size";

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
    /// What the shop asks about it by taps.
    pub tapped: &'a [&'a str],
    pub language: Language,
}

/// A question that the customer was asked; without an answer, it was skipped.
pub struct Earlier {
    pub question: String,
    pub answer: Option<String>,
}

impl Model {
    /// The next question, after these. `Some(None)` if the model fails, is late, or does not answer with a question; `None`
    /// if it rests, because it was late a moment ago.
    pub async fn question(
        &self,
        about: About<'_>,
        earlier: &[Earlier],
        now: Timestamp,
    ) -> Option<Option<ModelQuestion>> {
        let About { title, description, tapped, language } = about;
        let said: Vec<_> = earlier.iter().map(Earlier::shown).collect();
        let untouched: Vec<_> =
            THEMES.into_iter().filter(|theme| tapped.is_empty() || *theme != FIT).skip(said.len()).collect();
        let mut input = json!({"about": title, "description": description, "said": said, "untouched": untouched,
            "language": language.as_str()});
        if !tapped.is_empty() {
            input["tapped"] = json!(tapped);
        }
        let answer = converse::ask(&self.bedrock, &self.id, &self.rests, &input.to_string(), now).await;
        let read = |said: &converse::Said, asked| ModelQuestion::parse(&said.question, &said.begins, &said.echo, asked);
        let questions: Vec<&str> = earlier.iter().map(|one| one.question.as_str()).collect();
        let answers: Vec<&str> = earlier.iter().filter_map(|one| one.answer.as_deref()).collect();
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

impl Earlier {
    /// What the model gets of it.
    fn shown(&self) -> Value {
        match &self.answer {
            Some(answer) => json!({"question": self.question, "answer": without_identity(answer)}),
            None => json!({"question": self.question, "skipped": true}),
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
