//! What API Gateway does to a call on its way to a function, and to the answer.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::{
    HeaderMap, HeaderValue, StatusCode,
    header::{CONTENT_TYPE, HeaderName},
};

use crate::aws::SmallAws;

/// In place of an answer: the function has none.
#[derive(Clone, Copy)]
struct NoAnswer;

/// Invokes an HTTP function, and gives up with it when Lambda ends it.
pub(crate) async fn invoke(
    State((aws, function)): State<(SmallAws, String)>,
    request: Request,
    next: Next,
) -> Response {
    match aws.invoke(&function, next.run(request)).await {
        Ok(response) => response,
        Err(_) => {
            let mut response = ().into_response();
            response.extensions_mut().insert(NoAnswer);
            response
        }
    }
}

/// The answer as the client gets it. To a function that failed, or ran too long, API Gateway answers in its own words,
/// without any of the function's headers ("Troubleshooting issues with HTTP API Lambda integrations").
pub(crate) async fn as_answered(response: Response) -> Response {
    const JSON: [(HeaderName, &str); 1] = [(CONTENT_TYPE, "application/json")];
    match response.extensions().get::<NoAnswer>() {
        Some(NoAnswer) => {
            (StatusCode::INTERNAL_SERVER_ERROR, JSON, r#"{"message":"Internal Server Error"}"#).into_response()
        }
        None => response,
    }
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
