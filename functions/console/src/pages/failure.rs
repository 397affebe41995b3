//! The error pages.

use std::sync::Arc;

use askama::Template;
use axum::extract::Request;
use axum::http::header::{ALLOW, REFERER, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use edge::described::described;
use edge::error::Error;
use edge::page::see_other;
use texts::Texts;

use super::sign_in::inside;
use crate::form::Failure;
use crate::language::preferred;
use crate::parts::Viewer;
use crate::respond::{Shell, framed, page};

#[derive(Template)]
#[template(path = "failure.html")]
struct FailurePage {
    texts: Texts,
    heading: String,
    text: String,
}

#[derive(Template)]
#[template(path = "failure-framed.html")]
struct FramedPage {
    shell: Shell,
    heading: String,
    text: String,
}

/// The page for somebody whose session ended while they filled in a form.
#[derive(Template)]
#[template(path = "sign-in/signed-out.html")]
struct SignedOutPage<'a> {
    texts: Texts,
    written: Option<&'a str>,
    again: String,
}

pub(crate) async fn render(request: Request, next: Next) -> Response {
    let (language, is_read) = (preferred(request.headers()), request.method().is_safe());
    let here = match request.uri().path_and_query() {
        Some(address) if is_read => address.to_string(),
        _ => referrer(request.headers()),
    };
    let mut response = next.run(request).await;
    let Some(failure) = response.extensions().get::<Arc<Failure>>().cloned() else { return response };
    let (texts, viewer) = (Texts::console(language), response.extensions_mut().remove::<Viewer>());
    match &*failure {
        Failure::SignedOut { .. } if is_read => return see_other(&sign_in_for(&here)),
        Failure::SignedOut { written } => {
            let again = sign_in_for(&here);
            return page(StatusCode::FORBIDDEN, &SignedOutPage { texts, written: written.as_deref(), again });
        }
        _ => {}
    }
    let (status, id, header) = told(&failure);
    let [heading, text] = ["heading", "text"].map(|part| format!("{id}-{part}"));
    let mut response = match &viewer {
        Some(viewer) => {
            let page = FramedPage { shell: viewer.shell(""), heading, text };
            framed(status, &page, &page.shell)
        }
        None => page(status, &FailurePage { texts, heading, text }),
    };
    response.headers_mut().extend(header.map(|(name, value)| (name, HeaderValue::from_static(value))));
    response
}

/// The status, what the ids of the texts begin with, and a header.
fn told(failure: &Failure) -> (StatusCode, &'static str, Option<(HeaderName, &'static str)>) {
    match failure {
        Failure::NotFound => (StatusCode::NOT_FOUND, "not-found", None),
        Failure::Failed(error) if described(error).status == StatusCode::NOT_FOUND => {
            (StatusCode::NOT_FOUND, "not-found", None)
        }
        Failure::Method => (StatusCode::METHOD_NOT_ALLOWED, "not-found", Some((ALLOW, "GET, HEAD, POST"))),
        Failure::SignedOut { .. } | Failure::Forbidden => (StatusCode::FORBIDDEN, "forbidden", None),
        Failure::Guest => (StatusCode::FORBIDDEN, "guest", None),
        Failure::Origin => (StatusCode::FORBIDDEN, "origin", None),
        Failure::Failed(Error::App(app::error::Error::RevisionConflict)) => (StatusCode::CONFLICT, "conflict", None),
        Failure::TooMany => (StatusCode::TOO_MANY_REQUESTS, "too-many", Some((RETRY_AFTER, "3600"))),
        Failure::Failed(error) => {
            let status = described(error).status;
            let header = (status == StatusCode::SERVICE_UNAVAILABLE).then_some((RETRY_AFTER, "30"));
            (status, "failure", header)
        }
    }
}

/// The page to sign in. After sign-in, it leads to this address in the console.
fn sign_in_for(address: &str) -> String {
    match inside(address) {
        "" | "/console" => "/console/sign-in".to_owned(),
        to => {
            let to: String = form_urlencoded::byte_serialize(to.as_bytes()).collect();
            format!("/console/sign-in?to={to}")
        }
    }
}

/// The address of the page with the form, without its host.
fn referrer(headers: &HeaderMap) -> String {
    let value = headers.get(REFERER).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let rest = value.split_once("://").map_or("", |(_, rest)| rest);
    rest.find('/').map(|start| rest[start..].to_owned()).unwrap_or_default()
}
