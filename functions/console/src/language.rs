//! The language of a browser, and the names of languages.

use axum::http::HeaderMap;
use domain::values::Language;
use edge::language::Preferred;
use texts::Texts;

/// The console's language that a browser prefers; English if it names none of them.
pub(crate) fn preferred(headers: &HeaderMap) -> Language {
    Preferred::among(headers, Texts::has_console)
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
