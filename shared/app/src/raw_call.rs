//! HTTP calls to AWS without a service's SDK client. They use the SDK's own HTTP client, with its timeouts and retries.

use std::time::Duration;

use aws_smithy_runtime::client::orchestrator::operation::Operation;
use aws_smithy_runtime::client::retries::classifiers::{HttpStatusCodeClassifier, TransientErrorClassifier};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, OrchestratorError};
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::error::display::DisplayErrorContext;
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;
use aws_types::SdkConfig;
use bytes::Bytes;
use http::Request;

/// A service and how long to wait for it.
#[derive(Debug, Clone, Copy)]
pub struct RawCall<'a> {
    /// The service's name in the SDK's log.
    pub service: &'static str,
    /// The call's name in the SDK's log.
    pub operation: &'static str,
    /// The URL without a path.
    pub origin: &'a str,
    pub attempt_timeout: Duration,
    /// The timeout of all attempts together.
    pub timeout: Duration,
    /// The most attempts. An attempt is repeated if it was throttled, failed or got no answer.
    pub attempts_max: u32,
}

#[derive(Debug)]
pub struct RawAnswer {
    pub headers: Headers,
    pub bytes: Bytes,
}

#[derive(Debug, thiserror::Error)]
pub enum RawCallError {
    #[error("{0}")]
    Refused(Refused),
    /// The service could not be reached, or did not answer.
    #[error("{0}")]
    Failed(String),
}

/// The service's refusal: any status other than 200 to 299.
#[derive(Debug, thiserror::Error)]
#[error("{status} {code}")]
pub struct Refused {
    pub status: u16,
    /// The code in the error's XML; empty if there is none.
    pub code: String,
}

impl RawCall<'_> {
    /// Sends a signed request.
    /// Errors: [`RawCallError`], after the last attempt.
    pub async fn send(&self, sdk: &SdkConfig, request: Request<Bytes>) -> Result<RawAnswer, RawCallError> {
        let failed = RawCallError::Failed;
        let http_client = sdk.http_client().ok_or_else(|| failed("no HTTP client".to_owned()))?;
        let timeouts =
            TimeoutConfig::builder().operation_attempt_timeout(self.attempt_timeout).operation_timeout(self.timeout);
        let mut operation = Operation::builder()
            .service_name(self.service)
            .operation_name(self.operation)
            .http_client(http_client)
            .endpoint_url(self.origin)
            .no_auth()
            .timeout_config(timeouts.build())
            .standard_retry(&RetryConfig::standard().with_max_attempts(self.attempts_max))
            .retry_classifier(HttpStatusCodeClassifier::default())
            .retry_classifier(TransientErrorClassifier::<Refused>::new());
        if let Some(sleep) = sdk.sleep_impl() {
            operation = operation.sleep_impl(sleep);
        }
        let operation = operation
            .serializer(|request: Request<Bytes>| Ok(HttpRequest::try_from(request.map(SdkBody::from))?))
            .deserializer(|response| {
                let bytes = response.body().bytes().unwrap_or_default();
                match response.status().as_u16() {
                    200..300 => {
                        Ok(RawAnswer { headers: response.headers().clone(), bytes: Bytes::copy_from_slice(bytes) })
                    }
                    status => {
                        let code = text_in("Code", &String::from_utf8_lossy(bytes)).unwrap_or_default().to_owned();
                        Err(OrchestratorError::operation(Refused { status, code }))
                    }
                }
            })
            .build();
        operation.invoke(request).await.map_err(|error| match error {
            SdkError::ServiceError(refused) => RawCallError::Refused(refused.into_err()),
            error => failed(DisplayErrorContext(&error).to_string()),
        })
    }
}

/// The text of the first XML element of this name.
pub fn text_in<'a>(element: &str, xml: &'a str) -> Option<&'a str> {
    let (_, rest) = xml.split_once(&format!("<{element}>"))?;
    rest.split_once(&format!("</{element}>")).map(|(text, _)| text)
}
