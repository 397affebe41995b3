//! Tables as they are printed.

use std::fmt;

/// A row: its name, and its cells to the right of it.
pub(crate) fn line<'a>(f: &mut fmt::Formatter<'_>, name: &str, cells: impl Iterator<Item = &'a str>) -> fmt::Result {
    write!(f, "{name:<32}")?;
    for cell in cells {
        write!(f, "{cell:>16}")?;
    }
    writeln!(f)
}

/// A count in millions.
pub(crate) fn million(count: u64) -> String {
    format!("{:.2} M", count as f64 / 1e6)
}

/// A size in megabytes of a million bytes.
pub(crate) fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}
