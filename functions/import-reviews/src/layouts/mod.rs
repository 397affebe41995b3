//! How each system writes its files of reviews: one layout a file.

mod afterword;
mod cusrev;
mod generic;
mod judgeme;
mod loox;
mod okendo;
mod spr;
mod stamped;
mod webtoffee;
mod woocommerce;
mod yotpo;

use domain::import::{DateOrder, ImportFormat};
use domain::review::Platform;

pub(crate) use self::generic::LAYOUT as PLAIN;

/// The part of a review that a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    ExternalId,
    Platform,
    Product,
    Handle,
    Sku,
    ProductTitle,
    /// The address of the product's page; its last part is the handle.
    ProductUrl,
    Rating,
    Title,
    Body,
    Name,
    Email,
    WrittenAt,
    EditedAt,
    /// The day on which the author got what the review is about.
    ExperiencedAt,
    Reply,
    RepliedAt,
    ReplyUpdatedAt,
    ReplyIsPublic,
    Photos,
    Language,
    /// Whether the other system shows the review. If several columns have this field, all of them must say so.
    Status,
    Verified,
    Incentivized,
    /// Whether the review is about a product or the shop.
    Kind,
    /// The review that this row comments on.
    Parent,
    /// The number of the shop's user who wrote it; 0 for a guest.
    User,
}

/// How a system writes its files of reviews.
#[derive(Debug)]
pub(crate) struct Layout {
    /// The platform on which the reviews were written, unless a row names another platform.
    pub(crate) platform: Platform,
    /// The headings of each field, the best first.
    pub(crate) headings: &'static [(Field, &'static [&'static str])],
    /// Further headings, with spaces between them. Their columns are not imported, and help to recognise the system.
    pub(crate) ignored: &'static str,
    /// The words of a status, in lower case, that mean that the system shows the review.
    pub(crate) public: &'static [&'static str],
    /// The order of day and month, if the system says it.
    pub(crate) dates: Option<DateOrder>,
    /// The id by which the system marks a review of the shop itself.
    pub(crate) shop: Option<&'static str>,
    /// Whether a row without a product is a review of the shop.
    pub(crate) rates_shops: bool,
    /// Whether Afterword itself writes such files, so that what is in them, and what is missing, is meant as it stands.
    pub(crate) is_ours: bool,
}

impl Layout {
    pub(crate) const fn of(format: ImportFormat) -> &'static Self {
        match format {
            ImportFormat::Afterword => &afterword::LAYOUT,
            ImportFormat::Okendo => &okendo::LAYOUT,
            ImportFormat::Judgeme => &judgeme::LAYOUT,
            ImportFormat::Yotpo => &yotpo::LAYOUT,
            ImportFormat::Loox => &loox::LAYOUT,
            ImportFormat::Stamped => &stamped::LAYOUT,
            ImportFormat::Spr => &spr::LAYOUT,
            ImportFormat::WooCommerce => &woocommerce::LAYOUT,
            ImportFormat::CusRev => &cusrev::LAYOUT,
            ImportFormat::WebToffee => &webtoffee::LAYOUT,
            ImportFormat::Generic => &generic::LAYOUT,
        }
    }
}
