//! The plug-in for WooCommerce as the console hands it out: it knows the address of this Afterword.

use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};

/// The files by their paths in the plug-in's folder.
const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/plug-in.rs"));
/// The file whose head says where a newer plug-in is.
const MAIN: &str = include_str!("../../../../../woocommerce/afterword.php");
const NAME: &str = concat!("attachment; filename=\"afterword-", env!("CARGO_PKG_VERSION"), ".zip\"");

pub(super) fn file(base_url: &str) -> Response {
    let address = format!("<?php return '{base_url}';\n");
    let main = MAIN.replace("Update URI: false", &format!("Update URI: {base_url}"));
    let made = [("address.php", address.as_bytes()), ("afterword.php", main.as_bytes())];
    let files = FILES.iter().copied().filter(|(path, _)| *path != "afterword.php").chain(made);
    let headers =
        [(CONTENT_TYPE, "application/zip"), (CONTENT_DISPOSITION, NAME), (CACHE_CONTROL, "no-store, no-transform")];
    (headers, zip(files)).into_response()
}

fn size(bytes: usize) -> [u8; 4] {
    u32::try_from(bytes).unwrap_or(u32::MAX).to_le_bytes()
}

fn count(number: usize) -> [u8; 2] {
    u16::try_from(number).unwrap_or(u16::MAX).to_le_bytes()
}

/// A zip of the folder `afterword` (<https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>, 4.3.6). Nothing is compressed,
/// because the files are small.
fn zip<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let (mut zip, mut directory, mut number) = (Vec::new(), Vec::new(), 0);
    for (path, content) in files {
        let name = format!("afterword/{path}");
        // Version 1.0, no flags, stored, on 1 January 1980 at midnight.
        let mut head = [10_u16, 0, 0, 0, 0x21].map(u16::to_le_bytes).concat();
        head.extend(crc32fast::hash(content).to_le_bytes());
        head.extend([size(content.len()), size(content.len())].concat());
        head.extend([count(name.len()), [0; 2]].concat());

        // Made on Unix, a file that all may read.
        directory.extend([b"PK\x01\x02".as_slice(), &[20, 3], &head, &[0; 6]].concat());
        directory.extend((0o100_644_u32 << 16).to_le_bytes());
        directory.extend([&size(zip.len()), name.as_bytes()].concat());
        zip.extend([b"PK\x03\x04", head.as_slice(), name.as_bytes(), content].concat());
        number += 1;
    }
    let end = [size(directory.len()), size(zip.len())].concat();
    zip.extend(directory);
    zip.extend([b"PK\x05\x06".as_slice(), &[0; 4], &count(number), &count(number), &end, &[0; 2]].concat());
    zip
}
