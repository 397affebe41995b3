//! The columns of a file: the headings of its format, and those that the call named. Case, spaces and punctuation are ignored,
//! because some systems write `Review Score` in one file and `review_score` in another.

use std::sync::Arc;

use domain::import::{FileColumns, ImportFault, ImportFormat};

use crate::layouts::{Field, Layout, PLAIN};

/// The fields that name a product, in the order in which they are asked.
pub(crate) const OF_PRODUCT: [Field; 3] = [Field::Product, Field::Handle, Field::Sku];

/// A heading of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) field: Field,
    /// The column's heading in messages about faults.
    pub(crate) heading: Arc<str>,
    /// The heading's position among the headings of its field, those of the call before those of the format. If several columns
    /// have the field, the lowest rank that a row fills is used.
    pub(crate) rank: usize,
    /// Whether the call named the column.
    pub(crate) is_named: bool,
}

/// The headings that a file of a format may have.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub(crate) layout: &'static Layout,
    /// The headings that the call named. They precede the format's.
    named: Vec<(Field, Arc<str>)>,
    /// Whether the file has a heading about what the other system shows.
    pub(crate) has_status: bool,
}

impl Known {
    pub(crate) fn new(format: ImportFormat, columns: Option<&FileColumns>) -> Self {
        let field =
            |name| PLAIN.headings.iter().find(|(_, headings)| headings.contains(&name)).map(|(field, _)| *field);
        let named = columns.into_iter().flat_map(FileColumns::iter);
        let named = named.filter_map(|(name, heading)| Some((field(name)?, Arc::from(heading)))).collect();
        Self { layout: Layout::of(format), named, has_status: false }
    }

    /// The column with this heading; `None` if the column is not imported.
    pub(crate) fn find(&self, heading: &str) -> Option<Column> {
        let wanted = bare(heading);
        if let Some(rank) = self.named.iter().position(|(_, named)| bare(named) == wanted) {
            let (field, heading) = &self.named[rank];
            return Some(Column { field: *field, heading: Arc::clone(heading), rank, is_named: true });
        }
        let of_layout = self.layout.headings.iter().find_map(|(field, headings)| {
            let rank = headings.iter().position(|known| bare(known) == wanted)?;
            let (heading, rank) = (Arc::from(headings[rank]), self.named.len() + rank);
            Some(Column { field: *field, heading, rank, is_named: false })
        });
        // The shop wrote what follows, so the heading is the file's.
        let is_question = || self.layout.own_questions.is_some_and(|start| heading.starts_with(start));
        let question = || Column { field: Field::Facts, heading: Arc::from(heading), rank: 0, is_named: false };
        of_layout.or_else(|| is_question().then(question))
    }

    /// The heading of a field in messages about faults; empty if the format has no column for it.
    pub(crate) fn heading(&self, field: Field) -> Arc<str> {
        if let Some((_, heading)) = self.named.iter().find(|(named, _)| *named == field) {
            return Arc::clone(heading);
        }
        let headings = self.layout.headings.iter().find(|(known, _)| *known == field);
        Arc::from(headings.and_then(|(_, headings)| headings.first()).copied().unwrap_or(""))
    }

    /// The heading of the first field that names products; `None` if the format has none.
    pub(crate) fn product_heading(&self) -> Option<Arc<str>> {
        OF_PRODUCT.into_iter().map(|field| self.heading(field)).find(|heading| !heading.is_empty())
    }

    /// The heading of the first required field that the file lacks; `None` if it has all. A file about the shop needs no product.
    pub(crate) fn missing(&self, is_of_shop: bool, has: impl Fn(Field) -> bool) -> Option<(Arc<str>, ImportFault)> {
        if let Some(field) = [Field::Rating, Field::WrittenAt].into_iter().find(|field| !has(*field)) {
            return Some((self.heading(field), ImportFault::MissingColumn));
        }
        let has_product = is_of_shop || OF_PRODUCT.into_iter().chain([Field::ProductUrl]).any(&has);
        (!has_product).then(|| (self.product_heading().unwrap_or_default(), ImportFault::MissingProduct))
    }
}

