//! Records on which host a shop's reviews were last read, and how often pages read them, so that the console can say whether the
//! elements work.

use std::collections::HashMap;
use std::mem;
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

/// For each shop that pages of other hosts read, the start of the five minutes in which this copy of the function last recorded
/// that, and the number of reads since.
#[derive(Default)]
pub(crate) struct Noted(Mutex<HashMap<String, (Timestamp, u32)>>);

impl Noted {
    /// Counts a call, if the shop was recorded before. If the answer comes from memory, the shop is not read.
    fn count(&self, slug: &str) {
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, reads)) = noted.get_mut(slug) {
            *reads = reads.saturating_add(1);
        }
    }

    /// The number of calls to record, if none was recorded in these five minutes. This call was counted, unless it is the first.
    fn due(&self, slug: &str, at: Timestamp) -> Option<u32> {
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if noted.len() >= SHOPS_MAX {
            noted.clear();
        }
        let (recorded, reads) = noted.entry(slug.to_owned()).or_insert((Timestamp::MIN, 1));
        (mem::replace(recorded, at) != at).then(|| mem::take(reads))
    }
}

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
    fn a_shop_is_recorded_once_in_five_minutes_with_the_reads_since() {
        let (noted, at) = (Noted::default(), Timestamp::UNIX_EPOCH);
        let read = |slug: &str, at| {
            noted.count(slug);
            noted.due(slug, at)
        };
        assert_eq!(
            [read("fern", at), read("fern", at), read("moss", at), read("fern", at)],
            [Some(1), None, Some(1), None]
        );
        noted.count("fern");
        let later = at + jiff::SignedDuration::from_mins(5);
        assert_eq!([read("fern", later), read("fern", later)], [Some(4), None]);
    }
}
