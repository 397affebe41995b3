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
use bytes::Bytes;
use http::Request;
use jiff::Timestamp;

use super::{ATTEMPT_TIMEOUT, ATTEMPTS_MAX, Bucket, CALL_TIMEOUT};
use crate::error::Error;
use crate::raw_call::{RawAnswer, RawCall, RawCallError, Refused};

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
        let url = format!("{}/{key}", self.endpoint);
        let (settings, signable) = (settings(SignatureLocation::Headers), body.clone());
        let request = self.signed(method, &url, settings, SignableBody::Bytes(&signable), headers, body, now).await?;
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
            Err(RawCallError::Refused(refused)) => Ok(Err(refused)),
            Err(RawCallError::Failed(cause)) => Err(unavailable(method, &cause)),
        }
    }

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
            .time(SystemTime::try_from(now).map_err(failed)?)
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
