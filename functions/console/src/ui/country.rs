//! The names of countries from Unicode's CLDR 48 (LICENSE-UNICODE), in alphabetical order for each of the console's languages.

use domain::values::Language;
use texts::Texts;

/// A code and a name on each line.
const fn list(language: Language) -> &'static str {
    match language {
        Language::Arabic => include_str!("countries/ar.txt"),
        Language::German => include_str!("countries/de.txt"),
        Language::Spanish => include_str!("countries/es.txt"),
        Language::French => include_str!("countries/fr.txt"),
        _ => include_str!("countries/en.txt"),
    }
}

/// The codes and names of all countries, in alphabetical order of the names.
pub(crate) fn countries(texts: Texts) -> Vec<(&'static str, &'static str)> {
    list(texts.language()).lines().filter_map(|line| line.split_once(' ')).collect()
}

pub(crate) fn name(texts: Texts, code: &str) -> Option<&'static str> {
    countries(texts).into_iter().find_map(|(other, name)| (other == code).then_some(name))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::values::Country;

    use super::*;

    #[test]
    fn each_language_of_the_console_names_every_country_once() {
        for language in Language::ALL.into_iter().filter(|language| Texts::has_console(*language)) {
            let countries = countries(Texts::console(language));
            let codes: BTreeSet<_> = countries.iter().map(|(code, _)| *code).collect();
            let names: BTreeSet<_> = countries.iter().map(|(_, name)| *name).collect();
            assert_eq!((countries.len(), codes.len(), names.len()), (249, 249, 249), "{language:?}");
            assert!(codes.iter().all(|code| Country::parse(code).is_ok()), "{language:?}");
        }
        assert_eq!(name(Texts::console(Language::German), "DE"), Some("Deutschland"));
        assert_eq!(name(Texts::console(Language::English), "XX"), None);
    }
}
