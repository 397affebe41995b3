//! The report of an import: the numbers of its rows by result, and each product's reviews in the other system and here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{FaultAt, HalfStars, ImportFault, ImportOptions, ImportStatus, SaidBefore, Weighs};
use crate::values::stored::is_default;

/// The most faults of one kind that a report lists. The numbers in the report include the others.
const FAULTS_OF_A_KIND_MAX: usize = 20;
/// The faults of rows of which no field was read.
const UNREADABLE: [ImportFault; 5] = [
    ImportFault::RowTooLong,
    ImportFault::OpenQuote,
    ImportFault::NotUtf8,
    ImportFault::TooManyCells,
    ImportFault::Json,
];
/// The difference between a typed average and the file's that rounding explains, in hundredths of a star.
const ROUNDED_BY: u64 = 1;
/// The same if the typed average may have one decimal only.
const ROUNDED_TO_TENTHS_BY: u64 = 5;
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
    /// Rows in `waiting` whose review the other system did not show.
    pub hidden: u64,
    /// Rows in `waiting` whose words contain contact data.
    pub contact_data: u64,
    /// Rows that are the shop's answers to reviews of the file.
    #[serde(skip_serializing_if = "is_default")]
    pub answers: u64,
    /// Rows whose review the other system showed, according to the file.
    pub public_rows: u64,
    /// The reviews of `public_rows` with readable stars.
    pub there: Tally,
    /// The reviews that are public here or, in a dry run, would be.
    pub here: Tally,
    /// Rows without a review, by the row's first fault.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub skipped_for: BTreeMap<ImportFault, u64>,
    /// Rows without a review whose review the other system showed, by the row's first fault.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub lost_for: BTreeMap<ImportFault, u64>,
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
        let asks = |fault: &ImportFault| matches!(fault, ImportFault::PlatformNeeded | ImportFault::UnknownFormat);
        self.faults.iter().map(|it| it.fault).find(asks)
    }
}

/// A number of reviews and the sum of their stars.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    pub reviews: u64,
    pub stars: u64,
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
    /// The product's reviews that the other system showed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub there: Tally,
    /// The product's reviews that are public here.
    #[serde(default, skip_serializing_if = "is_default")]
    pub here: Tally,
    #[serde(default, skip_serializing_if = "is_default")]
    pub waiting: u64,
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

impl Tally {
    pub const fn count(&mut self, stars: u8) {
        self.reviews += 1;
        self.stars += stars as u64;
    }

    /// The average in hundredths of a star, rounded half up; `None` without reviews.
    pub const fn average_hundredths(self) -> Option<u64> {
        if self.reviews == 0 { None } else { Some((self.stars * 200 + self.reviews) / (self.reviews * 2)) }
    }

    pub const fn add(&mut self, other: Self) {
        self.reviews += other.reviews;
        self.stars += other.stars;
    }
}

impl ProductTally {
    pub const fn add(&mut self, other: &Self) {
        let Self { product: _, is_unknown: _, is_undescribed, rows, there, here, waiting } = other;
        self.is_undescribed |= *is_undescribed;
        self.rows += *rows;
        self.waiting += *waiting;
        self.there.add(*there);
        self.here.add(*here);
    }
}

impl ImportReport {
    /// Rows whose review was imported or, in a dry run, would be.
    pub const fn imported(&self) -> u64 {
        self.published + self.waiting
    }

    /// Rows without a review, except answers.
    pub const fn skipped(&self) -> u64 {
        self.rows - self.imported() - self.answers
    }

    /// Rows that cannot be read, so that it is unknown whether the other system showed their reviews.
    pub fn unreadable(&self) -> u64 {
        UNREADABLE.iter().filter_map(|fault| self.skipped_for.get(fault)).sum()
    }

    /// The number of reviews for which the report has no reason. It is the sum of three differences: skipped rows against rows
    /// with a reason; public reviews in the file against reviews that are public, wait, or were left out for a reason; and the
    /// old system's own number against the file's, less the unreadable rows. One more is counted if the
    /// [averages differ](Self::average_differs), because then at least one review has other stars.
    pub fn unexplained(&self, options: &ImportOptions) -> u64 {
        let rows = self.skipped().abs_diff(self.skipped_for.values().sum());
        let waits_newly = self.waiting - self.hidden;
        let public = self.published + waits_newly + self.lost_for.values().sum::<u64>();
        let missing =
            options.said.map_or(0, |said| said.reviews.abs_diff(self.public_rows).saturating_sub(self.unreadable()));
        rows + self.public_rows.abs_diff(public) + missing + u64::from(self.average_differs(options))
    }

