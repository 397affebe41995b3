//! What became of an import's rows: numbers that add up, and each product as it was there and is here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{FaultAt, ImportFault, SaidBefore, Weighs};
use crate::values::stored::is_default;

/// The faults of one kind that a report lists; the numbers of rows count the others, too.
const FAULTS_OF_A_KIND_MAX: usize = 20;
/// The faults of rows of which nothing was read.
const UNREADABLE: [ImportFault; 5] = [
    ImportFault::RowTooLong,
    ImportFault::OpenQuote,
    ImportFault::NotUtf8,
    ImportFault::TooManyCells,
    ImportFault::Json,
];
/// The headings of columns that were not read that a report lists.
pub const UNREAD_MAX: usize = 50;

/// The results of an import's rows so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportReport {
    /// Rows that were read.
    pub rows: u64,
    /// Rows whose review is public, or would be in a dry run.
    pub published: u64,
    /// Rows whose review waits for the shop, or would.
    pub waiting: u64,
    /// Those of the waiting that the other system did not show.
    pub hidden: u64,
    /// Rows whose review the other system showed, by the file.
    pub public_rows: u64,
    /// Those of them whose stars can be read.
    pub there: Tally,
    /// The reviews that are public here, or would be.
    pub here: Tally,
    /// Rows without a review, by their first fault.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub skipped_for: BTreeMap<ImportFault, u64>,
    /// Rows that the other system showed and that have no review here, by their first fault.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub lost_for: BTreeMap<ImportFault, u64>,
    /// Faults of imported rows, by kind.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub notes: BTreeMap<ImportFault, u64>,
    /// Of each kind the first [`FAULTS_OF_A_KIND_MAX`], by line.
    pub faults: Vec<FaultAt>,
    /// The headings of columns that hold something and are not read, at most [`UNREAD_MAX`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<String>,
    /// Reviews that were taken out again.
    #[serde(skip_serializing_if = "is_default")]
    pub undone: u64,
    /// Reviews that stayed because somebody decided about or answered them while the import was undone.
    #[serde(skip_serializing_if = "is_default")]
    pub kept: u64,
}

/// A number of reviews and the sum of their stars.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// How many there are.
    pub reviews: u64,
    /// Their stars together.
    pub stars: u64,
}

/// A product's reviews in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductTally {
    /// Its name, [`crate::order::ProductId::name_of`]; of an unknown one what the file says.
    pub product: String,
    /// Whether the shop has no such product.
    #[serde(default, skip_serializing_if = "is_default")]
    pub is_unknown: bool,
    /// Rows about it.
    pub rows: u64,
    /// The reviews that the other system showed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub there: Tally,
    /// The reviews that are public here.
    #[serde(default, skip_serializing_if = "is_default")]
    pub here: Tally,
    /// The reviews that wait here.
    #[serde(default, skip_serializing_if = "is_default")]
    pub waiting: u64,
}

/// What a stretch of rows adds to a report beyond its numbers. It is stored with how far the import is, so that the
/// rows of a run that died are in it once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportPart {
    /// The products of these rows, in their order.
    pub products: Vec<ProductTally>,
    /// Everything that is wrong with these rows.
    pub faults: Vec<FaultAt>,
}

impl Tally {
    /// Counts a review with so many stars.
    pub const fn count(&mut self, stars: u8) {
        self.reviews += 1;
        self.stars += stars as u64;
    }

    /// The average in hundredths of a star, half up; `None` of no reviews.
    #[must_use]
    pub const fn average_hundredths(self) -> Option<u64> {
        if self.reviews == 0 { None } else { Some((self.stars * 200 + self.reviews) / (self.reviews * 2)) }
    }

    /// Adds another tally.
    pub const fn add(&mut self, other: Self) {
        self.reviews += other.reviews;
        self.stars += other.stars;
    }
}

impl ImportReport {
    /// Rows whose review was imported, or would be.
    #[must_use]
    pub const fn imported(&self) -> u64 {
        self.published + self.waiting
    }

    /// Rows without a review.
    #[must_use]
    pub const fn skipped(&self) -> u64 {
        self.rows - self.imported()
    }

    /// Rows of which nobody knows whether the other system showed them.
    #[must_use]
    pub fn unreadable(&self) -> u64 {
        UNREADABLE.iter().filter_map(|fault| self.skipped_for.get(fault)).sum()
    }

