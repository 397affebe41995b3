//! Distinguishes people who follow a link from programs, which must not mark the request as opened.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};

use crate::use_cases::Visitor;

/// Parts of the user agents of scanners and link previews, in lower case: mail gateways, chat previews, crawlers,
/// command-line tools. The list cannot be complete: a program that pretends to be a browser marks the request as
/// opened.
const MACHINES: &str = "bot crawl spider preview scan proofpoint mimecast barracuda safelinks urldefense fireeye symantec \
    forcepoint sophos trendmicro cloudmark facebookexternalhit whatsapp skypeuripreview slack headless python-requests \
    curl/ wget/ go-http-client okhttp apache-httpclient java/ libwww node-fetch axios";

/// Headers by which a browser announces a prefetch or a preview.
const PURPOSES: [&str; 4] = ["sec-purpose", "purpose", "x-moz", "x-purpose"];

/// Who sent the HTTP request, according to its method and headers.
pub(crate) struct SentBy(pub Visitor);

impl<S: Sync> FromRequestParts<S> for SentBy {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(visitor(&parts.method, &parts.headers)))
    }
}

fn visitor(method: &Method, headers: &HeaderMap) -> Visitor {
    let value = |name: &str| {
        let value = headers.get(name).and_then(|value| value.to_str().ok());
        value.unwrap_or_default().to_ascii_lowercase()
    };
    let is_prefetch = PURPOSES.iter().any(|name| {
        let purpose = value(name);
        purpose.contains("prefetch") || purpose.contains("preview")
    });
    let agent = value("user-agent");
    let is_machine = agent.is_empty() || MACHINES.split_whitespace().any(|machine| agent.contains(machine));
    if method == Method::HEAD || is_prefetch || is_machine { Visitor::Machine } else { Visitor::Person }
}
