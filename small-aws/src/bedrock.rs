//! Amazon Bedrock's `Converse`. No model runs here: a test or a server outside gives the answers.

use std::{
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
};

use http::StatusCode;
use serde_json::{Value, json};

use super::wire::{Call, Refusal};

type Answering = Pin<Box<dyn Future<Output = Result<ModelAnswer, ModelError>> + Send>>;

/// Answers a call with this body.
type Model = Arc<dyn Fn(Value) -> Answering + Send + Sync>;

/// What a model wrote, and what it read and wrote in tokens.
pub struct ModelAnswer {
    pub text: String,
    pub tokens: [u64; 2],
}

pub enum ModelError {
    /// It does not accept the call, for example because it knows no schemas.
    Invalid(String),
    Throttled,
    Broken(String),
}

#[derive(Default)]
pub(super) struct Bedrock(Mutex<Option<Model>>);

impl Bedrock {
    pub(super) fn set<F>(&self, model: impl Fn(Value) -> F + Send + Sync + 'static)
    where
        F: Future<Output = Result<ModelAnswer, ModelError>> + Send + 'static,
    {
        let model: Model = Arc::new(move |body| Box::pin(model(body)));
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(model);
    }

    pub(super) async fn answer(&self, call: &Call, body: Value) -> Result<Value, Refusal> {
        if call.operation != "Converse" {
            return Err(Refusal::unknown(call));
        }
        let model = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let Some(model) = model else {
            return Err(Refusal::bad("ValidationException", "The provided model identifier is invalid."));
        };
        let ModelAnswer { text, tokens: [read, written] } = model(body).await.map_err(|error| match error {
            ModelError::Invalid(why) => Refusal::bad("ValidationException", why),
            ModelError::Throttled => Refusal::throttled(call.service),
            ModelError::Broken(why) => Refusal::new(StatusCode::FAILED_DEPENDENCY, "ModelErrorException", why),
        })?;
        // A reasoning model returns its reasoning first.
        let reasoning = json!({"reasoningContent": {"reasoningText": {"text": "I have to ask one question."}}});
        Ok(json!({
            "output": {"message": {"role": "assistant", "content": [reasoning, {"text": text}]}},
            "stopReason": "end_turn",
            "usage": {"inputTokens": read, "outputTokens": written, "totalTokens": read + written},
            "metrics": {"latencyMs": 1},
        }))
    }
}
