//! Compresses answers with gzip, for clients that accept that.
//!
//! `tower-http` does not fit: to a client that refuses every coding, it answers 406 after the handler has already done
//! its work, and it appends a second `Vary`, which `lambda_http` drops. So this code decides, and flate2 compresses.

use std::io::{self, Write as _};

use axum::body::{Body, HttpBody as _, to_bytes};
use axum::extract::Request;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderMap, HeaderValue, VARY,
};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use flate2::{Compression, write::GzEncoder};

use crate::native::Failure;

/// The fewest bytes that are compressed. Fewer bytes fit into one packet with the headers anyway.
const BYTES_MIN: u64 = 1_024;
/// The compression level. Measured for the customer's page with 50 products (214 KB): 15.2 KB at level 1 for 3.0
/// million instructions, 11.6 KB at 2 for 8.8, 7.6 KB at 4 for 8.8, and 7.4 KB at 6 for 9.7. With one product (6.9 KB):
/// 2.4 KB at 4 for 1.2 million.
const LEVEL: Compression = Compression::new(4);

/// Compresses an answer if that helps and the client accepts it. `Vary` tells caches that there are two forms.
pub(crate) async fn compress(request: Request, next: Next) -> Response {
    let accepts_gzip = accepts_gzip(request.headers());
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let mut response = next.run(request).await;
    let compressible = is_large(&response) && may_be_compressed(response.headers(), is_read);
    if compressible || response.status() == StatusCode::NOT_MODIFIED {
        vary(response.headers_mut());
    }
    if compressible && accepts_gzip { compressed(response).await } else { response }
}

/// Whether a client accepts gzip: it names gzip, or `*`, with a weight above zero (RFC 9110 §12.5.3).
fn accepts_gzip(headers: &HeaderMap) -> bool {
    accepts(headers, "gzip").or_else(|| accepts(headers, "*")).unwrap_or(false)
}

/// Whether a client names a coding with a weight above zero (RFC 9110 §12.4.2); `None` if it does not name the coding.
fn accepts(headers: &HeaderMap, coding: &str) -> Option<bool> {
    let lists = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|list| list.to_str().ok());
    lists.flat_map(|list| list.split(',')).find_map(|named| {
        let mut parts = named.split(';').map(str::trim);
        let is_named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(coding));
        let weight = parts.find_map(|part| part.strip_prefix(['q', 'Q'])?.strip_prefix('='));
        is_named.then(|| weight.is_none_or(is_above_zero))
    })
}

/// `false` if the weight is malformed.
fn is_above_zero(weight: &str) -> bool {
    weight.parse().is_ok_and(|weight: f32| weight > 0.0)
}

fn is_large(response: &Response) -> bool {
    response.body().size_hint().lower() >= BYTES_MIN
}

/// Whether an answer's type can be compressed well, and the answer is not one of these:
///
/// - JSON from a call that changes something. It may contain a new key, secret or link beside what the caller sent, and
///   the length of a compressed answer would help to guess it (BREACH). Pages have no such answers.
/// - A page with a secret that is shown once: its `Cache-Control` has `no-transform`.
/// - An answer with a strong entity tag, because the tag names exactly these bytes, and an `If-Match` must find it
///   unchanged.
fn may_be_compressed(headers: &HeaderMap, is_read: bool) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default();
    let is_json = kind == "application/json" || kind == "application/x-ndjson" || kind.ends_with("+json");
    let shrinks = is_json && is_read || kind.starts_with("text/");
    let has_strong_tag = headers.get(ETAG).is_some_and(|tag| !tag.as_bytes().starts_with(b"W/"));
    let is_fixed = headers.get(CACHE_CONTROL).is_some_and(|value| value.as_bytes().ends_with(b"no-transform"));
    shrinks && !is_fixed && !has_strong_tag && !headers.contains_key(CONTENT_ENCODING)
}

/// Adds `Accept-Encoding` to `Vary`, in one value, because `lambda_http` sends only the first of several.
fn vary(headers: &mut HeaderMap) {
    let others = headers.get(VARY).and_then(|value| value.to_str().ok());
    let all = others.map(|others| format!("{others}, accept-encoding"));
    let value = all.and_then(|all| HeaderValue::try_from(all).ok());
    headers.insert(VARY, value.unwrap_or(HeaderValue::from_static("accept-encoding")));
}

