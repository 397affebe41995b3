//! Google's product review feed 2.4. Its elements have a fixed order
//! (<https://developers.google.com/product-review-feeds/schema>).

use std::collections::BTreeSet;

use app::error::Error;
use domain::order::Identifiers;
use domain::values::Language;
use xml::EventWriter;
use xml::writer::{EmitterConfig, XmlEvent};

use super::row::Row;

const START: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    <feed xmlns:vc=\"http://www.w3.org/2007/XMLSchema-versioning\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
    xsi:noNamespaceSchemaLocation=\"http://www.google.com/shopping/reviews/schema/product/2.4/product_reviews.xsd\">\n\
    <version>2.4</version>\n";
const END: &str = "</feed>\n";
const REVIEWS: &str = "<reviews>\n";
const REVIEWS_END: &str = "</reviews>\n";
/// The name of an author who shows none.
const ANONYMOUS: &str = "Anonymous";

type Attributes<'a> = &'a [(&'a str, &'a str)];

/// Elements, written one after the other.
struct Elements(EventWriter<Vec<u8>>);

/// The file's start, up to its reviews.
pub(super) fn start(shop_name: &str) -> Result<String, Error> {
    let mut publisher = Elements::new();
    publisher.within("publisher", |publisher| publisher.text("name", shop_name))?;
    Ok(format!("{START}{}", publisher.finish()?))
}

/// A review. The first one opens the list, which must not be empty.
pub(super) fn review(row: &Row<'_>, is_first: bool) -> Result<String, Error> {
    let mut elements = Elements::new();
    elements.within("review", |review| review.review(row))?;
    Ok(format!("{}{}", if is_first { REVIEWS } else { "" }, elements.finish()?))
}

pub(super) fn end(has_reviews: bool) -> String {
    format!("{}{END}", if has_reviews { REVIEWS_END } else { "" })
}

impl Elements {
    fn new() -> Self {
        let config = EmitterConfig::new().write_document_declaration(false).perform_indent(false);
        Self(config.create_writer(Vec::new()))
    }

    fn finish(self) -> Result<String, Error> {
        let text = String::from_utf8(self.0.into_inner()).map_err(|error| Error::Internal(error.to_string()))?;
        Ok(text + "\n")
    }

    fn write<'e>(&mut self, event: impl Into<XmlEvent<'e>>) -> Result<(), Error> {
        self.0.write(event).map_err(|error| Error::Internal(error.to_string()))
    }

    /// An element around the elements that `content` writes.
    fn within(&mut self, name: &str, content: impl FnOnce(&mut Self) -> Result<(), Error>) -> Result<(), Error> {
        self.write(XmlEvent::start_element(name))?;
        content(self)?;
        self.write(XmlEvent::end_element())
    }

    /// An element with a text and attributes.
    fn marked(&mut self, name: &str, attributes: Attributes<'_>, text: &str) -> Result<(), Error> {
        let start =
            attributes.iter().fold(XmlEvent::start_element(name), |start, (name, value)| start.attr(*name, value));
        self.write(start)?;
        self.write(XmlEvent::characters(text))?;
        self.write(XmlEvent::end_element())
    }

    fn text(&mut self, name: &str, text: &str) -> Result<(), Error> {
        self.marked(name, &[], text)
    }

    /// An element with one element for each text; nothing without texts.
    fn list<'t>(&mut self, (list, item): (&str, &str), texts: impl IntoIterator<Item = &'t str>) -> Result<(), Error> {
        let mut texts = texts.into_iter().peekable();
        if texts.peek().is_none() {
            return Ok(());
        }
        self.within(list, |list| texts.try_for_each(|text| list.text(item, text)))
    }

    fn review(&mut self, row: &Row<'_>) -> Result<(), Error> {
        self.text("review_id", &row.id.to_string())?;
        self.within("reviewer", |reviewer| match &row.name {
            Some(name) => reviewer.text("name", name),
            None => reviewer.marked("name", &[("is_anonymous", "true")], ANONYMOUS),
        })?;
        self.text("is_verified_purchase", truth(row.is_verified))?;
        self.text("is_incentivized_review", truth(row.is_incentivized))?;
        self.text("review_timestamp", &format!("{:.0}", row.created_at))?;
        if let Some(title) = &row.title {
            self.text("title", title)?;
        }
        self.text("content", &row.text)?;
        if let Some(language) = row.language.map(Language::as_str) {
            self.text("review_language", language)?;
        }
        self.marked("review_url", &[("type", "group")], &row.reviews())?;
        if !row.photos.is_empty() {
            self.within("reviewer_images", |images| {
                row.photos.iter().try_for_each(|url| images.within("reviewer_image", |image| image.text("url", url)))
            })?;
        }
        self.within("ratings", |ratings| {
            ratings.marked("overall", &[("min", "1"), ("max", "5")], &row.stars.to_string())
        })?;
        self.within("products", |products| products.within("product", |product| product.product(row)))?;
        match row.is_asked {
            Some(true) => self.text("collection_method", "post_fulfillment"),
            Some(false) => self.text("collection_method", "unsolicited"),
            None => Ok(()),
        }
    }

    fn product(&mut self, row: &Row<'_>) -> Result<(), Error> {
        let of = |read: fn(&Identifiers) -> Option<&str>| once(row.identifiers.iter().filter_map(|known| read(known)));
        let gtins = once(row.identifiers.iter().flat_map(|known| &known.gtin).map(String::as_str));
        let lists = [
            (("gtins", "gtin"), gtins),
            (("mpns", "mpn"), of(|known| known.mpn.as_deref())),
            (("skus", "sku"), of(|known| known.sku.as_deref())),
            (("brands", "brand"), of(|known| known.brand.as_deref())),
        ];
        if lists.iter().any(|(_, texts)| !texts.is_empty()) {
            self.within("product_ids", |ids| lists.into_iter().try_for_each(|(names, texts)| ids.list(names, texts)))?;
        }
        self.text("product_name", &row.product_name)?;
        self.text("product_url", row.page.as_str())
    }
}

/// Each text once, in their order.
fn once<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut seen = BTreeSet::new();
    texts.filter(|text| seen.insert(*text)).collect()
}

const fn truth(is_true: bool) -> &'static str {
    if is_true { "true" } else { "false" }
}
