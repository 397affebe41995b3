//! The answers of the current minute. Each copy of the function reads a list at most once a minute, however many people see it.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::{IntoResponse as _, Response};
use edge::respond::cached;
use jiff::Timestamp;

use crate::address::Format;

/// The most answers in memory, the newest. An answer has 2 to 150 KB.
const KEPT_MAX: usize = 256;

/// A page loads only pictures and styles. Its icon is a `data:` URL.
const POLICY: &str =
    "default-src 'none'; img-src https: http: data:; base-uri 'none'; form-action 'none'; style-src 'self'";
const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

/// An answer of HTML in the visitor's language.
pub(crate) fn in_html(html: String) -> Response {
    let mut response = ([(CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(ROBOTS, HeaderValue::from_static("noindex"));
    headers.insert(VARY, HeaderValue::from_static("accept-language"));
    response
}

/// An answer, with the digest for its `ETag`.
#[derive(Clone)]
pub(crate) struct Answer {
    pub(crate) body: String,
    pub(crate) fingerprint: String,
    pub(crate) cache_control: &'static str,
    pub(crate) format: Format,
}

impl Answer {
    /// The answer, or 304 if the caller has the same answer.
    pub(crate) fn respond(self, headers: &HeaderMap) -> Response {
        let Self { body, fingerprint, cache_control, format } = self;
        let answer = match format {
            Format::Json => ([(CONTENT_TYPE, "application/json")], body).into_response(),
            Format::Html => {
                let mut response = in_html(body);
                let vary = HeaderValue::from_static("accept-language, sec-fetch-dest, accept");
                response.headers_mut().insert(VARY, vary);
                response
            }
            Format::JsonLd => {
                ([(CONTENT_TYPE, "application/ld+json"), (VARY, "accept-language")], body).into_response()
            }
        };
        let mut response = cached(answer, &fingerprint, headers);
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(cache_control));
        response
    }
}

#[derive(Default)]
pub(crate) struct Answers(Mutex<VecDeque<Kept>>);

struct Kept {
    /// The start of the time for which the answer is valid.
    since: Timestamp,
    address: String,
    answer: Answer,
}

impl Answers {
    /// The answer for this address, valid from `since` on.
    pub(crate) fn find(&self, since: Timestamp, address: &str) -> Option<Answer> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|kept| kept.since == since && kept.address == address).map(|kept| kept.answer.clone())
    }

    pub(crate) fn keep(&self, since: Timestamp, address: String, answer: Answer) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|other| other.address != address);
        kept.truncate(KEPT_MAX - 1);
        kept.push_front(Kept { since, address, answer });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_256_answers_are_kept_for_their_time() {
        let (answers, noon) = (Answers::default(), Timestamp::UNIX_EPOCH);
        let answer = |body: &str| Answer {
            body: body.to_owned(),
            fingerprint: String::new(),
            cache_control: "",
            format: Format::Json,
        };
        for number in 0..=KEPT_MAX {
            answers.keep(noon, number.to_string(), answer("old"));
        }
        assert!(answers.find(noon, "0").is_none() && answers.find(noon, "256").is_some());
        let later = noon + jiff::SignedDuration::from_mins(1);
        assert!(answers.find(later, "256").is_none());
        answers.keep(later, "256".to_owned(), answer("new"));
        assert_eq!(answers.find(later, "256").unwrap().body, "new");
        assert!(answers.find(noon, "1").is_some(), "an answer takes its own earlier place");
    }
}