/// Headings that seem to say what the other system shows, in lower case and without `review`, `comment` or `is` before them.
const SEEM_STATUS: &str = "approvalstatus approved curated hidden moderation moderationstatus private public \
    publicationstatus published rejected spam state status unpublished visibility visible";

/// Whether a heading seems to say what the other system shows.
pub(crate) fn seems_status(heading: &str) -> bool {
    let heading = bare(heading);
    let word = ["review", "comment"].into_iter().find_map(|of| heading.strip_prefix(of)).unwrap_or(&heading);
    let word = word.strip_prefix("is").unwrap_or(word);
    SEEM_STATUS.split_whitespace().any(|known| known == word)
}

/// The fewest headings of a system by which a file is recognised as the system's.
const RECOGNISED_BY: usize = 4;

/// The format that has most of these headings, among those whose required fields are all here. `None` if two formats share the
/// first place, or if it has fewer than [`RECOGNISED_BY`] of the headings.
pub(crate) fn recognise<'a>(headings: impl Iterator<Item = &'a str> + Clone, is_of_shop: bool) -> Option<ImportFormat> {
    let score = |format: ImportFormat| {
        let known = Known::new(format, None);
        let fields: Vec<_> = headings.clone().filter_map(|heading| known.find(heading)).collect();
        known.missing(is_of_shop, |field| fields.iter().any(|column| column.field == field)).is_none().then(|| {
            let ignored: Vec<_> = known.layout.ignored.split_whitespace().map(bare).collect();
            fields.len() + headings.clone().filter(|heading| ignored.contains(&bare(heading))).count()
        })
    };
    let formats = ImportFormat::ALL.into_iter().filter(|format| *format != ImportFormat::Generic);
    let mut scores: Vec<_> = formats.filter_map(|format| Some((score(format)?, format))).collect();
    scores.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    match scores[..] {
        [(best, _), (second, _), ..] if best == second => None,
        [(best, format), ..] if best >= RECOGNISED_BY => Some(format),
        _ => None,
    }
}

/// A heading in lower case and without spaces and punctuation, which systems write differently.
pub(crate) fn bare(heading: &str) -> String {
    heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[derive(Debug, Default)]
pub(crate) struct Cells {
    pub(crate) read: Vec<(Column, String)>,
    /// The headings of cells that contain text and are not imported.
    pub(crate) unread: Vec<String>,
    /// Whether a cell was read as windows-1252 because it is not UTF-8.
    pub(crate) is_windows_1252: bool,
}

impl Cells {
    /// The cell for a field and its heading: of the cells with text, the cell with the lowest rank. `None` if no cell has text.
    pub(crate) fn get(&self, field: Field) -> Option<(&Arc<str>, &str)> {
        let said = self.all(field).filter(|(_, text)| !text.trim().is_empty());
        said.min_by_key(|(column, _)| column.rank).map(|(column, text)| (&column.heading, text))
    }

    /// The text for a field that may come in parts, with blanks between those that the call named, in its order.
    pub(crate) fn joined(&self, field: Field) -> Option<(&Arc<str>, String)> {
        let mut parts: Vec<_> = self.all(field).filter(|(column, _)| column.is_named).collect();
        parts.sort_by_key(|(column, _)| column.rank);
        let said: Vec<_> = parts.iter().map(|(_, text)| text.trim()).filter(|text| !text.is_empty()).collect();
        let (heading, first) = self.get(field)?;
        Some((heading, if said.is_empty() { first.to_owned() } else { said.join(" ") }))
    }

    /// The id of the review that the row comments on.
    pub(crate) fn comments_on(&self) -> Option<&str> {
        self.get(Field::Parent).map(|(_, parent)| parent.trim()).filter(|parent| *parent != "0")
    }

    /// All cells for a field, including empty ones.
    pub(crate) fn all(&self, field: Field) -> impl Iterator<Item = (&Column, &str)> {
        let said = self.read.iter().filter(move |(column, _)| column.field == field);
        said.map(|(column, text)| (column, text.as_str()))
    }

    /// Whether all cells are empty, as in the last lines of many spreadsheets.
    pub(crate) fn is_empty(&self) -> bool {
        self.read.iter().all(|(_, text)| text.trim().is_empty())
    }
}
