//! The report of an import: the numbers of its rows by result and by product.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{FaultAt, ImportFault, ImportStatus, Weighs};
use crate::values::is_default;

/// The most faults of one kind that a report lists. The numbers in the report include the others.
const FAULTS_OF_A_KIND_MAX: usize = 20;
/// The most headings of unread columns that a report lists.
pub const UNREAD_MAX: usize = 50;

/// The results of an import's rows so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportReport {
    pub rows: u64,
    /// Rows whose review is public or, in a dry run, would be.
    pub published: u64,
    /// Rows whose review waits for the shop or, in a dry run, would wait.
    pub waiting: u64,
    /// Rows whose review is withheld or, in a dry run, would be: the other system did not show it, or its author works for the shop.
    pub hidden: u64,
    /// Rows in `waiting` whose words contain contact data.
    pub contact_data: u64,
    /// Rows that are the shop's answers to reviews of the file.
    #[serde(skip_serializing_if = "is_default")]
    pub answers: u64,
    /// Rows without a review, by the row's first fault.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub skipped_for: BTreeMap<ImportFault, u64>,
    /// Notes about imported rows, by kind.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub notes: BTreeMap<ImportFault, u64>,
    /// The first [`FAULTS_OF_A_KIND_MAX`] faults of each kind, by line.
    pub faults: Vec<FaultAt>,
    /// The headings of columns that contain text and are not imported, at most [`UNREAD_MAX`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<String>,
    /// Reviews that an undo deleted.
    #[serde(skip_serializing_if = "is_default")]
    pub undone: u64,
    /// Reviews that an undo kept because somebody decided about, answered or changed them.
    #[serde(skip_serializing_if = "is_default")]
    pub kept: u64,
}

impl ImportReport {
    /// What the shop has to say before the file can be read; `None` if nothing is missing.
    pub fn asks(&self) -> Option<ImportFault> {
        const ASK: [ImportFault; 3] =
            [ImportFault::PlatformNeeded, ImportFault::UnknownFormat, ImportFault::MissingProduct];
        self.faults.iter().map(|it| it.fault).find(|fault| ASK.contains(fault))
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductTally {
    /// The product's name, see [`crate::order::ProductId::name_of`]; for an unknown product, the name in the file.
    pub product: String,
    /// Whether the product is unknown or left out.
    #[serde(default, skip_serializing_if = "is_default")]
    pub is_unknown: bool,
    /// Whether the shop never described the product, so that its id may be wrong.
    #[serde(default, skip_serializing_if = "is_default")]
    pub is_undescribed: bool,
    pub rows: u64,
}

/// The report's products and faults of successive rows. A part is stored together with the import's progress, so that a row that
/// two runs read counts once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportPart {
    /// The products of these rows, in the order of the rows.
    pub products: Vec<ProductTally>,
    pub faults: Vec<FaultAt>,
}

impl ImportReport {
    /// Rows whose review was imported or, in a dry run, would be.
    pub const fn imported(&self) -> u64 {
        self.published + self.waiting + self.hidden
    }

    /// Rows without a review, except answers.
    pub const fn skipped(&self) -> u64 {
        self.rows - self.imported() - self.answers
    }

    /// Counts a note, and lists a fault unless the list is full for its kind.
    pub fn note(&mut self, fault: FaultAt) {
        let kind = fault.fault;
        if self.faults.iter().filter(|known| known.fault == kind).count() < FAULTS_OF_A_KIND_MAX {
            self.faults.push(fault);
        }
        if kind.weighs() == Weighs::Note {
            *self.notes.entry(kind).or_default() += 1;
        }
    }

    /// The import's status after an undo that finds no further review. If reviews are missing, it lists a fault at `line`. A run
    /// that an undo stops has reviews that no save counted, so the undo may count more reviews than the import.
    pub fn end_undo(&mut self, line: u64) -> ImportStatus {
        if self.undone + self.kept >= self.imported() {
            return ImportStatus::Undone;
        }
        let missing = FaultAt { line, row: None, column: None, fault: ImportFault::UndoIncomplete };
        if !self.faults.contains(&missing) {
            self.faults.push(missing);
        }
        ImportStatus::Failed
    }
}

impl ImportPart {
    /// The tally of a product. A new product gets an empty tally.
    pub fn product(&mut self, name: &str, is_unknown: bool) -> &mut ProductTally {
        let is_it = |known: &ProductTally| known.product == name && known.is_unknown == is_unknown;
        let at = self.products.iter().position(is_it).unwrap_or_else(|| {
            self.products.push(ProductTally { product: name.to_owned(), is_unknown, ..ProductTally::default() });
            self.products.len() - 1
        });
        &mut self.products[at]
    }

    pub const fn is_empty(&self) -> bool {
        self.products.is_empty() && self.faults.is_empty()
    }

    pub fn add_products(&mut self, other: Self) {
        for ProductTally { product, is_unknown, is_undescribed, rows } in other.products {
            let tally = self.product(&product, is_unknown);
            tally.is_undescribed |= is_undescribed;
            tally.rows += rows;
        }
    }

    /// The number of rows about products that the shop never described.
    pub fn undescribed(&self) -> u64 {
        self.products.iter().filter(|product| product.is_undescribed).map(|product| product.rows).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_of_a_kind_are_listed_and_another_kind_still_has_room() {
        let mut report = ImportReport::default();
        let wrong = |line: u64| FaultAt {
            line,
            row: Some(line - 1),
            column: Some("rating".to_owned()),
            fault: ImportFault::Rating,
        };
        (2..40).for_each(|line| report.note(wrong(line)));
        report.note(FaultAt { fault: ImportFault::Duplicate, ..wrong(40) });
        assert_eq!((report.faults.len(), &report.faults[0]), (FAULTS_OF_A_KIND_MAX + 1, &wrong(2)));
        assert_eq!(report.faults[20].fault, ImportFault::Duplicate);
    }

    #[test]
    fn the_products_of_two_stretches_are_one() {
        let mut first = ImportPart::default();
        first.product("shopify-1", false).rows = 1;
        first.product("board", true).rows += 2;
        first.product("shopify-1", false).is_undescribed = true;
        let mut both = first.clone();
        both.add_products(first);
        assert_eq!((both.products[0].rows, both.products[1].rows), (2, 4));
        assert_eq!(both.undescribed(), 2, "the unknown product is another matter");
    }
}
