//! A ZIP file that is written in pieces (PKWARE, APPNOTE.TXT 6.3.10), by one run or by several.
//!
//! Each piece of a file is compressed by itself and ends at a whole byte, so a run needs nothing of the runs before it but the
//! sums in [`ZippedFile`]. The crates `zip`, `async_zip` and `rawzip` write a whole archive in one process.

use std::io::Write as _;

use app::error::Error;
use crc32fast::Hasher;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::privacy::evidence::ZippedFile;

const FILE: u32 = 0x0403_4b50;
const SUMS: u32 = 0x0807_4b50;
const DIRECTORY: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
/// Version 2.0 of the format, the first with compressed files.
const VERSION: u16 = 20;
/// A file's sums follow it, and its name is UTF-8.
const FLAGS: u16 = 1 << 3 | 1 << 11;
const DEFLATED: u16 = 8;
/// An empty last block (RFC 1951, 3.2.6).
const LAST_BLOCK: [u8; 2] = [0b11, 0];

pub(super) struct Zip {
    pub files: Vec<ZippedFile>,
    /// The number of bytes before `rest`, which are uploaded.
    pub uploaded: u64,
    pub rest: Vec<u8>,
    /// The time of all files, as the format has it: to two seconds, from 1980 on.
    made_at: [u8; 4],
}

impl Zip {
    pub fn new(files: Vec<ZippedFile>, uploaded: u64, rest: Vec<u8>, made_at: Timestamp) -> Self {
        let at = made_at.to_zoned_datetime(TimeZone::UTC);
        let field = |number: i8| u16::try_from(number).unwrap_or_default();
        let time = field(at.hour()) << 11 | field(at.minute()) << 5 | (field(at.second()) / 2);
        let year = u16::try_from(at.year() - 1980).unwrap_or_default();
        let date = year << 9 | field(at.month()) << 5 | field(at.day());
        let [[a, b], [c, d]] = [time, date].map(u16::to_le_bytes);
        Self { files, uploaded, rest, made_at: [a, b, c, d] }
    }

    /// Begins a file with its first piece, after the file before it.
    pub fn begin(&mut self, name: &str, first: &str) -> Result<(), Error> {
        self.end_file()?;
        let offset = self.bytes();
        self.files.push(ZippedFile { name: name.to_owned(), offset, crc: 0, bytes: 0, packed: 0, is_open: true });
        self.numbers([FILE], []);
        self.numbers([], [VERSION, FLAGS, DEFLATED]);
        self.rest.extend(self.made_at);
        self.numbers([0, 0, 0], [length(name)?, 0]);
        self.rest.extend(name.bytes());
        self.add(first)
    }

    /// Adds a piece to the file that was begun last.
    pub fn add(&mut self, text: &str) -> Result<(), Error> {
        let Some(file) = self.files.last_mut().filter(|_| !text.is_empty()) else { return Ok(()) };
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        let flushed = encoder.write_all(text.as_bytes()).and_then(|()| encoder.flush());
        flushed.map_err(|error| Error::Internal(error.to_string()))?;
        let piece = std::mem::take(encoder.get_mut());
        let mut crc = Hasher::new_with_initial(file.crc);
        crc.update(text.as_bytes());
        file.crc = crc.finalize();
        file.bytes += count(text.len());
        file.packed += count(piece.len());
        self.rest.extend(piece);
        Ok(())
    }

    /// Ends the last file, and writes the directory.
    pub fn end(&mut self) -> Result<(), Error> {
        self.end_file()?;
        let start = self.bytes();
        for file in self.files.clone() {
            let ZippedFile { name, offset, crc, bytes, packed, is_open: _ } = file;
            self.numbers([DIRECTORY], [VERSION, VERSION, FLAGS, DEFLATED]);
            self.rest.extend(self.made_at);
            self.numbers([crc, small(packed)?, small(bytes)?], [length(&name)?, 0, 0, 0, 0]);
            self.numbers([0, small(offset)?], []);
            self.rest.extend(name.bytes());
        }
        let (files, size) = (u16::try_from(self.files.len()).map_err(too_long)?, small(self.bytes() - start)?);
        self.numbers([END], [0, 0, files, files]);
        self.numbers([size, small(start)?], [0]);
        Ok(())
    }

    /// The length of the ZIP file so far.
    pub fn bytes(&self) -> u64 {
        self.uploaded + count(self.rest.len())
    }

    fn end_file(&mut self) -> Result<(), Error> {
        let Some(file) = self.files.last_mut().filter(|file| file.is_open) else { return Ok(()) };
        file.is_open = false;
        file.packed += count(LAST_BLOCK.len());
        let (crc, packed, bytes) = (file.crc, small(file.packed)?, small(file.bytes)?);
        self.rest.extend(LAST_BLOCK);
        self.numbers([SUMS, crc, packed, bytes], []);
        Ok(())
    }

    /// Numbers as the format has them: those of four bytes, then those of two.
    fn numbers<const N: usize, const M: usize>(&mut self, long: [u32; N], short: [u16; M]) {
        self.rest.extend(long.into_iter().flat_map(u32::to_le_bytes));
        self.rest.extend(short.into_iter().flat_map(u16::to_le_bytes));
    }
}

/// A number in four bytes. A larger file would need the format's 64-bit fields; 4 GiB are about 150 million rows.
fn small(number: u64) -> Result<u32, Error> {
    u32::try_from(number).map_err(too_long)
}

fn length(name: &str) -> Result<u16, Error> {
    u16::try_from(name.len()).map_err(too_long)
}

fn count(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

fn too_long(_: std::num::TryFromIntError) -> Error {
    Error::Internal("evidence has more than 4 GiB".to_owned())
}
