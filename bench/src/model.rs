//! What a model reads and writes for a review that four questions helped to write.

use std::future::ready;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Value, json};
use small_aws::{ModelAnswer, MovableClock};

use crate::tls::Identity;
use crate::world::World;

/// Assumed: the characters of a token in English, as the makers of models state them. Other scripts have fewer.
const CHARACTERS_A_TOKEN: f64 = 4.0;
/// Each with the beginning of its answer, and with words of the answer before it.
const QUESTIONS: [[&str; 3]; 3] = [
    [
        "What did you notice about it after the first few days in your kitchen?",
        "After a few days, it",
        "bread and cheese",
    ],
    ["How does the size suit the table on which you use it?", "On my table, it", "heavy enough to stay"],
    ["Who would get along well with a board like this one?", "It would suit", "some oil every few weeks"],
];
const ANSWERS: [&str; 4] = [
    "Mostly for bread and cheese, when friends come over on Sundays.",
    "The dark wood looks beautiful and it is heavy enough to stay where it is.",
    "It needs some oil every few weeks, which nobody had told me.",
    "Yes, to everybody who bakes and has space for it on the table.",
];

/// The tokens that a model reads and writes for 1,000 reviews, from the calls of the real function.
pub(crate) async fn tokens(scratch: &Path) -> anyhow::Result<[f64; 2]> {
    let clock = MovableClock::frozen("2026-11-20T08:00:00Z".parse()?);
    let world = World::at(clock, &Identity::generate()?, scratch).await?;
    let counted = Arc::<Mutex<[usize; 3]>>::default();
    let log = Arc::clone(&counted);
    world.system.aws().set_model_server(move |call| {
        let read = [&call["system"][0]["text"], &call["messages"][0]["content"][0]["text"]];
        let mut log = log.lock().unwrap_or_else(PoisonError::into_inner);
        let [question, begins, echo] = QUESTIONS[log[2] % QUESTIONS.len()];
        let text = json!({"question": question, "begins": begins, "echo": echo}).to_string();
        log[2] += 1;
        log[0] += read.into_iter().filter_map(Value::as_str).map(|text| text.chars().count()).sum::<usize>();
        log[1] += text.chars().count();
        ready(Ok(ModelAnswer { text, tokens: [0, 0] }))
    });
    let made = world.create(0).await?;
    for (turn, answer) in ANSWERS.into_iter().enumerate() {
        world.answers(&made, turn, answer).await?;
    }
    let [read, written, calls] = *counted.lock().unwrap_or_else(PoisonError::into_inner);
    anyhow::ensure!(calls == QUESTIONS.len(), "the model was asked {calls} times");
    Ok([read, written].map(|characters| characters as f64 / CHARACTERS_A_TOKEN * 1e3))
}
