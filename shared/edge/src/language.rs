//! The language that a browser prefers.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use domain::values::Language;

/// The supported language that the browser prefers; English if it names none of them.
#[derive(Clone, Copy)]
pub struct Preferred(pub Language);

impl<S: Sync> FromRequestParts<S> for Preferred {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(Self::of(&parts.headers)))
    }
}

impl Preferred {
    pub fn of(headers: &HeaderMap) -> Language {
        Self::among(headers, |_| true)
    }

    /// The preferred one of the languages that pass; English if the browser names none of them.
    pub fn among(headers: &HeaderMap, passes: fn(Language) -> bool) -> Language {
        let header = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        header.and_then(|header| preferred(header, passes)).unwrap_or(Language::English)
    }
}

/// The passing language with the highest weight in an `Accept-Language` header (RFC 9110 §12.5.4), the first if there
/// are several; `None` if it names none.
fn preferred(header: &str, passes: fn(Language) -> bool) -> Option<Language> {
    let mut best = None;
    for range in header.split(',') {
        let (tag, parameters) = range.split_once(';').unwrap_or((range, ""));
        let Some(language) = Language::find(tag.trim()).filter(|language| passes(*language)) else { continue };
        let weight = weight(parameters);
        if weight > best.map_or(0, |(weight, _)| weight) {
            best = Some((weight, language));
        }
    }
    best.map(|(_, language)| language)
}

/// A weight in thousandths: 1,000 if there is none, 0 if it is malformed.
fn weight(parameters: &str) -> u16 {
    let weight = parameters.trim().split_once('=').filter(|(name, _)| name.trim().eq_ignore_ascii_case("q"));
    let Some((_, weight)) = weight else { return if parameters.trim().is_empty() { 1_000 } else { 0 } };
    match weight.trim().split_once('.').unwrap_or((weight.trim(), "")) {
        ("1", rest) if rest.bytes().all(|b| b == b'0') => 1_000,
        ("0", rest) if rest.len() <= 3 && rest.bytes().all(|b| b.is_ascii_digit()) => {
            format!("{rest:0<3}").parse().unwrap_or(0)
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_with_the_highest_weight_is_preferred() {
        for (header, language) in [
            ("de", Some(Language::German)),
            ("de-AT,de;q=0.9,en;q=0.8", Some(Language::German)),
            ("en;q=0.3, fr-CA ; q=0.8 ,es;q=0.85", Some(Language::Spanish)),
            ("fi-FI,fi;q=0.9,es;q=0.2", Some(Language::Spanish)),
            ("de;q=0.5,fr;q=0.5", Some(Language::German)),
            ("de;q=0,ar;q=0.001", Some(Language::Arabic)),
            ("DE;Q=1.000", Some(Language::German)),
            ("ko,*;q=0.5", None),
            ("de;q=0", None),
            ("de;q=2,de;q=x,de;q=-1,de;q=0.1234,de;level=1", None),
            ("", None),
            (",;,;q=1,=", None),
        ] {
            assert_eq!(preferred(header, |_| true), language, "{header}");
        }
    }
}
