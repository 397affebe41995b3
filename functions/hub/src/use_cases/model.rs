//! A model writes questions, and sorts their answers. It has no tools, and its output can only become one question or one
//! order. If the output is invalid, the fixed questions continue.

use std::sync::Arc;

use aws_sdk_bedrockruntime::Client;
use converse::{ASK, Missing, ORDER, Rests, Task};
use domain::review::ModelQuestion;
use domain::values::Language;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Value, json};
use vault::LazyClient;

/// The most digits in a word. More digits, such as a phone number, may identify a person.
const DIGITS_MAX: usize = 4;

#[derive(Clone)]
pub struct Model {
    pub bedrock: LazyClient<Client>,
    /// The id of the model or of a system-defined inference profile.
    pub id: String,
    pub rests: Arc<Rests>,
}

#[derive(Clone, Serialize)]
pub struct QuestionAnswer {
    /// The question's number, from 0.
    pub number: usize,
    pub question: String,
    pub answer: String,
}

impl Model {
    /// The next question; `None` if the model fails, is late, or does not answer with a question.
    pub async fn question(
        &self,
        language: Language,
        about: &str,
        answers: &[QuestionAnswer],
        now: Timestamp,
    ) -> Option<ModelQuestion> {
        self.ask(&ASK, language, about, answers, |question| ModelQuestion::parse(question.as_str()?), now).await
    }

    /// The order in which the answers read best, as the numbers of their questions; `None` if the model fails, is late, or does
    /// not answer with such an order.
    pub async fn order(
        &self,
        language: Language,
        about: &str,
        answers: &[QuestionAnswer],
        now: Timestamp,
    ) -> Option<Vec<usize>> {
        self.ask(&ORDER, language, about, answers, |order| read_order(order, answers), now).await
    }

    /// Asks the model once, and logs what came of it without the words of the model or the customer.
    async fn ask<T>(
        &self,
        task: &Task,
        language: Language,
        about: &str,
        answers: &[QuestionAnswer],
        read: impl FnOnce(&Value) -> Option<T>,
        now: Timestamp,
    ) -> Option<T> {
        let said: Vec<_> = answers
            .iter()
            .map(|said| QuestionAnswer { answer: without_identity(&said.answer), ..said.clone() })
            .collect();
        let input = json!({"about": about, "said": said, "language": language.as_str()}).to_string();
        let answer = converse::ask(&self.bedrock, &self.id, &self.rests, task, &input, now).await;
        let result = answer.as_ref().ok().and_then(|answer| read(answer.value.as_ref()?));
        let (outcome, reason) = match &answer {
            Err(Missing::Rests) => return None,
            Err(Missing::Late) => ("late", ""),
            Err(Missing::Refused(why)) => ("refused", why.as_str()),
            Ok(answer) if result.is_none() => ("rejected", answer.stop_reason.as_str()),
            Ok(_) => ("used", ""),
        };
        let tokens = answer.as_ref().ok().and_then(|answer| answer.tokens.as_ref());
        tracing::info!(
            model_answer = outcome,
            model_unused = u8::from(result.is_none()),
            reason,
            tokens_in = tokens.map(|tokens| tokens.input_tokens),
            tokens_out = tokens.map(|tokens| tokens.output_tokens),
            "a model was asked"
        );
        result
    }
}

/// The order, if it contains the number of each answer exactly once.
fn read_order(order: &Value, answers: &[QuestionAnswer]) -> Option<Vec<usize>> {
    let order = order.as_array()?.iter().map(|number| usize::try_from(number.as_u64()?).ok());
    let order = order.collect::<Option<Vec<_>>>()?;
    let complete = order.len() == answers.len() && answers.iter().all(|said| order.contains(&said.number));
    complete.then_some(order)
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
    fn only_an_order_of_all_answers_is_read() {
        let said = [0, 2, 3].map(|number| QuestionAnswer { number, question: String::new(), answer: String::new() });
        assert_eq!(read_order(&json!([3, 0, 2]), &said), Some(vec![3, 0, 2]));
        for bad in [
            json!([3, 0]),
            json!([3, 0, 0]),
            json!([3, 0, 2, 2]),
            json!([3, 0, 1]),
            json!("302"),
            json!([3.0, 0, -2]),
            json!(["3", 0, 2]),
            json!(null),
        ] {
            assert_eq!(read_order(&bad, &said), None, "{bad}");
        }
    }

    #[test]
    fn addresses_and_long_numbers_are_not_sent() {
        let answer = "Write to jane@example.com or 0171-987654, it cost 12.99 in 2026";
        assert_eq!(without_identity(answer), "Write to … or … it cost 12.99 in 2026");
    }
}
