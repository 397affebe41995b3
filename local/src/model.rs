//! `cargo dev --model`: a server that speaks OpenAI's chat completions answers Bedrock's `Converse`, so that the function
//! that is deployed is the one that is tried.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use app::outbound::{CallError, Outbound};
use aws_smithy_async::rt::sleep::{SharedAsyncSleep, TokioSleep};
use aws_smithy_http_client::Connector;
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};
use aws_smithy_runtime_api::client::http::SharedHttpConnector;
use aws_types::SdkConfig;
use bytes::Bytes;
use domain::values::RemoteUrl;
use http::StatusCode;
use serde_json::{Value, from_slice, json};
use small_aws::{ModelAnswer, ModelError};

/// The name of a model whose server lists none.
const UNNAMED: &str = "default";
/// How long the server may take for the list of its models. A server that is down does not hold up the start.
const LIST_WITHIN: Duration = Duration::from_secs(2);
/// Longer than every function waits.
const ANSWER_WITHIN: Duration = Duration::from_secs(60);
const BYTES_MAX: usize = 1 << 20;

#[derive(Clone)]
pub(crate) struct ModelServer {
    /// The base of the server's API, without a slash at the end.
    pub url: String,
    pub name: String,
    authorization: Option<String>,
    http: Outbound,
    /// Whether the server calls the bound of tokens by its newer name.
    has_new_name: Arc<AtomicBool>,
}

/// The names of the bound of an answer's tokens. OpenAI's newer models refuse the first
/// (<https://platform.openai.com/docs/api-reference/chat/create>).
const BOUND: [&str; 2] = ["max_tokens", "max_completion_tokens"];

impl ModelServer {
    /// The server at this base. Without a name, its first model is asked.
    pub(crate) async fn find(url: &str, name: Option<String>, key: Option<String>) -> Self {
        // The developer names the address, so it may be one of this machine.
        let connector = Connector::builder().tls_provider(Provider::rustls(CryptoMode::AwsLc)).build();
        let clock = SdkConfig::builder().sleep_impl(SharedAsyncSleep::new(TokioSleep::new())).build();
        let mut server = Self {
            url: url.to_owned(),
            name: name.unwrap_or_default(),
            authorization: key.map(|key| format!("Bearer {key}")),
            http: Outbound::over(&clock, SharedHttpConnector::new(connector)),
            has_new_name: Arc::default(),
        };
        if server.name.is_empty() {
            let models = server.call("GET", "/models", Bytes::new(), LIST_WITHIN).await;
            let listed = models.inspect_err(|error| tracing::warn!(%error, "the server lists no models")).ok();
            let first = listed.and_then(|(_, models)| Some(models["data"][0]["id"].as_str()?.to_owned()));
            server.name = first.unwrap_or_else(|| UNNAMED.to_owned());
        }
        server
    }

    /// Answers a call of `Converse` with this body.
    pub(crate) async fn answer(self, converse: Value) -> Result<ModelAnswer, ModelError> {
        let (mut status, mut answer) = self.complete(&converse).await?;
        let why =
            |answer: &Value| answer["error"]["message"].as_str().unwrap_or("the server said no reason").to_owned();
        if status == StatusCode::BAD_REQUEST
            && why(&answer).contains(BOUND[1])
            && !self.has_new_name.swap(true, Ordering::Relaxed)
        {
            (status, answer) = self.complete(&converse).await?;
        }
        match status {
            StatusCode::OK => {}
            StatusCode::BAD_REQUEST => return Err(ModelError::Invalid(why(&answer))),
            StatusCode::TOO_MANY_REQUESTS => return Err(ModelError::Throttled),
            status => return Err(ModelError::Broken(format!("{status}: {}", why(&answer)))),
        }
        let text = answer["choices"][0]["message"]["content"].as_str();
        let text = text.ok_or_else(|| ModelError::Broken("the server's answer is no completion".to_owned()))?;
        let tokens = ["prompt_tokens", "completion_tokens"].map(|name| answer["usage"][name].as_u64().unwrap_or(0));
        Ok(ModelAnswer { text: text.to_owned(), tokens })
    }

    async fn complete(&self, converse: &Value) -> Result<(StatusCode, Value), ModelError> {
        let asked = self.completion(converse).to_string().into();
        let answered = self.call("POST", "/chat/completions", asked, ANSWER_WITHIN).await;
        answered.map_err(|error| ModelError::Broken(error.to_string()))
    }

    fn completion(&self, converse: &Value) -> Value {
        let texts = |blocks: &Value| {
            let texts = blocks.as_array().into_iter().flatten().filter_map(|block| block["text"].as_str());
            texts.collect::<Vec<_>>().join("\n")
        };
        let system = json!({"role": "system", "content": texts(&converse["system"])});
        let messages = converse["messages"].as_array().into_iter().flatten();
        let messages = messages.map(|said| json!({"role": said["role"], "content": texts(&said["content"])}));
        let messages: Vec<_> = [system].into_iter().chain(messages).collect();
        let mut completion = json!({
            "model": self.name,
            "messages": messages,
        });
        let bound = BOUND[usize::from(self.has_new_name.load(Ordering::Relaxed))];
        completion[bound] = converse["inferenceConfig"]["maxTokens"].clone();
        let format = &converse["outputConfig"]["textFormat"]["structure"]["jsonSchema"];
        if let Some(schema) = format["schema"].as_str().and_then(|schema| from_slice::<Value>(schema.as_bytes()).ok()) {
            let schema = json!({"name": format["name"], "strict": true, "schema": schema});
            completion["response_format"] = json!({"type": "json_schema", "json_schema": schema});
        }
        completion
    }

    async fn call(
        &self,
        method: &str,
        path: &str,
        body: Bytes,
        within: Duration,
    ) -> Result<(StatusCode, Value), CallError> {
        let url = RemoteUrl::stored(format!("{}{path}", self.url));
        let mut headers = vec![("content-type", "application/json")];
        headers.extend(self.authorization.as_deref().map(|key| ("authorization", key)));
        let answer = self.http.call(method, &url, &headers, body, BYTES_MAX, within).await?;
        Ok((answer.status(), from_slice(answer.body()).unwrap_or_default()))
    }
}
