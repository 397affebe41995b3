//! What goes around every HTTP answer: a request id, one log line, a panic that stays one answer.

use app::requests::{IdempotencyKey, IdempotentCall};
use app::{Caller, Clock};
use axum::Router;
use axum::extract::{FromRequestParts, MatchedPath, Path, Request, State};
use axum::http::header::{AUTHORIZATION, X_CONTENT_TYPE_OPTIONS};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use std::convert::Infallible;
use tracing::Instrument as _;
use vault::Random;

use crate::native::Failure;
use crate::{Env, Error, routes};

/// Set on every answer, and in every log line.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Names a call, so that repeating it does nothing new.
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// The call's id, among a request's extensions: for a dialect that shows it under a name of its own.
#[derive(Debug, Clone)]
pub struct CallId(pub HeaderValue);

/// A function's routes, with what surrounds them all.
pub fn finish(router: Router, env: &Env) -> Router {
    let around = Around { clock: env.clock.clone(), random: env.random.clone() };
    router
        .fallback(routes::fallback)
        .method_not_allowed_fallback(routes::fallback)
        .layer(from_fn_with_state(around, around_each))
}

/// The one variable segment of a path. What cannot be read (`%ff`) is empty, and so no id and no
/// token: it is answered as any unknown one is.
pub struct Segment(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Segment {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let path = Path::<String>::from_request_parts(parts, state).await;
        Ok(Self(path.map(|Path(segment)| segment).unwrap_or_default()))
    }
}

/// The API key of an `Authorization: Bearer` header.
#[must_use]
pub fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, key) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| key.trim())
}

/// The call as one that may be repeated, if it carries an `Idempotency-Key`. `route` names the
/// method and the path with its ids.
///
/// # Errors
/// [`Error::IdempotencyKey`] for a header that is no key.
pub fn idempotency(
    headers: &HeaderMap,
    caller: &Caller,
    route: &str,
    body: &[u8],
) -> Result<Option<IdempotentCall>, Error> {
    let Some(value) = headers.get(IDEMPOTENCY_KEY) else { return Ok(None) };
    let key = IdempotencyKey::parse(value.to_str().unwrap_or_default()).map_err(Error::IdempotencyKey)?;
    Ok(Some(IdempotentCall::new(caller, &key, route, body)))
}

#[derive(Clone)]
struct Around {
    clock: Clock,
    random: Random,
}

async fn around_each(State(Around { clock, random }): State<Around>, mut request: Request, next: Next) -> Response {
    let id = request_id(&request, &random);
    let named = HeaderValue::from_str(&id).ok();
    if let Some(id) = named.clone() {
        request.extensions_mut().insert(CallId(id));
    }
    // The route's pattern and never the path: paths and queries carry tokens.
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let method = request.method().clone();
    let span = tracing::info_span!("call", request_id = %id);
    async {
        let started = clock.now();
        let mut response = match routes::check(&method, request.uri().path()) {
            Ok(()) => next.run(request).await,
            Err(error) => Failure(error).into_response(),
        };
        let elapsed_ms = i64::try_from(clock.now().duration_since(started).as_millis()).unwrap_or(i64::MAX);
        tracing::info!(%method, route, status = response.status().as_u16(), elapsed_ms, "answered");
        let headers = response.headers_mut();
        headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        if let Some(id) = named {
            headers.insert(REQUEST_ID, id);
        }
        response
    }
    .instrument(span)
    .await
}

/// API Gateway's own id of the call, so that its log and ours meet; else 128 random bits.
fn request_id(request: &Request, random: &Random) -> String {
    use lambda_http::request::RequestContext;
    match request.extensions().get::<RequestContext>() {
        Some(RequestContext::ApiGatewayV2(context)) if context.request_id.is_some() => {
            context.request_id.clone().unwrap_or_default()
        }
        _ => format!("{:032x}", u128::from_le_bytes(random.bytes())),
    }
}
