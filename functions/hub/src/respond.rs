//! A page on its way out: its status and the headers that keep its token and its reader safe.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION, REFERRER_POLICY, RETRY_AFTER,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use edge::Error;
use texts::Texts;

use crate::language::Preferred;
use crate::pages::{HubPage, NotAllowedPage, TroublePage, UnknownPage};
use crate::theme::Theme;

/// Nothing but ourselves, and no text that becomes markup or script: no policy of Trusted Types can be made.
/// A page with products allows their pictures' hosts, too.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
    trusted-types 'none'; img-src 'self'";
/// What a page with photos does with their bucket: a script or a form uploads there, pictures come from there.
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
const RETRY_AFTER_S: &str = "30";

/// A page with this status.
pub(crate) fn page(status: StatusCode, page: &impl Template) -> Response {
    with_policy(status, page, POLICY)
}

/// A page that belongs to no request, left blank where its language is not known: [`speak`] writes it.
#[derive(Clone, Copy)]
pub(crate) enum Plain {
    /// There is nothing here.
    Unknown,
    /// There is something, by another method.
    NotAllowed,
    /// Our fault.
    Trouble,
}

impl Plain {
    /// The page with this status.
    pub(crate) fn with(self, status: StatusCode) -> Response {
        let mut response = status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// 404: the same page for every token that opens nothing, with no hint which.
pub(crate) fn unknown() -> Response {
    Plain::Unknown.with(StatusCode::NOT_FOUND)
}

/// Writes the pages that belong to no request, in the language that the browser prefers.
pub(crate) async fn speak(Preferred(language): Preferred, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let Some(&plain) = response.extensions().get::<Plain>() else { return response };
    let (status, texts) = (response.status(), Texts::page(language));
    let mut written = match plain {
        Plain::Unknown => page(status, &UnknownPage { texts, theme: Theme::default() }),
        Plain::NotAllowed => page(status, &NotAllowedPage { texts, theme: Theme::default() }),
        Plain::Trouble => page(status, &TroublePage { texts, theme: Theme::default() }),
    };
    written.headers_mut().extend(response.into_parts().0.headers);
    written
}

/// A page under a shop's sign.
pub(crate) fn signed(status: StatusCode, page: &impl Template, theme: Theme<'_>) -> Response {
    with_policy(status, page, &showing(POLICY.to_owned(), theme.logo.into_iter()))
}

/// A page that uploads to the bucket of this origin.
pub(crate) fn with_bucket(status: StatusCode, page: &impl Template, bucket: &str) -> Response {
    with_policy(status, page, &allowing(bucket))
}

/// The policy that allows the bucket of this origin, too; pictures last.
fn allowing(bucket: &str) -> String {
    OF_BUCKET.iter().fold(POLICY.to_owned(), |policy, own| policy.replace(own, &format!("{own} {bucket}")))
}

/// The customer's page, with its products' pictures and the bucket of its photos.
pub(crate) fn hub(status: StatusCode, page: &HubPage<'_>, bucket: &str) -> Response {
    let pictures = page.items.iter().filter_map(|item| item.image_url.as_deref());
    with_pictures(status, page, bucket, pictures.chain(page.theme.logo))
}

/// A page beside which these pictures, and the photos of the bucket, may be shown.
pub(crate) fn with_pictures<'a>(
    status: StatusCode,
    page: &impl Template,
    bucket: &str,
    urls: impl Iterator<Item = &'a str>,
) -> Response {
    with_policy(status, page, &showing(allowing(bucket), urls))
}

/// A policy that allows the hosts of these pictures, too.
fn showing<'a>(mut policy: String, urls: impl Iterator<Item = &'a str>) -> String {
    for origin in urls.filter_map(origin).collect::<BTreeSet<_>>() {
        policy.push(' ');
        policy.push_str(origin);
    }
    policy
}

/// See other: reloading the page shows it again instead of sending the form again.
pub(crate) fn see_other(location: &str) -> Response {
    let headers = [(LOCATION, location), (CACHE_CONTROL, "no-store"), (REFERRER_POLICY, "no-referrer")];
    (StatusCode::SEE_OTHER, headers).into_response()
}

fn with_policy(status: StatusCode, page: &impl Template, policy: &str) -> Response {
    let html = page.render().unwrap_or_else(|error| {
        tracing::error!(%error, "a page could not be written");
        String::new()
    });
    let status = if html.is_empty() { StatusCode::INTERNAL_SERVER_ERROR } else { status };
    let mut response = (status, HEADERS, html).into_response();
    if let Ok(policy) = HeaderValue::from_str(policy) {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// The origin of a picture's URL, if it is one that a policy can name.
fn origin(url: &str) -> Option<&str> {
    let host = url.strip_prefix("https://")?.split(['/', '?', '#']).next()?;
    let plain = !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.:".contains(&b));
    plain.then(|| &url[.."https://".len() + host.len()])
}

/// An error on its way out as a page. A person reads it: one sentence, and what to do.
pub(crate) struct Failure(Error);

impl<E: Into<Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        match self.0 {
            Error::App(app::Error::Unavailable(cause)) => {
                tracing::error!(cause, "unavailable");
                let mut response = Plain::Trouble.with(StatusCode::SERVICE_UNAVAILABLE);
                response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static(RETRY_AFTER_S));
                response
            }
            Error::App(app::Error::Internal(cause)) => {
                tracing::error!(cause, "internal");
                Plain::Trouble.with(StatusCode::INTERNAL_SERVER_ERROR)
            }
            Error::TooLarge => Plain::Trouble.with(StatusCode::PAYLOAD_TOO_LARGE),
            Error::Truncated => Plain::Trouble.with(StatusCode::BAD_REQUEST),
            // None of these is the hub's: it has no keys, no JSON and no ids.
            Error::NoRoute
            | Error::Method { .. }
            | Error::NotJson
            | Error::Malformed(_)
            | Error::IdempotencyKey(_)
            | Error::Field { .. }
            | Error::App(
                app::Error::Unauthenticated
                | app::Error::MissingScope(_)
                | app::Error::NotFound
                | app::Error::Duplicate { .. }
                | app::Error::RateLimited(_)
                | app::Error::IdempotencyKeyReused
                | app::Error::NotSendable(_)
                | app::Error::Refused(_)
                | app::Error::SlugTaken
                | app::Error::Unreachable(_),
            ) => unknown(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_allows_its_host_and_cannot_say_more() {
        assert_eq!(origin("https://cdn.example/a.png?b"), Some("https://cdn.example"));
        assert_eq!(origin("https://cdn.example:8443"), Some("https://cdn.example:8443"));
        for bad in ["", "http://cdn.example/", "https:///x", "https://a; script-src *", "https://a@b/", "data:x"] {
            assert_eq!(origin(bad), None, "{bad}");
        }
    }
}
