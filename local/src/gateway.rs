//! API Gateway's treatment of a call on its way to a function, and of the answer.

use axum::{
    body::{Body, HttpBody as _, to_bytes},
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::{
    HeaderMap, HeaderValue, StatusCode,
    header::{CONTENT_TYPE, HeaderName, SET_COOKIE},
};

use small_aws::SmallAws;

/// The longest answer of a function that is called for one, in bytes (Lambda's quotas: 6 MB).
const ANSWER_BYTES_MAX: u64 = 6_291_556;
/// The bytes that the status, the headers and the envelope take of an answer, at most.
const HEAD_BYTES: u64 = 8_192;
/// The bytes of one that JSON escapes, at most.
const ESCAPED_MAX: u64 = 6;

/// In place of an answer: the function has none.
#[derive(Clone, Copy)]
struct NoAnswer;

/// Invokes an HTTP function, and gives up with it when Lambda ends it.
pub(crate) async fn invoke(
    State((aws, function)): State<(SmallAws, String)>,
    request: Request,
    next: Next,
) -> Response {
    let response = aws.invoke(&function, next.run(request)).await;
    match response.ok().filter(|response| response.body().size_hint().lower() <= ANSWER_BYTES_MAX) {
        Some(response) => match in_bounds(response).await {
            Some(response) => response,
            None => no_answer(),
        },
        None => no_answer(),
    }
}

fn no_answer() -> Response {
    let mut response = ().into_response();
    response.extensions_mut().insert(NoAnswer);
    response
}

/// The answer, unless it is longer than Lambda takes: its body is a string in a JSON object.
async fn in_bounds(response: Response) -> Option<Response> {
    if response.body().size_hint().upper().is_some_and(|bytes| bytes * ESCAPED_MAX < ANSWER_BYTES_MAX) {
        return Some(response);
    }
    let (head, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.ok()?;
    let text = serde_json::to_string(&String::from_utf8_lossy(&body)).ok()?;
    (text.len() as u64 + HEAD_BYTES <= ANSWER_BYTES_MAX).then(|| Response::from_parts(head, Body::from(body)))
}

/// The answer as the client gets it. Of a header with several values `lambda_http` passes on the first, but for cookies,
/// which have a list of their own. To a function that failed, or ran too long, API Gateway answers in its own words,
/// without any of the function's headers ("Troubleshooting issues with HTTP API Lambda integrations").
pub(crate) async fn as_answered(mut response: Response) -> Response {
    const JSON: [(HeaderName, &str); 1] = [(CONTENT_TYPE, "application/json")];
    match response.extensions().get::<NoAnswer>() {
        Some(NoAnswer) => {
            (StatusCode::INTERNAL_SERVER_ERROR, JSON, r#"{"message":"Internal Server Error"}"#).into_response()
        }
        None => {
            *response.headers_mut() = as_in_event(response.headers());
            response
        }
    }
}

fn as_in_event(headers: &HeaderMap) -> HeaderMap {
    let values = |name| headers.get_all(name).iter().take(if name == SET_COOKIE { usize::MAX } else { 1 });
    headers.keys().flat_map(|name| values(name).map(|value| (name.clone(), value.clone()))).collect()
}

/// The call as a function gets it from API Gateway: a header that was sent several times is one, its values joined by
/// commas (payload format 2.0).
pub(crate) async fn as_forwarded(mut request: Request) -> Request {
    let sent = std::mem::take(request.headers_mut());
    let joined = sent.keys().filter_map(|name| {
        let values: Vec<_> = sent.get_all(name).iter().map(HeaderValue::as_bytes).collect();
        Some((name.clone(), HeaderValue::from_bytes(&values.join(&b',')).ok()?))
    });
    *request.headers_mut() = joined.collect::<HeaderMap>();
    request
}
