//! The products of an import, and a shop's answers about products that its files name.

use std::collections::BTreeMap;

use bytes::Bytes;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use domain::import::{ImportPart, ProductAnswers, ProductTally};
use edge::error::Error;

edge::shown! {
    /// The products that a file names.
    pub(crate) struct ImportProducts(part: &ImportPart) {
        /// The products to which the file's names lead. A number leads to a product even if the shop did not describe the product.
        products: Vec<ImportProduct> = by_rows(part, false);
        /// The products that the shop does not have or leaves out. Their reviews are not imported.
        unknown: Vec<ImportProduct> = by_rows(part, true);
    }

    /// A product that a file names.
    struct ImportProduct(tally: &ProductTally) {
        /// The product's id, or `@shop` for the shop itself. In `unknown`, the name in the file.
        product: String = &tally.product;
        /// Whether the shop described the product. If it did not, the product's number in the file may be wrong.
        described: bool = !tally.is_unknown && !tally.is_undescribed;
        /// The number of rows about the product.
        rows: u64 = tally.rows;
    }

    /// A shop's answers about products that its files name and that it does not have.
    pub(crate) struct AnswersBody as ImportProductAnswers (answers: &ProductAnswers) {
        /// By the name in the files: a product's id, `@shop`, or `-`.
        products: BTreeMap<String, String> = answers.iter();
    }
}

fn by_rows(part: &ImportPart, are_unknown: bool) -> Vec<&ProductTally> {
    let mut products: Vec<_> = part.products.iter().filter(|product| product.is_unknown == are_unknown).collect();
    products.sort_by_key(|product| std::cmp::Reverse(product.rows));
    products
}

/// Reads a CSV of two columns: the names in files, and the products' ids here. The first line is a heading.
/// Errors: [`Error::Field`] for any other file.
pub(crate) fn answers(file: &Bytes) -> Result<ProductAnswers, Error> {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let first = file.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let separator = [b';', b'\t'].into_iter().find(|separator| first.contains(separator)).unwrap_or(b',');
    let mut reader = ReaderBuilder::new().delimiter(separator).build();
    let (mut answers, mut rest, mut is_first) = (ProductAnswers::default(), file, true);
    while let Some((cells, used)) = record(&mut reader, rest) {
        rest = &rest[used..];
        if std::mem::take(&mut is_first) {
            continue;
        }
        let read = match &cells[..] {
            [name, answer, ..] => answers.answer(name, answer),
            [empty] if empty.trim().is_empty() => Ok(()),
            _ => Err(ProductAnswers::RULE),
        };
        read.map_err(Error::field("products"))?;
    }
    Ok(answers)
}

/// The cells of the next record, and the record's length in bytes; `None` at the end.
fn record(reader: &mut Reader, bytes: &[u8]) -> Option<(Vec<String>, usize)> {
    if bytes.is_empty() {
        return None;
    }
    let (mut output, mut ends) = (vec![0; bytes.len() + 1], vec![0; bytes.len() + 1]);
    reader.reset();
    let (mut found, used, written, mut cells) = reader.read_record(bytes, &mut output, &mut ends);
    if found == ReadRecordResult::InputEmpty {
        let (at_end, _, _, more) = reader.read_record(&[], &mut output[written..], &mut ends[cells..]);
        (found, cells) = (at_end, cells + more);
    }
    if found != ReadRecordResult::Record {
        return None;
    }
    let starts = [0].into_iter().chain(ends[..cells].iter().copied());
    let cells =
        starts.zip(&ends[..cells]).map(|(start, end)| String::from_utf8_lossy(&output[start..*end]).into_owned());
    Some((cells.collect(), used))
}
