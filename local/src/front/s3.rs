//! The bucket for callers without credentials: a customer's browser, or a program with a form.

use axum::{
    body::{Body, to_bytes},
    extract::{Path, Request, State},
};
use bytes::Bytes;
use http::{Response, StatusCode};

use super::Front;

/// This is more than any form that a policy allows, so that S3 itself rejects a form that is too large.
const FORM_BYTES_MAX: usize = 128 * 1024 * 1024;

pub(super) async fn browse(State(front): State<Front>, Path(path): Path<String>, request: Request) -> Response<Body> {
    let (head, body) = request.into_parts();
    let answer = match to_bytes(body, FORM_BYTES_MAX).await {
        Ok(body) => front.world.aws().browse(&format!("/{path}"), &Request::from_parts(head, body)),
        Err(_) => {
            let mut response = Response::new(Bytes::new());
            *response.status_mut() = StatusCode::PAYLOAD_TOO_LARGE;
            response
        }
    };
    answer.map(Body::from)
}
