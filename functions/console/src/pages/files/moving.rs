//! The form that starts an import: the file's format, the system whose product numbers it has, and how its dates are written.

use app::import::SaidOfFile;
use domain::import::{DateOrder, ImportFault, ImportFormat, ImportOptions};
use domain::order::ProductId;
use domain::values::ShopSystem;
use edge::body::Fields;

use crate::parts::Viewer;

pub(super) struct MoveForm {
    /// The reason for which the form is shown again.
    pub wrong: Option<&'static str>,
    pub formats: Vec<Choice>,
    pub platforms: Vec<Choice>,
    pub dates: Vec<Choice>,
}

/// An option of a select.
pub(super) struct Choice {
    pub word: &'static str,
    pub called: String,
    pub is_chosen: bool,
}

/// `generic`, the last format, is missing because it needs `columns`, which only the API reads.
const FORMATS: &[&str] = ImportFormat::WORDS.split_at(ImportFormat::WORDS.len() - 1).0;

impl Choice {
    fn all(viewer: &Viewer, name: &str, words: &[&'static str], typed: &str) -> Vec<Self> {
        let choice = |word: &&'static str| Self {
            word,
            called: viewer.texts.say(&format!("files-{name}-{word}")).to_string(),
            is_chosen: typed == *word,
        };
        words.iter().map(choice).collect()
    }

    /// The first choice of a select, which names nothing.
    fn none(viewer: &Viewer, name: &str, end: &str) -> Self {
        Self { word: "", called: viewer.texts.say(&format!("files-{name}-{end}")).to_string(), is_chosen: false }
    }
}

/// What a kept file's import asks for: the name of the field, and its choices.
pub(super) fn asked(viewer: &Viewer, fault: ImportFault) -> (&'static str, Vec<Choice>) {
    match fault {
        ImportFault::PlatformNeeded => ("platform", Choice::all(viewer, "platform", &ShopSystem::WORDS, "")),
        ImportFault::MissingProduct => {
            let called = viewer.texts.say("files-product-shop").to_string();
            ("product", vec![Choice { word: ProductId::SHOP, called, is_chosen: false }])
        }
        _ => ("format", Choice::all(viewer, "format", FORMATS, "")),
    }
}

/// The answer to what an import asked for; `None` without one.
pub(super) fn answer(fields: &Fields) -> Option<SaidOfFile> {
    let format = ImportFormat::parse(fields.text("format")).map(SaidOfFile::Format);
    let platform = ShopSystem::parse(fields.text("platform")).map(SaidOfFile::Platform);
    format.or(platform).or(is_of_shop(fields).then_some(SaidOfFile::OfShop))
}

fn is_of_shop(fields: &Fields) -> bool {
    fields.text("product") == ProductId::SHOP
}

impl MoveForm {
    /// The form of a shop that is connected with this system, if with exactly one.
    pub(super) fn new(
        viewer: &Viewer,
        connected: Option<ShopSystem>,
        refused: Option<(&Fields, &'static str)>,
    ) -> Self {
        let typed = |name| refused.map_or("", |(fields, _)| fields.text(name));
        let with =
            |none, name, words| [none].into_iter().chain(Choice::all(viewer, name, words, typed(name))).collect();
        let choices = |name, words| with(Choice::none(viewer, name, "auto"), name, words);
        // Without exactly one connection, somebody has to choose.
        let platform = if connected.is_some() { "auto" } else { "choose" };
        Self {
            wrong: refused.map(|(_, wrong)| wrong),
            formats: choices("format", FORMATS),
            platforms: with(Choice::none(viewer, "platform", platform), "platform", &ShopSystem::WORDS),
            dates: choices("dates", &DateOrder::WORDS),
        }
    }
}

/// The format that a form names: `None` if it is unknown, `Some(None)` if the headings decide.
#[expect(clippy::option_option, reason = "unknown and unnamed are two things")]
pub(super) fn format(fields: &Fields) -> Option<Option<ImportFormat>> {
    match fields.find("format") {
        None | Some("" | "auto") => Some(None),
        Some(word) => ImportFormat::parse(word).map(Some),
    }
}

/// The options for the file.
pub(super) fn options(fields: &Fields) -> ImportOptions {
    ImportOptions {
        platform: ShopSystem::parse(fields.text("platform")),
        dates: DateOrder::parse(fields.text("dates")),
        is_of_shop: is_of_shop(fields),
        ..ImportOptions::default()
    }
}