    /// Reviews for which the report has no reason: rows that are in none of its numbers, reviews that were public there and
    /// are neither public, nor waiting, nor named here, and how far the file is from what the other system says it has.
    #[must_use]
    pub fn unexplained(&self, said: Option<SaidBefore>) -> u64 {
        let rows = self.skipped().abs_diff(self.skipped_for.values().sum());
        let waits_newly = self.waiting - self.hidden;
        let public = self.published + waits_newly + self.lost_for.values().sum::<u64>();
        let missing = said.map_or(0, |said| said.reviews.abs_diff(self.public_rows).saturating_sub(self.unreadable()));
        rows + self.public_rows.abs_diff(public) + missing
    }

    /// Adds a fault to the list, if there is still room for one of its kind.
    pub fn note(&mut self, line: u64, column: Option<&str>, fault: ImportFault) {
        if self.faults.iter().filter(|known| known.fault == fault).count() < FAULTS_OF_A_KIND_MAX {
            self.faults.push(FaultAt { line, column: column.map(ToOwned::to_owned), fault });
        }
        if fault.weighs() == Weighs::Note {
            *self.notes.entry(fault).or_default() += 1;
        }
    }

    /// Counts a row without a review, by its first fault, and whether the other system showed it.
    pub fn skip(&mut self, fault: ImportFault, was_public: bool) {
        *self.skipped_for.entry(fault).or_default() += 1;
        if was_public {
            *self.lost_for.entry(fault).or_default() += 1;
        }
    }
}

impl ImportPart {
    /// The tally of a product, which is made with its first row.
    pub fn product(&mut self, name: &str, is_unknown: bool) -> &mut ProductTally {
        let is_it = |known: &ProductTally| known.product == name && known.is_unknown == is_unknown;
        let at = self.products.iter().position(is_it).unwrap_or_else(|| {
            self.products.push(ProductTally { product: name.to_owned(), is_unknown, ..ProductTally::default() });
            self.products.len() - 1
        });
        &mut self.products[at]
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.products.is_empty() && self.faults.is_empty()
    }

    /// Adds the products of another stretch.
    pub fn add_products(&mut self, other: Self) {
        for ProductTally { product, is_unknown, rows, there, here, waiting } in other.products {
            let known = self.product(&product, is_unknown);
            (known.rows, known.waiting) = (known.rows + rows, known.waiting + waiting);
            known.there.add(there);
            known.here.add(here);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_of_a_kind_are_listed_and_another_kind_still_has_room() {
        let mut report = ImportReport::default();
        for line in 2..40 {
            report.note(line, Some("rating"), ImportFault::Rating);
        }
        report.note(40, None, ImportFault::Duplicate);
        assert_eq!(report.faults.len(), FAULTS_OF_A_KIND_MAX + 1);
        assert_eq!(
            report.faults[0],
            FaultAt { line: 2, column: Some("rating".to_owned()), fault: ImportFault::Rating }
        );
        assert_eq!(report.faults[20].fault, ImportFault::Duplicate);
    }

    #[test]
    fn every_row_is_accounted_for() {
        let mut report = ImportReport { rows: 3, published: 1, ..ImportReport::default() };
        report.skip(ImportFault::Rating, true);
        report.public_rows = 2;
        assert_eq!((report.skipped(), report.unexplained(None)), (2, 1));
        report.skip(ImportFault::Duplicate, false);
        assert_eq!((report.unexplained(None), report.lost_for.len()), (0, 1));
        let said = |reviews| Some(SaidBefore { reviews, average_hundredths: None });
        assert_eq!([2, 3].map(|reviews| report.unexplained(said(reviews))), [0, 1]);
        report.rows += 1;
        report.skip(ImportFault::OpenQuote, false);
        assert_eq!(report.unexplained(said(3)), 0, "it may have been the one that nobody can read");
    }

    #[test]
    fn the_products_of_two_stretches_are_one() {
        let mut first = ImportPart::default();
        let tally = first.product("shopify-1", false);
        (tally.rows, tally.waiting) = (1, 1);
        first.product("board", true).rows += 2;
        let mut both = first.clone();
        both.add_products(first);
        assert_eq!((both.products[0].rows, both.products[0].waiting, both.products[1].rows), (2, 2, 4));
    }
}
