//! The model that asks customers: one question in a made-up case.

use std::time::{Duration, Instant};

use aws_types::SdkConfig;
use converse::{Answer, Missing, Rests, ask, client};
use jiff::Timestamp;

use super::finding::{Check, Finding};

const IN: &str = "docs/ai.md";
/// A case in no language.
const CASE: &str = r#"{"about": "☕", "said": [{"question": "☕?", "answer": "☕ ☕ 2"}], "untouched": ["quality"], "language": "en"}"#;

pub struct Asked {
    answer: Result<Answer, Missing>,
    took: Duration,
}

pub async fn ask_it(config: &SdkConfig, model: &str) -> Asked {
    let first = ask_once(config, model).await;
    if matches!(first.answer, Err(Missing::Late)) { ask_once(config, model).await } else { first }
}

async fn ask_once(config: &SdkConfig, model: &str) -> Asked {
    let began = Instant::now();
    let answer = ask(&client(config), model, &Rests::default(), CASE, Timestamp::UNIX_EPOCH).await;
    Asked { answer, took: began.elapsed() }
}

pub fn finding(Asked { answer, took }: &Asked, model: &str) -> Finding {
    let check = Check::Model;
    let took = format!("{:.1} s", took.as_secs_f64());
    match answer {
        Ok(Answer { said: Some(_), .. }) => Finding::pass(check, format!("{model} asked a question in {took}")),
        Ok(Answer { stop_reason, .. }) => Finding::warn(
            check,
            format!("{model} answered in {took}, but with no question ({stop_reason}): customers get ready-made ones"),
            format!("Choose another BedrockModelId: {IN}"),
        ),
        Err(Missing::Late | Missing::Rests) => Finding::warn(
            check,
            format!("{model} did not answer within five seconds, twice: customers get ready-made questions"),
            format!("Run it once more, because Bedrock may just prepare; else choose another BedrockModelId: {IN}"),
        ),
        Err(Missing::Refused(why)) => Finding::warn(
            check,
            format!("{model} cannot be asked: {why}"),
            format!("Get access to the model, allow bedrock:InvokeModel to these credentials, or see {IN}"),
        ),
    }
}
