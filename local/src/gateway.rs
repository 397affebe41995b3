//! What API Gateway does to a call on its way to a function.

use axum::extract::Request;
use http::{HeaderMap, HeaderValue};

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
