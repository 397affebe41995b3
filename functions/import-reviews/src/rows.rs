//! A file's rows, one after the other: CSV (RFC 4180) or lines of JSON, by its declared type or the first character. A part of
//! the file is in memory at a time.

use app::bucket::FilePart;
use app::import::JSON_LINES;
use csv_core::{ReadRecordResult, Reader};
use domain::import::{ImportFault, ImportFormat};
use domain::order::ProductId;
use serde_json::Value;

use crate::columns::{Cells, Column, Field, find};
use crate::run::{Halt, ImportRun, RowAt};

/// Bytes that are read at once.
const READ_BYTES: usize = 1024 * 1024;
/// The longest row, in bytes: three times the longest review with its answer.
const ROW_BYTES_MAX: usize = 128 * 1024;
/// The most cells of a row.
const CELLS_MAX: usize = 512;
/// The characters that begin a formula in a spreadsheet.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A file that is being read.
pub(crate) struct Rows {
    format: ImportFormat,
    kind: Kind,
    buffer: Vec<u8>,
    /// Bytes of the buffer that were read as rows.
    used: usize,
    /// The place in the file of the unread part of the buffer, in bytes and as a line.
    offset: u64,
    line: u64,
    /// Whether the buffer has the file's end.
    has_end: bool,
    /// Whether the file is declared as lines of JSON.
    is_json: bool,
}

enum Kind {
    Csv { reader: Box<Reader>, columns: Vec<Option<Column>>, output: Vec<u8> },
    JsonLines,
}

/// The next thing in the unread part of the buffer.
enum Found<T> {
    /// A row of so many bytes.
    Row(T, usize),
    /// A row that is longer than any, or has more cells.
    Unfit(ImportFault),
    /// The beginning of a row: more of the file is needed.
    Part,
}

impl Rows {
    /// Opens a run's file where the run goes on.
    ///
    /// # Errors
    /// [`Halt::Unreadable`] says what is wrong with the whole file.
    pub(crate) async fn open(run: &mut ImportRun<'_>) -> Result<Self, Halt> {
        let (format, kind, buffer) = (run.format(), Kind::JsonLines, Vec::new());
        let mut rows = Self { format, kind, buffer, used: 0, offset: 0, line: 1, has_end: false, is_json: false };
        rows.fill(run).await?;
        if rows.rest().starts_with(BYTE_ORDER_MARK) {
            rows.consume(BYTE_ORDER_MARK.len());
        }
        rows.skip_line_ends();
        // A form declares CSV for who does not know better.
        if !rows.is_json && rows.rest().first() != Some(&b'{') {
            let (mut reader, mut output) = (Box::new(Reader::new()), vec![0; ROW_BYTES_MAX]);
            let columns = match record(&mut reader, &mut output, rows.rest(), rows.has_end) {
                Found::Row(headings, bytes) => {
                    rows.consume(bytes);
                    headings.iter().map(|heading| find(format, &String::from_utf8_lossy(heading))).collect::<Vec<_>>()
                }
                // An empty file has no headings.
                Found::Part => return Err(Halt::Unreadable(None, ImportFault::EmptyFile)),
                Found::Unfit(fault) => return Err(Halt::Unreadable(None, fault)),
            };
            let has = |field: Field| columns.iter().flatten().any(|column| column.field == field);
            if let Some(missing) = Field::REQUIRED.into_iter().find(|field| !has(*field)) {
                return Err(Halt::Unreadable(Some(missing.heading(format)), ImportFault::MissingColumn));
            }
            rows.kind = Kind::Csv { reader, columns, output };
        }
        if let Some((offset, line)) = run.resumes_at() {
            (rows.offset, rows.line, rows.has_end) = (offset, line, false);
            rows.buffer.clear();
            rows.used = 0;
        }
        Ok(rows)
    }

