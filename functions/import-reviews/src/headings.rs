//! The column headings of each format, from the systems' exports and templates, and the field that each column holds. Case,
//! spaces and punctuation are ignored, because some systems write `Review Score` in one file and `review_score` in another.

use std::sync::Arc;

use domain::import::{FileColumns, ImportFormat};

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
}

type Headings = &'static [(Field, &'static [&'static str])];

use Field::{
    Body, Email, ExternalId, Handle, Incentivized, Kind, Language, Name, Parent, Photos, Platform, Product,
    ProductTitle, ProductUrl, Rating, RepliedAt, Reply, ReplyIsPublic, ReplyUpdatedAt, Sku, Status, Title, Verified,
    WrittenAt,
};

/// In lines of JSON, the heading of an inner object's member is the object's key and then the member's.
const AFTERWORD: Headings = &[
    (ExternalId, &["external_review_id"]),
    (Platform, &["platform"]),
    (Product, &["product_id", "external_product_id"]),
    (ProductTitle, &["product_title"]),
    (Rating, &["rating"]),
    (Title, &["title"]),
    (Body, &["body", "content"]),
    (Name, &["name", "reviewer_name"]),
    (WrittenAt, &["created_at", "review_created_at"]),
    (Reply, &["reply", "reply_text"]),
    (RepliedAt, &["reply_created_at"]),
    (ReplyUpdatedAt, &["reply_updated_at"]),
    (Photos, &["photo_urls", "photos"]),
    (Language, &["language"]),
    (Status, &["status"]),
    (Incentivized, &["incentivized"]),
];

const OKENDO: Headings = &[
    (ExternalId, &["reviewId"]),
    (Product, &["productId"]),
    (Handle, &["handle", "productHandle"]),
    (Sku, &["sku"]),
    (ProductTitle, &["productName"]),
    (ProductUrl, &["productUrl"]),
    (Rating, &["rating"]),
    (Title, &["title"]),
    (Body, &["body"]),
    (Name, &["name", "reviewer_displayName", "reviewer_name"]),
    (Email, &["email", "reviewer_email"]),
    (WrittenAt, &["dateCreated"]),
    (Reply, &["reply", "reply_body"]),
    (RepliedAt, &["replyDateCreated", "reply_dateCreated"]),
    (ReplyIsPublic, &["replyIsPublic"]),
    (Photos, &["imageUrls", "media"]),
    (Status, &["status", "isApproved"]),
    (Verified, &["isVerifiedBuyer", "reviewer_isVerified"]),
    (Incentivized, &["isIncentivized"]),
];

const JUDGEME: Headings = &[
    (ExternalId, &["metaobject_handle", "review_id"]),
    (Product, &["product_id"]),
    (Handle, &["product_handle"]),
    (Rating, &["rating"]),
    (Title, &["title"]),
    (Body, &["body"]),
    (Name, &["reviewer_name"]),
    (Email, &["reviewer_email"]),
    (WrittenAt, &["review_date"]),
    (Reply, &["reply"]),
    (RepliedAt, &["reply_date"]),
    (Photos, &["picture_urls"]),
    (Status, &["curated"]),
    (Verified, &["verified"]),
];

const YOTPO: Headings = &[
    (ExternalId, &["review_id"]),
    (Product, &["product_id"]),
    (ProductTitle, &["product_title"]),
    (ProductUrl, &["product_url"]),
    (Rating, &["review_score"]),
    (Title, &["review_title"]),
    (Body, &["review_content"]),
    (Name, &["display_name", "Reviewer Display Name"]),
    (Email, &["email", "Reviewer Email"]),
    (WrittenAt, &["date", "Review Creation Date"]),
    (Reply, &["comment_content"]),
    (RepliedAt, &["comment_created_at"]),
    (ReplyIsPublic, &["comment_public"]),
    (Photos, &["published_image_url", "Published Image URLs"]),
    (Status, &["published", "Review Status"]),
    (Verified, &["user_type"]),
    (Kind, &["Review Type"]),
];

const LOOX: Headings = &[
    (ExternalId, &["id"]),
    (Product, &["productId", "product_Id"]),
    (Handle, &["handle", "product_handle"]),
    (Rating, &["rating"]),
    (Body, &["body", "review"]),
    (Name, &["author", "nickname", "full_name"]),
    (Email, &["email"]),
    (WrittenAt, &["created_at", "date"]),
    (Reply, &["reply"]),
    (RepliedAt, &["replied_at"]),
    (Photos, &["photo_url", "img"]),
    (Status, &["status"]),
    (Verified, &["verified_purchase"]),
    (Incentivized, &["incentivized"]),
];

const STAMPED: Headings = &[
    (Product, &["product_id"]),
    (Handle, &["product_handle"]),
    (ProductTitle, &["productTitle"]),
    (ProductUrl, &["productUrl"]),
    (Rating, &["rating"]),
    (Title, &["title"]),
    (Body, &["body"]),
    (Name, &["author"]),
    (Email, &["email"]),
    (WrittenAt, &["created_at"]),
    (Reply, &["reply"]),
    (RepliedAt, &["replied_at"]),
    (ReplyIsPublic, &["publishedReply"]),
    (Photos, &["photoFilenames"]),
    (Status, &["published"]),
];

const SPR: Headings = &[
    (Handle, &["product_handle"]),
    (Rating, &["rating"]),
    (Title, &["title"]),
    (Body, &["body"]),
    (Name, &["author"]),
    (Email, &["email"]),
    (WrittenAt, &["created_at"]),
    (Reply, &["reply"]),
    (RepliedAt, &["replied_at"]),
    (Status, &["state"]),
];

const WOOCOMMERCE: Headings = &[
    (ExternalId, &["id"]),
    (Product, &["product_id"]),
    (ProductTitle, &["product_name"]),
    (ProductUrl, &["product_permalink"]),
    (Rating, &["rating"]),
    (Body, &["review"]),
    (Name, &["reviewer"]),
    (Email, &["reviewer_email"]),
    // `date_created` is in the shop's local time zone, which is unknown here, so it is used only if the other column is empty.
    (WrittenAt, &["date_created_gmt", "date_created"]),
    (Status, &["status"]),
    (Verified, &["verified"]),
];

const CUSREV: Headings = &[
    (ExternalId, &["id"]),
    (Product, &["product_id"]),
    (Rating, &["review_score"]),
    (Body, &["review_content"]),
    (Name, &["display_name"]),
    (Email, &["email"]),
    (WrittenAt, &["date"]),
    (Photos, &["media"]),
];

const WEBTOFFEE: Headings = &[
    (ExternalId, &["comment_ID"]),
    (Product, &["comment_post_ID"]),
    (Sku, &["product_SKU"]),
    (Rating, &["rating"]),
    (Body, &["comment_content"]),
    (Name, &["comment_author"]),
    (Email, &["comment_author_email"]),
    (WrittenAt, &["comment_date_gmt", "comment_date"]),
    (Status, &["comment_approved"]),
    (Parent, &["comment_parent"]),
];

const GENERIC: Headings = &[
    (ExternalId, &["external_review_id"]),
    (Product, &["product_id"]),
    (Handle, &["product_handle"]),
    (Sku, &["sku"]),
    (ProductTitle, &["product_title"]),
    (Rating, &["rating"]),
    (Title, &["title"]),
    (Body, &["body"]),
    (Name, &["name"]),
    (Email, &["email"]),
    (WrittenAt, &["created_at"]),
    (Reply, &["reply"]),
    (RepliedAt, &["reply_created_at"]),
    (Photos, &["photo_urls"]),
    (Language, &["language"]),
    (Status, &["status"]),
    (Incentivized, &["incentivized"]),
];

/// Further headings of a system's files. Their columns are not imported, and help to recognise the system.
const fn others(format: ImportFormat) -> &'static [&'static str] {
    match format {
        ImportFormat::Afterword => &["uuid", "verification", "published_at", "updated_at", "origin", "reason"],
        ImportFormat::Okendo => &["countryCode", "isRecommended", "rejectedImageUrls", "videoUrls", "variantId"],
        ImportFormat::Judgeme => &["source", "ip_address", "location"],
        ImportFormat::Yotpo => &[
            "appkey",
            "product_description",
            "product_image_url",
            "unpublished_image_url",
            "published_video_url",
            "unpublished_video_url",
            "md_customer_country",
            "Order ID",
            "Profanity Flag",
        ],
        ImportFormat::Loox => &["variant"],
        ImportFormat::Stamped => &[
            "productImageUrl",
            "videoFilenames",
            "tags",
            "recommended",
            "votes_up",
            "votes_down",
            "location",
            "featured",
        ],
        ImportFormat::Spr => &["location"],
        ImportFormat::WooCommerce => &["formatted_date_created", "product_image"],
        ImportFormat::CusRev => &["order_id"],
        ImportFormat::WebToffee => &["comment_author_url", "user_id", "comment_alter_id"],
        ImportFormat::Generic => &[],
    }
}

