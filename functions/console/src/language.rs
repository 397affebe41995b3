//! The language of a browser, and the names of languages.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts as Head;
use domain::values::Language;
use texts::Texts;

/// The console's language that the browser prefers; English if it names none of them.
pub(crate) struct Preferred(pub Language);

impl<S: Sync> FromRequestParts<S> for Preferred {
    type Rejection = Infallible;

    async fn from_request_parts(head: &mut Head, _: &S) -> Result<Self, Infallible> {
        Ok(Self(edge::language::Preferred::among(&head.headers, Texts::has_console)))
    }
}

pub(crate) const fn own_name(language: Language) -> &'static str {
    match language {
        Language::Arabic => "العربية",
        Language::Danish => "Dansk",
        Language::German => "Deutsch",
        Language::English => "English",
        Language::Spanish => "Español",
        Language::French => "Français",
        Language::Italian => "Italiano",
        Language::Japanese => "日本語",
        Language::Dutch => "Nederlands",
        Language::Polish => "Polski",
        Language::Portuguese => "Português",
        Language::Swedish => "Svenska",
    }
}
