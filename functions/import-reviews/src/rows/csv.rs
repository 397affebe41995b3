//! A CSV table: its separator, headings and records.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use domain::import::ImportFault;

use crate::decode::text;
use crate::headings::{Cells, Column, Known, recognise};

/// The longest row, in bytes: three times the longest review with its answer.
pub(super) const ROW_BYTES_MAX: usize = 128 * 1024;

/// What the buffer's unread part begins with.
pub(super) enum Found<T> {
    /// A row of this length in bytes.
    Row(T, usize),
    /// A row that is too long or has too many cells.
    Unfit(ImportFault),
    /// A row with an unmatched quotation mark. Reading continues after the row's first line.
    OpenQuote,
    /// An incomplete row. More of the file must be read.
    Part,
}

const CELLS_MAX: usize = 512;
/// The separators of cells. Programs in different countries write different ones.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// The start of a first line by which some programs name the separator.
const SAYS_SEPARATOR: &[u8] = b"sep=";
/// A row that is too long and has more line ends than this contains an unmatched quotation mark rather than a long text.
const LINE_ENDS_MAX: usize = 20;
/// The first characters of a formula in a spreadsheet.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

pub(super) struct Table {
    reader: Reader,
    /// Reads records in which a backslash is the escape.
    escaping: Reader,
    separator: u8,
    /// The headings as the file has them.
    pub(super) headings: Vec<String>,
    /// The column of each heading; `None` if the column is not imported.
    pub(super) columns: Vec<Option<Column>>,
    output: Vec<u8>,
}

/// The ends of a record's cells in the reader's output.
type Cuts = Vec<usize>;

impl Table {
    /// Reads the headings at the start of these bytes. The separator is that of a line such as `sep=;`, or else the separator
    /// with which most headings are recognised or, as a tie-break, most headings are found.
    pub(super) fn open(bytes: &[u8], has_end: bool, known: Option<&Known>) -> Found<Self> {
        let said = said_separator(bytes);
        let (skipped, candidates) = match said {
            Some((separator, length)) => (length, vec![separator]),
            None => (0, SEPARATORS.to_vec()),
        };
        let mut best: Option<((usize, usize), Self, usize)> = None;
        let mut fault = None;
        for separator in candidates {
            let mut table = Self::with(separator);
            let cuts = match table.record(&bytes[skipped..], has_end) {
                Found::Row(cuts, used) => (cuts, used),
                Found::Unfit(unfit) => {
                    fault = Some(unfit);
                    continue;
                }
                Found::Part | Found::OpenQuote => continue,
            };
            let (cuts, used) = cuts;
            table.headings = table.cells(&cuts).map(|cell| text(cell).0.trim().to_owned()).collect();
            let score = (sense(&table.headings, known), table.headings.len());
            if best.as_ref().is_none_or(|(best, ..)| score > *best) {
                best = Some((score, table, used));
            }
        }
        match (best, fault) {
            (Some((_, table, used)), _) => Found::Row(table, skipped + used),
            (None, Some(fault)) => Found::Unfit(fault),
            (None, None) => Found::Part,
        }
    }

    fn with(separator: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(separator).build();
        let escaping = ReaderBuilder::new().delimiter(separator).escape(Some(b'\\')).build();
        Self { reader, escaping, separator, headings: Vec::new(), columns: Vec::new(), output: vec![0; ROW_BYTES_MAX] }
    }

    /// The next row.
    pub(super) fn find(&mut self, bytes: &[u8], has_end: bool) -> Found<Result<Cells, ImportFault>> {
        match self.record(bytes, has_end) {
            Found::Row(_, used) if self.is_escaped(&bytes[..used]) => self.find_escaped(bytes, has_end),
            Found::Row(_, used) if self.is_open(&bytes[..used], has_end && used == bytes.len()) => Found::OpenQuote,
            Found::Row(cuts, used) => Found::Row(self.read(&cuts), used),
            Found::Unfit(ImportFault::RowTooLong) if self.swallows_lines(bytes) => self.find_escaped(bytes, has_end),
            Found::Unfit(fault) => Found::Unfit(fault),
            Found::OpenQuote => Found::OpenQuote,
            Found::Part => Found::Part,
        }
    }

    /// The next row with the backslash as escape, which PHP writes without doubling the quotation mark behind it. A row that then
    /// has not a cell for each heading is none.
    fn find_escaped(&mut self, bytes: &[u8], has_end: bool) -> Found<Result<Cells, ImportFault>> {
        std::mem::swap(&mut self.reader, &mut self.escaping);
        let found = self.record(bytes, has_end);
        std::mem::swap(&mut self.reader, &mut self.escaping);
        match found {
            Found::Row(cuts, used) if cuts.len() == self.columns.len() => Found::Row(self.read(&cuts), used),
            Found::Part => Found::Part,
            Found::Row(..) | Found::Unfit(_) | Found::OpenQuote => Found::OpenQuote,
        }
    }

    /// Whether a record's quotation marks do not match, and one of them has a backslash before it.
    fn is_escaped(&self, record: &[u8]) -> bool {
        !matches!(self.quotes(record), Quotes::Closed) && record.windows(2).any(|pair| pair == b"\\\"")
    }

    /// Prepares to skip a row that does not fit.
    pub(super) fn begin_to_skip(&mut self) {
        self.reader.reset();
    }

