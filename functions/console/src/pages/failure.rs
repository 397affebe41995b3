//! The pages of errors.

use std::sync::Arc;

use askama::Template;
use axum::extract::Request;
use axum::http::header::{ALLOW, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use edge::page::see_other;
use edge::{Error, Preferred, described};
use texts::Texts;

use crate::failure::Failure;
use crate::respond::page;

/// One message.
#[derive(Template)]
#[template(path = "failure.html")]
struct FailurePage {
    texts: Texts,
    heading: &'static str,
    text: &'static str,
}

/// Writes the page of every [`Failure`].
pub(crate) async fn render(Preferred(language): Preferred, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let Some(failure) = response.extensions().get::<Arc<Failure>>() else { return response };
    let texts = Texts::console(language);
    let note = |status, heading, text| page(status, &FailurePage { texts, heading, text });
    match &**failure {
        Failure::SignedOut => see_other("/console/sign-in"),
        Failure::NotFound | Failure::Failed(Error::App(app::Error::NotFound)) => {
            note(StatusCode::NOT_FOUND, "not-found-heading", "not-found-text")
        }
        Failure::Method => {
            let mut response = note(StatusCode::METHOD_NOT_ALLOWED, "not-found-heading", "not-found-text");
            response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD, POST"));
            response
        }
        Failure::Forbidden => note(StatusCode::FORBIDDEN, "forbidden-heading", "forbidden-text"),
        Failure::Origin => note(StatusCode::FORBIDDEN, "origin-heading", "origin-text"),
        Failure::Failed(Error::App(app::Error::RevisionConflict)) => {
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
