//! The JSON of products. The answers have the same fields as a PUT.

use domain::order::{
    CatalogId, Described, Description, Grouped, Gtins, Identifier, Identifiers, Product, ProductId, Published,
    SystemProduct,
};
use domain::values::value::{Kept, Maybe, Patch, Raw, Tried, Value};
use domain::values::{HttpsUrl, Invalid, Title};
use edge::error::Error;
use edge::native::{PAGE, limit};
use edge::shown::OneOf;
use jiff::Timestamp;
use store::order::ListedProduct;
use store::table::Page;

use super::rows::{AsOf, ROWS_MAX, Words, lenient, rows};

const SAME_ID: &str = "`id` must be the id in the path; omit it, or fix either.";
const TITLE_RULE: Invalid =
    Invalid("A title must have 1 to 255 characters, on one line; only a product that is known can do without.");

edge::input! {
    /// What is omitted stays as it is.
    pub(crate) struct ProductInput {
        /// The id from the path again; it must be the same. Each row of a POST has it.
        id: Option<Raw>, as CatalogId::shape().kind, or SAME_ID;
        /// When the product was read, in milliseconds since 1970; the call's time if omitted or later. If the stored product was
        /// read later, it stays.
        as_of: Option<AsOf>, or AsOf::RULE.0;
        /// Required for a product that is not known yet.
        title: Kept<Raw>, as Title::shape().kind;
        /// Plain text. Where an AI asks about the product, it reads the first 300 characters, which are stored.
        description: Patch<Maybe<Described>>, or "`description` must have 1 to 10,000 characters.";
        /// An https URL.
        image_url: Patch<Maybe<HttpsUrl>>;
        /// An https URL.
        url: Patch<Maybe<HttpsUrl>>;
        /// The barcodes of the product and its variants.
        gtin: Patch<Gtins>;
        /// The manufacturer's part number.
        mpn: Patch<Maybe<Identifier>>, or "`mpn` must have 1 to 100 characters.";
        /// The shop's own article number.
        sku: Patch<Maybe<Identifier>>, or "`sku` must have 1 to 100 characters.";
        brand: Patch<Maybe<Identifier>>, or "`brand` must have 1 to 100 characters.";
        /// The main product of which this is another size, language or listing: readers see their reviews as one list. It need not be
        /// known yet; `null` takes it back. A connection says what the shop's system says, and any other key what the merchant chose,
        /// which wins. With its main product, a product has at most 89 others.
        of: Patch<Maybe<CatalogId>>, or "`of` must be the id of another product.";
        /// Whether anybody may see it in the shop. `no_longer`: it was published, and keeps its title and its reviews, without a
        /// link. `never`: it is described nowhere in public, and no GET has it; `no_longer` if it was published before.
        published: Option<Published>, or "`published` must be yes, never or no_longer.";
        /// Whether the shop's system takes reviews of it.
        reviews_allowed: Option<bool>, or "`reviews_allowed` must be true or false.";
        /// Its types, categories and tags, for rules of a connected system that leave products out. Upper and lower case are the
        /// same.
        labels: Patch<Words>;
        /// Whether customers are asked about the product when an order has it. Without a choice, they are if
        /// `reviews_allowed` is not false.
        ask: Option<bool>, or "`ask` must be true or false.";
    }
}

edge::input! {
    /// Products in one call.
    pub(crate) struct ProductsInput with ProductInput {
        products: Vec<Tried<ProductInput>>, as ProductInput::shape().kind.list(None, Some(ROWS_MAX)), or "`products` must be a list of at most 100 products.";
    }
}

/// What a call says about a product.
pub(crate) struct SaidProduct {
    pub id: ProductId,
    pub as_of: Timestamp,
    /// Whether customers are asked about it, if the call says so.
    pub ask: Option<bool>,
    /// Its main product, if the call says so.
    pub of: Option<Option<ProductId>>,
    /// Whether the call describes nothing, because the product is not published any more.
    pub is_gone: bool,
    said: ProductInput,
    is_row: bool,
}

impl ProductsInput {
    pub(crate) fn parse(self) -> Result<Vec<Result<ProductInput, Error>>, Error> {
        rows("products", self.products?)
    }
}

impl ProductInput {
    /// The id of a row of a POST, as it was sent.
    pub(crate) fn row_id(&self) -> String {
        self.id.iter().flatten().next().cloned().unwrap_or_default()
    }

    /// Reads what is said about the product with the path's id. In a row of a POST, only what the product cannot be without
    /// refuses it.
    pub(crate) fn parse(mut self, id: &str, now: Timestamp, is_row: bool) -> Result<SaidProduct, Error> {
        let id = ProductId::in_catalog(id).map_err(Error::field("id"))?;
        if self.id.iter().flatten().any(|again| again != id.as_str()) {
            return Err(Error::field("id")(Invalid(SAME_ID)));
        }
        let as_of = std::mem::replace(&mut self.as_of, Ok(None))?.map_or(now, |as_of| as_of.min(now));
        let ask = std::mem::replace(&mut self.ask, Ok(None))?;
        let of = match lenient(std::mem::replace(&mut self.of, Ok(Patch::Keep)), is_row, Patch::Keep)? {
            Patch::Keep => None,
            Patch::Clear => Some(None),
            Patch::Set(of) => Some(of),
        };
        let is_gone = matches!((&self.title, &self.published), (Ok(None), Ok(Some(Published::NoLonger))));
        Ok(SaidProduct { id, as_of, ask, of, is_gone, said: self, is_row })
    }
}

