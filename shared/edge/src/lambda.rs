//! Running on Lambda: all that a `main.rs` calls.

use axum::Router;
use axum::http::Uri;
use axum::http::uri::PathAndQuery;
use lambda_http::{Error, Request, RequestExt as _};
use lambda_runtime::LambdaEvent;
use serde::{Serialize, de::DeserializeOwned};
use tower::ServiceExt as _;

use crate::{Env, StartError, finish};

/// Needs half the instructions of the C library's allocator, at a cold start and in every call.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Serves an HTTP function's routes until Lambda stops the process.
///
/// # Errors
/// If the function cannot start, or the Runtime API fails.
pub async fn http(routes: impl FnOnce(&Env) -> Result<Router, StartError>) -> Result<(), Error> {
    log_as_json();
    let env = Env::on_lambda()?;
    let router = finish(routes(&env)?, &env);
    prime(&env).await?;
    lambda_http::run(router.map_request(as_sent)).await
}

/// Serves an event function until Lambda stops the process.
///
/// # Errors
/// If the function cannot start, or the Runtime API fails.
pub async fn events<P, E, A, F>(
    start: impl FnOnce(&Env) -> Result<P, StartError>,
    handle: impl Fn(P, E) -> F,
) -> Result<(), Error>
where
    P: Clone,
    E: DeserializeOwned,
    A: Serialize,
    F: Future<Output = Result<A, Error>>,
{
    log_as_json();
    let env = Env::on_lambda()?;
    let parts = start(&env)?;
    prime(&env).await?;
    lambda_runtime::run(lambda_runtime::service_fn(|event: LambdaEvent<E>| handle(parts.clone(), event.payload))).await
}

/// Makes the function's first call. A process that must not serve says why and ends, so that Lambda serves nothing with it.
async fn prime(env: &Env) -> Result<(), StartError> {
    env.prime().await.inspect_err(|error| tracing::error!(%error, "refused to start"))
}

/// The call with the path as its client sent it.
///
/// API Gateway passes paths on decoded: an order named `#1001` would end the path, and one named
/// `5%25` would be decoded twice.
fn as_sent(request: Request) -> Request {
    let path = encoded(request.raw_http_path());
    let (mut head, body) = request.into_parts();
    let mut parts = head.uri.clone().into_parts();
    let query = head.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    parts.path_and_query = PathAndQuery::try_from(path + &query).ok();
    if let Ok(uri) = Uri::from_parts(parts) {
        head.uri = uri;
    }
    Request::from_parts(head, body)
}

/// Percent-encodes everything that is not allowed in a path (RFC 3986 §3.3).
fn encoded(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~!$&'()*+,;=:@".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

/// One JSON object a line on standard output. Lambda reads its `level` only if it has a `timestamp`, too: without one each
/// line would count as `INFO`.
fn log_as_json() {
    tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_current_span(false)
        .with_max_level(tracing::Level::INFO)
        .init();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decoded_path_is_encoded_again() {
        assert_eq!(encoded("/api/v1/orders/ORD-1234"), "/api/v1/orders/ORD-1234");
        assert_eq!(encoded("/api/v1/orders/#1 ?é+5%"), "/api/v1/orders/%231%20%3F%C3%A9+5%25");
    }
}