const fn table(format: ImportFormat) -> Headings {
    match format {
        ImportFormat::Afterword => AFTERWORD,
        ImportFormat::Okendo => OKENDO,
        ImportFormat::Judgeme => JUDGEME,
        ImportFormat::Yotpo => YOTPO,
        ImportFormat::Loox => LOOX,
        ImportFormat::Stamped => STAMPED,
        ImportFormat::Spr => SPR,
        ImportFormat::WooCommerce => WOOCOMMERCE,
        ImportFormat::CusRev => CUSREV,
        ImportFormat::WebToffee => WEBTOFFEE,
        ImportFormat::Generic => GENERIC,
    }
}

/// A heading of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) field: Field,
    /// The column's heading in messages about faults.
    pub(crate) heading: Arc<str>,
    /// The heading's position among the headings of its field. If several columns have the field, the lowest rank that a row
    /// fills is used.
    pub(crate) rank: usize,
}

impl Column {
    /// Whether the call named the column.
    pub(crate) const fn is_named(&self) -> bool {
        self.rank == 0
    }
}

/// The headings that a file of a format may have.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    format: ImportFormat,
    /// The headings that the call named. They precede the format's.
    named: Vec<(Field, Arc<str>)>,
    /// Whether the file has a heading about what the other system shows.
    pub(crate) has_status: bool,
}

