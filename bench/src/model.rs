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
const QUESTION: &str = "What did you notice about it after the first few days in your kitchen?";
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
    let counted = Arc::<Mutex<[usize; 2]>>::default();
    let log = Arc::clone(&counted);
    world.system.aws().set_model_server(move |call| {
        let read = [&call["system"][0]["text"], &call["messages"][0]["content"][0]["text"]];
        let is_order = call["outputConfig"].to_string().contains("order");
        let text = if is_order { json!({"order": [1, 0, 2, 3]}) } else { json!({"question": QUESTION}) }.to_string();
        let mut log = log.lock().unwrap_or_else(PoisonError::into_inner);
        log[0] += read.into_iter().filter_map(Value::as_str).map(|text| text.chars().count()).sum::<usize>();
        log[1] += text.chars().count();
        ready(Ok(ModelAnswer { text, tokens: [0, 0] }))
    });
    let made = world.create(0).await?;
    for (turn, answer) in ANSWERS.into_iter().enumerate() {
        world.answers(&made, turn, answer).await?;
    }
    let counted = *counted.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(counted.map(|characters| characters as f64 / CHARACTERS_A_TOKEN * 1e3))
}
