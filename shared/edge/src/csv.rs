//! Lines of CSV (RFC 4180) that are safe to open as a spreadsheet, and an import's report as such a table.

use std::borrow::Cow;

use app::error::Error;
use csv::{Terminator, WriterBuilder};
use domain::import::{FaultAt, ImportFault, ImportFormat, ImportPart, ProductTally, Weighs};
use store::import::ImportJob;

pub const TYPE: &str = "text/csv; charset=utf-8";
/// The byte order mark, without which Excel does not read a file as UTF-8.
pub const MARK: char = '\u{feff}';
/// The characters that begin a formula in a spreadsheet.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A line with these cells. A cell that a spreadsheet would read as a formula gets an apostrophe in front.
pub fn line<'a>(cells: impl IntoIterator<Item = &'a str>) -> Result<String, Error> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    let cells: Vec<_> = cells.into_iter().map(safe).collect();
    writer.write_record(cells.iter().map(|cell| cell.as_bytes())).map_err(internal)?;
    String::from_utf8(writer.into_inner().map_err(internal)?).map_err(internal)
}

/// A cell that no spreadsheet reads as a formula. A formula gets an apostrophe in front. So does a cell that would be a
/// formula without its own apostrophes, so that removing one apostrophe always restores the cell.
fn safe(cell: &str) -> Cow<'_, str> {
    if cell.trim_start_matches('\'').starts_with(FORMULA) { format!("'{cell}").into() } else { cell.into() }
}

fn internal(error: impl std::fmt::Display) -> Error {
    Error::Internal(error.to_string())
}

const HEAD: [&str; 8] = ["what", "line", "column", "code", "message", "product", "rows", "row"];

/// An import's whole report as CSV: a line with the totals, one for the products that the shop never described, a line
/// for each product, and a line for each fault.
pub fn report_csv(job: &ImportJob, part: &ImportPart) -> Result<String, Error> {
    let report = &job.report;
    let format = job.format.map_or("", ImportFormat::as_str);
    let mut file = line(HEAD)? + &of_product("total", format, report.rows)?;
    let undescribed = part.undescribed();
    if undescribed > 0 {
        file += &of_product("undescribed_products", "", undescribed)?;
    }
    for ProductTally { product, is_unknown, is_undescribed, rows } in &part.products {
        let what = match (is_unknown, is_undescribed) {
            (true, _) => "unknown_product",
            (false, true) => "undescribed_product",
            (false, false) => "product",
        };
        file += &of_product(what, product, *rows)?;
    }
    // Parts are about rows; an undo comes later.
    let of_undo = report.faults.iter().filter(|it| it.fault == ImportFault::UndoIncomplete);
    for FaultAt { line, row, column, fault } in part.faults.iter().chain(of_undo) {
        let what = if fault.weighs() == Weighs::Note { "note" } else { "skipped" };
        let (line, column) = (line.to_string(), column.as_deref().unwrap_or_default());
        let row = row.map_or_else(String::new, |row| row.to_string());
        file += &self::line([what, &line, column, fault.as_str(), fault.message(), "", "", row.as_str()])?;
    }
    Ok(file)
}

fn of_product(what: &str, product: &str, rows: u64) -> Result<String, Error> {
    line([what, "", "", "", "", product, rows.to_string().as_str(), ""])
}
