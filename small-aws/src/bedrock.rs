//! Amazon Bedrock's `Converse`. No model runs here; a test scripts the answers.

use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use serde_json::{Value, json};

use super::wire::{self, Call, Refusal};

/// Makes the model's answer to a call with this body.
pub(super) type Script = Arc<dyn Fn(&Value) -> String + Send + Sync>;

#[derive(Default)]
pub(super) struct Bedrock(pub(super) Mutex<Option<Script>>);

impl Bedrock {
    pub(super) fn answer(&self, call: &Call, body: &Bytes) -> Result<Value, Refusal> {
        if call.operation != "Converse" {
            return Err(Refusal::unknown(call));
        }
        let script = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let Some(script) = script else {
            return Err(Refusal::bad("ValidationException", "The provided model identifier is invalid."));
        };
        let text = script(&wire::parse(body)?);
        // A reasoning model returns its reasoning first.
        let reasoning = json!({"reasoningContent": {"reasoningText": {"text": "I have to ask one question."}}});
        Ok(json!({
            "output": {"message": {"role": "assistant", "content": [reasoning, {"text": text}]}},
            "stopReason": "end_turn",
            "usage": {"inputTokens": 1, "outputTokens": 1, "totalTokens": 2},
            "metrics": {"latencyMs": 1},
        }))
    }
}
