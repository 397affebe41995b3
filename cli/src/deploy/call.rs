//! Failures of calls to AWS, as sentences.

use std::error::Error;

use aws_sdk_cloudformation::error::{ProvideErrorMetadata, SdkError};

use crate::failure::{Failure, Kind};

/// The codes with which AWS refuses credentials, whatever is asked for.
const BAD_CREDENTIALS: [&str; 8] = [
    "AuthFailure",
    "ExpiredToken",
    "ExpiredTokenException",
    "InvalidAccessKeyId",
    "InvalidClientTokenId",
    "InvalidToken",
    "SignatureDoesNotMatch",
    "UnrecognizedClientException",
];

/// Turns the error of a call into a failure: `what` says what could not be done.
pub fn failed<E, R>(what: &str, error: &SdkError<E, R>) -> Failure
where
    E: ProvideErrorMetadata + Error + 'static,
    R: std::fmt::Debug + 'static,
{
    let Some(service) = error.as_service_error() else {
        return Failure::new(Kind::Unreachable, format!("{what}: AWS does not answer.")).because(error);
    };
    let code = service.code().unwrap_or("without a code");
    let kind = if BAD_CREDENTIALS.contains(&code) { Kind::Unreachable } else { Kind::Refused };
    Failure::new(kind, format!("{what}: AWS answers {code}: {}", service.message().unwrap_or("without a reason")))
}
