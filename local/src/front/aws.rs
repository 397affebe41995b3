//! The parts of AWS that the program `afterword` calls: Lambda, only for the operator's function, and STS. And the bucket
//! for callers without credentials: a customer's browser, or a program with a form.

use axum::{
    body::{Body, to_bytes},
    extract::{Path, Request, State},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use http::{
    HeaderName, StatusCode,
    header::{AUTHORIZATION, CONTENT_TYPE},
};
use serde_json::{Value, json};
use small_aws::{ACCOUNT, REGION};

use super::Front;
use crate::world::deployed_name;

/// Lambda's maximum size of the event in a synchronous call.
const EVENT_BYTES_MAX: usize = 6 * 1024 * 1024;
/// This is more than any form that a policy allows, so that S3 itself rejects a form that is too large.
const FORM_BYTES_MAX: usize = 128 * 1024 * 1024;
const ERROR_TYPE: HeaderName = HeaderName::from_static("x-amzn-errortype");
const FUNCTION_ERROR: HeaderName = HeaderName::from_static("x-amz-function-error");

pub(super) async fn invoke(State(front): State<Front>, Path(function): Path<String>, request: Request) -> Response {
    if !is_signed(&request) {
        return unsigned();
    }
    if function != deployed_name("admin") {
        let arn = format!("arn:aws:lambda:{REGION}:{ACCOUNT}:function:{function}");
        let message = format!("Function not found: {arn}");
        return refusal(StatusCode::NOT_FOUND, "ResourceNotFoundException", &message);
    }
    let Ok(body) = to_bytes(request.into_body(), EVENT_BYTES_MAX).await else {
        let message = format!("Request must be smaller than {EVENT_BYTES_MAX} bytes for the InvokeFunction operation");
        return refusal(StatusCode::PAYLOAD_TOO_LARGE, "RequestEntityTooLargeException", &message);
    };
    let Ok(event) = serde_json::from_slice(&body) else {
        let message = "Could not parse request body into json";
        return refusal(StatusCode::BAD_REQUEST, "InvalidRequestContentException", message);
    };
    match front.world.admin(event).await {
        Ok(answer) => json_of(&answer).into_response(),
        Err(failure) => {
            let error = json!({"errorType": failure.kind(), "errorMessage": failure.to_string()});
            ([(FUNCTION_ERROR, "Unhandled")], json_of(&error)).into_response()
        }
    }
}

pub(super) async fn identify(State(front): State<Front>, request: Request) -> Response {
    if !is_signed(&request) {
        return unsigned();
    }
    // The other services are at the table's own port.
    if request.headers().contains_key("x-amz-target") {
        return refusal(StatusCode::NOT_FOUND, "UnknownOperationException", "There is no AWS here.");
    }
    let (head, body) = request.into_parts();
    let body = to_bytes(body, EVENT_BYTES_MAX).await.unwrap_or_default();
    front.world.aws().call(Request::from_parts(head, body)).await.map(Body::from)
}

pub(super) async fn browse(State(front): State<Front>, Path(path): Path<String>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    match to_bytes(body, FORM_BYTES_MAX).await {
        Ok(body) => front.world.aws().browse(&format!("/{path}"), &Request::from_parts(head, body)).map(Body::from),
        Err(_) => StatusCode::PAYLOAD_TOO_LARGE.into_response(),
    }
}

/// Whether the call is signed. Every client of AWS signs. A page in the developer's browser cannot sign without a
/// preflight, and nothing here answers a preflight.
fn is_signed(request: &Request) -> bool {
    request.headers().contains_key(AUTHORIZATION)
}

fn unsigned() -> Response {
    refusal(StatusCode::FORBIDDEN, "MissingAuthenticationTokenException", "Missing Authentication Token")
}

fn refusal(status: StatusCode, code: &'static str, message: &str) -> Response {
    (status, [(ERROR_TYPE, code)], json_of(&json!({"Type": "User", "Message": message}))).into_response()
}

fn json_of(value: &Value) -> ([(HeaderName, &'static str); 1], Bytes) {
    ([(CONTENT_TYPE, "application/json")], value.to_string().into())
}