    /// Skips more of the row. Returns whether the row ended, and the number of bytes that were skipped.
    pub(super) fn skip(&mut self, bytes: &[u8]) -> (bool, usize) {
        let (mut output, mut ends) = ([0; 4096], [0; CELLS_MAX]);
        let (found, used, ..) = self.reader.read_record(bytes, &mut output, &mut ends);
        (matches!(found, ReadRecordResult::Record | ReadRecordResult::End), used)
    }

    /// The record at the start of these bytes, and its length in bytes.
    fn record(&mut self, bytes: &[u8], has_end: bool) -> Found<Cuts> {
        self.reader.reset();
        let mut ends = [0; CELLS_MAX];
        let (mut found, used, written, mut cells) = self.reader.read_record(bytes, &mut self.output, &mut ends);
        if found == ReadRecordResult::InputEmpty && has_end {
            let output = &mut self.output[written..];
            let (at_end, _, _, more) = self.reader.read_record(&[], output, &mut ends[cells..]);
            (found, cells) = (at_end, cells + more);
        }
        match found {
            ReadRecordResult::Record => Found::Row(ends[..cells].to_vec(), used),
            ReadRecordResult::OutputFull => Found::Unfit(ImportFault::RowTooLong),
            ReadRecordResult::OutputEndsFull => Found::Unfit(ImportFault::TooManyCells),
            ReadRecordResult::InputEmpty | ReadRecordResult::End => Found::Part,
        }
    }

    fn cells<'a>(&'a self, cuts: &'a [usize]) -> impl Iterator<Item = &'a [u8]> {
        [0].into_iter().chain(cuts.iter().copied()).zip(cuts).map(|(start, end)| &self.output[start..*end])
    }

    fn read(&self, cuts: &[usize]) -> Result<Cells, ImportFault> {
        if self.cells(cuts).skip(self.columns.len()).any(|cell| !cell.is_empty()) {
            return Err(ImportFault::TooManyCells);
        }
        let mut read = Cells::default();
        // A row that ends early has empty cells, so that its review is not public for want of a status.
        let cells = self.cells(cuts).chain(std::iter::repeat(&b""[..]));
        for ((column, heading), cell) in self.columns.iter().zip(&self.headings).zip(cells) {
            let Some(column) = column else {
                if !cell.trim_ascii().is_empty() && !heading.is_empty() {
                    read.unread.push(heading.clone());
                }
                continue;
            };
            let (text, is_windows_1252) = text(cell);
            read.is_windows_1252 |= is_windows_1252;
            read.read.push((column.clone(), without_guard(&text).to_owned()));
        }
        Ok(read)
    }

    /// Whether a record extends over several lines or to the file's end because of an unmatched quotation mark: a quotation mark
    /// ends within a cell, or nowhere.
    fn is_open(&self, record: &[u8], is_last: bool) -> bool {
        match self.quotes(record) {
            Quotes::Closed => false,
            Quotes::Astray => record.trim_ascii_end().contains(&b'\n'),
            Quotes::Open => is_last,
        }
    }

    /// Whether a row is too long because of an unmatched quotation mark.
    fn swallows_lines(&self, bytes: &[u8]) -> bool {
        let start = &bytes[..bytes.len().min(ROW_BYTES_MAX)];
        let ends = start.iter().filter(|byte| **byte == b'\n').count();
        ends > LINE_ENDS_MAX && !matches!(self.quotes(start), Quotes::Closed)
    }

    /// Whether a record's quotation marks match.
    fn quotes(&self, record: &[u8]) -> Quotes {
        let (mut at, mut begins) = (0, true);
        while let Some(byte) = record.get(at) {
            if *byte != b'"' || !begins {
                begins = *byte == self.separator;
                at += 1;
                continue;
            }
            at += 1;
            loop {
                let Some(end) = record[at..].iter().position(|byte| *byte == b'"') else { return Quotes::Open };
                at += end + 1;
                match record.get(at) {
                    Some(b'"') => at += 1,
                    None | Some(b'\r' | b'\n') => break,
                    Some(byte) if *byte == self.separator => break,
                    Some(_) => return Quotes::Astray,
                }
            }
            begins = false;
        }
        Quotes::Closed
    }
}

/// Whether a record's quotation marks match.
enum Quotes {
    /// All quotation marks match.
    Closed,
    /// A quotation mark ends within a cell and not at the cell's end.
    Astray,
    /// A quotation mark has no counterpart.
    Open,
}

/// The number of headings that are recognised.
fn sense(headings: &[String], known: Option<&Known>) -> usize {
    let count = |known: &Known| headings.iter().filter(|heading| known.find(heading).is_some()).count();
    let recognised = || recognise(headings.iter().map(String::as_str), false).map(|format| Known::new(format, None));
    known.map_or_else(|| recognised().map_or(0, |known| count(&known)), count)
}

/// The separator that a first line such as `sep=;` names, and the line's length in bytes.
fn said_separator(bytes: &[u8]) -> Option<(u8, usize)> {
    let (start, rest) = bytes.split_at_checked(SAYS_SEPARATOR.len())?;
    let (separator, rest) = rest.split_first().filter(|_| start.eq_ignore_ascii_case(SAYS_SEPARATOR))?;
    let ends = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    (ends > 0).then_some((*separator, SAYS_SEPARATOR.len() + 1 + ends))
}

/// A cell without the apostrophe by which the export keeps spreadsheets from reading the cell as a formula.
fn without_guard(cell: &str) -> &str {
    let is_guarded = cell.trim_start_matches('\'').starts_with(FORMULA);
    cell.strip_prefix('\'').filter(|_| is_guarded).unwrap_or(cell)
}
