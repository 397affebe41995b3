//! The storage of the objects: files in a folder, or memory.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use bytes::Bytes;
use http::StatusCode;

use super::denied;
use crate::wire::Refusal;

/// S3's own bound on a key, in bytes.
const KEY_MAX: usize = 1024;
/// The suffix of an object that is being written. None of our keys ends so.
const HALF: &str = "half";

pub(super) enum Files {
    Folder(PathBuf),
    Memory(Mutex<BTreeMap<String, Bytes>>),
}

impl Files {
    pub(super) fn open(folder: Option<&Path>) -> Self {
        folder.map_or_else(|| Self::Memory(Mutex::default()), |folder| Self::Folder(folder.to_owned()))
    }

    pub(super) fn read(&self, key: &str) -> Result<Option<Bytes>, Refusal> {
        match self {
            Self::Folder(folder) => match fs::read(folder.join(checked(key)?)) {
                Ok(bytes) => Ok(Some(bytes.into())),
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
                Err(error) => Err(failed(&error)),
            },
            Self::Memory(objects) => {
                Ok(objects.lock().unwrap_or_else(PoisonError::into_inner).get(checked(key)?).cloned())
            }
        }
    }

    /// Writes the object whole or not at all.
    pub(super) fn write(&self, key: &str, bytes: &Bytes) -> Result<(), Refusal> {
        match self {
            Self::Folder(folder) => {
                let path = folder.join(checked(key)?);
                let half = path.with_extension(HALF);
                let written = fs::create_dir_all(path.parent().unwrap_or(folder))
                    .and_then(|()| fs::write(&half, bytes))
                    .and_then(|()| fs::rename(&half, &path));
                written.map_err(|error| failed(&error))
            }
            Self::Memory(objects) => {
                let mut objects = objects.lock().unwrap_or_else(PoisonError::into_inner);
                objects.insert(checked(key)?.to_owned(), bytes.clone());
                Ok(())
            }
        }
    }

    /// Removes the object; as in S3, a missing object is no error.
    pub(super) fn remove(&self, key: &str) -> Result<(), Refusal> {
        match self {
            Self::Folder(folder) => match fs::remove_file(folder.join(checked(key)?)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed(&error)),
                Ok(()) | Err(_) => Ok(()),
            },
            Self::Memory(objects) => {
                objects.lock().unwrap_or_else(PoisonError::into_inner).remove(checked(key)?);
                Ok(())
            }
        }
    }

    pub(super) fn keys(&self) -> Vec<String> {
        match self {
            Self::Folder(folder) => below(folder, folder),
            Self::Memory(objects) => objects.lock().unwrap_or_else(PoisonError::into_inner).keys().cloned().collect(),
        }
    }
}

fn below(folder: &Path, root: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let keys = entries.flat_map(|path| match path.is_dir() {
        true => below(&path, root),
        false => path.strip_prefix(root).map(|key| key.display().to_string()).into_iter().collect(),
    });
    keys.collect()
}

/// Accepts a key that is a path below the folder. S3 accepts more keys, but nothing here needs them.
fn checked(key: &str) -> Result<&str, Refusal> {
    let plain = |part: &str| {
        let known = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_' || b == b'.';
        !part.is_empty() && !part.starts_with('.') && part.bytes().all(known)
    };
    let fits = key.len() <= KEY_MAX && key.split('/').all(plain);
    if fits { Ok(key) } else { Err(denied("the small AWS keeps no such key")) }
}

fn failed(error: &io::Error) -> Refusal {
    Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, "InternalError", error.to_string())
}
