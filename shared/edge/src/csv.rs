//! Lines of CSV (RFC 4180) that are safe to open as a spreadsheet.

use std::borrow::Cow;

use csv::{Terminator, WriterBuilder};

pub const TYPE: &str = "text/csv; charset=utf-8";
/// The byte order mark, without which Excel does not read a file as UTF-8.
pub const MARK: char = '\u{feff}';
/// The characters that begin a formula in a spreadsheet.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A line with these cells. A cell that a spreadsheet would read as a formula gets an apostrophe in front.
pub fn line<'a>(cells: impl IntoIterator<Item = &'a str>) -> Result<String, app::error::Error> {
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

fn internal(error: impl std::fmt::Display) -> app::error::Error {
    app::error::Error::Internal(error.to_string())
}