    /// The next row and where it is; `None` at the end of the file. Rows that say nothing are left out.
    ///
    /// # Errors
    /// [`Halt::Later`] when the run's time is over, however many rows say nothing.
    pub(crate) async fn next(
        &mut self,
        run: &mut ImportRun<'_>,
    ) -> Result<Option<(RowAt, Result<Cells, ImportFault>)>, Halt> {
        loop {
            run.pause(self.offset, self.line).await?;
            self.skip_line_ends();
            if self.rest().is_empty() && self.has_end {
                return Ok(None);
            }
            let (line, found) = (self.line, self.find());
            let cells = match found {
                Found::Row(cells, bytes) => {
                    self.consume(bytes);
                    cells
                }
                Found::Unfit(fault) => {
                    self.skip(run).await?;
                    Err(fault)
                }
                Found::Part if self.has_end => return Ok(None),
                Found::Part => {
                    self.fill(run).await?;
                    continue;
                }
            };
            if !matches!(&cells, Ok(cells) if cells.is_empty()) {
                return Ok(Some((RowAt { line, next: self.offset, next_line: self.line }, cells)));
            }
        }
    }

    fn find(&mut self) -> Found<Result<Cells, ImportFault>> {
        let rest = &self.buffer[self.used..];
        match &mut self.kind {
            Kind::Csv { reader, columns, output } => match record(reader, output, rest, self.has_end) {
                Found::Row(cells, bytes) => Found::Row(from_csv(columns, &cells), bytes),
                Found::Unfit(fault) => Found::Unfit(fault),
                Found::Part => Found::Part,
            },
            Kind::JsonLines => match rest.iter().position(|byte| *byte == b'\n') {
                Some(end) if end <= ROW_BYTES_MAX => Found::Row(from_json(self.format, &rest[..end]), end + 1),
                None if self.has_end && rest.len() <= ROW_BYTES_MAX => {
                    Found::Row(from_json(self.format, rest), rest.len())
                }
                None if rest.len() <= ROW_BYTES_MAX => Found::Part,
                Some(_) | None => Found::Unfit(ImportFault::RowTooLong),
            },
        }
    }

    /// Reads past a row that does not fit.
    async fn skip(&mut self, run: &mut ImportRun<'_>) -> Result<(), Halt> {
        if let Kind::Csv { reader, .. } = &mut self.kind {
            reader.reset();
        }
        loop {
            let (is_over, bytes) = match &mut self.kind {
                Kind::Csv { reader, .. } => {
                    let (mut output, mut ends) = ([0; 4096], [0; CELLS_MAX]);
                    let (found, bytes, ..) = reader.read_record(&self.buffer[self.used..], &mut output, &mut ends);
                    (matches!(found, ReadRecordResult::Record | ReadRecordResult::End), bytes)
                }
                Kind::JsonLines => match self.rest().iter().position(|byte| *byte == b'\n') {
                    Some(end) => (true, end + 1),
                    None => (false, self.rest().len()),
                },
            };
            self.consume(bytes);
            if is_over || self.rest().is_empty() && self.has_end {
                return Ok(());
            }
            if self.rest().is_empty() {
                self.fill(run).await?;
            }
        }
    }

    /// Reads more of the file.
    async fn fill(&mut self, run: &mut ImportRun<'_>) -> Result<(), Halt> {
        self.buffer.drain(..self.used);
        self.used = 0;
        let from = self.offset + self.buffer.len() as u64;
        let FilePart { bytes, etag: _, content_type } = run.read(from, READ_BYTES as u64).await?;
        let declared = content_type.unwrap_or_default().to_ascii_lowercase();
        self.is_json |= declared.split(';').next().is_some_and(|essence| essence.trim() == JSON_LINES);
        self.has_end = bytes.len() < READ_BYTES;
        self.buffer.extend_from_slice(&bytes);
        Ok(())
    }

    fn rest(&self) -> &[u8] {
        &self.buffer[self.used..]
    }

    fn skip_line_ends(&mut self) {
        let count = self.rest().iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        self.consume(count);
    }

