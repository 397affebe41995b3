//! Errors as S3 answers them.

use http::StatusCode;

use crate::wire::Refusal;

pub(super) fn refused(status: StatusCode, code: &'static str, message: &str) -> Refusal {
    Refusal::new(status, code, message)
}

pub(super) fn denied(message: &str) -> Refusal {
    refused(StatusCode::FORBIDDEN, "AccessDenied", message)
}
