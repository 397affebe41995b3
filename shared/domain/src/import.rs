//! An import of reviews from a file: its format, how far it is, and what it reports of rows.

use crate::Platform;

/// The largest file of an import, in bytes.
pub const IMPORT_BYTES_MAX: u64 = 100 * 1024 * 1024;
/// The faults of one kind that a report lists; the numbers of rows count the others, too.
pub const FAULTS_OF_A_KIND_MAX: usize = 20;

/// Whose headings a file has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the vendors' names")]
pub enum ImportFormat {
    Afterword,
    Okendo,
    Judgeme,
    Yotpo,
    Loox,
}

impl ImportFormat {
    /// Every value, each once.
    pub const ALL: [Self; 5] = [Self::Afterword, Self::Okendo, Self::Judgeme, Self::Yotpo, Self::Loox];

    /// The word in the table and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Afterword => "afterword",
            Self::Okendo => "okendo",
            Self::Judgeme => "judgeme",
            Self::Yotpo => "yotpo",
            Self::Loox => "loox",
        }
    }

    /// The format with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str() == word)
    }

    /// Where the reviews of such a file were written, unless a row says it.
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

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportStatus {
    /// Its file was not uploaded yet.
    AwaitingUpload,
    /// Rows are read.
    Running,
    /// Every row was read.
    Done,
    /// The file cannot be read: no reviews, or a column is missing.
    Failed,
}

impl ImportStatus {
    /// Every value, each once.
    pub const ALL: [Self; 4] = [Self::AwaitingUpload, Self::Running, Self::Done, Self::Failed];

    /// The word in the table and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AwaitingUpload => "awaiting_upload",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }

    /// The status with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == word)
    }

    /// Whether nothing more happens.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Failed)
    }
}

macro_rules! faults {
    ($($(#[$doc:meta])* $fault:ident, $code:literal, $message:literal;)*) => {
        /// What is wrong with a file or a row of it. Its message never quotes the row.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum ImportFault {
            $($(#[$doc])* $fault,)*
        }

        impl ImportFault {
            /// Every value, each once.
            pub const ALL: &'static [Self] = &[$(Self::$fault),*];

            /// The code in the table and in the API.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$fault => $code,)*
                }
            }

            /// One sentence that says what to do.
            #[must_use]
            pub const fn message(self) -> &'static str {
                match self {
                    $(Self::$fault => $message,)*
                }
            }
        }
    };
}

faults! {
    /// The file has no row.
    EmptyFile, "empty_file", "The file has no row; upload one with headings and reviews.";
    /// A column that every row needs is missing.
    MissingColumn, "missing_column", "Add this column to the headings, or choose the format whose headings the file has.";
    /// A row is longer than any review.
    RowTooLong, "row_too_long", "The row has more than 128 KiB; look for a quotation mark without its counterpart.";
    /// A row has bytes that are not UTF-8.
    NotUtf8, "not_utf8", "Save the file in UTF-8.";
    /// A row has more cells than there are headings.
    TooManyCells, "too_many_cells", "The row has more cells than there are headings; put cells with commas in quotation marks.";
    /// A line is not a JSON object.
    Json, "invalid_json", "The line must be one JSON object.";
    /// An unknown platform.
    Platform, "invalid_platform", "Must be one of betterreviews, okendo, judgeme, yotpo, loox, wix.";
    /// A malformed id of the review.
    ExternalId, "invalid_external_review_id", "Must have at most 128 characters, on one line.";
    /// A missing or malformed product.
    Product, "invalid_product_id", "Must be a product's id such as \"shopify-7125386199075\" or its number in Shopify.";
    /// No rating from 1 to 5.
    Rating, "invalid_rating", "Must be a whole number from 1 to 5.";
    /// A title that is too long.
    Title, "invalid_title", "Must have at most 200 characters, on one line.";
    /// A text that is too long.
    Body, "invalid_body", "Must have at most 5,000 characters, and no control characters but line breaks and tabs.";
    /// A name that is too long.
    Name, "invalid_name", "Must have at most 100 characters, on one line.";
    /// No time, or one that is still to come.
    WrittenAt, "invalid_created_at", "Must be a time that is over, such as 2026-11-20T06:00:00Z, or a day such as 2026-11-20.";
    /// An answer that is too long, or its time.
    Reply, "invalid_reply", "Must have at most 10,000 characters, and no control characters but line breaks and tabs; its times must be over.";
    /// An unknown language.
    Language, "invalid_language", "Must be one of the languages of the customer's page, or empty.";
    /// Too many photos.
    Photos, "invalid_photo_urls", "Must have at most 10 addresses.";
    /// The review is known.
    Duplicate, "duplicate", "This review is known: by its id, or by its product, name, stars, text and date.";
    /// The review was imported without photos whose addresses may not be called.
    PhotosNotImported, "photos_not_imported", "The review was imported without these photos: each address must start with https:// and the name of a host.";
}

impl ImportFault {
    /// The fault with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|fault| fault.as_str() == code)
    }
}

/// A fault and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultAt {
    /// The line of the file, from 1; that on which the row begins.
    pub line: u64,
    /// The heading of the column; `None` if it is about the whole row.
    pub column: Option<String>,
    /// What is wrong.
    pub fault: ImportFault,
}

/// What became of an import's rows so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// Rows that were read.
    pub rows: u64,
    /// Those whose review was imported, or would be if it is a dry run.
    pub imported: u64,
    /// Of each kind the first [`FAULTS_OF_A_KIND_MAX`], by line.
    pub faults: Vec<FaultAt>,
}

impl ImportReport {
    /// Rows without a review.
    #[must_use]
    pub const fn skipped(&self) -> u64 {
        self.rows - self.imported
    }

    /// Adds a fault, if there is still room for one of its kind.
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
