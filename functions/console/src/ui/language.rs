//! The names of languages.

use domain::values::Language;
use texts::Texts;

/// A language by its own name.
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

/// A message; another text if there is no message with this id.
pub(crate) fn said_or(texts: Texts, id: &str, other: impl FnOnce() -> String) -> String {
    let said = texts.say(id).to_string();
    if said.is_empty() { other() } else { said }
}
