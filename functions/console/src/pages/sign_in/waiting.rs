//! What a browser stores while it waits for a link.

use axum::http::HeaderMap;
use edge::body::Fields;
use jiff::Timestamp;
use vault::Secret;

use crate::cookie::{self, SIGN_IN};

/// The maximum length of a stored address in the console, in bytes.
const TO_BYTES_MAX: usize = 1_000;

pub(super) struct Waiting {
    pub id: String,
    pub browser: Secret,
    /// When the last email was requested.
    pub asked_at: Timestamp,
    /// The address as typed, because the table contains only its blind index.
    pub email: String,
    /// The requested page; empty for home.
    pub to: String,
}

impl Waiting {
    pub(super) fn find(headers: &HeaderMap) -> Option<Self> {
        let fields = Fields::of_query(cookie::find(headers, SIGN_IN));
        Some(Self {
            id: Some(fields.text("id")).filter(|id| is_id(id))?.to_owned(),
            browser: Secret::parse(fields.text("browser"))?,
            asked_at: Timestamp::from_second(fields.text("at").parse().ok()?).ok()?,
            email: fields.text("email").to_owned(),
            to: inside(fields.text("to")).to_owned(),
        })
    }

    pub(super) fn value(&self) -> String {
        let Self { id, browser, asked_at, email, to } = self;
        let (browser, at) = (browser.reveal(), asked_at.as_second().to_string());
        let pairs = [("to", to.as_str()), ("id", id), ("browser", &browser), ("at", &at), ("email", email)];
        form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
    }
}

pub(super) fn id_and_secret(value: &str) -> Option<(&str, Secret)> {
    let (id, secret) = value.split_once('.')?;
    is_id(id).then_some((id, Secret::parse(secret)?))
}

fn is_id(id: &str) -> bool {
    id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// An address in the console other than the sign-in pages; empty for any other address, so that a link never redirects
/// to another host.
pub(crate) fn inside(address: &str) -> &str {
    let rest = address.strip_prefix("/console").filter(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
    let is_plain =
        address.len() <= TO_BYTES_MAX && address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    match rest {
        Some(rest) if is_plain && !rest.starts_with("/sign-in") => address,
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_led_out_of_the_console() {
        for address in ["/console", "/console/reviews/7?show=all#reply", "/console?x"] {
            assert_eq!(inside(address), address);
        }
        for address in [
            "",
            "https://evil.example/console",
            "//evil.example",
            "/consoles",
            "/console.evil.example",
            "/console@evil.example",
            "/console/\\evil",
            "/console/\n",
            "/console/sign-in/link?k=1",
            "/review/hub",
        ] {
            assert_eq!(inside(address), "", "{address}");
        }
    }
}
