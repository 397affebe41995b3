//! Meta's product review feed as CSV. Cells that look like formulas are not escaped: nothing says that Meta would leave an
//! apostrophe out. The console warns people not to open the file.

use app::error::Error;
use csv::{Terminator, WriterBuilder};
use serde_json::json;

use super::row::{Row, Shown};

const COLUMNS: [&str; 21] = [
    "store.name",
    "store.id",
    "store.storeUrls",
    "reviewID",
    "rating",
    "title",
    "content",
    "created_at",
    "updated_at",
    "review_image_urls",
    "incentivized",
    "has_verified_purchase",
    "reviewer.name",
    "reviewer.isAnonymous",
    "product.name",
    "product.url",
    "product.image_urls",
    "product.productIdentifiers.gtins",
    "product.productIdentifiers.mpns",
    "product.productIdentifiers.skus",
    "product.productIdentifiers.brands",
];

/// The line with the columns' names.
pub(super) fn start() -> Result<String, Error> {
    line(COLUMNS.map(str::to_owned))
}

pub(super) fn review(row: &Row<'_>, shown: &Shown<'_>) -> Result<String, Error> {
    let known = row.identifiers;
    let host = shown.storefront.map_or_else(|| row.page.host(), |own| own.host());
    line([
        shown.shop_name.clone(),
        shown.shop.to_owned(),
        list([host]),
        row.id.to_string(),
        row.stars.to_string(),
        row.title.clone().unwrap_or_default(),
        row.text.clone(),
        format!("{:.0}", row.created_at),
        format!("{:.0}", row.updated_at),
        list(row.photos.iter().map(String::as_str)),
        row.is_incentivized.to_string(),
        row.is_verified.to_string(),
        row.name.clone().unwrap_or_default(),
        row.name.is_none().to_string(),
        row.product_name.clone().into_owned(),
        row.page.as_str().to_owned(),
        list(row.product_image),
        list(known.gtin.iter().map(String::as_str)),
        list(known.mpn.as_deref()),
        list(known.sku.as_deref()),
        list(known.brand.as_deref()),
    ])
}

/// A list as JSON; an empty string for an empty list.
fn list<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let texts: Vec<_> = texts.into_iter().collect();
    if texts.is_empty() { String::new() } else { json!(texts).to_string() }
}

fn line(cells: [String; COLUMNS.len()]) -> Result<String, Error> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(&cells).map_err(internal)?;
    String::from_utf8(writer.into_inner().map_err(internal)?).map_err(internal)
}

fn internal(error: impl std::fmt::Display) -> Error {
    Error::Internal(error.to_string())
}
