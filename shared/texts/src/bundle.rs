//! The Fluent files, embedded, and each part of a language parsed once.

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
            text: include_str!(concat!("../texts/", $tag, "/text.ftl")),
            chat: include_str!(concat!("../texts/", $tag, "/chat.ftl")),
        }
    };
}

/// A language's files.
pub(crate) struct Files {
    /// Said on the page and in the mails.
    pub(crate) words: &'static str,
    pub(crate) page: &'static str,
    pub(crate) mail: &'static str,
    pub(crate) text: &'static str,
    pub(crate) chat: &'static str,
}

/// The files of a language.
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
        let Files { words, page, mail, text, chat } = files(language);
        match part {
            Part::Page => parse(language, &[words, page]),
            // A mail is read as plain text, too, where no element keeps a name apart.
            Part::Mail => isolating(parse(language, &[words, mail]), language.is_right_to_left()),
            Part::Text => parse(language, &[text]),
            Part::Chat => parse(language, &[chat]),
        }
    })
}

/// Files of one language as one. What can't be parsed is left out, and so said in English.
pub(crate) fn parse(language: Language, files: &[&str]) -> Bundle {
    let identifier = language.as_str().parse::<LanguageIdentifier>().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    for &file in files {
        let resource = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    isolating(bundle, false)
}

/// Whether values are put between Unicode's isolating marks. Not by default: the page has elements for
/// that, and one such mark in a text message would double its price.
fn isolating(mut bundle: Bundle, isolates: bool) -> Bundle {
    bundle.set_use_isolating(isolates);
    bundle
}

/// What a message says; `None` where it is missing or names what is not told.
pub(crate) fn say(bundle: &Bundle, id: &str, args: &FluentArgs<'_>) -> Option<String> {
    let pattern = bundle.get_message(id)?.value()?;
    let mut errors = Vec::new();
    let said = bundle.format_pattern(pattern, Some(args), &mut errors);
    errors.is_empty().then(|| said.into_owned())
}
