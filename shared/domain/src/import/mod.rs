//! Imports of reviews from files: formats, progress, and reports about rows.

mod fault;
mod options;
mod report;

pub use fault::{FaultAt, ImportFault, Weighs};
pub use options::{DateOrder, FileColumns, ImportOptions, ProductAnswer, ProductAnswers};
pub use report::{ImportPart, ImportReport, ProductTally, UNREAD_MAX};

use crate::values::{ShopSystem, words};

/// The largest file of an import, in bytes.
pub const IMPORT_BYTES_MAX: u64 = 100 * 1024 * 1024;

words! {
    /// The system whose column headings the file uses.
    pub enum ImportFormat {
        Afterword = "afterword",
        Okendo = "okendo",
        Judgeme = "judgeme",
        Yotpo = "yotpo",
        Loox = "loox",
        Stamped = "stamped",
        /// Product Reviews, a discontinued app of Shopify's own.
        Spr = "spr",
        /// The answers of WooCommerce's REST API, as lines of JSON or as one list.
        WooCommerce = "woocommerce",
        CusRev = "cusrev",
        /// WooCommerce's reviews, as WebToffee's plugin exports them.
        WebToffee = "webtoffee",
        /// Any other file. The call names its columns.
        Generic = "generic",
    }
}

impl ImportFormat {
    /// The system whose products the numbers in such a file are; `None` if several systems' shops have such files.
    pub const fn sells_with(self) -> Option<ShopSystem> {
        match self {
            Self::Okendo | Self::Loox | Self::Spr => Some(ShopSystem::Shopify),
            Self::WooCommerce | Self::CusRev | Self::WebToffee => Some(ShopSystem::WooCommerce),
            Self::Afterword | Self::Judgeme | Self::Yotpo | Self::Stamped | Self::Generic => None,
        }
    }

    /// The name that people know the system by; `None` for any other file.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Afterword => Some("Afterword"),
            Self::Okendo => Some("Okendo"),
            Self::Judgeme => Some("Judge.me"),
            Self::Yotpo => Some("Yotpo"),
            Self::Loox => Some("Loox"),
            Self::Stamped => Some("Stamped"),
            Self::Spr => Some("Shopify Product Reviews"),
            Self::WooCommerce => Some("WooCommerce"),
            Self::CusRev => Some("CusRev"),
            Self::WebToffee => Some("WebToffee"),
            Self::Generic => None,
        }
    }
}

words! {
    pub enum ImportStatus {
        /// The file was not uploaded yet.
        AwaitingUpload = "awaiting_upload",
        /// Rows are being read.
        Running = "running",
        /// Every row was read.
        Done = "done",
        /// The file cannot be read to its end: it has no rows, lacks a column, or was deleted or replaced. Or an undo found fewer
        /// reviews than the import created.
        Failed = "failed",
        /// The import's reviews are being deleted.
        Undoing = "undoing",
        /// The import's reviews were deleted.
        Undone = "undone",
    }
}

impl ImportStatus {
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Failed | Self::Undone)
    }

    pub const fn can_be_undone(self) -> bool {
        matches!(self, Self::Running | Self::Done | Self::Failed)
    }
}
