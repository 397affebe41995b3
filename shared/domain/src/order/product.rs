//! Products, as requests and the catalog name them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::values::value::{Kind, Text, UNSAID, strings};
use crate::values::{HttpsUrl, Invalid, ShopSystem, Storefront, Title, stored_as_text, words};

/// A product's id in the shop's platform: 1–97 of `[A-Za-z0-9_.:-]`.
///
/// In BetterReviews' and the native API it is `<platform>-<id>`, such as `shopify-7125386199075`; in Wix'
/// it is the GUID of a catalog item.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ProductId(String);

stored_as_text!(ProductId, Self::as_str, |text| Self::in_catalog(text).ok());

impl ProductId {
    /// The longest platform name, in characters.
    pub const PLATFORM_LENGTH_MAX: usize = 32;
    /// The longest id, in characters, including the platform and the hyphen.
    pub const LENGTH_MAX: usize = Self::PLATFORM_LENGTH_MAX + 1 + 64;
    /// The most characters of a handle in an id, which must fit into what [`parse`](Self::parse) reads.
    const HANDLE_LENGTH: usize = 60;

    /// The error of [`parse`](Self::parse).
    pub const RULE: Invalid = Invalid(
        "A product's id must be its platform, a hyphen and the platform's id, such as \"shopify-7125386199075\".",
    );

    /// The error of [`in_catalog`](Self::in_catalog).
    pub const CATALOG_RULE: Invalid =
        Invalid("A catalog item's id must be 1 to 97 letters, digits and _ . : - such as \"shopify-7125386199075\".");

    /// Stands for the shop itself where reviews' products are named. No product's id has an `@`.
    pub const SHOP: &str = "@shop";

    /// The name of a review's subject: the product's id, or [`SHOP`](Self::SHOP) for `None`.
    pub fn name_of(product: Option<&Self>) -> &str {
        product.map_or(Self::SHOP, Self::as_str)
    }

    /// Reads a name that [`name_of`](Self::name_of) wrote; `None` is the shop itself.
    pub fn named(name: &str) -> Result<Option<Self>, Invalid> {
        if name == Self::SHOP { Ok(None) } else { Self::in_catalog(name).map(Some) }
    }

    /// Reads an id of any platform's catalog.
    pub fn in_catalog(text: &str) -> Result<Self, Invalid> {
        let fits = (1..=Self::LENGTH_MAX).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"_.:-".contains(&b));
        fits.then(|| Self(text.to_owned())).ok_or(Self::CATALOG_RULE)
    }

    /// Reads an id with its platform: `^[a-z][a-z0-9]*-[A-Za-z0-9_.:-]{1,64}$`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let fits = text.split_once('-').is_some_and(|(platform, id)| {
            platform.len() <= Self::PLATFORM_LENGTH_MAX
                && platform.starts_with(|c: char| c.is_ascii_lowercase())
                && platform.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
                && (1..=64).contains(&id.len())
                && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"_.:-".contains(&b))
        });
        fits.then(|| Self(text.to_owned())).ok_or(Self::RULE)
    }

    /// The product that an import makes of a handle that no product has. Two handles that begin with the same 60 characters make one.
    pub fn of_handle(system: ShopSystem, handle: &str) -> Self {
        let own = |c: char| {
            if c.is_ascii_alphanumeric() || "-_.".contains(c) { c.into() } else { format!(":{:x}", u32::from(c)) }
        };
        let text = handle.chars().map(own).collect::<String>();
        Self(format!("{}-h-{}", system.product_prefix(), text.get(..Self::HANDLE_LENGTH).unwrap_or(&text)))
    }

    /// Reads the number of a Shopify product, or its id in Shopify's own API; `None` for anything else.
    pub fn of_shopify(text: &str) -> Option<Self> {
        let number = text.strip_prefix("gid://shopify/Product/").unwrap_or(text);
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| Self::parse(&format!("shopify-{number}")).ok()).flatten()
    }

    /// The id as the platform gives it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The products of a request: 0–50, each once, in the order given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProductIds(Vec<ProductId>);

fn product_id() -> Kind {
    let pattern = Some("^[a-z][a-z0-9]{0,31}-[A-Za-z0-9_.:-]{1,64}$");
    Kind::Text(Text { pattern, ..Text::default() })
}

crate::reads_word! { Published, UNSAID; }

