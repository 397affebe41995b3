//! Reads a file's rows in order. The declared type or the first character tells whether the file is CSV (RFC 4180, with one of
//! four separators), lines of JSON, or one JSON list, by itself or inside an object. Only a part of the file is in memory at a time.

mod csv;

use std::str::Utf8Error;
use std::sync::Arc;

use app::bucket::FilePart;
use app::import::JSON_TYPES;
use domain::import::{ImportFault, ImportFormat, Weighs};

use self::csv::{Found, ROW_BYTES_MAX, Table};
use crate::decode::Encoding;
use crate::headings::{Cells, Known, recognise, seems_status};
use crate::json;
use crate::layouts::Field;
use crate::run::{Halt, ImportRun, RowAt};

const READ_BYTES: usize = 1024 * 1024;
/// The number of rows with an unmatched quotation mark at which the file is given up, because each such row is searched up to
/// [`ROW_BYTES_MAX`].
const OPEN_QUOTES_MAX: u32 = 100;
/// The first bytes of workbooks, archives and compressed files.
const NOT_TEXT: [&[u8]; 3] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b"];

pub(crate) struct Rows {
    pub(crate) known: Known,
    kind: Kind,
    encoding: Encoding,
    /// The part of the file in memory, in UTF-8 or another encoding that contains ASCII.
    buffer: Vec<u8>,
    /// Bytes at the start of the buffer that were returned as rows.
    used: usize,
    /// The byte of the file at which the next read begins.
    read_to: u64,
    /// The place of the buffer's unread part in the file: a byte, and a line.
    offset: u64,
    line: u64,
    /// Whether the buffer extends to the file's end.
    has_end: bool,
    /// Whether the upload declared the file as JSON.
    is_json: bool,
    /// Whether an object of a list was read, and the list's end was not.
    is_in_list: bool,
    /// Whether the list is inside an object, whose rest is not read.
    is_inside: bool,
    open_quotes: u32,
}

enum Kind {
    Csv(Box<Table>),
    JsonLines,
    /// The objects of one list, as WooCommerce's API answers.
    JsonList,
}

impl Rows {
    /// Opens the run's file at this byte, which is on this line.
    /// Errors: [`Halt::Unreadable`] if the file as a whole cannot be imported.
    pub(crate) async fn open(run: &mut ImportRun<'_>, (offset, line): (u64, u64)) -> Result<Self, Halt> {
        let format = run.job.format.unwrap_or(ImportFormat::Generic);
        let mut rows = Self {
            known: Known::new(format, run.job.options.columns.as_ref()),
            kind: Kind::JsonLines,
            encoding: Encoding::Bytes,
            buffer: Vec::new(),
            used: 0,
            read_to: 0,
            offset: 0,
            line: 1,
            has_end: false,
            is_json: false,
            is_in_list: false,
            is_inside: false,
            open_quotes: 0,
        };
        rows.fill(run).await?;
        if NOT_TEXT.iter().any(|start| rows.rest().starts_with(start)) {
            return Err(Halt::Unreadable(None, ImportFault::NotText));
        }
        // The part in memory may end within a letter.
        let is_other = |error: Utf8Error| error.error_len().is_some() || rows.has_end;
        if !run.takes_windows_1252 && str::from_utf8(rows.rest()).is_err_and(is_other) {
            return Err(Halt::Unreadable(None, ImportFault::NotUtf8));
        }
        rows.skip_line_ends();
        match rows.rest().first() {
            // Browsers declare many files as CSV, so a `{` counts more than the declared type.
            Some(b'{') => {
                rows.enter_list(run);
                rows.recognise_objects(run)?;
            }
            Some(b'[') if rows.begins_list() => {
                rows.kind = Kind::JsonList;
                rows.recognise_objects(run)?;
            }
            _ if rows.is_json => rows.recognise_objects(run)?,
            _ => rows.open_csv(run)?,
        }
        // Only a run that continues another has an offset.
        if offset > 0 {
            (rows.offset, rows.read_to, rows.line, rows.has_end) = (offset, offset, line, false);
            rows.buffer.clear();
            rows.used = 0;
        }
        Ok(rows)
    }

    /// Whether the `[` at the start is that of a list of objects, or of an empty list that is the whole file. Otherwise it is in a
    /// faulty line of JSON, or in a heading of a CSV.
    fn begins_list(&self) -> bool {
        let inside = self.rest().get(1..).unwrap_or_default().trim_ascii();
        inside.starts_with(b"{") || inside == b"]"
    }

