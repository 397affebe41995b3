//! Our own calls to S3, signed.

use std::fmt::Display;
use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_credential_types::provider::ProvideCredentials as _;
use aws_sigv4::http_request::{
    PayloadChecksumKind, PercentEncodingMode, SignableBody, SignableRequest, SignatureLocation, SigningSettings,
    UriPathNormalizationMode, sign,
};
use aws_sigv4::sign::v4::SigningParams;
use aws_smithy_runtime::client::orchestrator::operation::Operation;
use aws_smithy_runtime::client::retries::classifiers::{HttpStatusCodeClassifier, TransientErrorClassifier};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, OrchestratorError};
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::error::display::DisplayErrorContext;
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;
use bytes::Bytes;
use http::Request;
use jiff::Timestamp;

use super::{ATTEMPT_TIMEOUT, ATTEMPTS_MAX, Bucket, CALL_TIMEOUT, FilePart};
use crate::Error;

/// S3 refused a call with this status and code.
#[derive(Debug, thiserror::Error)]
#[error("S3 answered {status} {code}")]
pub(super) struct Refused {
    pub status: u16,
    pub code: String,
}

/// Why a call failed.
pub(super) enum CallError {
    /// S3 refused it.
    Refused(Refused),
    /// S3 could not be asked, or did not answer.
    Failed(Error),
}

impl Bucket {
    pub(super) async fn call(
        &self,
        method: &'static str,
        key: &str,
        headers: &[(&str, &str)],
        body: Bytes,
        now: Timestamp,
    ) -> Result<Bytes, Error> {
        match self.try_call(method, key, headers, body, now).await {
            Ok(answer) => Ok(answer.bytes),
            Err(CallError::Refused(refused)) => Err(unavailable(method, &refused)),
            Err(CallError::Failed(error)) => Err(error),
        }
    }

    /// A call whose refusal the caller understands.
    pub(super) async fn try_call(
        &self,
        method: &'static str,
        key: &str,
        headers: &[(&str, &str)],
        body: Bytes,
        now: Timestamp,
    ) -> Result<FilePart, CallError> {
        let url = format!("{}/{key}", self.endpoint);
        let (settings, signable) = (settings(SignatureLocation::Headers), body.clone());
        let request = self.signed(method, &url, settings, SignableBody::Bytes(&signable), headers, body, now).await;
        let request = request.map_err(CallError::Failed)?;
        let Some(http_client) = self.sdk.http_client() else {
            return Err(CallError::Failed(unavailable(method, &"no HTTP client")));
        };
        let timeouts =
            TimeoutConfig::builder().operation_attempt_timeout(ATTEMPT_TIMEOUT).operation_timeout(CALL_TIMEOUT);
        let mut operation = Operation::builder()
            .service_name("s3")
            .operation_name(method)
            .http_client(http_client)
            .endpoint_url(origin(&self.endpoint))
            .no_auth()
            .timeout_config(timeouts.build())
            .standard_retry(&RetryConfig::standard().with_max_attempts(ATTEMPTS_MAX))
            .retry_classifier(HttpStatusCodeClassifier::default())
            .retry_classifier(TransientErrorClassifier::<Refused>::new());
        if let Some(sleep) = self.sdk.sleep_impl() {
            operation = operation.sleep_impl(sleep);
        }
        let operation = operation
            .serializer(|request: Request<Bytes>| Ok(HttpRequest::try_from(request.map(SdkBody::from))?))
            .deserializer(|response| {
                let bytes = response.body().bytes().unwrap_or_default();
                let header = |name: &str| response.headers().get(name).map(str::to_owned);
                match response.status().as_u16() {
                    200..300 => Ok(FilePart {
                        bytes: Bytes::copy_from_slice(bytes),
                        etag: header("etag"),
                        content_type: header("content-type"),
                    }),
                    // A range that begins where the file ends.
                    416 => Ok(FilePart { bytes: Bytes::new(), etag: None, content_type: None }),
                    status => Err(OrchestratorError::operation(Refused { status, code: code_in(bytes) })),
                }
            })
            .build();
        operation.invoke(request).await.map_err(|error| match error {
            SdkError::ServiceError(refused) => CallError::Refused(refused.into_err()),
            error => CallError::Failed(unavailable(method, &DisplayErrorContext(&error))),
        })
    }

    /// A request, signed as `settings` say.
    #[expect(clippy::too_many_arguments, reason = "what a signed request is made of")]
    pub(super) async fn signed(
        &self,
        method: &str,
        url: &str,
        settings: SigningSettings,
        signable: SignableBody<'_>,
        headers: &[(&str, &str)],
        body: Bytes,
        now: Timestamp,
    ) -> Result<Request<Bytes>, Error> {
        fn failed(error: impl Display) -> Error {
            Error::Internal(format!("cannot sign a call to S3: {error}"))
        }
        let (identity, region) = (self.credentials().await?.into(), self.region());
        let params = SigningParams::builder()
            .identity(&identity)
            .region(&region)
            .name("s3")
            .time(SystemTime::from(now))
            .settings(settings)
            .build()
            .map_err(failed)?
            .into();
        let signable = SignableRequest::new(method, url, headers.iter().copied(), signable).map_err(failed)?;
        let (instructions, _) = sign(signable, &params).map_err(failed)?.into_parts();
        let mut request = Request::builder().method(method).uri(url);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut request = request.body(body).map_err(failed)?;
        instructions.apply_to_request_http1x(&mut request);
        Ok(request)
    }

    pub(super) async fn credentials(&self) -> Result<Credentials, Error> {
        let missing = || Error::Internal("no credentials to sign with".to_owned());
        let provider = self.sdk.credentials_provider().ok_or_else(missing)?;
        provider.provide_credentials().await.map_err(|_| missing())
    }

    pub(super) fn region(&self) -> String {
        self.sdk.region().map(ToString::to_string).unwrap_or_default()
    }
}

pub(super) fn unavailable(method: &str, error: &dyn Display) -> Error {
    Error::Unavailable(format!("S3 {method}: {error}"))
}

/// The code in S3's XML of an error; empty if there is none.
fn code_in(xml: &[u8]) -> String {
    let xml = String::from_utf8_lossy(xml);
    let code = xml.split_once("<Code>").and_then(|(_, rest)| rest.split_once("</Code>"));
    code.map_or_else(String::new, |(code, _)| code.to_owned())
}

/// A URL without its path.
pub(super) fn origin(url: &str) -> &str {
    let host = url.find("://").map_or(0, |scheme| scheme + "://".len());
    url[host..].find('/').map_or(url, |path| &url[..host + path])
}

/// How S3 wants requests signed: the path as it is, the body's digest in a header.
pub(super) fn settings(location: SignatureLocation) -> SigningSettings {
    let mut settings = SigningSettings::default();
    settings.signature_location = location;
    settings.percent_encoding_mode = PercentEncodingMode::Single;
    settings.uri_path_normalization_mode = UriPathNormalizationMode::Disabled;
    settings.payload_checksum_kind = PayloadChecksumKind::XAmzSha256;
    settings
}
