//! The layers around every HTTP answer: a request id, one log line, headers, compression.

use app::caller::with_quota;
use app::clock::Clock;
use axum::Router;
use axum::extract::{FromRequestParts, MatchedPath, Path, Request, State};
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use jiff::SignedDuration;
use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::Arc;
use tracing::Instrument as _;
use vault::Random;

use crate::compress::compress;
use crate::env::Env;
use crate::language::Preferred;
use crate::native::Failure;
use crate::page::{is_opened, unknown};
use crate::rate_limit::RateLimit;
use crate::routes;

/// The header of the request id, which is in every answer and every log line.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// For a year, browsers use only HTTPS for this host, but not for its subdomains, which may belong to somebody else.
const HTTPS_ONLY: HeaderValue = HeaderValue::from_static("max-age=31536000");

const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const TIMING: HeaderName = HeaderName::from_static("timing-allow-origin");

/// The request id, as an extension of the request, for a dialect that also sends it under another name.
#[derive(Debug, Clone)]
pub struct CallId(pub HeaderValue);

/// A function's routes, with the layers that all functions share.
pub fn finish(router: Router, env: &Env) -> Router {
    let logs_calls = env.settings.find("LOG_CALLS").is_some();
    let around = Around { clock: env.clock.clone(), random: env.random.clone(), logs_calls };
    router
        .fallback(routes::fallback)
        .method_not_allowed_fallback(routes::fallback)
        // Both in one pass over the routes, each of which is wrapped.
        .layer((from_fn_with_state(around, around_each), from_fn(compress)))
}

/// What all calls of a function share, as its handlers get it.
pub type Shared<P> = State<Arc<P>>;

/// A variable segment of a path. A malformed segment (`%ff`) becomes empty. An empty text is never an id or a token, so
/// the call is answered as for an unknown one. API Gateway would replace malformed bytes by U+FFFD, and two ids could
/// become the same.
pub struct Segment(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Segment {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let path = Path::<String>::from_request_parts(parts, state).await;
        let segment = path.ok().map(|Path(segment)| segment).filter(|segment| !segment.contains('\u{fffd}'));
        Ok(Self(segment.unwrap_or_default()))
    }
}

/// The network from which a call comes: 24 bits of an IPv4 address, or 48 bits of an IPv6 address, which is the most
/// that a provider gives one customer (RFC 6177). Empty if unknown.
pub struct Network(pub String);

impl<S: Sync> FromRequestParts<S> for Network {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        use lambda_http::request::RequestContext;
        let forwarded = parts.headers.get("x-forwarded-for").and_then(|value| value.to_str().ok()).unwrap_or_default();
        // A client could send this header itself, so it is read only if no API Gateway is in front.
        let address = match parts.extensions.get::<RequestContext>() {
            Some(RequestContext::ApiGatewayV2(context)) => context.http.source_ip.as_deref().unwrap_or_default(),
            _ => forwarded,
        };
        Ok(Self(network(address)))
    }
}

fn network(address: &str) -> String {
    match address.trim().parse::<IpAddr>().map(|address| address.to_canonical()) {
        Ok(IpAddr::V4(address)) => {
            let [a, b, c, _] = address.octets();
            format!("{a}.{b}.{c}")
        }
        Ok(IpAddr::V6(address)) => {
            let [a, b, c, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}")
        }
        Err(_) => String::new(),
    }
}

#[derive(Clone)]
struct Around {
    clock: Clock,
    random: Random,
    /// Whether successful calls are logged. On AWS, API Gateway's log has every call.
    logs_calls: bool,
}

async fn around_each(State(around): State<Around>, mut request: Request, next: Next) -> Response {
    let Around { clock, random, logs_calls } = around;
    let id = request_id(&request, &random);
    let named = HeaderValue::from_str(&id).ok();
    if let Some(id) = named.clone() {
        request.extensions_mut().insert(CallId(id));
    }
    // The route's pattern and never the path, because paths and queries contain tokens.
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let method = request.method().clone();
    let is_public = routes::is_public(request.uri().path());
    // Programs read JSON; a person gets a page, but at the addresses of JSON.
    let is_of_people = is_public && is_opened(request.headers()) && !request.uri().path().contains(".json");
    let reader = is_of_people.then(|| Preferred::of(request.headers()));
    // Amino's paths begin with it, too. The other vendors' answers have no such headers.
    let names_quota = request.uri().path().starts_with("/api/v1/");
    let span = tracing::info_span!("call", request_id = %id);
    async {
        let started = clock.now();
        let (mut response, quota) = match routes::check(&method, request.uri()) {
            Ok(unknown) => with_quota(unknown, next.run(request)).await,
            Err(error) => (Failure(error).into_response(), None),
        };
        if let Some(language) = reader.filter(|_| response.status() == StatusCode::NOT_FOUND) {
            response = unknown(language);
        }
        log_answer(&method, &route, response.status(), clock.now().duration_since(started), logs_calls);
        let headers = response.headers_mut();
        headers.insert(STRICT_TRANSPORT_SECURITY, HTTPS_ONLY);
        headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        if is_public {
            headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
            headers.insert(RESOURCE_POLICY, HeaderValue::from_static("cross-origin"));
            headers.insert(TIMING, HeaderValue::from_static("*"));
        }
        if let Some(quota) = quota.filter(|_| names_quota) {
            RateLimit::from(quota).add_to(headers);
        }
        if let Some(id) = named {
            headers.insert(REQUEST_ID, id);
        }
        response
    }
    .instrument(span)
    .await
}

fn log_answer(method: &Method, route: &str, status: StatusCode, took: SignedDuration, logs_calls: bool) {
    let elapsed_ms = i64::try_from(took.as_millis()).unwrap_or(i64::MAX);
    if status.is_server_error() {
        tracing::warn!(%method, route, status = status.as_u16(), elapsed_ms, "answered");
    } else if logs_calls {
        tracing::info!(%method, route, status = status.as_u16(), elapsed_ms, "answered");
    }
}

/// API Gateway's own id of the call, so that its log and ours match. Otherwise 128 random bits.
fn request_id(request: &Request, random: &Random) -> String {
    use lambda_http::request::RequestContext;
    match request.extensions().get::<RequestContext>() {
        Some(RequestContext::ApiGatewayV2(context)) if context.request_id.is_some() => {
            context.request_id.clone().unwrap_or_default()
        }
        _ => format!("{:032x}", u128::from_le_bytes(random.bytes())),
    }
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use axum::routing::get;
    use lambda_http::request::RequestContext;
    use tower::ServiceExt as _;

    use super::*;
    use crate::env::Settings;

    #[tokio::test]
    async fn no_header_says_where_a_call_comes_from() {
        let routes = Router::new().route("/review/report", get(|Network(network): Network| async { network }));
        let sdk = aws_types::SdkConfig::builder().build();
        let function = finish(routes, &Env::new(sdk, Settings::default(), Clock::system(), Random::system()));
        let mut context = lambda_http::aws_lambda_events::apigw::ApiGatewayV2httpRequestContext::default();
        context.http.source_ip = Some("64.252.1.2".to_owned());
        let request = Request::get("/review/report").header("x-forwarded-for", "203.0.113.7");
        let request = request.extension(RequestContext::ApiGatewayV2(context)).body(Body::empty()).unwrap();
        let answer = function.oneshot(request).await.unwrap();
        assert_eq!(to_bytes(answer.into_body(), 64).await.unwrap(), "64.252.1");
    }
}
