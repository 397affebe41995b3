//! A release's files: in a folder, or at an address.

use std::fmt::Write as _;
use std::io::Read as _;
use std::path::PathBuf;

use aws_lc_rs::digest::{SHA256, digest};

use crate::deploy::download::Downloads;
use crate::deploy::manifest::{File, Manifest};
use crate::failure::{Failure, Kind};

/// The size that no manifest has.
const MANIFEST_BYTES_MAX: u64 = 1 << 20;

/// A release that may be deployed.
#[derive(Debug)]
pub struct Release {
    pub manifest: Manifest,
    place: Place,
}

#[derive(Debug)]
enum Place {
    Folder(PathBuf),
    /// The folder's address, with a slash at its end.
    Address(Downloads, String),
}

impl Release {
    /// Opens the release in a folder, or at an address.
    ///
    /// # Errors
    /// If there is none, or none that this program knows.
    pub async fn open(at: &str) -> Result<Self, Failure> {
        let place = if at.contains("://") {
            Place::Address(Downloads::new(), format!("{}/", at.trim_end_matches('/')))
        } else {
            Place::Folder(PathBuf::from(at))
        };
        let manifest = Manifest::parse(&place.read("manifest.json", MANIFEST_BYTES_MAX).await?)?;
        Ok(Self { manifest, place })
    }

    /// A file of the release, once its checksum is found right.
    ///
    /// # Errors
    /// If it cannot be read, or is not the one that the manifest names.
    pub async fn read(&self, file: &File) -> Result<Vec<u8>, Failure> {
        let bytes = self.place.read(&file.name, file.size).await?;
        if sha256(&bytes) == file.sha256 {
            return Ok(bytes);
        }
        let why = format!("{} is damaged: its checksum is not the one in manifest.json. Get it once more.", file.name);
        Err(Failure::new(Kind::Refused, why))
    }
}

impl Place {
    async fn read(&self, name: &str, bytes_max: u64) -> Result<Vec<u8>, Failure> {
        let folder = match self {
            Self::Address(downloads, address) => return downloads.get(&format!("{address}{name}"), bytes_max).await,
            Self::Folder(folder) => folder,
        };
        let path = folder.join(name);
        let mut bytes = Vec::new();
        // One more byte shows that a file is too long, and then its checksum is not the manifest's.
        let read = std::fs::File::open(&path).and_then(|file| file.take(bytes_max + 1).read_to_end(&mut bytes));
        match read {
            Ok(_) => Ok(bytes),
            Err(error) => {
                let why = format!("{} cannot be read. Is {} a release?", path.display(), folder.display());
                Err(Failure::new(Kind::Refused, why).because(&error))
            }
        }
    }
}

/// The checksum of these bytes, in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in digest(&SHA256, bytes).as_ref() {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checksum_is_that_of_sha256sum() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
