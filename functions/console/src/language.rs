//! The names of languages.

use domain::values::Language;

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