impl Known {
    pub(crate) fn new(format: ImportFormat, columns: Option<&FileColumns>) -> Self {
        let named = columns.into_iter().flat_map(FileColumns::iter);
        let named = named.filter_map(|(name, heading)| Some((generic(name)?, Arc::from(heading)))).collect();
        Self { format, named, has_status: false }
    }

    /// The column with this heading; `None` if the column is not imported.
    pub(crate) fn find(&self, heading: &str) -> Option<Column> {
        let wanted = bare(heading);
        if let Some((field, heading)) = self.named.iter().find(|(_, named)| bare(named) == wanted) {
            return Some(Column { field: *field, heading: Arc::clone(heading), rank: 0 });
        }
        table(self.format).iter().find_map(|(field, headings)| {
            let rank = headings.iter().position(|known| bare(known) == wanted)?;
            Some(Column { field: *field, heading: Arc::from(headings[rank]), rank: rank + 1 })
        })
    }

    /// The heading of a field in messages about faults; empty if the format has no column for it.
    pub(crate) fn heading(&self, field: Field) -> Arc<str> {
        if let Some((_, heading)) = self.named.iter().find(|(named, _)| *named == field) {
            return Arc::clone(heading);
        }
        let headings = table(self.format).iter().find(|(known, _)| *known == field);
        Arc::from(headings.and_then(|(_, headings)| headings.first()).copied().unwrap_or(""))
    }

