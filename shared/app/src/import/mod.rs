//! Reviews from files: a call records an import under its id, and its file in the bucket wakes the function that reads it.

mod take;
mod undo;

use domain::values::{Guid, Tenant};
use serde::{Deserialize, Serialize};

pub use self::take::{Imports, NewImport};
use crate::error::Error;
use crate::queue::ShopMessage;

/// The type of a file of lines of JSON.
pub const JSON_LINES: &str = "application/x-ndjson";
/// The type of any other file of reviews.
pub const CSV: &str = "text/csv";

/// The message of the queue: ids only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportTask {
    /// The key of the file in the bucket, which names the tenant and the import.
    pub file: String,
}

impl ShopMessage for ImportTask {
    fn shop(&self) -> Option<String> {
        parse_key(&self.file).ok().map(|(tenant, _)| tenant.to_string())
    }
}

/// The key of an import's file.
#[must_use]
pub fn file_key(tenant: &Tenant, id: Guid) -> String {
    format!("imports/{tenant}/{id}")
}

/// The tenant and the import in the key of an import's file.
///
/// # Errors
/// [`Error::Internal`] for any other key.
pub fn parse_key(key: &str) -> Result<(Tenant, Guid), Error> {
    let parsed = key.strip_prefix("imports/").and_then(|rest| {
        let (tenant, id) = rest.split_once('/')?;
        Some((tenant.parse().ok()?, Guid::parse(id).ok()?))
    });
    parsed.ok_or_else(|| Error::Internal("not the key of an import's file".to_owned()))
}