/// The answer with its body compressed. `lambda_http` encodes a body with a `Content-Encoding` as base64.
async fn compressed(response: Response) -> Response {
    let (mut head, body) = response.into_parts();
    let read = to_bytes(body, usize::MAX).await.map_err(io::Error::other);
    let body = match read.and_then(|body| gzip(&body)) {
        Ok(body) => body,
        Err(error) => return Failure::from(app::error::Error::Internal(error.to_string())).into_response(),
    };
    head.headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    head.headers.remove(CONTENT_LENGTH);
    Response::from_parts(head, Body::from(body))
}

fn gzip(body: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), LEVEL);
    encoder.write_all(body)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::middleware::from_fn;
    use axum::routing::any;
    use tower::ServiceExt as _;

    use super::*;

    #[test]
    fn gzip_is_accepted_by_name_or_by_a_star_unless_its_weight_is_zero() {
        let accepts = |value: &'static str| {
            accepts_gzip(&HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static(value))]))
        };
        for value in ["gzip", "gzip, deflate, br, zstd", "br;q=1.0, GZIP ; Q=0.001", "*", "identity;q=0, *;q=0.5"] {
            assert!(accepts(value), "{value}");
        }
        for value in ["", "br", "identity", "gzip;q=0", "*, gzip;q=0.000", "*;q=0", "gzip;q=", "gzip;q=x", "xgzip"] {
            assert!(!accepts(value), "{value}");
        }
        assert!(!accepts_gzip(&HeaderMap::new()));
    }

    #[tokio::test]
    async fn what_shrinks_is_compressed_unless_it_may_hold_a_new_secret_or_is_compared_by_its_bytes() {
        for (method, kind, tag, bytes, expected) in [
            ("GET", "text/html; charset=utf-8", None, 2_000, "gzip"),
            ("POST", "text/html; charset=utf-8", None, 2_000, "gzip"),
            ("GET", "text/css", None, 1_024, "gzip"),
            ("GET", "text/css", None, 1_023, ""),
            ("GET", "application/json", None, 2_000, "gzip"),
            ("HEAD", "application/ld+json", None, 2_000, "gzip"),
            ("GET", "application/x-ndjson", None, 2_000, "gzip"),
            ("POST", "application/json", None, 2_000, ""),
            ("PUT", "application/json", None, 2_000, ""),
            ("GET", "application/json", Some("W/\"1\""), 2_000, "gzip"),
            ("GET", "application/json", Some("\"1\""), 2_000, ""),
            ("GET", "image/jpeg", None, 2_000, ""),
            ("GET", "application/octet-stream", None, 2_000, ""),
        ] {
            let tag = tag.map(|tag| (ETAG, HeaderValue::from_static(tag)));
            let mut headers = HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static(kind))]);
            headers.extend(tag);
            let answer = any(async move || (headers, "a".repeat(bytes)));
            let router = Router::new().route("/", answer).layer(from_fn(compress));
            let call = Request::builder().method(method).uri("/").header(ACCEPT_ENCODING, "gzip");
            let response = router.oneshot(call.body(Body::empty()).unwrap()).await.unwrap();
            let coding = response.headers().get(CONTENT_ENCODING).map_or("", |coding| coding.to_str().unwrap());
            assert_eq!(coding, expected, "{method} {kind} {bytes}");
            assert_eq!(response.headers().contains_key(VARY), !expected.is_empty(), "{method} {kind} {bytes}");
        }
    }

    #[test]
    fn vary_keeps_what_else_an_answer_depends_on_in_one_value() {
        let mut headers = HeaderMap::from_iter([(VARY, HeaderValue::from_static("accept-language"))]);
        vary(&mut headers);
        assert_eq!(headers.get_all(VARY).iter().collect::<Vec<_>>(), ["accept-language, accept-encoding"]);
        headers.clear();
        vary(&mut headers);
        assert_eq!(headers[VARY], "accept-encoding");
    }
}