    /// Whether the file has as many public reviews as the old system, and another average. The typed average may be rounded to
    /// tenths or hundredths. The averages are not compared if the stars of a public review are unreadable, or if the import rounds
    /// half stars.
    pub fn average_differs(&self, options: &ImportOptions) -> bool {
        let Some(SaidBefore { reviews, average_hundredths: Some(typed) }) = options.said else { return false };
        let Some(average) = self.there.average_hundredths() else { return false };
        let typed = u64::from(typed);
        let rounded_by = if typed.is_multiple_of(10) { ROUNDED_TO_TENTHS_BY } else { ROUNDED_BY };
        let is_comparable =
            reviews == self.public_rows && reviews == self.there.reviews && options.half_stars == HalfStars::Refuse;
        is_comparable && typed.abs_diff(average) > rounded_by
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

    /// Counts a row without a review, by its first fault, and whether the other system showed it.
    pub fn skip(&mut self, fault: ImportFault, was_public: bool) {
        *self.skipped_for.entry(fault).or_default() += 1;
        if was_public {
            *self.lost_for.entry(fault).or_default() += 1;
        }
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
        for tally in other.products {
            self.product(&tally.product, tally.is_unknown).add(&tally);
        }
    }

    /// All products that the shop never described, as one tally.
    pub fn undescribed(&self) -> ProductTally {
        let mut sum = ProductTally::default();
        self.products.iter().filter(|product| product.is_undescribed).for_each(|product| sum.add(product));
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(reviews: u64, average_hundredths: Option<u32>) -> ImportOptions {
        ImportOptions { said: Some(SaidBefore { reviews, average_hundredths }), ..ImportOptions::default() }
    }

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
    fn every_row_is_accounted_for() {
        let mut report = ImportReport { rows: 3, published: 1, ..ImportReport::default() };
        report.skip(ImportFault::Rating, true);
        report.public_rows = 2;
        let nothing_said = ImportOptions::default();
        assert_eq!((report.skipped(), report.unexplained(&nothing_said)), (2, 1));
        report.skip(ImportFault::Duplicate, false);
        assert_eq!((report.unexplained(&nothing_said), report.lost_for.len()), (0, 1));
        assert_eq!([2, 3].map(|reviews| report.unexplained(&said(reviews, None))), [0, 1]);
        report.rows += 1;
        report.skip(ImportFault::OpenQuote, false);
        assert_eq!(report.unexplained(&said(3, None)), 0, "it may have been the one that nobody can read");
    }

    #[test]
    fn another_average_of_as_many_reviews_is_one_difference() {
        let there = Tally { reviews: 3, stars: 14 };
        let report =
            ImportReport { rows: 3, published: 3, public_rows: 3, there, here: there, ..ImportReport::default() };
        let unexplained = |reviews, average| report.unexplained(&said(reviews, Some(average)));
        assert_eq!([467, 466, 470].map(|average| unexplained(3, average)), [0; 3], "4.67 is typed as it is shown");
        assert_eq!([465, 460, 480, 500].map(|average| unexplained(3, average)), [1; 4]);
        assert_eq!(unexplained(4, 500), 1, "the missing review explains the average");
        let rounded = ImportOptions { half_stars: HalfStars::Up, ..said(3, Some(450)) };
        assert_eq!(report.unexplained(&rounded), 0);
    }

    #[test]
    fn the_products_of_two_stretches_are_one() {
        let mut first = ImportPart::default();
        let tally = first.product("shopify-1", false);
        (tally.rows, tally.waiting) = (1, 1);
        first.product("board", true).rows += 2;
        first.product("shopify-1", false).is_undescribed = true;
        let mut both = first.clone();
        both.add_products(first);
        assert_eq!((both.products[0].rows, both.products[0].waiting, both.products[1].rows), (2, 2, 4));
        assert_eq!(
            (both.undescribed().rows, both.undescribed().waiting),
            (2, 2),
            "the unknown product is another matter"
        );
    }
}
