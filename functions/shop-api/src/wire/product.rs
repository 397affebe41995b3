//! The JSON of products. The answers have the same fields as a PUT.

use domain::order::{Identifiers, Product, ProductId};
use domain::values::{HttpsUrl, Invalid, Title};
use edge::error::Error;
use edge::field::Field;
use edge::native::{PAGE, limit};
use serde::{Deserialize, Serialize};
use store::order::ListedProduct;
use store::table::Page;
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema)]
pub(crate) struct ProductInput {
    /// The id from the path again; it must be the same.
    #[schema(value_type = Option<String>, pattern = "^[A-Za-z0-9_.:-]{1,97}$")]
    id: Field<String>,
    #[schema(value_type = String, min_length = 1, max_length = 255)]
    title: Field<String>,
    /// An https URL.
    #[schema(value_type = Option<String>, format = "uri", pattern = "^https://[A-Za-z0-9]", max_length = 2048)]
    image_url: Field<String>,
    /// An https URL.
    #[schema(value_type = Option<String>, format = "uri", pattern = "^https://[A-Za-z0-9]", max_length = 2048)]
    url: Field<String>,
    /// The barcodes of the product and its variants.
    #[schema(value_type = Option<Vec<String>>, max_items = 100)]
    gtin: Field<Vec<String>>,
    /// The manufacturer's part number.
    #[schema(value_type = Option<String>, min_length = 1, max_length = 100)]
    mpn: Field<String>,
    /// The shop's own article number.
    #[schema(value_type = Option<String>, min_length = 1, max_length = 100)]
    sku: Field<String>,
    #[schema(value_type = Option<String>, min_length = 1, max_length = 100)]
    brand: Field<String>,
    /// Whether customers are asked about the product when an order has it. If omitted, the earlier choice stays; without
    /// one, customers are asked.
    #[schema(value_type = Option<bool>)]
    ask: Field<bool>,
}

const ASK_RULE: Invalid = Invalid("`ask` must be true or false.");
const SAME_ID_RULE: Invalid = Invalid("`id` must be the id in the path; omit it, or fix either.");

impl ProductInput {
    /// The product with the path's id, and whether customers are asked about it, if the call says so.
    pub(crate) fn parse(self, id: &str) -> Result<(Product, Option<bool>), Error> {
        let Self { id: again, title, image_url, url, gtin, mpn, sku, brand, ask } = self;
        let id = ProductId::in_catalog(id).map_err(Error::field("id"))?;
        let is_same = |again: &str| (again == id.as_str()).then_some(()).ok_or(SAME_ID_RULE);
        again.parse(is_same).map_err(Error::field("id"))?;
        let product = Product {
            id,
            title: Title::parse(title.as_str()).map_err(Error::field("title"))?,
            image_url: image_url.given().parse(HttpsUrl::parse).map_err(Error::field("image_url"))?,
            url: url.given().parse(HttpsUrl::parse).map_err(Error::field("url"))?,
            identifiers: Identifiers {
                gtin: gtins(gtin).map_err(Error::field("gtin"))?,
                mpn: name(mpn, Identifiers::MPN_RULE).map_err(Error::field("mpn"))?,
                sku: name(sku, Identifiers::SKU_RULE).map_err(Error::field("sku"))?,
                brand: name(brand, Identifiers::BRAND_RULE).map_err(Error::field("brand"))?,
            },
        };
        Ok((product, ask.optional(ASK_RULE).map_err(Error::field("ask"))?))
    }
}

fn gtins(gtin: Field<Vec<String>>) -> Result<Vec<String>, Invalid> {
    let gtins = gtin.optional(Identifiers::GTIN_RULE)?.unwrap_or_default();
    let fits = gtins.len() <= Identifiers::GTINS_MAX && gtins.iter().all(|gtin| Identifiers::is_gtin(gtin));
    if fits { Ok(gtins) } else { Err(Identifiers::GTIN_RULE) }
}

fn name(field: Field<String>, rule: Invalid) -> Result<Option<String>, Invalid> {
    match field.given().optional(rule)? {
        Some(text) if !Identifiers::is_name(&text) => Err(rule),
        text => Ok(text),
    }
}

/// The product that a path names. A malformed id is answered like an unknown one.
pub(crate) fn known_product(id: &str) -> Result<ProductId, app::error::Error> {
    ProductId::in_catalog(id).map_err(|_| app::error::Error::NotFound)
}

/// Reads `?limit=&cursor=` as the page's length and the id before it. Unknown parameters are ignored.
pub(crate) fn products_page(query: &str) -> Result<(u32, Option<ProductId>), Error> {
    let (mut length, mut after) = (PAGE, None);
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match &*name {
            "limit" => length = limit(&value)?,
            "cursor" => after = Some(ProductId::in_catalog(&value).map_err(Error::field("cursor"))?),
            _ => {}
        }
    }
    Ok((length, after))
}

#[derive(Serialize, ToSchema)]
#[schema(as = Product)]
pub(crate) struct ProductBody<'a> {
    id: &'a str,
    title: &'a str,
    #[schema(required)]
    image_url: Option<&'a str>,
    #[schema(required)]
    url: Option<&'a str>,
    gtin: Vec<&'a str>,
    #[schema(required)]
    mpn: Option<&'a str>,
    #[schema(required)]
    sku: Option<&'a str>,
    #[schema(required)]
    brand: Option<&'a str>,
    /// Whether customers are asked about the product when an order has it.
    ask: bool,
}

impl<'a> ProductBody<'a> {
    pub(crate) fn new(ListedProduct { product, ask, .. }: &'a ListedProduct) -> Self {
        let Product { id, title, image_url, url, identifiers } = product;
        let Identifiers { gtin, mpn, sku, brand } = identifiers;
        Self {
            id: id.as_str(),
            title: title.as_str(),
            image_url: image_url.as_ref().map(HttpsUrl::as_str),
            url: url.as_ref().map(HttpsUrl::as_str),
            gtin: gtin.iter().map(String::as_str).collect(),
            mpn: mpn.as_deref(),
            sku: sku.as_deref(),
            brand: brand.as_deref(),
            ask: *ask,
        }
    }
}

#[derive(Serialize, ToSchema)]
#[schema(as = Products)]
pub(crate) struct ProductsBody<'a> {
    products: Vec<ProductBody<'a>>,
    /// The `cursor` of the next page; `null` on the last page.
    #[schema(required)]
    next_cursor: Option<&'a str>,
}

impl<'a> ProductsBody<'a> {
    pub(crate) fn new(Page { rows, more }: &'a Page<ListedProduct>) -> Self {
        let last = rows.last().filter(|_| *more);
        Self {
            products: rows.iter().map(ProductBody::new).collect(),
            next_cursor: last.map(|listed| listed.product.id.as_str()),
        }
    }
}
