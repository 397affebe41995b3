//! Our own calls to S3, signed.

use std::fmt::Display;

use aws_sigv4::http_request::{
    PayloadChecksumKind, PercentEncodingMode, SignatureLocation, SigningSettings, UriPathNormalizationMode,
};
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::display::DisplayErrorContext;
use bytes::Bytes;
use http::Request;
use jiff::Timestamp;

use super::{ATTEMPT_TIMEOUT, ATTEMPTS_MAX, Bucket, CALL_TIMEOUT};
use crate::error::Error;
use crate::raw_call::{RawAnswer, RawCall, Refused, signed};

impl Bucket {
    pub(super) async fn call(
        &self,
        method: &'static str,
        key: &str,
        headers: &[(&str, &str)],
        body: Bytes,
        now: Timestamp,
    ) -> Result<Bytes, Error> {
        match self.try_call(method, key, headers, body, now).await? {
            Ok(answer) => Ok(answer.bytes),
            Err(refused) => Err(unavailable(method, &refused)),
        }
    }

    /// Makes a call. The inner error is a refusal by S3, which the caller handles.
    pub(super) async fn try_call(
        &self,
        method: &'static str,
        key: &str,
        headers: &[(&str, &str)],
        body: Bytes,
        now: Timestamp,
    ) -> Result<Result<RawAnswer, Refused>, Error> {
        let mut request = Request::builder().method(method).uri(format!("{}/{key}", self.endpoint));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = self.signed(settings(SignatureLocation::Headers), request.body(body), now).await?;
        let call = RawCall {
            service: "s3",
            operation: method,
            origin: origin(&self.endpoint),
            attempt_timeout: ATTEMPT_TIMEOUT,
            timeout: CALL_TIMEOUT,
            attempts_max: ATTEMPTS_MAX,
        };
        match call.send(&self.sdk, request).await {
            Ok(answer) => Ok(Ok(answer)),
            Err(SdkError::ServiceError(refused)) => Ok(Err(refused.into_err())),
            Err(error) => Err(unavailable(method, &DisplayErrorContext(&error))),
        }
    }

    pub(super) async fn signed(
        &self,
        settings: SigningSettings,
        request: http::Result<Request<Bytes>>,
        now: Timestamp,
    ) -> Result<Request<Bytes>, Error> {
        let request = request.map_err(|error| Error::Internal(format!("a call of S3: {error}")))?;
        signed(&self.sdk, "s3", settings, request, now).await.map_err(Error::Internal)
    }

    pub(super) fn region(&self) -> String {
        self.sdk.region().map(ToString::to_string).unwrap_or_default()
    }
}

pub(super) fn unavailable(method: &str, error: &dyn Display) -> Error {
    Error::Unavailable(format!("S3 {method}: {error}"))
}

pub(super) fn origin(url: &str) -> &str {
    let host = url.find("://").map_or(0, |scheme| scheme + "://".len());
    url[host..].find('/').map_or(url, |path| &url[..host + path])
}

/// How S3 expects requests to be signed: with the path unchanged, and the body's digest in a header.
pub(super) fn settings(location: SignatureLocation) -> SigningSettings {
    let mut settings = SigningSettings::default();
    settings.signature_location = location;
    settings.percent_encoding_mode = PercentEncodingMode::Single;
    settings.uri_path_normalization_mode = UriPathNormalizationMode::Disabled;
    settings.payload_checksum_kind = PayloadChecksumKind::XAmzSha256;
    settings
}
