//! The form that starts an import: the file's format, the system whose product numbers it has, and how its dates are written.

use app::import::SaidOfFile;
use domain::import::{DateOrder, ImportFault, ImportFormat, ImportOptions};
use domain::order::ProductId;
use domain::values::ShopSystem;
use edge::body::Fields;

use crate::parts::Viewer;

/// `generic`, the last format, is missing because it needs `columns`, which only the API reads.
pub(super) const FORMATS: &[&str] = ImportFormat::WORDS.split_at(ImportFormat::WORDS.len() - 1).0;

/// What a kept file's import asks for: the name of the field, and its choices.
pub(super) fn asked(fault: ImportFault) -> (&'static str, &'static [&'static str]) {
    match fault {
        ImportFault::PlatformNeeded => ("platform", &ShopSystem::PLATFORM_WORDS),
        ImportFault::MissingProduct => ("product", &[ProductId::SHOP]),
        _ => ("format", FORMATS),
    }
}

/// What a choice of a field is called.
pub(super) fn called(viewer: &Viewer, field: &str, word: &str) -> String {
    let system = ImportFormat::parse(word).and_then(ImportFormat::name).filter(|_| field == "format");
    system.map_or_else(|| viewer.word(&format!("files-{field}"), word.trim_start_matches('@')), ToOwned::to_owned)
}

/// The answer to what an import asked for; `None` without one.
pub(super) fn answer(fields: &Fields) -> Option<SaidOfFile> {
    let format = ImportFormat::parse(fields.text("format")).map(SaidOfFile::Format);
    let platform = ShopSystem::platform(fields.text("platform")).map(SaidOfFile::Platform);
    format.or(platform).or(is_of_shop(fields).then_some(SaidOfFile::OfShop))
}

fn is_of_shop(fields: &Fields) -> bool {
    fields.text("product") == ProductId::SHOP
}

/// The options for the file.
pub(super) fn options(fields: &Fields) -> ImportOptions {
    ImportOptions {
        platform: ShopSystem::platform(fields.text("platform")),
        dates: DateOrder::parse(fields.text("dates")),
        is_of_shop: is_of_shop(fields),
        ..ImportOptions::default()
    }
}
