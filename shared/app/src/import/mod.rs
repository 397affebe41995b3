//! Imports of reviews from files. A call records an import, and S3's event about the import's file starts `import-reviews`.

mod again;
mod take;
mod undo;

use domain::values::{Guid, Tenant};
use serde::{Deserialize, Serialize};

pub use self::again::SaidOfFile;
pub use self::take::{Imports, NewImport};
use crate::error::Error;
use crate::queue::ShopMessage;

/// The types in `Content-Type` of a file with JSON: lines of objects, or one list.
pub const JSON_TYPES: [&str; 2] = ["application/x-ndjson", "application/json"];
/// The `Content-Type` of any other file of reviews.
pub const CSV: &str = "text/csv";

/// A message of the import queue. It contains ids only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportTask {
    /// The key of the file in the bucket. The key contains the tenant and the import's id.
    pub file: String,
}

impl ShopMessage for ImportTask {
    fn shop(&self) -> Option<String> {
        parse_key(&self.file).ok().map(|(tenant, _)| tenant.to_string())
    }
}

pub fn file_key(tenant: &Tenant, id: Guid) -> String {
    format!("imports/{tenant}/{id}")
}

/// The tenant and the import in the key of an import's file.
/// Errors: [`Error::Internal`] for any other key.
pub fn parse_key(key: &str) -> Result<(Tenant, Guid), Error> {
    let parsed = key.strip_prefix("imports/").and_then(|rest| {
        let (tenant, id) = rest.split_once('/')?;
        Some((tenant.parse().ok()?, Guid::parse(id).ok()?))
    });
    parsed.ok_or_else(|| Error::Internal("not the key of an import's file".to_owned()))
}
