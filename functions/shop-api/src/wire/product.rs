//! The JSON of products. The answers have the same fields as a PUT.

use domain::order::{CatalogId, Described, Description, Gtins, Identifier, Identifiers, Product, ProductId};
use domain::values::value::Maybe;
use domain::values::{HttpsUrl, Invalid, Title};
use edge::error::Error;
use edge::native::{PAGE, limit};
use serde::Serialize;
use store::order::ListedProduct;
use store::table::Page;
use utoipa::ToSchema;

const SAME_ID: &str = "`id` must be the id in the path; omit it, or fix either.";

edge::input! {
    pub(crate) struct ProductInput {
        /// The id from the path again; it must be the same.
        id: Option<CatalogId>, or SAME_ID;
        title: Title;
        /// Plain text. Where an AI asks about the product, it reads the first 300 characters, which are stored.
        description: Maybe<Described>, or "`description` must have 1 to 10,000 characters.";
        /// An https URL.
        image_url: Maybe<HttpsUrl>;
        /// An https URL.
        url: Maybe<HttpsUrl>;
        /// The barcodes of the product and its variants.
        gtin: Option<Gtins>;
        /// The manufacturer's part number.
        mpn: Maybe<Identifier>, or "`mpn` must have 1 to 100 characters.";
        /// The shop's own article number.
        sku: Maybe<Identifier>, or "`sku` must have 1 to 100 characters.";
        brand: Maybe<Identifier>, or "`brand` must have 1 to 100 characters.";
        /// Whether customers are asked about the product when an order has it. If omitted, the earlier choice stays; without
        /// one, customers are asked.
        ask: Option<bool>, or "`ask` must be true or false.";
    }
}

impl ProductInput {
    /// The product with the path's id, and whether customers are asked about it, if the call says so.
    pub(crate) fn parse(self, id: &str) -> Result<(Product, Option<bool>), Error> {
        let id = ProductId::in_catalog(id).map_err(Error::field("id"))?;
        if self.id?.is_some_and(|again| again != id) {
            return Err(Error::field("id")(Invalid(SAME_ID)));
        }
        let product = Product {
            id,
            title: self.title?,
            description: self.description?,
            image_url: self.image_url?,
            url: self.url?,
            identifiers: Identifiers {
                gtin: self.gtin?.unwrap_or_default(),
                mpn: self.mpn?,
                sku: self.sku?,
                brand: self.brand?,
            },
        };
        Ok((product, self.ask?))
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
    description: Option<&'a str>,
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
        let Product { id, title, description, image_url, url, identifiers } = product;
        let Identifiers { gtin, mpn, sku, brand } = identifiers;
        Self {
            id: id.as_str(),
            title: title.as_str(),
            description: description.as_ref().map(Description::as_str),
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
