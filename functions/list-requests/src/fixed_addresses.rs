//! What crawlers and security researchers look for at fixed addresses.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use edge::error::Error;
use edge::native::Served;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::SharedParts;

const ROBOTS: &str = include_str!("../assets/robots.txt");
const SECURITY_PATH: &str = "/.well-known/security.txt";
/// How long the operator's contact is valid from today on. RFC 9116 §2.5.5 recommends less than a year.
const CONTACT_VALID: SignedDuration = SignedDuration::from_hours(90 * 24);

/// What crawlers may read
///
/// All paths but personal links and the console (RFC 9309). Search engines that obey `noindex` may read these, too.
#[utoipa::path(
    get, path = "/robots.txt", operation_id = "getRobots",
    responses((status = 200, content_type = "text/plain", body = String, description = "The rules.")),
)]
pub(crate) async fn robots() -> Response {
    text(ROBOTS.to_owned(), "text/plain; charset=utf-8")
}

/// Whom to tell about a vulnerability
///
/// The operator's contact (RFC 9116), from the stack's parameter `SecurityContact`.
#[utoipa::path(
    get, path = "/.well-known/security.txt", operation_id = "getSecurityContact",
    responses(
        (status = 200, content_type = "text/plain", body = String, description = "The contact."),
        (status = 404, description = "The operator has named no contact."),
    ),
)]
pub(crate) async fn security(parts: SharedParts) -> Served {
    let contact = parts.security_contact.as_ref().ok_or(Error::NoRoute)?;
    let (base_url, expires) = (&parts.base_url, expires(parts.clock.now()));
    // Without Preferred-Languages, researchers write in English. The stack does not know other languages of its operator.
    let lines = format!("Contact: {contact}\nExpires: {expires}\nCanonical: {base_url}{SECURITY_PATH}\n");
    Ok(text(lines, "text/plain; charset=utf-8"))
}

/// A midnight, so that the file changes once a day.
fn expires(now: Timestamp) -> String {
    let day = now.saturating_add(CONTACT_VALID).unwrap_or(now).to_zoned_datetime(TimeZone::UTC).date();
    format!("{day}T00:00:00Z")
}

/// The files change with a deployment, and the contact's end once a day.
fn text(text: String, content_type: &'static str) -> Response {
    ([(CONTENT_TYPE, content_type), (CACHE_CONTROL, "public, max-age=3600")], text).into_response()
}

/// `openapi.json` without indentation; see `build.rs`.
const DOCUMENT: &str = include_str!(concat!(env!("OUT_DIR"), "/openapi.json"));
/// The same for `openapi.native.json`.
const NATIVE: &str = include_str!(concat!(env!("OUT_DIR"), "/openapi.native.json"));

/// The OpenAPI document
///
/// Needs no key.
#[utoipa::path(
    get, path = "/openapi.json", operation_id = "getOpenApi",
    responses((status = 200, content_type = "application/json", body = Object, description = "The document in OpenAPI 3.1.")),
)]
pub(crate) async fn show() -> Response {
    answer(DOCUMENT)
}

/// The OpenAPI document of the native API alone
///
/// For generators of typed clients. Needs no key.
#[utoipa::path(
    get, path = "/openapi.native.json", operation_id = "getNativeOpenApi",
    responses((status = 200, content_type = "application/json", body = Object, description = "The document in OpenAPI 3.1.")),
)]
pub(crate) async fn show_native() -> Response {
    answer(NATIVE)
}

fn answer(document: &'static str) -> Response {
    // Stored for five minutes, because the document changes only with a deployment.
    ([(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "public, max-age=300")], document).into_response()
}
