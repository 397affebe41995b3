//! An import of reviews from a file: its format, how far it is, and what it reports of rows.

mod fault;
mod options;
mod report;

pub use fault::{FaultAt, ImportFault, Weighs};
pub use options::{DateOrder, FileColumns, HalfStars, ImportOptions, ProductAnswer, ProductAnswers, SaidBefore};
pub use report::{ImportPart, ImportReport, ProductTally, Tally, UNREAD_MAX};

use crate::review::Platform;
use crate::values::ShopSystem;
use crate::values::word::words;

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
        /// Shopify's own app of earlier years, Product Reviews.
        Spr = "spr",
        /// WooCommerce's REST API, as lines of JSON or as one list.
        WooCommerce = "woocommerce",
        CusRev = "cusrev",
        /// WooCommerce's reviews, as the exporter of WebToffee writes them.
        WebToffee = "webtoffee",
        /// Any other file: the call says which column holds what.
        Generic = "generic",
    }
}

impl ImportFormat {
    /// The platform on which the reviews of such a file were written, unless a row names another.
    #[must_use]
    pub const fn platform(self) -> Platform {
        match self {
            Self::Afterword => Platform::BetterReviews,
            Self::Okendo => Platform::Okendo,
            Self::Judgeme => Platform::Judgeme,
            Self::Yotpo => Platform::Yotpo,
            Self::Loox => Platform::Loox,
            Self::Stamped => Platform::Stamped,
            Self::Spr => Platform::Shopify,
            // CusRev and WebToffee read and write WooCommerce's own reviews, with the same ids.
            Self::WooCommerce | Self::CusRev | Self::WebToffee => Platform::WooCommerce,
            Self::Generic => Platform::Other,
        }
    }

    /// The program whose products the numbers of such a file are; `None` if shops of several programs have such files.
    #[must_use]
    pub const fn sells_with(self) -> Option<ShopSystem> {
        match self {
            Self::Okendo | Self::Loox | Self::Spr => Some(ShopSystem::Shopify),
            Self::WooCommerce | Self::CusRev | Self::WebToffee => Some(ShopSystem::WooCommerce),
            Self::Afterword | Self::Judgeme | Self::Yotpo | Self::Stamped | Self::Generic => None,
        }
    }

    /// Whether nobody can say whose products the numbers of such a file are.
    #[must_use]
    pub const fn needs_platform(self, platform: Option<ShopSystem>) -> bool {
        !matches!(self, Self::Afterword) && platform.is_none() && self.sells_with().is_none()
    }
}

words! {
    /// How far an import is.
    pub enum ImportStatus {
        /// The file was not uploaded yet.
        AwaitingUpload = "awaiting_upload",
        /// Rows are read.
        Running = "running",
        /// Every row was read.
        Done = "done",
        /// The file cannot be read, or not to its end: no reviews, a column is missing, or it is gone or another one by now.
        Failed = "failed",
        /// Its reviews are being taken out again.
        Undoing = "undoing",
        /// Its reviews were taken out again.
        Undone = "undone",
    }
}

impl ImportStatus {
    /// Whether nothing more happens.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Failed | Self::Undone)
    }

    /// Whether what it brought can be taken out again.
    #[must_use]
    pub const fn can_be_undone(self) -> bool {
        matches!(self, Self::Running | Self::Done | Self::Failed)
    }
}