    /// Goes on with the list of reviews that an object of the file has, if one has: an object with stars and a date is a review.
    fn enter_list(&mut self, run: &ImportRun<'_>) {
        let (format, columns) = (run.job.format, run.job.options.columns.as_ref());
        let formats = ImportFormat::ALL.into_iter().filter(|any| format.is_none_or(|format| format == *any));
        let known: Vec<_> = formats.map(|format| Known::new(format, columns)).collect();
        let is_review = |object: &[u8]| {
            let keys = json::keys(object);
            let has = |known: &Known, field| keys.iter().any(|key| known.find(key).is_some_and(|it| it.field == field));
            known.iter().any(|known| known.missing(true, |field| has(known, field)).is_none())
        };
        if let Some(list) = json::list_of(is_review, self.rest()) {
            self.consume(list);
            (self.kind, self.is_inside) = (Kind::JsonList, true);
        }
    }

    /// Reads the headings of a CSV and recognises the format.
    fn open_csv(&mut self, run: &mut ImportRun<'_>) -> Result<(), Halt> {
        let known = run.job.format.map(|format| Known::new(format, run.job.options.columns.as_ref()));
        let (mut table, bytes) = match Table::open(self.rest(), self.has_end, known.as_ref()) {
            Found::Row(table, bytes) => (table, bytes),
            // The file is empty, so it has no headings.
            Found::Part | Found::OpenQuote => return Err(Halt::Unreadable(None, ImportFault::EmptyFile)),
            Found::Unfit(fault) => return Err(Halt::Unreadable(None, fault)),
        };
        self.consume(bytes);
        self.recognise(run, &table.headings)?;
        let columns: Vec<_> = table.headings.iter().map(|heading| self.known.find(heading)).collect();
        let has = |field| columns.iter().flatten().any(|column| column.field == field);
        if let Some((missing, fault)) = self.known.missing(run.job.options.is_of_shop, has) {
            return Err(Halt::Unreadable(Some(missing), fault));
        }
        table.columns = columns;
        self.kind = Kind::Csv(Box::new(table));
        Ok(())
    }

    /// Recognises the format by the keys of the first object with keys.
    fn recognise_objects(&mut self, run: &mut ImportRun<'_>) -> Result<(), Halt> {
        let keys = match self.kind {
            Kind::JsonList => {
                let object = &self.rest()[self.rest().len().min(1)..];
                let object = object.trim_ascii_start();
                json::keys(&object[..json::object_length(object).unwrap_or_default()])
            }
            Kind::Csv(_) | Kind::JsonLines => {
                let mut keys = self.rest().split(|byte| *byte == b'\n').map(json::keys);
                keys.find(|keys| !keys.is_empty()).unwrap_or_default()
            }
        };
        self.recognise(run, &keys)
    }

    /// Sets the format: the call's, or else the format that the headings belong to.
    fn recognise(&mut self, run: &mut ImportRun<'_>, headings: &[String]) -> Result<(), Halt> {
        let options = &run.job.options;
        let unnamed = || match options.columns {
            Some(_) => Some(ImportFormat::Generic),
            None => recognise(headings.iter().map(String::as_str), options.is_of_shop),
        };
        let format = run.job.format.or_else(unnamed).ok_or(Halt::Unreadable(None, ImportFault::UnknownFormat))?;
        if options.lacks_system(Some(format)) {
            return Err(Halt::Unreadable(None, ImportFault::PlatformNeeded));
        }
        let mut known = Known::new(format, options.columns.as_ref());
        run.job.format = Some(format);
        let is_status = |heading: &String| known.find(heading).is_some_and(|column| column.field == Field::Status);
        known.has_status = headings.iter().any(is_status);
        let is_unread = |heading: &&String| seems_status(heading) && known.find(heading).is_none();
        if let Some(unread) = headings.iter().find(is_unread).filter(|_| !known.has_status) {
            return Err(Halt::Unreadable(Some(Arc::from(unread.as_str())), ImportFault::UnreadStatus));
        }
        self.known = known;
        Ok(())
    }

    /// The next row and its place; `None` at the end of the file. Empty rows are skipped.
    /// Errors: [`Halt::Later`] when the run's time is over, also within a long series of empty rows;
    /// [`Halt::Unreadable`]; storage failures.
    pub(crate) async fn next(
        &mut self,
        run: &mut ImportRun<'_>,
    ) -> Result<Option<(RowAt, Result<Cells, ImportFault>)>, Halt> {
        loop {
            run.pause(self.offset, self.line).await?;
            self.skip_between();
            let line = self.line;
            let found = match self.rest().is_empty() && self.has_end {
                // The file was cut between two objects.
                true if self.is_in_list => Found::Unfit(ImportFault::BrokenList),
                true => return Ok(None),
                false => self.find(),
            };
            let cells = match found {
                Found::Row(cells, bytes) => {
                    self.consume(bytes);
                    cells
                }
                Found::Unfit(fault) if fault.weighs() == Weighs::File => {
                    run.job.line = line;
                    return Err(Halt::Unreadable(None, fault));
                }
                Found::Unfit(fault) => {
                    self.skip(run).await?;
                    Err(fault)
                }
                Found::OpenQuote => {
                    self.skip_line()?;
                    Err(ImportFault::OpenQuote)
                }
                Found::Part if self.has_end => return Ok(None),
                Found::Part => {
                    self.fill(run).await?;
                    continue;
                }
            };
            if !matches!(&cells, Ok(cells) if cells.is_empty()) {
                let row = run.job.report.rows + 1;
                return Ok(Some((RowAt { row, line, next: self.offset, next_line: self.line }, cells)));
            }
        }
    }

