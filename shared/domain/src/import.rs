//! An import of reviews from a file: its format, its status, and what it reports about rows.

use serde::{Deserialize, Serialize};

use crate::review::Platform;
use crate::values::word::words;

/// The largest file of an import, in bytes.
pub const IMPORT_BYTES_MAX: u64 = 100 * 1024 * 1024;
/// The most faults of one kind that a report lists. Further ones are not listed; their rows are counted.
pub const FAULTS_OF_A_KIND_MAX: usize = 20;

words! {
    /// The vendor whose column headings the file uses.
    pub enum ImportFormat {
        Afterword = "afterword",
        Okendo = "okendo",
        Judgeme = "judgeme",
        Yotpo = "yotpo",
        Loox = "loox",
    }
}

impl ImportFormat {
    /// The platform of the file's reviews, unless a row names another.
    #[must_use]
    pub const fn platform(self) -> Platform {
        match self {
            Self::Afterword => Platform::BetterReviews,
            Self::Okendo => Platform::Okendo,
            Self::Judgeme => Platform::Judgeme,
            Self::Yotpo => Platform::Yotpo,
            Self::Loox => Platform::Loox,
        }
    }
}

words! {
    /// An import's status.
    pub enum ImportStatus {
        AwaitingUpload = "awaiting_upload",
        Running = "running",
        Done = "done",
        /// The file was not read to its end: it has no reviews, lacks a column, is gone or was replaced.
        Failed = "failed",
    }
}

impl ImportStatus {
    /// Whether the import has ended.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Failed)
    }
}

macro_rules! faults {
    ($($fault:ident = $code:literal, $message:literal;)+) => {
        words! {
            /// A fault of a file or of one of its rows. The message never quotes the row.
            pub enum ImportFault {
                $(#[doc = $message] $fault = $code,)+
            }
        }

        impl ImportFault {
            /// One sentence that says what to do.
            #[must_use]
            pub const fn message(self) -> &'static str {
                match self {
                    $(Self::$fault => $message,)+
                }
            }
        }
    };
}

faults! {
    EmptyFile = "empty_file", "The file has no row; upload one with headings and reviews.";
    MissingColumn = "missing_column", "Add this column to the headings, or choose the format whose headings the file has.";
    RowTooLong = "row_too_long", "The row has more than 128 KiB; look for a quotation mark without its counterpart.";
    NotUtf8 = "not_utf8", "Save the file in UTF-8.";
    TooManyCells = "too_many_cells", "The row has more cells than there are headings; put cells with commas in quotation marks.";
    Json = "invalid_json", "The line must be one JSON object.";
    Platform = "invalid_platform", "Must be one of betterreviews, okendo, judgeme, yotpo, loox, wix.";
    ExternalId = "invalid_external_review_id", "Must have at most 128 characters, on one line.";
    Product = "invalid_product_id", "Must be a product's id such as \"shopify-7125386199075\" or its number in Shopify.";
    Rating = "invalid_rating", "Must be a whole number from 1 to 5.";
    Title = "invalid_title", "Must have at most 200 characters, on one line.";
    Body = "invalid_body", "Must have at most 5,000 characters, and no control characters but line breaks and tabs.";
    Name = "invalid_name", "Must have at most 100 characters, on one line.";
    WrittenAt = "invalid_created_at", "Must be a time that is over, such as 2026-11-20T06:00:00Z, or a day such as 2026-11-20.";
    Reply = "invalid_reply", "Must have at most 10,000 characters, and no control characters but line breaks and tabs; its times must be over.";
    Language = "invalid_language", "Must be one of the languages of the customer's page, or empty.";
    Photos = "invalid_photo_urls", "Must have at most 10 addresses.";
    Duplicate = "duplicate", "This review is known: by its id, or by its product, name, stars, text and date.";
    Erased = "erased", "The data of the person with this address was erased; take the row out of the file.";
    FileGone = "file_gone", "The file was deleted before all of it was read; import it again, known reviews are left out.";
    FileChanged = "file_changed", "Another file was uploaded while this one was read; import it again, known reviews are left out.";
    PhotosNotImported = "photos_not_imported", "The review was imported without these photos: each address must start with https:// and the name of a host.";
}

/// A fault and where it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FaultAt {
    /// The line of the file on which the row begins, from 1.
    pub line: u64,
    /// The column's heading; `None` if the fault is about the whole row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The problem.
    pub fault: ImportFault,
}

/// The results of an import's rows so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    /// Rows that were read.
    pub rows: u64,
    /// Rows whose review was imported, or would be in a dry run.
    pub imported: u64,
    /// The first [`FAULTS_OF_A_KIND_MAX`] faults of each kind, by line.
    pub faults: Vec<FaultAt>,
}

impl ImportReport {
    /// Rows without a review.
    #[must_use]
    pub const fn skipped(&self) -> u64 {
        self.rows - self.imported
    }

    /// Adds a fault, unless [`FAULTS_OF_A_KIND_MAX`] of its kind are listed.
    pub fn note(&mut self, line: u64, column: Option<&str>, fault: ImportFault) {
        if self.faults.iter().filter(|known| known.fault == fault).count() < FAULTS_OF_A_KIND_MAX {
            self.faults.push(FaultAt { line, column: column.map(ToOwned::to_owned), fault });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_fault_has_a_code_of_its_own_and_a_sentence() {
        for (at, fault) in ImportFault::ALL.iter().enumerate() {
            assert_eq!(ImportFault::parse(fault.as_str()), Some(*fault));
            assert!(fault.message().ends_with('.'), "{}", fault.as_str());
            assert!(ImportFault::ALL[at + 1..].iter().all(|other| other.as_str() != fault.as_str()));
        }
    }

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
}
