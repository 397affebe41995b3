//! Invokes the operations of the operator's function through IAM.

use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sdk_lambda::Client;
use aws_sdk_lambda::error::SdkError;
use aws_sdk_lambda::operation::invoke::InvokeError;
use aws_sdk_lambda::primitives::Blob;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4;
use aws_types::SdkConfig;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::args::Target;
use crate::aws;
use crate::failure::{Failure, Kind};

const WHO_AM_I: &str = "Action=GetCallerIdentity&Version=2011-06-15";

pub struct Admin {
    client: Client,
    config: SdkConfig,
    function: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Refusal {
    error_message: String,
    #[serde(default)]
    error_type: String,
}

impl Admin {
    pub async fn connect(target: &Target) -> Result<Self, Failure> {
        let config = aws::connect(target).await?;
        Ok(Self { client: Client::new(&config), config, function: format!("{}-admin", target.stack) })
    }

    /// Runs an operation and returns its answer. The audit log names the owner of the credentials.
    pub async fn call(&self, operation: &str, input: impl Serialize) -> Result<Value, Failure> {
        let input = serde_json::to_value(input).map_err(|error| Failure::new(Kind::Usage, error.to_string()))?;
        let caller = self.caller().await?;
        self.invoke(json!({"operation": {operation: input}, "caller": caller})).await
    }

    async fn invoke(&self, event: Value) -> Result<Value, Failure> {
        let call = self.client.invoke().function_name(&self.function).payload(Blob::new(event.to_string())).send();
        let answer = call.await.map_err(|error| self.not_called(error))?;
        let payload = answer.payload.map(Blob::into_inner).unwrap_or_default();
        let payload: Value = serde_json::from_slice(&payload)
            .map_err(|error| Failure::new(Kind::Refused, "The function's answer is not JSON.").because(&error))?;
        if answer.function_error.is_none() {
            return Ok(payload);
        }
        let refusal = serde_json::from_value(payload);
        let Refusal { error_message, error_type } = refusal.unwrap_or_else(|_| Refusal {
            error_message: format!("{} failed. Its log says why.", self.function),
            error_type: String::new(),
        });
        let kind = if error_type == "unavailable" { Kind::Unreachable } else { Kind::Refused };
        Err(Failure::new(kind, error_message))
    }

    /// Calls an operation for page after page, until the last page.
    pub async fn pages(&self, operation: &str, mut input: Value) -> Result<Vec<Value>, Failure> {
        let mut pages = Vec::new();
        loop {
            let page = self.call(operation, &input).await?;
            let next = page["next"].clone();
            pages.push(page);
            if next.is_null() {
                return Ok(pages);
            }
            input["after"] = next;
        }
    }

    fn not_called(&self, error: SdkError<InvokeError>) -> Failure {
        let function = &self.function;
        match error.as_service_error() {
            Some(InvokeError::ResourceNotFoundException(_)) => {
                let why = format!("There is no function {function} here. Check --stack and --region.");
                Failure::new(Kind::Refused, why)
            }
            _ => Failure::new(Kind::Unreachable, format!("{function} cannot be invoked.")).because(&error),
        }
    }

    /// A signed `GetCallerIdentity` that is valid only for this function. The function sends it to STS; it is useless
    /// otherwise.
    #[expect(clippy::disallowed_methods, reason = "a program for the terminal: nothing replays it")]
    async fn caller(&self) -> Result<Map<String, Value>, Failure> {
        let credentials = aws::credentials(&self.config).await?;
        let region = self.config.region().map(AsRef::as_ref).unwrap_or_default();
        signed(credentials, region, &self.function, SystemTime::now())
            .ok_or_else(|| Failure::new(Kind::Usage, "The call cannot be signed. Check --region."))
    }
}

fn signed(credentials: Credentials, region: &str, function: &str, now: SystemTime) -> Option<Map<String, Value>> {
    let host = format!("sts.{region}.amazonaws.com");
    let headers = [
        ("host", host.as_str()),
        ("content-type", "application/x-www-form-urlencoded"),
        ("x-afterword-function", function),
    ];
    let identity = credentials.into();
    let params = v4::SigningParams::builder()
        .identity(&identity)
        .region(region)
        .name("sts")
        .time(now)
        .settings(SigningSettings::default())
        .build()
        .ok()?
        .into();
    let url = format!("https://{host}/");
    let body = SignableBody::Bytes(WHO_AM_I.as_bytes());
    let request = SignableRequest::new("POST", &url, headers.into_iter(), body).ok()?;
    let (instructions, _) = sign(request, &params).ok()?.into_parts();
    Some(instructions.headers().map(|(name, value)| (name.to_owned(), json!(value))).collect())
}
