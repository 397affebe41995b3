//! Pages for people, both customers and members: HTML with headers that protect secrets and readers, or a redirect.

use std::collections::BTreeSet;
use std::fmt::Display;

use askama::Template;
use axum::http::header::{
    ACCEPT, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::values::Language;
use texts::Texts;

/// The policy for all pages: nothing from other origins, and no string can become markup or script, because Trusted
/// Types are required and no policy for them can be created. `data:` is for the icon. A page with pictures adds their
/// hosts.
pub const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
    trusted-types 'none'; img-src 'self' data:";
/// The most hosts of a page's pictures, so that the headers stay below 8 KB, which every proxy and browser accepts.
const HOSTS_MAX: usize = 16;
/// The directives to which a page with photos adds the bucket's origin, because scripts and forms upload photos to the
/// bucket, and pages load photos from it.
const OF_BUCKET: [&str; 3] = ["connect-src 'self'", "form-action 'self'", "img-src 'self'"];

const HEADERS: [(HeaderName, &str); 9] = [
    (CONTENT_TYPE, "text/html; charset=utf-8"),
    (CACHE_CONTROL, "no-store"),
    (REFERRER_POLICY, "no-referrer"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS),
];
const PERMISSIONS: &str = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()";

/// A page with this policy, from a rendered template.
pub fn page(status: StatusCode, html: Result<String, impl Display>, policy: &str) -> Response {
    let html = html.unwrap_or_else(|error| {
        tracing::error!(%error, "cannot render a page");
        String::new()
    });
    let status = if html.is_empty() { StatusCode::INTERNAL_SERVER_ERROR } else { status };
    let mut response = (status, HEADERS, html).into_response();
    if let Ok(policy) = HeaderValue::from_str(policy) {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// The header by which a browser says whether a person opened the address or a page reads it.
const DESTINATION: HeaderName = HeaderName::from_static("sec-fetch-dest");

/// Whether a person opens the address, also in a frame. Safari before 16.4 does not say what it loads, but asks for HTML first; programs
/// that include the list in a page ask for anything.
pub fn is_opened(headers: &HeaderMap) -> bool {
    match headers.get(DESTINATION) {
        Some(destination) => ["document", "iframe", "frame"].iter().any(|opened| destination == opened),
        None => headers.get(ACCEPT).is_some_and(|accepted| accepted.as_bytes().starts_with(b"text/html")),
    }
}

/// The page at a public address at which there is nothing. Any shop's folder has its style, with or without a digest in the name.
#[derive(Template)]
#[template(path = "unknown.html")]
struct Unknown {
    texts: Texts,
    style: &'static str,
}

pub(crate) fn unknown(language: Language) -> Response {
    let unknown = Unknown { texts: Texts::page(language), style: "/p/-/page.css" };
    page(StatusCode::NOT_FOUND, unknown.render(), POLICY)
}

/// The origins of a page's pictures.
#[derive(Default)]
pub struct Origins(BTreeSet<String>);

impl Origins {
    /// Adds the origin of a picture's URL. Returns whether the picture may be shown; it may not if the page already has
    /// pictures from too many hosts. A picture without an origin for the policy is the page's own, or is not loaded.
    pub fn admit(&mut self, url: &str) -> bool {
        let Some(origin) = origin(url) else { return true };
        if self.0.len() < HOSTS_MAX {
            self.0.insert(origin.to_owned());
        }
        self.0.contains(origin)
    }
}

/// A redirect with 303, so that reloading the next page does not send the form again.
pub fn see_other(location: &str) -> Response {
    let headers = [(LOCATION, location), (CACHE_CONTROL, "no-store"), (REFERRER_POLICY, "no-referrer")];
    (StatusCode::SEE_OTHER, headers).into_response()
}

/// The policy with the bucket's origin, and with `blob:` for photos during upload. `img-src` stays last, for
/// [`allowing_pictures`].
pub fn allowing_bucket(bucket: &str) -> String {
    OF_BUCKET.iter().fold(POLICY.to_owned(), |policy, own| policy.replace(own, &format!("{own} {bucket}"))) + " blob:"
}

/// A policy with the origins of pictures added to the last directive, `img-src`.
pub fn allowing_pictures(mut policy: String, Origins(origins): &Origins) -> String {
    for origin in origins {
        policy.push(' ');
        policy.push_str(origin);
    }
    policy
}

/// The origin of a picture's URL; `None` if it has characters that would change the policy.
fn origin(url: &str) -> Option<&str> {
    let host = url.strip_prefix("https://")?.split(['/', '?', '#']).next()?;
    let plain = !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.:".contains(&b));
    plain.then(|| &url[.."https://".len() + host.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_allows_its_host_and_nothing_else() {
        assert_eq!(origin("https://cdn.example/a.png?b"), Some("https://cdn.example"));
        assert_eq!(origin("https://cdn.example:8443"), Some("https://cdn.example:8443"));
        for bad in ["", "http://cdn.example/", "https:///x", "https://a; script-src *", "https://a@b/", "data:x"] {
            assert_eq!(origin(bad), None, "{bad}");
        }
    }
}
