//! The embedded Fluent files. Each part of a language is parsed once.

use std::sync::OnceLock;

use domain::values::Language;
use domain::with_languages;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::{Part, grouping};

pub(crate) type Bundle = FluentBundle<FluentResource>;

macro_rules! sources {
    ($($language:ident $tag:literal,)+) => {
        pub(crate) const fn source(language: Language) -> &'static str {
            match language {
                $(Language::$language => include_str!(concat!("../languages/", $tag, ".ftl")),)+
            }
        }
    };
}

with_languages!(sources);

/// A section of a language's file, unparsed; empty if it is missing. The section begins with a line such as `### Page`.
pub(crate) fn section(language: Language, heading: &str) -> &'static str {
    let mut sections = source(language).split("\n### ");
    sections.find_map(|section| section.strip_prefix(heading)?.strip_prefix('\n')).unwrap_or_default()
}

pub(crate) fn ids(language: Language, heading: &str) -> impl Iterator<Item = &'static str> {
    let heads = section(language, heading).lines().filter_map(|line| line.split_once(" = "));
    heads.map(|(id, _)| id).filter(|id| id.starts_with(char::is_alphabetic))
}

const PARTS: usize = 5;

/// The console's messages in a language, unparsed; `None` for a language without a console.
pub(crate) const fn console(language: Language) -> Option<&'static str> {
    match language {
        Language::English => Some(include_str!("../console/en.ftl")),
        Language::German => Some(include_str!("../console/de.ftl")),
        Language::French => Some(include_str!("../console/fr.ftl")),
        Language::Spanish => Some(include_str!("../console/es.ftl")),
        Language::Arabic => Some(include_str!("../console/ar.ftl")),
        _ => None,
    }
}

/// A part of a language, parsed at its first use.
pub(crate) fn of(language: Language, part: Part) -> &'static Bundle {
    static BUNDLES: [[OnceLock<Bundle>; PARTS]; Language::ALL.len()] =
        [const { [const { OnceLock::new() }; PARTS] }; Language::ALL.len()];
    BUNDLES[language as usize][part as usize].get_or_init(|| {
        let section = |heading| section(language, heading);
        match part {
            Part::Page => parse(language, &[section("Words"), section("Page")]),
            // Emails have a plain-text part, and the console has names in page titles. Neither can isolate a value with
            // an element.
            Part::Mail => {
                isolating(parse(language, &[section("Words"), section("Email")]), language.is_right_to_left())
            }
            Part::Sms => parse(language, &[section("SMS")]),
            Part::Console => {
                let console = console(language).unwrap_or_default();
                isolating(parse(language, &[section("Words"), console]), language.is_right_to_left())
            }
            Part::Questions => parse(language, &[section("Questions")]),
        }
    })
}

/// Parses several sections of a language as one. Invalid messages are left out and so appear in English.
pub(crate) fn parse(language: Language, sections: &[&str]) -> Bundle {
    let identifier = language.as_str().parse::<LanguageIdentifier>().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    for &section in sections {
        let resource = FluentResource::try_new(section.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle.set_formatter(Some(grouping::of(language)));
    isolating(bundle, false)
}

/// Sets whether values are put between Unicode's isolation marks. Usually they are not: the hub uses elements instead,
/// and a single mark would more than double the segments of an SMS.
fn isolating(mut bundle: Bundle, isolates: bool) -> Bundle {
    bundle.set_use_isolating(isolates);
    bundle
}

/// Formats a message; `None` if it is missing or one of its variables has no value.
pub(crate) fn format(bundle: &Bundle, id: &str, args: &FluentArgs<'_>) -> Option<String> {
    let pattern = bundle.get_message(id)?.value()?;
    let mut errors = Vec::new();
    let formatted = bundle.format_pattern(pattern, Some(args), &mut errors);
    errors.is_empty().then(|| formatted.into_owned())
}
