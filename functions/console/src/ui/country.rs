//! The names of countries from Unicode's CLDR 48 (LICENSE-UNICODE), in alphabetical order for each of the console's languages, and what
//! a country proposes to a shop.

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

/// What a country proposes to a shop.
pub(crate) struct Proposal {
    /// The official language with the most speakers, of those in which customers are written to (CLDR 48, `territoryInfo`).
    pub language: Option<&'static str>,
    /// The time zones whose clocks differ from 2027 on (IANA, `zone.tab` of 2026), first the one with the most people (cities of
    /// GeoNames).
    pub zones: Vec<&'static str>,
}

/// The proposal of a country; `None` for an unknown code and for two islands without people.
pub(crate) fn proposal(code: &str) -> Option<Proposal> {
    let lines = include_str!("countries/places.txt").lines();
    let line =
        lines.filter_map(|line| line.split_once(' ')).find_map(|(other, line)| (other == code).then_some(line))?;
    let (language, zones) = line.split_once(' ')?;
    Some(Proposal { language: Some(language).filter(|language| *language != "-"), zones: zones.split(' ').collect() })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::shop::Zone;
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
        assert!(countries(Texts::console(Language::German)).contains(&("DE", "Deutschland")));
    }

    #[test]
    fn every_country_with_people_proposes_what_settings_accept() {
        let codes = countries(Texts::console(Language::English)).into_iter().map(|(code, _)| code);
        let without: BTreeSet<_> = codes.clone().filter(|code| proposal(code).is_none()).collect();
        assert_eq!(without, BTreeSet::from(["BV", "HM"]));
        for (code, proposal) in codes.filter_map(|code| Some((code, proposal(code)?))) {
            assert!(proposal.zones.iter().all(|zone| Zone::parse(zone).is_ok()), "{code}: {:?}", proposal.zones);
            assert!(proposal.language.is_none_or(|language| Language::parse(language).is_some()), "{code}");
        }
        let of = |code| proposal(code).map(|it| (it.language, it.zones[0], it.zones.len()));
        assert_eq!(of("DE"), Some((Some("de"), "Europe/Berlin", 1)));
        assert_eq!(of("US"), Some((Some("en"), "America/New_York", 8)));
        assert_eq!(of("NO"), Some((None, "Europe/Oslo", 1)));
    }
}
