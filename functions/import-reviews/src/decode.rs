//! The encodings of files: UTF-8, UTF-16 with a byte order mark or recognised by its zero bytes, and windows-1252 for cells in
//! neither.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;

/// The languages whose letters windows-1252 has, and whose programs wrote it.
pub(crate) const IN_WINDOWS_1252: [&str; 9] = ["en", "de", "fr", "es", "it", "pt", "nl", "da", "sv"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// UTF-8, or another encoding that contains ASCII.
    Bytes,
    Utf16Le,
    Utf16Be,
}

impl Encoding {
    /// The encoding of a file that begins with these bytes, and the length of its byte order mark.
    pub(crate) fn of(start: &[u8]) -> (Self, usize) {
        match start {
            [0xef, 0xbb, 0xbf, ..] => (Self::Bytes, 3),
            [0xff, 0xfe, ..] => (Self::Utf16Le, 2),
            [0xfe, 0xff, ..] => (Self::Utf16Be, 2),
            [first, 0, second, 0, ..] if *first > 0 && *second > 0 => (Self::Utf16Le, 0),
            [0, first, 0, second, ..] if *first > 0 && *second > 0 => (Self::Utf16Be, 0),
            _ => (Self::Bytes, 0),
        }
    }

    /// The decodable start of these bytes as UTF-8, and the start's length in the file. A character that is cut in two stays for
    /// the next call, unless `is_last`.
    pub(crate) fn decode(self, bytes: &[u8], is_last: bool) -> (Cow<'_, [u8]>, usize) {
        let unit = match self {
            Self::Bytes => return (Cow::Borrowed(bytes), bytes.len()),
            Self::Utf16Le => u16::from_le_bytes,
            Self::Utf16Be => u16::from_be_bytes,
        };
        let (pairs, _) = bytes.as_chunks::<2>();
        let mut units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
        let is_cut = |unit: &u16| (0xd800..0xdc00).contains(unit);
        if !is_last && units.last().is_some_and(is_cut) {
            units.pop();
        }
        let length = units.len() * 2;
        (Cow::Owned(String::from_utf16_lossy(&units).into_bytes()), length)
    }

    /// The length in the file of bytes that were decoded.
    pub(crate) fn length_of(self, decoded: &[u8]) -> usize {
        match self {
            Self::Bytes => decoded.len(),
            // An unpaired surrogate, which has one unit, was decoded to one character of one unit.
            Self::Utf16Le | Self::Utf16Be => String::from_utf8_lossy(decoded).encode_utf16().count() * 2,
        }
    }
}

/// A cell's text, and whether it was read as windows-1252 because it is not UTF-8.
pub(crate) fn text(cell: &[u8]) -> (String, bool) {
    match std::str::from_utf8(cell) {
        Ok(text) => (text.to_owned(), false),
        Err(_) => (WINDOWS_1252.decode_without_bom_handling(cell).0.into_owned(), true),
    }
}
