//! Records on which host a shop's reviews were last read, so that the console can say whether the elements work.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use app::review::PublicShop;
use axum::http::HeaderMap;
use axum::http::header::ORIGIN;
use jiff::Timestamp;

use crate::Parts;
use crate::ratings::five_minutes;

/// The longest host (RFC 1035 §2.3.4), with a port.
const HOST_MAX: usize = 253 + 6;
/// The most shops in a function's memory. When there are more, the memory is cleared.
const SHOPS_MAX: usize = 1_000;

/// For each shop, the start of the five minutes in which this copy of the function last recorded a host.
#[derive(Default)]
pub(crate) struct Noted(Mutex<HashMap<String, Timestamp>>);

impl Noted {
    /// Whether this is the shop's first call in these five minutes. The method remembers the call.
    fn is_due(&self, slug: &str, at: Timestamp) -> bool {
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if noted.len() >= SHOPS_MAX {
            noted.clear();
        }
        noted.insert(slug.to_owned(), at) != Some(at)
    }
}

impl Parts {
    /// Records the host of the page that reads the reviews, at most once in five minutes. Our own pages are ignored.
    pub(crate) async fn note_seen(&self, slug: &str, shop: &PublicShop, headers: &HeaderMap, now: Timestamp) {
        let origin = headers.get(ORIGIN).and_then(|origin| origin.to_str().ok()).unwrap_or_default();
        let Some(host) = host_of(origin).filter(|_| !self.base_url.starts_with(origin)) else { return };
        let at = five_minutes(now);
        if self.noted.is_due(slug, at) {
            self.public.note_seen(shop, host, at).await;
        }
    }
}

/// The host of an origin; `None` for a page without a host, such as a local file.
fn host_of(origin: &str) -> Option<&str> {
    let (_, host) = origin.split_once("://")?;
    let is_host = |byte: u8| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte);
    (!host.is_empty() && host.len() <= HOST_MAX && host.bytes().all(is_host)).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_has_a_host() {
        assert_eq!(host_of("https://shop.example"), Some("shop.example"));
        assert_eq!(host_of("http://127.0.0.1:8080"), Some("127.0.0.1:8080"));
        for none in ["", "null", "https://", "https://a b", "https://x/y"] {
            assert_eq!(host_of(none), None, "{none}");
        }
    }

    #[test]
    fn a_shop_is_noted_once_in_five_minutes() {
        let (noted, at) = (Noted::default(), Timestamp::UNIX_EPOCH);
        assert!(noted.is_due("fern", at) && !noted.is_due("fern", at) && noted.is_due("moss", at));
        assert!(noted.is_due("fern", at + jiff::SignedDuration::from_mins(5)));
    }
}
