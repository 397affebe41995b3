//! The error pages.

use std::sync::Arc;

use askama::Template;
use axum::extract::Request;
use axum::http::header::{ALLOW, REFERER, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use edge::described::described;
use edge::error::Error;
use edge::language::Preferred;
use edge::page::see_other;
use texts::Texts;

use super::sign_in::inside;
use crate::failure::Failure;
use crate::respond::{framed, page};
use crate::shell::Shell;
use crate::viewer::Viewer;

#[derive(Template)]
#[template(path = "failure.html")]
struct FailurePage {
    texts: Texts,
    heading: &'static str,
    text: &'static str,
}

#[derive(Template)]
#[template(path = "failure-framed.html")]
struct FramedPage {
    shell: Shell,
    heading: &'static str,
    text: &'static str,
}

/// The page for somebody whose session ended while they filled in a form.
#[derive(Template)]
#[template(path = "sign-in/signed-out.html")]
struct SignedOutPage<'a> {
    texts: Texts,
    written: Option<&'a str>,
    again: String,
}

pub(crate) async fn render(Preferred(language): Preferred, request: Request, next: Next) -> Response {
    let is_read = request.method().is_safe();
    let here = match request.uri().path_and_query() {
        Some(address) if is_read => address.to_string(),
        _ => referrer(request.headers()),
    };
    let mut response = next.run(request).await;
    let Some(failure) = response.extensions().get::<Arc<Failure>>().cloned() else { return response };
    let (texts, viewer) = (Texts::console(language), response.extensions_mut().remove::<Viewer>());
    let note = |status, heading, text| match &viewer {
        Some(viewer) => {
            let page = FramedPage { shell: viewer.shell(""), heading, text };
            framed(status, &page, &page.shell)
        }
        None => page(status, &FailurePage { texts, heading, text }),
    };
    match &*failure {
        Failure::SignedOut { .. } if is_read => see_other(&sign_in_for(&here)),
        Failure::SignedOut { written } => {
            let again = sign_in_for(&here);
            page(StatusCode::FORBIDDEN, &SignedOutPage { texts, written: written.as_deref(), again })
        }
        Failure::NotFound | Failure::Failed(Error::App(app::error::Error::NotFound)) => {
            note(StatusCode::NOT_FOUND, "not-found-heading", "not-found-text")
        }
        Failure::Method => {
            let mut response = note(StatusCode::METHOD_NOT_ALLOWED, "not-found-heading", "not-found-text");
            response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD, POST"));
            response
        }
        Failure::Forbidden => note(StatusCode::FORBIDDEN, "forbidden-heading", "forbidden-text"),
        Failure::Guest => note(StatusCode::FORBIDDEN, "guest-heading", "guest-text"),
        Failure::Origin => note(StatusCode::FORBIDDEN, "origin-heading", "origin-text"),
        Failure::Failed(Error::App(app::error::Error::RevisionConflict)) => {
            note(StatusCode::CONFLICT, "conflict-heading", "conflict-text")
        }
        Failure::TooMany => {
            let mut response = note(StatusCode::TOO_MANY_REQUESTS, "too-many-heading", "too-many-text");
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("3600"));
            response
        }
        Failure::Failed(error) => {
            let status = described(error).status;
            let mut response = note(status, "failure-heading", "failure-text");
            if status == StatusCode::SERVICE_UNAVAILABLE {
                response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("30"));
            }
            response
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
