//! Faults of a file, of a row, or of a part of a row.

use serde::{Deserialize, Serialize};

use crate::values::words;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weighs {
    /// The file is not read, or reading stops.
    File,
    /// The row's review is not imported.
    Row,
    /// The review is imported without the part that has the fault, or with the part shortened or replaced.
    Note,
}

macro_rules! faults {
    ($($fault:ident = $code:literal, $weighs:ident, $message:literal;)+) => {
        words! {
            /// A fault of a file or of a row. The message never quotes the row.
            pub enum ImportFault {
                $(#[doc = $message] $fault = $code,)+
            }
        }

        impl ImportFault {
            pub const fn message(self) -> &'static str {
                match self {
                    $(Self::$fault => $message,)+
                }
            }

            pub const fn weighs(self) -> Weighs {
                match self {
                    $(Self::$fault => Weighs::$weighs,)+
                }
            }
        }
    };
}

faults! {
    EmptyFile = "empty_file", File, "The file has no reviews; export it again.";
    NotText = "not_text", File, "The file is a workbook or an archive; save it as CSV, or unpack it first.";
    UnknownFormat = "unknown_format", File, "No known system has these headings; name the system with `format`, or the columns with `columns`.";
    PlatformNeeded = "platform_needed", File, "Product ids in this file are numbers; say with `platform` whether they are Shopify's or WooCommerce's.";
    MissingColumn = "missing_column", File, "The file must have this column; check `format` and the file's first line.";
    MissingProduct = "missing_product", File, "The file must have a column of products; name it with `columns`, or say with `product=@shop` that all rows are about the shop itself.";
    UnreadStatus = "unread_status", File, "This column seems to say which reviews were public, and the format does not read it; name it with `columns=status=`, choose another `format`, or take the column out.";
    BeyondFiveStars = "beyond_five_stars", File, "Several ratings are from 6 to 10, and stars end at five; turn all ratings into stars, and import the file again.";
    TooManyOpenQuotes = "too_many_open_quotes", File, "100 rows have a quotation mark without its counterpart; export the file again.";
    BrokenList = "broken_list", File, "The JSON list has an object that is broken, does not end or has more than 128 KiB; export the file again, known reviews are left out.";
    UndoIncomplete = "undo_incomplete", File, "The undo found fewer reviews than the import created; start it again, and remove the others one by one.";
    FileGone = "file_gone", File, "The file was deleted before all of it was read; import it again, known reviews are left out.";
    FileChanged = "file_changed", File, "Another file was uploaded while this one was read; import it again, known reviews are left out.";
    RowTooLong = "row_too_long", Row, "The row has more than 128 KiB; look for a quotation mark without its counterpart.";
    OpenQuote = "open_quote", Row, "A quotation mark in this line has no counterpart; reading went on with the next line.";
    NotUtf8 = "not_utf8", Row, "Save the file in UTF-8: Excel calls it \"CSV UTF-8\", other programs ask for the character set.";
    TooManyCells = "too_many_cells", Row, "The row has more cells than there are headings; put cells with commas in quotation marks.";
    Json = "invalid_json", Row, "The line must be one JSON object.";
    Platform = "invalid_platform", Row, "Must be one of betterreviews, okendo, judgeme, yotpo, loox, wix, stamped, shopify, woocommerce, other.";
    Product = "invalid_product_id", Row, "Must be a product's id such as \"shopify-7125386199075\" or its number in the shop's program.";
    UnknownProduct = "unknown_product", Row, "The shop has no product with this id, handle or SKU; say which product it is, and import the file again.";
    LeftOut = "left_out", Row, "The shop said that this product's reviews are left out.";
    Rating = "invalid_rating", Row, "Must be a whole number from 1 to 5.";
    WrittenAt = "invalid_created_at", Row, "Must be a time that is over, such as 2026-11-20T06:00:00Z, or a day such as 2026-11-20.";
    AmbiguousDate = "ambiguous_date", Row, "The day and the month could be either way round; say with `dates` which comes first.";
    CommentOnReview = "comment_on_review", Row, "This is a comment on a review and no review; answer the review here.";
    Duplicate = "duplicate", Row, "This review is known: by its id, or by its product, name, stars, text, date and address.";
    Erased = "erased", Row, "The data of the person with this address was erased; take the row out of the file.";
    ExternalId = "invalid_external_review_id", Note, "The id was left out: it must have at most 128 characters, on one line.";
    Title = "invalid_title", Note, "The headline was cut to 200 characters on one line.";
    Body = "invalid_body", Note, "The text was cut to 5,000 characters.";
    Name = "invalid_name", Note, "The name was cut to 100 characters on one line.";
    Reply = "invalid_reply", Note, "The answer was cut to 10,000 characters.";
    ReplyTime = "invalid_reply_date", Note, "The answer's date cannot be read or is not over; the answer has the import's.";
    MonthFirst = "read_month_first", Note, "The date was read with the month first; if all are so, say it with `dates`.";
    Language = "invalid_language", Note, "The language was left out: it is none of the customer's page.";
    Photos = "invalid_photo_urls", Note, "The review was imported with the first 10 photos.";
    PhotosNotImported = "photos_not_imported", Note, "The review was imported without these photos: each address must start with https:// and the name of a host.";
    MadeProduct = "made_product", Note, "No product has this handle, so one was made; it becomes one with the product that comes with this handle.";
    HalfStars = "half_stars", Note, "Half a star was rounded up.";
    UnknownFact = "unknown_fact", Note, "The answer was left out: none of the shop's facts has it. A shop has up to three: say in the setting `facts` which, undo the import unless it was a dry run, and import the file again.";
    Windows1252 = "read_as_windows_1252", Note, "The row is not in UTF-8 and was read as windows-1252; look at its accents.";
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FaultAt {
    /// The line of the file on which the row begins, from 1.
    pub line: u64,
    /// The row's number in the file, from 1; `None` if the fault is about the file, or is older than these numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u64>,
    /// The heading of the column; `None` if the fault is about the whole row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    pub fault: ImportFault,
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
}
