//! The headings of each format, as the vendors' templates and exports have them, and what they are about. Case, spaces and
//! underscores do not matter: some vendors write `Review Score` in one file and `review_score` in another.

use domain::import::ImportFormat;

/// The part of a review that a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    ExternalId,
    Platform,
    Product,
    /// The product's name in its address, by which nothing is found here.
    Handle,
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
    Status,
    Incentivized,
}

impl Field {
    const ALL: [Self; 18] = [
        Self::ExternalId,
        Self::Platform,
        Self::Product,
        Self::Handle,
        Self::Rating,
        Self::Title,
        Self::Body,
        Self::Name,
        Self::Email,
        Self::WrittenAt,
        Self::Reply,
        Self::RepliedAt,
        Self::ReplyUpdatedAt,
        Self::ReplyIsPublic,
        Self::Photos,
        Self::Language,
        Self::Status,
        Self::Incentivized,
    ];

    /// The columns that every file of a format has.
    pub(crate) const REQUIRED: [Self; 3] = [Self::Product, Self::Rating, Self::WrittenAt];

    /// The headings of this column in a format, the one that counts first; none if the format has no such column.
    const fn headings(self, format: ImportFormat) -> &'static [&'static str] {
        use ImportFormat::{Afterword, Judgeme, Loox, Okendo, Yotpo};
        match (self, format) {
            (Self::ExternalId, Afterword) => &["external_review_id"],
            (Self::ExternalId, Okendo) => &["reviewId"],
            (Self::ExternalId, Judgeme | Yotpo) => &["review_id"],
            (Self::ExternalId, Loox) => &["id"],
            (Self::Platform, Afterword) => &["platform"],
            (Self::Product, Afterword) => &["product_id", "external_product_id"],
            (Self::Product, Okendo | Loox) => &["productId"],
            (Self::Product, Judgeme | Yotpo) => &["product_id"],
            (Self::Handle, Judgeme) => &["product_handle"],
            (Self::Rating, Yotpo) => &["review_score"],
            (Self::Rating, Afterword | Okendo | Judgeme | Loox) => &["rating"],
            (Self::Title, Yotpo) => &["review_title"],
            (Self::Title, Afterword | Okendo | Judgeme) => &["title"],
            (Self::Body, Afterword) => &["body", "content"],
            (Self::Body, Okendo | Judgeme) => &["body"],
            (Self::Body, Yotpo) => &["review_content"],
            (Self::Body, Loox) => &["body", "review"],
            (Self::Name, Afterword) => &["name", "reviewer_name"],
            (Self::Name, Okendo) => &["name"],
            (Self::Name, Judgeme) => &["reviewer_name"],
            (Self::Name, Yotpo) => &["display_name"],
            (Self::Name, Loox) => &["author", "nickname", "full_name"],
            (Self::Email, Okendo | Yotpo | Loox) => &["email"],
            (Self::Email, Judgeme) => &["reviewer_email"],
            (Self::WrittenAt, Afterword) => &["created_at", "review_created_at"],
            (Self::WrittenAt, Okendo) => &["dateCreated"],
            (Self::WrittenAt, Judgeme) => &["review_date"],
            (Self::WrittenAt, Yotpo) => &["date"],
            (Self::WrittenAt, Loox) => &["created_at", "date"],
            // Of a reply that is an object in a line of JSON, its members follow its name.
            (Self::Reply, Afterword) => &["reply", "reply_text"],
            (Self::Reply, Okendo | Judgeme | Loox) => &["reply"],
            (Self::Reply, Yotpo) => &["comment_content"],
            (Self::RepliedAt, Afterword) => &["reply_created_at"],
            (Self::RepliedAt, Okendo) => &["replyDateCreated"],
            (Self::RepliedAt, Judgeme) => &["reply_date"],
            (Self::RepliedAt, Yotpo) => &["comment_created_at"],
            (Self::RepliedAt, Loox) => &["replied_at"],
            (Self::ReplyUpdatedAt, Afterword) => &["reply_updated_at"],
            (Self::ReplyIsPublic, Okendo) => &["replyIsPublic"],
            (Self::ReplyIsPublic, Yotpo) => &["comment_public"],
            (Self::Photos, Afterword) => &["photo_urls", "photos"],
            (Self::Photos, Okendo) => &["imageUrls"],
            (Self::Photos, Judgeme) => &["picture_urls"],
            (Self::Photos, Yotpo) => &["published_image_url"],
            (Self::Photos, Loox) => &["photo_url", "img"],
            (Self::Language, Afterword) => &["language"],
            (Self::Status, Afterword) => &["status"],
            (Self::Incentivized, Afterword | Loox) => &["incentivized"],
            _ => &[],
        }
    }

    /// The heading under which a format reports it.
    pub(crate) const fn heading(self, format: ImportFormat) -> &'static str {
        match self.headings(format) {
            [first, ..] => first,
            [] => "",
        }
    }
}

/// A heading that a format knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) field: Field,
    pub(crate) heading: &'static str,
    /// The heading's place among the headings of its field: the lowest counts.
    rank: usize,
}

/// The column with this heading; `None` for one that is not read.
pub(crate) fn find(format: ImportFormat, heading: &str) -> Option<Column> {
    let wanted = bare(heading);
    Field::ALL.into_iter().find_map(|field| {
        let headings = field.headings(format);
        let rank = headings.iter().position(|known| bare(known) == wanted)?;
        Some(Column { field, heading: headings[rank], rank })
    })
}

fn bare(heading: &str) -> String {
    heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The cells of a row that are read, each with its column.
#[derive(Debug, Default)]
pub(crate) struct Cells(pub(crate) Vec<(Column, String)>);

impl Cells {
    /// The first cell with a text for the field, with its heading; `None` if there is none.
    pub(crate) fn get(&self, field: Field) -> Option<(&'static str, &str)> {
        let said = self.0.iter().filter(|(column, text)| column.field == field && !text.trim().is_empty());
        said.min_by_key(|(column, _)| column.rank).map(|(column, text)| (column.heading, text.as_str()))
    }

    /// Whether it says nothing at all, as the empty lines at the end of a spreadsheet.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|(_, text)| text.trim().is_empty())
    }
}