crate::reads! {
    ProductIds: Self = |json| Self::parse(strings(json).ok_or(Self::RULE)?.into_iter()), product_id().list(None, Some(Self::MAX));
    Gtins: Vec<String> = |json| {
        let gtins = strings(json).filter(|gtins| gtins.len() <= Identifiers::GTINS_MAX);
        let gtins = gtins.filter(|gtins| gtins.iter().all(|gtin| Identifiers::is_gtin(gtin)));
        let rule = Invalid("`gtin` must be a list of at most 100 barcodes of 8, 12, 13 or 14 digits.");
        Ok(gtins.ok_or(rule)?.into_iter().map(ToOwned::to_owned).collect())
    }, Kind::strings(Some(Identifiers::GTINS_MAX));
}

impl ProductIds {
    pub const MAX: usize = 50;
    pub const RULE: Invalid =
        Invalid("`product_ids` must be a list of at most 50 product ids such as \"shopify-7125386199075\".");

    /// Reads a list of ids. Duplicates are dropped.
    pub fn parse<'a>(ids: impl ExactSizeIterator<Item = &'a str>) -> Result<Self, Invalid> {
        if ids.len() > Self::MAX {
            return Err(Self::RULE);
        }
        let mut products = Vec::with_capacity(ids.len());
        for id in ids {
            let id = ProductId::parse(id).map_err(|_| Self::RULE)?;
            if !products.contains(&id) {
                products.push(id);
            }
        }
        Ok(Self(products))
    }

    /// The first [`MAX`](Self::MAX) distinct ids.
    pub fn first(ids: impl Iterator<Item = ProductId>) -> Self {
        let mut products = Vec::new();
        for id in ids {
            if products.len() < Self::MAX && !products.contains(&id) {
                products.push(id);
            }
        }
        Self(products)
    }

    /// Whether the request asks about the shop itself.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The ids, each once, in the order given.
    pub fn into_vec(self) -> Vec<ProductId> {
        self.0
    }
}

/// A product as the shop describes it, for the email and the hub.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    pub id: ProductId,
    pub title: Title,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Description>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_url: Option<HttpsUrl>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<HttpsUrl>,
    /// The product's identifiers in other catalogs.
    #[serde(flatten)]
    pub identifiers: Identifiers,
}

impl Product {
    /// A product of which only the title is known.
    pub fn titled(id: ProductId, title: Title) -> Self {
        Self { id, title, description: None, image_url: None, url: None, identifiers: Identifiers::default() }
    }

    /// The product as anybody sees it: its page is at the shop's own domain, if the shop gave it and the address is at Shopify's.
    #[must_use]
    pub fn at(mut self, storefront: Option<&Storefront>) -> Self {
        if let (Some(storefront), Some(url)) = (storefront, &mut self.url) {
            *url = storefront.page(url);
        }
        self
    }
}

/// The first words of a product's description as plain text: 1–300 characters on one line. An AI that asks about the
/// product reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description(String);

stored_as_text!(Description, Self::as_str, Self::parse);

impl Description {
    /// The longest description, in characters.
    pub const CHARACTERS_MAX: usize = 300;
    /// The longest text that a call may give, in characters.
    pub const GIVEN_MAX: usize = 10_000;

