//! The names of languages.

use domain::values::Language;
use texts::Texts;

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

/// The message with this id or, if there is none, another text.
pub(crate) fn said_or(texts: Texts, id: &str, other: impl FnOnce() -> String) -> String {
    let said = texts.say(id).to_string();
    if said.is_empty() { other() } else { said }
}
