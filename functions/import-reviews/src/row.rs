//! A row's cells as a review.

use domain::import::{ImportFault, ImportFormat};
use domain::order::ProductId;
use domain::review::{
    DisplayName, ExternalId, Headline, IMPORTED_PHOTOS_MAX, Platform, Rating, ReplyText, ReviewState, ReviewText,
    ShopReply, Version, Words,
};
use domain::values::{EmailAddress, Language};
use edge::review::status;
use jiff::Timestamp;

use crate::columns::{Cells, Field};
use crate::run::{ImportRow, RowFault};
use crate::time;

/// Reads a row.
///
/// # Errors
/// Everything that is wrong with it, each with its heading.
pub(crate) fn parse(format: ImportFormat, cells: &Cells, asked_at: Timestamp) -> Result<ImportRow, Vec<RowFault>> {
    let mut parser = Parser { format, cells, asked_at, faults: Vec::new() };
    let row = parser.row();
    match row {
        Some(row) if parser.faults.is_empty() => Ok(row),
        _ => Err(parser.faults),
    }
}

struct Parser<'a> {
    format: ImportFormat,
    cells: &'a Cells,
    /// Nothing in the file is later.
    asked_at: Timestamp,
    faults: Vec<RowFault>,
}

impl Parser<'_> {
    fn row(&mut self) -> Option<ImportRow> {
        let platform = self.read(Field::Platform, ImportFault::Platform, Platform::parse);
        let external_id = self.read(Field::ExternalId, ImportFault::ExternalId, |id| ExternalId::parse(id).ok());
        let product = self.product();
        let rating = self.require(Field::Rating, ImportFault::Rating, rating);
        let written_at = self.time(Field::WrittenAt, ImportFault::WrittenAt);
        if self.cells.get(Field::WrittenAt).is_none() {
            self.note(Field::WrittenAt, ImportFault::WrittenAt);
        }
        let words = Words {
            headline: self.read(Field::Title, ImportFault::Title, |title| Headline::parse(title).ok()).flatten(),
            text: self.read(Field::Body, ImportFault::Body, |text| ReviewText::imported(text).ok()).unwrap_or_default(),
            display_name: self.read(Field::Name, ImportFault::Name, |name| DisplayName::imported(name).ok()).flatten(),
        };
        let language = self.read(Field::Language, ImportFault::Language, Language::find);
        let reply = self.reply();
        let is_ours = self.format == ImportFormat::Afterword;
        let photos = self.read(Field::Photos, ImportFault::Photos, |urls| {
            let urls = urls.split(|c: char| c.is_whitespace() || c == ',' && !is_ours).filter(|url| !url.is_empty());
            let urls: Vec<_> = urls.map(ToOwned::to_owned).collect();
            (urls.len() <= IMPORTED_PHOTOS_MAX).then_some(urls)
        });
        Some(ImportRow {
            platform: platform.unwrap_or_else(|| self.format.platform()),
            external_id,
            product: product?,
            language,
            // Its shop withheld it, or has not decided about it: nobody publishes it unseen here.
            waits: self.cells.get(Field::Status).is_some_and(|(_, word)| word.trim() != status(ReviewState::Published)),
            version: Version { rating: rating?, words },
            written_at: written_at?,
            reply,
            // It is no part of the review: a malformed one is nobody's.
            email: self.cells.get(Field::Email).and_then(|(_, email)| EmailAddress::parse(email.trim()).ok()),
            incentivized: self.is(Field::Incentivized, &["true", "yes", "1"]),
            photos: photos.unwrap_or_default(),
            photos_column: self.cells.get(Field::Photos).map_or("", |(heading, _)| heading),
        })
    }

    /// The product: `None` if it is missing or malformed, `Some(None)` for the shop itself.
    fn product(&mut self) -> Option<Option<ProductId>> {
        let is_shop = match self.format {
            // A row without a product is a review of the shop.
            ImportFormat::Judgeme | ImportFormat::Yotpo => self.cells.get(Field::Handle).is_none(),
            ImportFormat::Afterword | ImportFormat::Okendo | ImportFormat::Loox => false,
        };
        if is_shop && self.cells.get(Field::Product).is_none() {
            return Some(None);
        }
        self.require(Field::Product, ImportFault::Product, |id| {
            let id = id.trim();
            ProductId::of_shopify(id).map_or_else(|| ProductId::named(id).ok(), |id| Some(Some(id)))
        })
    }

    /// The shop's answer, if everybody may read it. Without a time of its own it has the import's.
    fn reply(&mut self) -> Option<ShopReply> {
        if self.is(Field::ReplyIsPublic, &["false", "no", "0"]) {
            return None;
        }
        let text = self.read(Field::Reply, ImportFault::Reply, |text| ReplyText::parse(text).ok())?;
        let created_at = self.time(Field::RepliedAt, ImportFault::Reply).unwrap_or(self.asked_at);
        let updated_at = self.time(Field::ReplyUpdatedAt, ImportFault::Reply).unwrap_or(created_at);
        Some(ShopReply { text, created_at, updated_at })
    }

    /// Whether a cell has one of these words.
    fn is(&self, field: Field, words: &[&str]) -> bool {
        self.cells.get(field).is_some_and(|(_, cell)| words.iter().any(|word| cell.trim().eq_ignore_ascii_case(word)))
    }

    fn time(&mut self, field: Field, fault: ImportFault) -> Option<Timestamp> {
        let (format, latest) = (self.format, self.asked_at);
        self.read(field, fault, |text| time::parse(format, text, latest))
    }

    /// Reads a cell that has to be there.
    fn require<T>(&mut self, field: Field, fault: ImportFault, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        if self.cells.get(field).is_none() {
            self.note(field, fault);
            return None;
        }
        self.read(field, fault, parse)
    }

    /// Reads a cell that may be empty.
    fn read<T>(&mut self, field: Field, fault: ImportFault, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let (heading, text) = self.cells.get(field)?;
        let parsed = parse(text);
        if parsed.is_none() {
            self.faults.push((Some(heading), fault));
        }
        parsed
    }

    fn note(&mut self, field: Field, fault: ImportFault) {
        self.faults.push((Some(field.heading(self.format)), fault));
    }
}

/// `1` to `5`, or `1.0` to `5.0`, as some exports have it.
fn rating(text: &str) -> Option<Rating> {
    let stars = text.trim();
    let stars = stars.strip_suffix(".0").unwrap_or(stars);
    Rating::ALL.into_iter().find(|rating| rating.stars().to_string() == stars)
}