    /// The whole words that fit of a text; `None` if it has none.
    pub fn parse(text: &str) -> Option<Self> {
        let mut description = String::new();
        let mut left = Self::CHARACTERS_MAX;
        for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
            let length = word.chars().count() + usize::from(!description.is_empty());
            let Some(rest) = left.checked_sub(length) else { break };
            left = rest;
            if !description.is_empty() {
                description.push(' ');
            }
            description.push_str(word);
        }
        (!description.is_empty()).then_some(Self(description))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

words! {
    /// Whether anybody may see a product in the shop.
    #[derive(Default)]
    pub enum Published {
        #[default]
        Yes = "yes",
        /// It was published. Its title and its reviews stay public, without a link.
        NoLonger = "no_longer",
        /// It is described nowhere in public.
        Never = "never",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SystemProduct {
    #[serde(flatten)]
    pub product: Product,
    /// Whether it is published; `Never` only says that it is not published now.
    pub published: Published,
    /// Whether the system takes no reviews of the product.
    pub is_closed: bool,
    /// The product's types and tags, in lower case.
    pub labels: BTreeSet<String>,
}

impl From<Product> for SystemProduct {
    /// A published product, of which reviews are taken.
    fn from(product: Product) -> Self {
        Self { product, published: Published::Yes, is_closed: false, labels: BTreeSet::new() }
    }
}

/// A product's identifiers in other catalogs, as in Google's product reviews feed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Identifiers {
    /// The barcodes of its variants.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gtin: Vec<String>,
    /// The manufacturer's number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mpn: Option<String>,
    /// The shop's number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sku: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brand: Option<String>,
}

/// How a call describes a product.
pub enum Described {}
/// How a call gives a product of the catalog.
pub enum CatalogId {}
/// How a call gives a manufacturer's or a shop's number, or a brand.
pub enum Identifier {}
/// How a call gives a product's barcodes, or one of them.
pub enum Gtins {}
pub enum Gtin {}

crate::reads_text! {
    Described: Description = |text| Description::parse(text).ok_or(UNSAID), Text::between(1, Description::GIVEN_MAX);
    CatalogId: ProductId = ProductId::in_catalog, Text { pattern: Some("^[A-Za-z0-9_.:-]{1,97}$"), ..Text::default() };
    Gtin: String = |text| Identifiers::is_gtin(text).then(|| text.to_owned()).ok_or(UNSAID), Text::between(8, 14);
    Identifier: String = |text| Identifiers::is_name(text).then(|| text.to_owned()).ok_or(UNSAID),
        Text::between(1, Identifiers::CHARACTERS_MAX);
}

impl Identifiers {
    pub const GTINS_MAX: usize = 100;
    /// The longest number or brand, in characters.
    pub const CHARACTERS_MAX: usize = 100;

    /// Whether Google can find the product by them: by a barcode, by the manufacturer's number with the brand, or by the
    /// shop's number.
    pub fn are_enough(&self) -> bool {
        !self.gtin.is_empty() || self.sku.is_some() || self.mpn.is_some() && self.brand.is_some()
    }

    /// Whether a text can be a barcode (GS1: GTIN-8, -12, -13 and -14).
    pub fn is_gtin(text: &str) -> bool {
        matches!(text.len(), 8 | 12..=14) && text.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Whether a text can be an `mpn`, `sku` or `brand`.
    pub fn is_name(text: &str) -> bool {
        (1..=Self::CHARACTERS_MAX).contains(&text.chars().count())
            && !text.trim().is_empty()
            && !text.chars().any(char::is_control)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_is_the_whole_words_that_fit() {
        let of = |text: &str| Some(Description::parse(text)?.as_str().to_owned());
        assert_eq!(of(" Holds\n 300\tml "), Some("Holds 300 ml".to_owned()));
        let long = ["x"; 300].join(" ");
        assert_eq!(of(&long).unwrap().chars().count(), 299);
        assert_eq!(of(" \n"), None);
        assert_eq!(of(&"x".repeat(301)), None);
    }

    #[test]
    fn a_product_id_has_a_platform() {
        for good in ["shopify-7125386199075", "wix2-a_b.c:d-e", "a-1"] {
            assert!(ProductId::parse(good).is_ok(), "{good}");
        }
        let long = format!("shopify-{}", "1".repeat(65));
        for bad in ["", "shopify", "shopify-", "Shopify-1", "2shop-1", "-1", "shop ify-1", "shopify-é", &long] {
            assert!(ProductId::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_product_of_shopify_may_be_its_number() {
        for text in ["7", "gid://shopify/Product/7"] {
            assert_eq!(ProductId::of_shopify(text).unwrap().as_str(), "shopify-7");
        }
        for other in ["", "shopify-7", "gid://shopify/Product/", "gid://shopify/Product/x", "7a", &"7".repeat(65)] {
            assert_eq!(ProductId::of_shopify(other), None, "{other}");
        }
    }

    #[test]
    fn a_catalog_id_may_be_a_product_id_or_a_guid() {
        let longest = format!("{}-{}", "a".repeat(32), "1".repeat(64));
        for good in ["shopify-7125386199075", "6f4770fc-b8ee-4bf2-9977-d048a7f27987", &longest] {
            assert!(ProductId::in_catalog(good).is_ok(), "{good}");
        }
        assert!(ProductId::parse(&longest).is_ok());
        for bad in ["", "a b", "a/b", "é", "a#b", &format!("{longest}1")] {
            assert!(ProductId::in_catalog(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn duplicates_are_dropped_and_the_order_stays() {
        let ids = ProductIds::parse(["a-2", "a-1", "a-2"].into_iter()).unwrap().into_vec();
        assert_eq!(ids.iter().map(ProductId::as_str).collect::<Vec<_>>(), ["a-2", "a-1"]);
        assert!(ProductIds::parse(vec!["a-1"; 51].into_iter()).is_err());
    }
}