    fn find(&mut self) -> Found<Result<Cells, ImportFault>> {
        let (rest, has_end) = (&self.buffer[self.used..], self.has_end);
        let object = |bytes: &[u8]| json::cells(&self.known, bytes);
        match &mut self.kind {
            Kind::Csv(table) => table.find(rest, has_end),
            Kind::JsonLines => match rest.iter().position(|byte| *byte == b'\n') {
                Some(end) if end <= ROW_BYTES_MAX => Found::Row(object(&rest[..end]), end + 1),
                None if has_end && rest.len() <= ROW_BYTES_MAX => Found::Row(object(rest), rest.len()),
                None if rest.len() <= ROW_BYTES_MAX => Found::Part,
                Some(_) | None => Found::Unfit(ImportFault::RowTooLong),
            },
            Kind::JsonList => match json::object_length(&rest[..rest.len().min(ROW_BYTES_MAX)]) {
                Some(length) => match object(&rest[..length]) {
                    // A bracket or quotation mark may be missing, so it is unknown where the next object begins.
                    Err(ImportFault::Json) => Found::Unfit(ImportFault::BrokenList),
                    cells => {
                        self.is_in_list = true;
                        Found::Row(cells, length)
                    }
                },
                None if rest.len() <= ROW_BYTES_MAX && !has_end => Found::Part,
                None => Found::Unfit(ImportFault::BrokenList),
            },
        }
    }

    /// Skips a row that is too long or has too many cells.
    async fn skip(&mut self, run: &mut ImportRun<'_>) -> Result<(), Halt> {
        if let Kind::Csv(table) = &mut self.kind {
            table.begin_to_skip();
        }
        loop {
            let rest = &self.buffer[self.used..];
            let (is_over, bytes) = match &mut self.kind {
                Kind::Csv(table) => table.skip(rest),
                Kind::JsonLines | Kind::JsonList => match rest.iter().position(|byte| *byte == b'\n') {
                    Some(end) => (true, end + 1),
                    None => (false, rest.len()),
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

    /// Skips the line with an unmatched quotation mark. The buffer contains the whole line.
    fn skip_line(&mut self) -> Result<(), Halt> {
        self.open_quotes += 1;
        if self.open_quotes == OPEN_QUOTES_MAX {
            return Err(Halt::Unreadable(None, ImportFault::TooManyOpenQuotes));
        }
        let end = self.rest().iter().position(|byte| *byte == b'\n');
        self.consume(end.map_or(self.rest().len(), |end| end + 1));
        Ok(())
    }

    async fn fill(&mut self, run: &mut ImportRun<'_>) -> Result<(), Halt> {
        self.buffer.drain(..self.used);
        self.used = 0;
        let FilePart { bytes, content_type, .. } = run.read(self.read_to, READ_BYTES as u64).await?;
        let declared = content_type.unwrap_or_default().to_ascii_lowercase();
        self.is_json |= declared.split(';').next().is_some_and(|essence| JSON_TYPES.contains(&essence.trim()));
        self.has_end = bytes.len() < READ_BYTES;
        let mut bytes = &bytes[..];
        if self.read_to == 0 {
            let (encoding, mark) = Encoding::of(bytes);
            (self.encoding, self.offset, self.read_to) = (encoding, mark as u64, mark as u64);
            bytes = &bytes[mark..];
        }
        let (decoded, length) = self.encoding.decode(bytes, self.has_end);
        self.buffer.extend_from_slice(&decoded);
        self.read_to += length as u64;
        Ok(())
    }

    fn rest(&self) -> &[u8] {
        &self.buffer[self.used..]
    }

    fn skip_line_ends(&mut self) {
        let count = self.rest().iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        self.consume(count);
    }

    /// Skips what separates two rows.
    fn skip_between(&mut self) {
        if !matches!(self.kind, Kind::JsonList) {
            return self.skip_line_ends();
        }
        let is_between = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'[' | b',' | b']');
        let count = self.rest().iter().take_while(|byte| is_between(byte)).count();
        let has_ended = self.rest()[..count].contains(&b']');
        self.is_in_list &= !has_ended;
        self.consume(count);
        if self.is_inside && has_ended {
            (self.used, self.has_end) = (self.buffer.len(), true);
        }
    }

    fn consume(&mut self, bytes: usize) {
        let consumed = &self.buffer[self.used..][..bytes];
        self.line += consumed.iter().filter(|byte| **byte == b'\n').count() as u64;
        self.offset += self.encoding.length_of(consumed) as u64;
        self.used += bytes;
    }
}
