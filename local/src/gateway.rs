//! How API Gateway changes a call on its way to a function, and the answer on its way back.

use std::{
    collections::{BTreeMap, HashMap},
    convert::Infallible,
    sync::LazyLock,
};

use anyhow::Context as _;
use axum::{
    Router,
    body::{Body, HttpBody as _, to_bytes},
    extract::{Request, State},
    middleware::{Next, from_fn_with_state, map_response},
    response::{IntoResponse, Response},
};
use edge::lambda::path_as_sent;
use http::{
    HeaderMap, HeaderValue, StatusCode, Uri,
    header::{CONTENT_TYPE, HeaderName, SET_COOKIE},
};

use small_aws::SmallAws;
use tower::{ServiceExt as _, service_fn};

use crate::template;

/// The function of each route key of `template.yaml`.
#[expect(clippy::expect_used, reason = "the template is compiled in, and a test reads it")]
static ROUTES: LazyLock<BTreeMap<&str, String>> =
    LazyLock::new(|| routes().expect("each of template.yaml's routes leads to a function"));

fn routes() -> anyhow::Result<BTreeMap<&'static str, String>> {
    let route = |(name, route): (String, &'static yaml_rust2::Yaml)| {
        let properties = &route["Properties"];
        let target = properties["Target"].as_str().and_then(|target| {
            let resource = target.strip_prefix("integrations/${")?.strip_suffix("Integration}")?;
            template::functions().iter().find(|function| function.resource == resource)
        });
        let key = properties["RouteKey"].as_str();
        key.zip(target).map(|(key, target)| (key, target.binary.clone())).context(name)
    };
    template::resources("AWS::ApiGatewayV2::Route").into_iter().map(route).collect()
}

