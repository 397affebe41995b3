//! HTTP calls to AWS without a service's SDK client. They use the SDK's own HTTP client and signer, with its timeouts and
//! retries.

use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_credential_types::provider::ProvideCredentials as _;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4::SigningParams;
use aws_smithy_runtime::client::orchestrator::operation::Operation;
use aws_smithy_runtime::client::retries::classifiers::{HttpStatusCodeClassifier, TransientErrorClassifier};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse, OrchestratorError};
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;
use aws_types::SdkConfig;
use bytes::Bytes;
use http::Request;
use jiff::Timestamp;
use serde_json::Value;

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

/// The service's refusal: any status other than 200 to 299.
#[derive(Debug, thiserror::Error)]
#[error("{status} {code}")]
pub struct Refused {
    pub status: u16,
    /// The code in the error's XML or JSON; empty if there is none.
    pub code: String,
    pub body: Bytes,
}

/// The URL of a service without a path or a trailing slash: the configuration's, or the service's own in the region.
pub fn endpoint(sdk: &SdkConfig, service: &str) -> String {
    let region = sdk.region().map_or("", AsRef::as_ref);
    let suffix = if region.starts_with("cn-") { "amazonaws.com.cn" } else { "amazonaws.com" };
    let own = || format!("https://{service}.{region}.{suffix}");
    sdk.endpoint_url().map_or_else(own, |endpoint| endpoint.trim_end_matches('/').to_owned())
}

/// Signs a request to a service.
/// Errors: why not, for example because there are no credentials.
pub async fn signed(
    sdk: &SdkConfig,
    service: &str,
    settings: SigningSettings,
    mut request: Request<Bytes>,
    now: Timestamp,
) -> Result<Request<Bytes>, String> {
    let is_link = settings.expires_in.is_some();
    let failed = |error: &dyn std::fmt::Display| format!("cannot sign a call of {service}: {error}");
    let identity = credentials(sdk).await.map_err(|error| failed(&error))?.into();
    let params = SigningParams::builder()
        .identity(&identity)
        .region(sdk.region().map_or("", AsRef::as_ref))
        .name(service)
        .time(SystemTime::try_from(now).map_err(|error| failed(&error))?)
        .settings(settings)
        .build()
        .map_err(|error| failed(&error))?
        .into();
    let (method, url) = (request.method().to_string(), request.uri().to_string());
    let headers = request.headers().iter().filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?)));
    // Whoever follows a link sends what this code does not know.
    let body = if is_link { SignableBody::UnsignedPayload } else { SignableBody::Bytes(request.body()) };
    let signable = SignableRequest::new(&method, url, headers, body).map_err(|error| failed(&error))?;
    let (instructions, _) = sign(signable, &params).map_err(|error| failed(&error))?.into_parts();
    instructions.apply_to_request_http1x(&mut request);
    Ok(request)
}

/// The credentials of the configuration.
/// Errors: there are none.
pub async fn credentials(sdk: &SdkConfig) -> Result<Credentials, &'static str> {
    let missing = "no credentials to sign with";
    sdk.credentials_provider().ok_or(missing)?.provide_credentials().await.map_err(|_| missing)
}

impl RawCall<'_> {
    /// Sends a signed request.
    /// Errors: that of the last attempt.
    pub async fn send(
        &self,
        sdk: &SdkConfig,
        request: Request<Bytes>,
    ) -> Result<RawAnswer, SdkError<Refused, HttpResponse>> {
        let http_client = sdk.http_client().ok_or_else(|| SdkError::construction_failure("no HTTP client"))?;
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
                let bytes = Bytes::copy_from_slice(response.body().bytes().unwrap_or_default());
                match response.status().as_u16() {
                    200..300 => Ok(RawAnswer { headers: response.headers().clone(), bytes }),
                    status => {
                        let code = code_in(response.headers(), &bytes).unwrap_or_default();
                        Err(OrchestratorError::operation(Refused { status, code, body: bytes }))
                    }
                }
            })
            .build();
        operation.invoke(request).await
    }
}

/// An error's code, in XML, or in a header or JSON: there, between a namespace with `#` and a URL with `:` (Smithy,
/// "AWS JSON 1.0 protocol", "Operation error serialization").
fn code_in(headers: &Headers, body: &[u8]) -> Option<String> {
    let json = || serde_json::from_slice::<Value>(body).ok();
    let typed = headers.get("x-amzn-errortype").map(str::to_owned);
    match typed.or_else(|| json()?["__type"].as_str().map(str::to_owned)) {
        Some(code) => code.split(':').next()?.rsplit('#').next().map(str::to_owned),
        None => text_in("Code", &String::from_utf8_lossy(body)).map(str::to_owned),
    }
}

pub fn text_in<'a>(element: &str, xml: &'a str) -> Option<&'a str> {
    let (_, rest) = xml.split_once(&format!("<{element}>"))?;
    rest.split_once(&format!("</{element}>")).map(|(text, _)| text)
}
