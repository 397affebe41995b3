//! Cookies. `__Host-` binds each cookie to this host and to HTTPS. Browsers also count loopback addresses as secure.

use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;

pub(crate) const SESSION: &str = "__Host-console";
/// The sign-in for which a browser waits: `pages::sign_in::waiting`.
pub(crate) const SIGN_IN: &str = "__Host-sign-in";
/// Proves that this browser was signed in with an address before.
pub(crate) const KNOWN: &str = "__Host-known";
/// The message about the last action, for the next page.
pub(crate) const FLASH: &str = "__Host-flash";

pub(crate) fn find<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let values = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = values.flat_map(|value| value.split([';', ',']));
    pairs.find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// Sets a cookie for this many seconds; 0 deletes it. Browsers send it when a person follows a link from elsewhere,
/// such as from an email, but never with forms or scripts of other hosts.
pub(crate) fn set(mut response: Response, name: &str, value: &str, seconds: i64) -> Response {
    let cookie = format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={seconds}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}
