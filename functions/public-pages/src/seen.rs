//! Records on which host a shop's reviews were last read, and how often pages read them, so that the console can say whether the
//! elements work.

use app::review::PublicShop;
use axum::http::HeaderMap;
use axum::http::header::ORIGIN;
use jiff::{RoundMode, Timestamp, TimestampRound, Unit};

use crate::Parts;

/// The longest host (RFC 1035 §2.3.4), with a port.
const HOST_MAX: usize = 253 + 6;

impl Parts {
    /// Counts a page's read of a shop's reviews. Our own pages are ignored.
    pub(crate) fn count_read(&self, slug: &str, headers: &HeaderMap) {
        if self.foreign_host(headers).is_some() {
            self.noted.count(slug);
        }
    }

    /// Records the host of the page that reads the reviews, and the reads since the last record, at most once in five minutes. A
    /// write for each read would cost more than the read. The call is counted before.
    pub(crate) async fn note_seen(&self, slug: &str, shop: &PublicShop, headers: &HeaderMap, now: Timestamp) {
        let Some(host) = self.foreign_host(headers) else { return };
        let at = five_minutes(now);
        if let Some(reads) = self.noted.due(slug, at) {
            self.public.note_seen(shop, host, reads, at).await;
        }
    }

    /// The host of the page that calls; `None` for our own pages, and if the browser does not name it.
    fn foreign_host<'a>(&self, headers: &'a HeaderMap) -> Option<&'a str> {
        let origin = headers.get(ORIGIN)?.to_str().ok()?;
        host_of(origin).filter(|_| !self.base_url.starts_with(origin))
    }
}

/// The host of an origin; `None` for a page without a host, such as a local file.
fn host_of(origin: &str) -> Option<&str> {
    let (_, host) = origin.split_once("://")?;
    let is_host = |byte: u8| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte);
    (!host.is_empty() && host.len() <= HOST_MAX && host.bytes().all(is_host)).then_some(host)
}

/// The start of the current five minutes.
fn five_minutes(now: Timestamp) -> Timestamp {
    let round = TimestampRound::new().smallest(Unit::Minute).increment(5).mode(RoundMode::Floor);
    now.round(round).unwrap_or(now)
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
}