pub(crate) fn one_host(aws: &SmallAws, functions: HashMap<String, Router>) -> Router {
    let layered = functions.into_iter().map(|(name, function)| {
        let invoked = function.layer(from_fn_with_state((aws.clone(), name.clone()), invoke));
        (name, invoked.layer(map_response(as_answered)))
    });
    let functions: HashMap<_, _> = layered.collect();
    Router::new().fallback_service(service_fn(move |request| {
        let forwarded = as_forwarded(request);
        let found = forwarded.map(|(function, request)| (functions.get(&function).cloned(), request));
        async move {
            Ok::<_, Infallible>(match found {
                Some((Some(function), request)) => {
                    function.oneshot(request).await.unwrap_or_else(|never| match never {})
                }
                Some((None, _)) => as_answered(no_answer()).await,
                None => (StatusCode::BAD_REQUEST, JSON, r#"{"message":"Bad Request"}"#).into_response(),
            })
        }
    }))
}

/// The maximum length of the answer to a synchronous call, in bytes (Lambda's quotas: 6 MB).
const ANSWER_BYTES_MAX: u64 = 6_291_556;
/// The maximum number of bytes for status, headers and envelope in an answer.
const HEAD_BYTES: u64 = 8_192;
/// The maximum length of a byte that JSON escapes.
const ESCAPED_MAX: u64 = 6;
const JSON: [(HeaderName, &str); 1] = [(CONTENT_TYPE, "application/json")];

#[derive(Clone, Copy)]
struct NoAnswer;

/// Invokes an HTTP function. The function's `Timeout` ends the invocation.
async fn invoke(State((aws, function)): State<(SmallAws, String)>, request: Request, next: Next) -> Response {
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

/// The answer, unless it is too long for Lambda, where its body is a string in a JSON object.
async fn in_bounds(response: Response) -> Option<Response> {
    if response.body().size_hint().upper().is_some_and(|bytes| bytes * ESCAPED_MAX < ANSWER_BYTES_MAX) {
        return Some(response);
    }
    let (head, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.ok()?;
    let text = serde_json::to_string(&String::from_utf8_lossy(&body)).ok()?;
    (text.len() as u64 + HEAD_BYTES <= ANSWER_BYTES_MAX).then(|| Response::from_parts(head, Body::from(body)))
}

/// The answer as the client gets it. If a header has several values, `lambda_http` passes on the first one, except for
/// cookies, which have their own list. If a function failed or ran too long, API Gateway answers in its own words,
/// without the function's headers ("Troubleshooting issues with HTTP API Lambda integrations").
async fn as_answered(mut response: Response) -> Response {
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

/// The function for a call, and the call as the function reads it: its path is decoded and built again from the event,
/// and if a header was sent several times, its values are joined by commas (payload format 2.0).
///
/// `None` for a path that API Gateway rejects.
fn as_forwarded(mut request: Request) -> Option<(String, Request)> {
    let path = decoded(request.uri().path())?;
    let found = most_specific(ROUTES.keys().copied(), request.method().as_str(), &path);
    let (key, values) = found.unwrap_or(("$default", HashMap::new()));
    let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    let uri = (path_as_sent(key, &values, &path) + &query).parse();
    *request.uri_mut() = uri.unwrap_or_else(|_| Uri::from_static("/"));
    let sent = std::mem::take(request.headers_mut());
    let joined = sent.keys().filter_map(|name| {
        let values: Vec<_> = sent.get_all(name).iter().map(HeaderValue::as_bytes).collect();
        Some((name.clone(), HeaderValue::from_bytes(&values.join(&b',')).ok()?))
    });
    *request.headers_mut() = joined.collect::<HeaderMap>();
    Some((ROUTES.get(key).cloned().unwrap_or_default(), request))
}

/// A path as API Gateway decodes it: twice, and cut in between at a `?`; `None` if API Gateway rejects the path. AWS
/// does not document that; the source is ten calls that were captured in July 2026
/// (`vokerhttp/testdata/ingress-paths.json` of <https://github.com/hotsock/voker>).
fn decoded(path: &str) -> Option<String> {
    let once = decoded_once(path)?;
    decoded_once(once.split('?').next().unwrap_or_default())
}

fn decoded_once(path: &str) -> Option<String> {
    let (mut bytes, mut rest) = (Vec::with_capacity(path.len()), path);
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        bytes.push(u8::from_str_radix(after.get(..2).filter(|digits| !digits.starts_with('+'))?, 16).ok()?);
        rest = after.get(2..)?;
    }
    bytes.extend_from_slice(rest.as_bytes());
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// The most specific route key that matches a call, and the values in its path. A whole path comes before one with
/// variables, and a method before ANY
/// (<https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html>). `None` stands for
/// `$default`.
pub(crate) fn most_specific<'a>(
    keys: impl Iterator<Item = &'a str>,
    method: &str,
    path: &str,
) -> Option<(&'a str, HashMap<String, String>)> {
    let fits = keys.filter_map(|key| {
        let (own, pattern) = key.split_once(' ')?;
        [method, "ANY"].contains(&own).then_some(())?;
        Some((key, values(pattern, path)?))
    });
    fits.min_by_key(|(key, values)| (key.contains("+}"), key.starts_with("ANY"), values.len()))
}

/// The values in a path, if it matches this pattern.
fn values(pattern: &str, path: &str) -> Option<HashMap<String, String>> {
    let (mut ours, mut theirs, mut values) = (pattern.split('/'), path.split('/'), HashMap::new());
    loop {
        let (ours, first) = match (ours.next(), theirs.next()) {
            (None, None) => return Some(values),
            (Some(ours), Some(first)) => (ours, first),
            _ => return None,
        };
        match ours.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            None if ours == first => {}
            Some(name) if !first.is_empty() => match name.strip_suffix('+') {
                None => drop(values.insert(name.to_owned(), first.to_owned())),
                Some(name) => {
                    let all = std::iter::once(first).chain(theirs.by_ref()).collect::<Vec<_>>();
                    values.insert(name.to_owned(), all.join("/"));
                    return Some(values);
                }
            },
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_decoded_as_the_captures_have_it() {
        for (sent, handed_on) in [
            ("/capture/plain", Some("/capture/plain")),
            ("/capture/space%20value", Some("/capture/space value")),
            ("/capture/question%3Fvalue", Some("/capture/question")),
            ("/capture/percent%25done", None),
            ("/capture/hash%23value", Some("/capture/hash#value")),
            ("/capture/slash%2Fvalue", Some("/capture/slash/value")),
            ("/capture/%CE%BB-%E4%B8%96", Some("/capture/λ-世")),
            ("/capture/literal%252Fvalue", Some("/capture/literal/value")),
            ("/capture/literal%253Fvalue", Some("/capture/literal?value")),
            ("/capture/literal%2525value", Some("/capture/literal%value")),
            ("/capture/%ff", Some("/capture/\u{fffd}")),
        ] {
            assert_eq!(decoded(sent).as_deref(), handed_on, "{sent}");
        }
    }

    #[test]
    fn the_most_specific_route_is_found() {
        let key = |method, path| most_specific(ROUTES.keys().copied(), method, path).map(|(key, _)| key);
        assert_eq!(key("POST", "/api/v1/review-requests/send"), Some("POST /api/v1/review-requests/{proxy+}"));
        assert_eq!(key("GET", "/api/v1/review-requests/send"), None);
        assert_eq!(key("HEAD", "/api/v1/reviews"), Some("ANY /api/v1/reviews"));
        assert_eq!(key("PUT", "/api/v1/orders/2024/1001"), Some("ANY /api/v1/orders/{proxy+}"));
        assert_eq!(key("PUT", "/api/v1/orders/"), None);
        assert_eq!(key("GET", "/console/sign-in/link"), Some("ANY /console/{proxy+}"));
        assert_eq!(key("POST", "/console/sign-in/link"), Some("POST /console/sign-in/{proxy+}"));
        let (_, values) = most_specific(ROUTES.keys().copied(), "GET", "/p/fern/mug/2.html").unwrap();
        assert_eq!(values["proxy"], "fern/mug/2.html");
    }
}