impl SaidProduct {
    /// The product as it is now, if it was `known` before.
    pub(crate) fn onto(self, known: Option<&ListedProduct>) -> Result<SystemProduct, Error> {
        let Self { id, said, is_row, .. } = self;
        let title = said.title?.map(|title| match Title::parse(&title) {
            Err(_) if is_row => Ok(Title::cut(&title, id.as_str())),
            title => title.map_err(|_| TITLE_RULE),
        });
        let title = title.transpose().map_err(Error::field("title"))?;
        let mut new = match (known, title) {
            (Some(known), None) => known.described(),
            (None, None) => return Err(Error::field("title")(TITLE_RULE)),
            (Some(known), Some(title)) => {
                let known = known.described();
                SystemProduct { product: Product { title, ..known.product }, ..known }
            }
            (None, Some(title)) => {
                let identifiers = Identifiers::default();
                Product { id, title, description: None, image_url: None, url: None, identifiers }.into()
            }
        };
        let Product { description, image_url, url, identifiers, .. } = &mut new.product;
        set(lenient(said.description, is_row, Patch::Clear)?, description);
        set(lenient(said.image_url, is_row, Patch::Clear)?, image_url);
        set(lenient(said.url, is_row, Patch::Clear)?, url);
        set(lenient(said.mpn, is_row, Patch::Clear)?, &mut identifiers.mpn);
        set(lenient(said.sku, is_row, Patch::Clear)?, &mut identifiers.sku);
        set(lenient(said.brand, is_row, Patch::Clear)?, &mut identifiers.brand);
        set_all(lenient(said.gtin, is_row, Patch::Clear)?, &mut identifiers.gtin);
        set_all(lenient(said.labels, is_row, Patch::Clear)?, &mut new.labels);
        // What nobody saw does not end.
        if let Some(published) = said.published?.filter(|said| (new.published, *said) != NEVER_GONE) {
            new.published = published;
        }
        new.is_closed = said.reviews_allowed?.map_or(new.is_closed, |allowed| !allowed);
        Ok(new)
    }
}

const NEVER_GONE: (Published, Published) = (Published::Never, Published::NoLonger);

fn set<T>(said: Patch<Option<T>>, field: &mut Option<T>) {
    match said {
        Patch::Keep => {}
        Patch::Clear => *field = None,
        Patch::Set(value) => *field = value,
    }
}

fn set_all<T: Default>(said: Patch<T>, field: &mut T) {
    match said {
        Patch::Keep => {}
        Patch::Clear => *field = T::default(),
        Patch::Set(value) => *field = value,
    }
}

/// The product that a path names. A malformed id is answered like an unknown one.
pub(crate) fn known_product(id: &str) -> Result<ProductId, app::error::Error> {
    ProductId::in_catalog(id).map_err(|_| app::error::Error::NotFound)
}

/// Reads `?limit=&cursor=` as the page's length and the id before it.
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

edge::shown! {
    pub(crate) struct ProductBody as Product ((listed, place): (&ListedProduct, &Grouped)) {
        id: String = listed.product.id.as_str();
        title: String = listed.product.title.as_str();
        description: Option<String> = listed.product.description.as_ref().map(Description::as_str);
        image_url: Option<String> = listed.product.image_url.as_ref().map(HttpsUrl::as_str);
        url: Option<String> = listed.product.url.as_ref().map(HttpsUrl::as_str);
        gtin: Vec<String> = &listed.product.identifiers.gtin;
        mpn: Option<String> = listed.product.identifiers.mpn.as_deref();
        sku: Option<String> = listed.product.identifiers.sku.as_deref();
        brand: Option<String> = listed.product.identifiers.brand.as_deref();
        published: OneOf<Published> = listed.published;
        reviews_allowed: bool = !listed.is_closed;
        labels: Vec<String> = &listed.labels;
        /// Whether customers are asked about the product when an order has it.
        ask: bool = listed.ask;
        /// The main product with which readers see its reviews as one list.
        of: Option<String> = place.main().map(ProductId::as_str);
    }

    pub(crate) struct ProductsBody as Products (page: &Page<(ListedProduct, Grouped)>) {
        products: Vec<ProductBody> = page.rows.iter().map(|(listed, place)| (listed, place));
        /// The `cursor` of the next page; `null` on the last page.
        next_cursor: Option<String> = page.rows.last().filter(|_| page.more).map(|(listed, _)| listed.product.id.as_str());
    }
}
