//! The embedded Fluent files. Each part of a language is parsed once.

use std::sync::OnceLock;

use domain::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::Part;

pub(crate) type Bundle = FluentBundle<FluentResource>;

macro_rules! files {
    ($tag:literal) => {
        Files {
            words: include_str!(concat!("../texts/", $tag, "/words.ftl")),
            page: include_str!(concat!("../texts/", $tag, "/page.ftl")),
            mail: include_str!(concat!("../texts/", $tag, "/mail.ftl")),
            sms: include_str!(concat!("../texts/", $tag, "/text.ftl")),
            questions: include_str!(concat!("../texts/", $tag, "/chat.ftl")),
        }
    };
}

/// The contents of a language's files.
pub(crate) struct Files {
    /// Shared by the hub and emails.
    pub(crate) words: &'static str,
    pub(crate) page: &'static str,
    pub(crate) mail: &'static str,
    pub(crate) sms: &'static str,
    pub(crate) questions: &'static str,
}

/// The files of a language, unparsed.
pub(crate) const fn files(language: Language) -> Files {
    match language {
        Language::English => files!("en"),
        Language::German => files!("de"),
        Language::French => files!("fr"),
        Language::Spanish => files!("es"),
        Language::Arabic => files!("ar"),
    }
}

const PARTS: usize = 4;

/// A part of a language, parsed at its first use.
pub(crate) fn of(language: Language, part: Part) -> &'static Bundle {
    static BUNDLES: [[OnceLock<Bundle>; PARTS]; Language::ALL.len()] =
        [const { [const { OnceLock::new() }; PARTS] }; Language::ALL.len()];
    BUNDLES[language as usize][part as usize].get_or_init(|| {
        let Files { words, page, mail, sms, questions } = files(language);
        match part {
            Part::Page => parse(language, &[words, page]),
            // An email also has a plain-text part, where no element isolates a name.
            Part::Mail => isolating(parse(language, &[words, mail]), language.is_right_to_left()),
            Part::Sms => parse(language, &[sms]),
            Part::Questions => parse(language, &[questions]),
        }
    })
}

/// Parses several files of a language as one. Invalid messages are left out, so they are shown in English.
pub(crate) fn parse(language: Language, files: &[&str]) -> Bundle {
    let identifier = language.as_str().parse::<LanguageIdentifier>().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    for &file in files {
        let resource = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    isolating(bundle, false)
}

/// Sets whether values are put between Unicode's isolation marks. Usually not: the hub has elements for
/// that, and one such mark would more than double an SMS' segments.
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