    /// The heading of the first required field that the file lacks; `None` if it has all.
    pub(crate) fn missing(&self, has: impl Fn(Field) -> bool) -> Option<Arc<str>> {
        let of_product = [Product, Handle, Sku];
        let named = of_product.into_iter().find(|field| !self.heading(*field).is_empty()).unwrap_or(Product);
        if !of_product.into_iter().chain([ProductUrl]).any(&has) {
            return Some(self.heading(named));
        }
        [Rating, WrittenAt].into_iter().find(|field| !has(*field)).map(|field| self.heading(field))
    }
}

/// The field that has this name in `columns`.
fn generic(name: &str) -> Option<Field> {
    GENERIC.iter().find(|(_, headings)| headings.contains(&name)).map(|(field, _)| *field)
}

/// Headings that seem to say what the other system shows, in lower case and without `review`, `comment` or `is` before them.
const SEEM_STATUS: [&str; 17] = [
    "approvalstatus",
    "approved",
    "curated",
    "hidden",
    "moderation",
    "moderationstatus",
    "private",
    "public",
    "publicationstatus",
    "published",
    "rejected",
    "spam",
    "state",
    "status",
    "unpublished",
    "visibility",
    "visible",
];

/// Whether a heading seems to say what the other system shows.
pub(crate) fn seems_status(heading: &str) -> bool {
    let heading = bare(heading);
    let word = ["review", "comment"].into_iter().find_map(|of| heading.strip_prefix(of)).unwrap_or(&heading);
    SEEM_STATUS.contains(&word.strip_prefix("is").unwrap_or(word))
}

/// The fewest headings of a system by which a file is recognised as the system's.
const RECOGNISED_BY: usize = 4;

/// The format that has most of these headings, among those whose required fields are all here. `None` if two formats share the
/// first place, or if it has fewer than [`RECOGNISED_BY`] of the headings.
pub(crate) fn recognise<'a>(headings: impl Iterator<Item = &'a str> + Clone) -> Option<ImportFormat> {
    let score = |format: ImportFormat| {
        let known = Known::new(format, None);
        let fields: Vec<_> = headings.clone().filter_map(|heading| known.find(heading)).collect();
        known.missing(|field| fields.iter().any(|column| column.field == field)).is_none().then(|| {
            let is_other = |heading: &&str| others(format).iter().any(|other| bare(other) == bare(heading));
            fields.len() + headings.clone().filter(is_other).count()
        })
    };
    let formats = ImportFormat::ALL.into_iter().filter(|format| *format != ImportFormat::Generic);
    let mut scores: Vec<_> = formats.filter_map(|format| Some((score(format)?, format))).collect();
    scores.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    match scores[..] {
        [(best, _), (second, _), ..] if best == second => None,
        [(best, format), ..] if best >= RECOGNISED_BY => Some(format),
        _ => None,
    }
}

/// A heading in lower case and without spaces and punctuation, which systems write differently.
pub(crate) fn bare(heading: &str) -> String {
    heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[derive(Debug, Default)]
pub(crate) struct Cells {
    pub(crate) read: Vec<(Column, String)>,
    /// The headings of cells that contain text and are not imported.
    pub(crate) unread: Vec<String>,
    /// Whether a cell was read as windows-1252 because it is not UTF-8.
    pub(crate) is_windows_1252: bool,
}

impl Cells {
    /// The cell for a field and its heading: of the cells with text, the cell with the lowest rank. `None` if no cell has text.
    pub(crate) fn get(&self, field: Field) -> Option<(&Arc<str>, &str)> {
        let said = self.all(field).filter(|(_, text)| !text.trim().is_empty());
        said.min_by_key(|(column, _)| column.rank).map(|(column, text)| (&column.heading, text))
    }

    /// All cells for a field, including empty ones.
    pub(crate) fn all(&self, field: Field) -> impl Iterator<Item = (&Column, &str)> {
        let said = self.read.iter().filter(move |(column, _)| column.field == field);
        said.map(|(column, text)| (column, text.as_str()))
    }

    /// Whether all cells are empty, as in the last lines of many spreadsheets.
    pub(crate) fn is_empty(&self) -> bool {
        self.read.iter().all(|(_, text)| text.trim().is_empty())
    }
}