    fn consume(&mut self, bytes: usize) {
        self.line += self.rest()[..bytes].iter().filter(|byte| **byte == b'\n').count() as u64;
        self.used += bytes;
        self.offset += bytes as u64;
    }
}

/// The record with which these bytes begin, and how many of them it has.
fn record(reader: &mut Reader, output: &mut [u8], bytes: &[u8], has_end: bool) -> Found<Vec<Vec<u8>>> {
    reader.reset();
    let mut ends = [0; CELLS_MAX];
    let (mut found, used, written, mut cells) = reader.read_record(bytes, output, &mut ends);
    if found == ReadRecordResult::InputEmpty && has_end {
        let (at_end, _, _, more) = reader.read_record(&[], &mut output[written..], &mut ends[cells..]);
        (found, cells) = (at_end, cells + more);
    }
    match found {
        ReadRecordResult::Record => {
            let starts = [0].into_iter().chain(ends[..cells].iter().copied());
            let cells = starts.zip(&ends[..cells]).map(|(start, end)| output[start..*end].to_vec());
            Found::Row(cells.collect(), used)
        }
        ReadRecordResult::OutputFull => Found::Unfit(ImportFault::RowTooLong),
        ReadRecordResult::OutputEndsFull => Found::Unfit(ImportFault::TooManyCells),
        ReadRecordResult::InputEmpty | ReadRecordResult::End => Found::Part,
    }
}

fn from_csv(columns: &[Option<Column>], cells: &[Vec<u8>]) -> Result<Cells, ImportFault> {
    if cells.iter().skip(columns.len()).any(|cell| !cell.is_empty()) {
        return Err(ImportFault::TooManyCells);
    }
    let read = columns.iter().zip(cells).filter_map(|(column, cell)| Some(((*column)?, cell)));
    let read = read.map(|(column, cell)| {
        let text = std::str::from_utf8(cell).map_err(|_| ImportFault::NotUtf8)?;
        Ok((column, without_guard(text).to_owned()))
    });
    read.collect::<Result<_, _>>().map(Cells)
}

/// A cell without the apostrophe that kept spreadsheets from taking it for a formula.
fn without_guard(cell: &str) -> &str {
    let is_guarded = cell.trim_start_matches('\'').starts_with(FORMULA);
    cell.strip_prefix('\'').filter(|_| is_guarded).unwrap_or(cell)
}

fn from_json(format: ImportFormat, line: &[u8]) -> Result<Cells, ImportFault> {
    if line.iter().all(u8::is_ascii_whitespace) {
        return Ok(Cells::default());
    }
    if std::str::from_utf8(line).is_err() {
        return Err(ImportFault::NotUtf8);
    }
    let object = edge::json::object(line).map_err(|_| ImportFault::Json)?;
    let mut cells = Vec::new();
    for (key, value) in &object {
        add(format, &mut cells, key, value);
    }
    Ok(Cells(cells))
}

/// Adds what a key says: a list as its elements with spaces between them, an object as its members, each behind the key.
fn add(format: ImportFormat, cells: &mut Vec<(Column, String)>, key: &str, value: &Value) {
    if let Value::Object(members) = value {
        members.iter().for_each(|(name, member)| add(format, cells, &format!("{key}_{name}"), member));
        return;
    }
    let Some(column) = find(format, key) else { return };
    let is_export = format == ImportFormat::Afterword;
    let text = match value {
        // The export names no product of a review of the shop itself.
        Value::Null if is_export && column.field == Field::Product => ProductId::SHOP.to_owned(),
        Value::Array(elements) => elements.iter().map(element).collect::<Vec<_>>().join(" "),
        value => element(value),
    };
    cells.push((column, text));
}

fn element(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(photo) => photo.get("url").map(element).unwrap_or_default(),
        Value::Number(_) | Value::Bool(_) => value.to_string(),
        Value::Null | Value::Array(_) => String::new(),
    }
}
