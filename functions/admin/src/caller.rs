//! The caller of the function: Lambda does not say who it is, so the caller proves it.
//!
//! An event may have the headers of a `GetCallerIdentity` request that the caller signed and did not send. STS alone can
//! check the signature, and answers with the ARN of its owner. The name of this function is signed, too, so that a request
//! that was made for another service proves nothing here.

use std::time::Duration;

use aws_smithy_runtime::client::orchestrator::operation::Operation;
use aws_smithy_runtime::client::retries::classifiers::{HttpStatusCodeClassifier, TransientErrorClassifier};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, OrchestratorError};
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::error::display::DisplayErrorContext;
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;
use aws_types::SdkConfig;
use bytes::Bytes;
use edge::Env;
use http::Request;
use serde::Deserialize;

use crate::failure::Failure;

/// The header that names the function for which a request was signed.
const FUNCTION: &str = "x-afterword-function";
const BODY: &[u8] = b"Action=GetCallerIdentity&Version=2011-06-15";
const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(3);
const CALL_TIMEOUT: Duration = Duration::from_secs(8);

/// The headers of a signed request to STS. What else was signed is known: the method, the path, the body and the host.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignedCaller {
    authorization: String,
    #[serde(rename = "x-amz-date")]
    date: String,
    #[serde(rename = "x-amz-security-token")]
    token: Option<String>,
    /// As a hint alone: STS gets this function's own name.
    #[serde(rename = "x-afterword-function")]
    function: Option<String>,
}

/// STS in the function's region.
pub(crate) struct Sts {
    sdk: SdkConfig,
    region: String,
    function: String,
}

/// STS refused the request with this code.
#[derive(Debug, thiserror::Error)]
#[error("STS answered {status} {code}")]
struct Refused {
    status: u16,
    code: String,
}

impl Sts {
    pub(crate) fn new(env: &Env) -> Self {
        Self {
            sdk: env.sdk.clone(),
            region: env.sdk.region().map(ToString::to_string).unwrap_or_default(),
            function: env.settings.find("AWS_LAMBDA_FUNCTION_NAME").unwrap_or("admin").to_owned(),
        }
    }

    /// The ARN of who signed the request.
    ///
    /// # Errors
    /// [`Failure::Invalid`] if it was signed for something else, or STS refuses it; [`Failure::Unavailable`].
    pub(crate) async fn arn_of(&self, caller: SignedCaller) -> Result<String, Failure> {
        if !self.is_for_us(&caller) {
            let Self { region, function, .. } = self;
            return Err(Failure::Invalid(format!(
                "`caller` must be signed for STS in {region}, with `host` and `{FUNCTION}: {function}` among its headers. \
                 Without `caller` the audit log does not say who it was."
            )));
        }
        let answer = self.ask(caller).await?;
        let unreadable = || Failure::Unavailable("STS answered in an unknown way; try again later.".to_owned());
        text_in("Arn", &answer).map(str::to_owned).ok_or_else(unreadable)
    }

    /// Whether the request was signed for this function.
    fn is_for_us(&self, caller: &SignedCaller) -> bool {
        let field = |name: &str| {
            let fields = caller.authorization.strip_prefix("AWS4-HMAC-SHA256 ")?.split(',');
            fields.filter_map(|field| field.trim().split_once('=')).find(|(of, _)| *of == name).map(|(_, value)| value)
        };
        let scope = format!("/{}/sts/aws4_request", self.region);
        let headers: Vec<_> = field("SignedHeaders").unwrap_or_default().split(';').collect();
        field("Credential").is_some_and(|credential| credential.ends_with(&scope))
            && headers.contains(&"host")
            && headers.contains(&FUNCTION)
            && caller.function.as_ref().is_none_or(|function| *function == self.function)
    }

    /// The address: the configuration's, or that of the region, and never one of the event.
    fn address(&self) -> String {
        let suffix = if self.region.starts_with("cn-") { "amazonaws.com.cn" } else { "amazonaws.com" };
        let own = || format!("https://sts.{}.{suffix}", self.region);
        self.sdk.endpoint_url().map_or_else(own, |endpoint| endpoint.trim_end_matches('/').to_owned())
    }

    async fn ask(&self, caller: SignedCaller) -> Result<String, Failure> {
        let address = self.address();
        let mut request = Request::post(format!("{address}/"))
            .header("authorization", caller.authorization)
            .header("x-amz-date", caller.date)
            .header(FUNCTION, &self.function)
            .header("content-type", "application/x-www-form-urlencoded");
        if let Some(token) = caller.token {
            request = request.header("x-amz-security-token", token);
        }
        let request = request.body(Bytes::from_static(BODY));
        let request = request.map_err(|_| Failure::Invalid("`caller` has what is no header.".to_owned()))?;
        let unavailable =
            |cause: String| Failure::Unavailable(format!("STS does not answer; try again later: {cause}."));
        let Some(http_client) = self.sdk.http_client() else { return Err(unavailable("no HTTP client".to_owned())) };
        let timeouts =
            TimeoutConfig::builder().operation_attempt_timeout(ATTEMPT_TIMEOUT).operation_timeout(CALL_TIMEOUT);
        let mut operation = Operation::builder()
            .service_name("sts")
            .operation_name("GetCallerIdentity")
            .http_client(http_client)
            .endpoint_url(&address)
            .no_auth()
            .timeout_config(timeouts.build())
            .standard_retry(&RetryConfig::standard())
            .retry_classifier(HttpStatusCodeClassifier::default())
            .retry_classifier(TransientErrorClassifier::<Refused>::new());
        if let Some(sleep) = self.sdk.sleep_impl() {
            operation = operation.sleep_impl(sleep);
        }
        let operation = operation
            .serializer(|request: Request<Bytes>| Ok(HttpRequest::try_from(request.map(SdkBody::from))?))
            .deserializer(|response| {
                let xml = String::from_utf8_lossy(response.body().bytes().unwrap_or_default()).into_owned();
                match response.status().as_u16() {
                    200 => Ok(xml),
                    status => {
                        let code = text_in("Code", &xml).unwrap_or_default().to_owned();
                        Err(OrchestratorError::operation(Refused { status, code }))
                    }
                }
            })
            .build();
        operation.invoke(request).await.map_err(|error| match error {
            SdkError::ServiceError(refused) => {
                let Refused { status, code } = refused.into_err();
                match status {
                    400..500 if !code.starts_with("Throttl") => Failure::Invalid(format!(
                        "STS refuses `caller` ({code}): sign it again, with credentials that are valid and a clock that is right."
                    )),
                    _ => unavailable(format!("{status} {code}")),
                }
            }
            error => unavailable(DisplayErrorContext(&error).to_string()),
        })
    }
}

/// The text of the first element of this name.
fn text_in<'a>(element: &str, xml: &'a str) -> Option<&'a str> {
    let (_, rest) = xml.split_once(&format!("<{element}>"))?;
    rest.split_once(&format!("</{element}>")).map(|(text, _)| text)
}
