//! The newest export of all of a shop's data: its progress and its files.

use domain::values::{Guid, Tenant, ms};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::retention::{EXPORT_DAYS, days_after};
use crate::table::{Key, Row, keys};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShopExport {
    /// The id, which is also the name of the folder for its files.
    pub receipt: Guid,
    #[serde(with = "ms::required")]
    pub asked_at: Timestamp,
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<Timestamp>,
    /// The files that are complete.
    pub files: Vec<ExportFile>,
    /// The kind of data that is being read, by its name; `None` before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The place in this kind after which to continue; `None` for its beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// The run that left rows in a separate file because they do not fill one yet, and the number of these rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rest: Option<(u64, u64)>,
    /// How many runs have begun. Only the newest run may save the export.
    pub version: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportFile {
    /// The name, such as `reviews.jsonl`.
    pub name: String,
    pub rows: u64,
}

impl ShopExport {
    pub const fn new(receipt: Guid, now: Timestamp) -> Self {
        let files = Vec::new();
        Self { receipt, asked_at: now, finished_at: None, files, kind: None, after: None, rest: None, version: 0 }
    }

    /// The number of rows that finished runs have read.
    pub fn rows(&self) -> u64 {
        self.files.iter().map(|file| file.rows).sum::<u64>() + self.rest.map_or(0, |(_, rows)| rows)
    }
}

impl Row for ShopExport {
    const KIND: &'static str = "shop's export";
    type Id<'a> = ();

    fn key(tenant: &Tenant, (): ()) -> Key {
        keys::shop_export(tenant)
    }

    fn id(&self) {}

    crate::table::versioned!();

    fn ttl(&self) -> Option<i64> {
        Some(days_after(self.asked_at, EXPORT_DAYS))
    }
}
