//! Which language a page speaks: the one that the shop told for the request, or else for itself; without
//! any the one that the browser prefers, and then English.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use domain::{Language, Shop};
use texts::Texts;

use crate::theme::Theme;

/// What a browser prefers of the languages that we speak.
#[derive(Clone, Copy)]
pub(crate) struct Preferred(pub Language);

impl<S: Sync> FromRequestParts<S> for Preferred {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let header = parts.headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Ok(Self(header.and_then(preferred).unwrap_or(Language::English)))
    }
}

impl Preferred {
    /// The texts of a page that stands for a shop.
    pub(crate) fn texts(self, shop: &Shop) -> Texts {
        Texts::page(shop.language.unwrap_or(self.0))
    }

    /// The same with what the page wears of the shop.
    pub(crate) fn texts_and_theme(self, shop: &Shop) -> (Texts, Theme<'_>) {
        (self.texts(shop), Theme::new(shop))
    }
}

/// The language that an `Accept-Language` header (RFC 9110 §12.5.4) weighs highest, the first of several;
/// `None` where it names none of ours.
fn preferred(header: &str) -> Option<Language> {
    let mut best = None;
    for range in header.split(',') {
        let (tag, parameters) = range.split_once(';').unwrap_or((range, ""));
        let Some(language) = Language::find(tag.trim()) else { continue };
        let weight = weight(parameters);
        if weight > best.map_or(0, |(weight, _)| weight) {
            best = Some((weight, language));
        }
    }
    best.map(|(_, language)| language)
}

/// A weight in thousandths: 1,000 where none is told, none where it is no weight.
fn weight(parameters: &str) -> u16 {
    let told = parameters.trim().split_once('=').filter(|(name, _)| name.trim().eq_ignore_ascii_case("q"));
    let Some((_, told)) = told else { return if parameters.trim().is_empty() { 1_000 } else { 0 } };
    match told.trim().split_once('.').unwrap_or((told.trim(), "")) {
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
    fn the_language_that_weighs_most_is_preferred() {
        for (header, language) in [
            ("de", Some(Language::German)),
            ("de-AT,de;q=0.9,en;q=0.8", Some(Language::German)),
            ("en;q=0.3, fr-CA ; q=0.8 ,es;q=0.85", Some(Language::Spanish)),
            ("pt-BR,pt;q=0.9,es;q=0.2", Some(Language::Spanish)),
            ("de;q=0.5,fr;q=0.5", Some(Language::German)),
            ("de;q=0,ar;q=0.001", Some(Language::Arabic)),
            ("DE;Q=1.000", Some(Language::German)),
            ("ja,*;q=0.5", None),
            ("de;q=0", None),
            ("de;q=2,de;q=x,de;q=-1,de;q=0.1234,de;level=1", None),
            ("", None),
            (",;,;q=1,=", None),
        ] {
            assert_eq!(preferred(header), language, "{header}");
        }
    }
}
