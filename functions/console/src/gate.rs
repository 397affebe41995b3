//! The start of every page and action: checks which site sent a form, who is signed in, and what they may do.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::http::header::{HOST, ORIGIN};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use edge::body::Fields;

use crate::form::{Failure, Served};
use crate::parts::{Parts, Viewer};
use crate::place::Needs;

#[derive(Clone)]
pub(crate) struct Gate {
    pub parts: Arc<Parts>,
    /// The only page of a shop that ended; `None` if the shop did not end, or the path is still allowed.
    pub ended: fn(&Viewer, &str) -> Option<Response>,
}

/// Passes a call on to its handler, if the person has the route's role, and one of our pages sent the form.
pub(crate) async fn enter(
    State((Gate { parts, ended }, needs)): State<(Gate, Needs)>,
    request: Request,
    next: Next,
) -> Served {
    let (mut head, body) = request.into_parts();
    if !head.method.is_safe() && needs != Needs::Link && !is_ours(&head.headers, &parts.base_url) {
        return Err(Failure::Origin);
    }
    let Some(role) = needs.role() else { return Ok(next.run(Request::from_parts(head, body)).await) };
    let Some(viewer) = Viewer::find(&parts, &head.headers).await? else {
        let form = if head.method.is_safe() { None } else { edge::body::form(body).await.ok() };
        return Err(Failure::SignedOut { written: form.and_then(|form| written(&form)) });
    };
    if let Some(page) = ended(&viewer, head.uri.path()) {
        return Ok(page);
    }
    let mut response = match viewer.role.includes(role) {
        true => {
            head.extensions.insert(viewer.clone());
            next.run(Request::from_parts(head, body)).await
        }
        false => Failure::Forbidden.into_response(),
    };
    // The error page has the person's frame.
    if response.extensions().get::<Arc<Failure>>().is_some() {
        response.extensions_mut().insert(viewer);
    }
    Ok(response)
}

/// What a person wrote in a form of the console: an answer or a note.
fn written(form: &Fields) -> Option<String> {
    let texts = ["text", "note"].into_iter().filter_map(|name| form.find(name));
    texts.map(str::trim).find(|text| !text.is_empty()).map(ToOwned::to_owned)
}

/// Whether a form comes from one of our pages. Every browser sends `Origin` with a form, and most send
/// `Sec-Fetch-Site`. An address that the operator did not configure, such as `localhost` for 127.0.0.1, is ours if the
/// call itself came to it.
fn is_ours(headers: &HeaderMap, base_url: &str) -> bool {
    let value = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let Some(origin) = value(ORIGIN.as_str()) else { return false };
    let host = value(HOST.as_str()).unwrap_or_default();
    let is_local = |origin: &str| {
        ["http://127.0.0.1:", "http://localhost:", "http://[::1]:"].iter().any(|start| origin.starts_with(start))
    };
    let is_own = origin == origin_of(base_url)
        || is_local(origin_of(base_url)) && is_local(origin) && origin.strip_prefix("http://") == Some(host);
    is_own && value("sec-fetch-site").is_none_or(|site| site == "same-origin")
}

/// The origin of a URL: its scheme, host and port.
fn origin_of(url: &str) -> &str {
    let Some(start) = url.find("://").map(|place| place + 3) else { return url };
    url[start..].find('/').map_or(url, |end| &url[..start + end])
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    /// Other origins are in `tests/it/console/origins_and_roles.rs`.
    #[test]
    fn an_address_of_this_machine_is_ours_if_the_call_came_to_it() {
        let ours = |base: &str, origin: &'static str, host: &'static str| {
            let pairs = [(ORIGIN, origin), (HOST, host)].map(|(name, value)| (name, HeaderValue::from_static(value)));
            is_ours(&HeaderMap::from_iter(pairs), base)
        };
        let local = "http://127.0.0.1:3000";
        assert!(ours(local, "http://localhost:3000", "localhost:3000"));
        assert!(!ours(local, "http://localhost:4000", "localhost:3000"));
        assert!(!ours(local, "https://evil.example", "evil.example"));
        assert!(!ours("https://reviews.example", "http://localhost:3000", "localhost:3000"));
    }
}
