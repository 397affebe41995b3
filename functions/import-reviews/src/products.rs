//! Finds the product of a row: by the shop's answers, by its number, or by the handle or SKU of a product that the shop
//! described. A handle that no product has makes one.

use std::collections::{HashMap, HashSet};

use app::error::Error;
use app::order::handle;
use domain::import::{ImportFault, ProductAnswer, ProductAnswers};
use domain::order::{Identifiers, Product, ProductId};
use domain::values::{HttpsUrl, ShopSystem, Tenant, Title};
use percent_encoding::percent_decode_str;
use store::order::ListedProduct;
use store::table::Store;

const PRODUCTS_AT_ONCE: u32 = 1_000;
/// The prefix of a product's id in Shopify's API.
const GID: &str = "gid://shopify/Product/";

/// What a row says about its product.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// Whether the row is about the shop itself.
    pub is_of_shop: bool,
    /// Whether Afterword wrote the row, so that its id needs no search.
    pub is_ours: bool,
    /// The product's id, or another text in that column.
    pub id: Option<String>,
    /// The product's name in the address of its page.
    pub handle: Option<String>,
    /// The shop's stock-keeping unit (SKU) of the product.
    pub sku: Option<String>,
    pub title: Option<String>,
    /// The address of the product's page.
    pub url: Option<String>,
}

impl Named {
    /// What the row calls the product, shortened: its id, handle and SKU, or, without these, the last part of its page's address
    /// and its title. The first is the product's name in a report, and the shop may answer about each.
    pub fn names(&self) -> Vec<String> {
        let short = |name: String| name.chars().take(ProductAnswers::NAME_CHARACTERS_MAX).collect::<String>();
        let ids = [self.id.clone(), self.handle.clone(), self.sku.clone()];
        let ids: Vec<_> = ids.into_iter().flatten().map(short).collect();
        if !ids.is_empty() {
            return ids;
        }
        [self.url.as_deref().and_then(handle), self.title.clone()].into_iter().flatten().map(short).collect()
    }
}

/// A shop's products, and its answers about products that it does not have.
#[derive(Default)]
pub struct Products {
    system: Option<ShopSystem>,
    answers: ProductAnswers,
    /// The products that the shop described. What files or orders named is no reason to find a product, because a run stores what
    /// its file names and a dry run does not.
    described: HashSet<ProductId>,
    /// The products that have a title here, whoever gave it.
    titled: HashSet<ProductId>,
    /// The products that were never published.
    hidden: HashSet<ProductId>,
    /// Products by the last part of their page's address; `None` if several products have this part.
    by_handle: HashMap<String, Option<ProductId>>,
    by_sku: HashMap<String, Option<ProductId>>,
}

impl Products {
    /// Reads a shop's products and answers. Plain numbers are products of `system`.
    pub async fn read(store: &Store, tenant: &Tenant, system: Option<ShopSystem>) -> Result<Self, Error> {
        let mut products =
            Self { system, answers: store.one(tenant, ()).await?.unwrap_or_default(), ..Self::default() };
        let mut after = None;
        loop {
            let page = store.catalog(tenant, after.as_ref(), PRODUCTS_AT_ONCE).await?;
            page.rows.iter().for_each(|listed| products.add(listed));
            after = page.rows.last().map(|listed| listed.product.id.clone()).filter(|_| page.more);
            if after.is_none() {
                return Ok(products);
            }
        }
    }

    fn add(&mut self, listed: &ListedProduct) {
        let ListedProduct { product, page, is_described, .. } = listed;
        let Product { id, identifiers: Identifiers { sku, .. }, .. } = product;
        let is_sold_there = |id: &ProductId| self.system.is_some_and(|system| is_of(id, system));
        let insert = |map: &mut HashMap<String, Option<ProductId>>, key: String| {
            let other = map.get(&key).cloned();
            let kept = match other {
                None => Some(id.clone()),
                // A shop that moved to another system may have the same handle or SKU twice; the product of the file's system is
                // used.
                Some(other) => match (other.as_ref().is_some_and(is_sold_there), is_sold_there(id)) {
                    (true, false) => other,
                    (false, true) => Some(id.clone()),
                    (true, true) | (false, false) => None,
                },
            };
            map.insert(key, kept);
        };
        if let Some(handle) = page.as_ref().filter(|_| *is_described).and_then(|url| handle(url.as_str())) {
            insert(&mut self.by_handle, handle);
        }
        // Orders name SKUs, files do not.
        if let Some(sku) = sku {
            insert(&mut self.by_sku, sku.trim().to_lowercase());
        }
        if *is_described {
            self.described.insert(id.clone());
        }
        if listed.is_hidden() {
            self.hidden.insert(id.clone());
        }
        self.titled.insert(id.clone());
    }

    /// The product of a row; `None` for the shop itself.
    /// Errors: [`ImportFault::UnknownProduct`] if nothing leads to a product, [`ImportFault::LeftOut`] if the shop
    /// leaves the product out, [`ImportFault::Product`] if the row has nothing of a product, or an invalid id in an
    /// export of Afterword.
    pub fn find(&self, named: &Named) -> Result<Option<ProductId>, ImportFault> {
        let names = named.names();
        if let Some(answer) = names.iter().find_map(|name| self.answers.find(name)) {
            return match answer {
                ProductAnswer::Is(product) => Ok(product.clone()),
                ProductAnswer::LeaveOut => Err(ImportFault::LeftOut),
            };
        }
        if named.is_of_shop || named.id.as_deref().is_some_and(|id| id.trim() == ProductId::SHOP) {
            return Ok(None);
        }
        if named.is_ours {
            return self.as_written(named.id.as_deref().unwrap_or_default());
        }
        let numbered = named.id.as_deref().and_then(|id| self.numbered(id));
        if let Some(id) = numbered.as_ref().filter(|id| self.described.contains(*id)) {
            return Ok(Some(id.clone()));
        }
        let by_page = named.handle.iter().chain(&named.id).chain(&named.url).find_map(|name| self.by_page(name));
        let by_sku = |sku: &Option<String>| self.by_sku(sku.as_deref()?);
        // A product that was created anew has another number and the same handle and SKU.
        match by_page
            .or_else(|| by_sku(&named.sku))
            .or(numbered)
            .or_else(|| by_sku(&named.id))
            .or_else(|| self.made_now(named))
        {
            Some(id) => Ok(Some(id)),
            None if names.is_empty() => Err(ImportFault::Product),
            None => Err(ImportFault::UnknownProduct),
        }
    }

    /// The product that the row's handle makes if no product has it.
    pub fn made_of(&self, named: &Named) -> Option<ProductId> {
        Some(ProductId::of_handle(self.system?, &handle(named.handle.as_deref()?)?))
    }

    /// The same, unless several products have the handle.
    fn made_now(&self, named: &Named) -> Option<ProductId> {
        let handle = handle(named.handle.as_deref()?)?;
        self.made_of(named).filter(|_| !self.by_handle.contains_key(&handle))
    }

    /// The product that an earlier import made of the row's handle.
    pub fn made_before(&self, named: &Named) -> Option<ProductId> {
        self.made_of(named).filter(|made| self.titled.contains(made))
    }

    /// The product of a row in Afterword's own export, with the id as it is written.
    fn as_written(&self, id: &str) -> Result<Option<ProductId>, ImportFault> {
        let id = id.trim();
        match number(id) {
            Some(number) if number == id || id.starts_with(GID) => {
                let system = self.system.filter(|_| !id.starts_with(GID)).unwrap_or(ShopSystem::Shopify);
                of_system(system, number).map(Some).ok_or(ImportFault::Product)
            }
            _ => ProductId::named(id).map_err(|_| ImportFault::Product),
        }
    }

    /// The product that an id names: by a number, by an id with a system's prefix, or by an id of a described product.
    fn numbered(&self, text: &str) -> Option<ProductId> {
        let text = text.trim();
        if text.starts_with(GID) {
            return of_system(ShopSystem::Shopify, number(text)?);
        }
        if let Some(number) = number(text) {
            return of_system(self.system?, number);
        }
        let id = ProductId::in_catalog(text).ok()?;
        let is_explicit = ShopSystem::PLATFORMS.into_iter().any(|system| is_of(&id, system));
        (is_explicit || self.described.contains(&id)).then_some(id)
    }

    /// Whether the shop described a product.
    pub fn is_described(&self, id: &ProductId) -> bool {
        self.described.contains(id)
    }

    /// Whether a product was never published.
    pub fn is_hidden(&self, id: &ProductId) -> bool {
        self.hidden.contains(id)
    }

    fn by_page(&self, name: &str) -> Option<ProductId> {
        self.by_handle.get(&handle(name)?).cloned().flatten()
    }

    fn by_sku(&self, sku: &str) -> Option<ProductId> {
        self.by_sku.get(&sku.trim().to_lowercase()).cloned().flatten()
    }

    /// A description of a product that has no title here, from the row's title or handle; `None` if the row has neither, or the
    /// product has a title. The second call for a product returns `None`.
    pub fn entitle(&mut self, id: &ProductId, named: &Named) -> Option<Product> {
        let title = named.title.clone().or_else(|| named.handle.as_deref().map(spelled))?;
        let title = Title::parse(&title).ok().filter(|_| self.titled.insert(id.clone()))?;
        let url = named.url.as_deref().and_then(|url| HttpsUrl::parse(url.trim()).ok());
        Some(Product {
            id: id.clone(),
            title,
            description: None,
            image_url: None,
            url,
            identifiers: Identifiers::default(),
        })
    }
}

/// Whether a product's id is a number with the prefix of this system.
fn is_of(id: &ProductId, system: ShopSystem) -> bool {
    let number = id.as_str().strip_prefix(system.product_prefix()).and_then(|rest| rest.strip_prefix('-'));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn of_system(system: ShopSystem, number: &str) -> Option<ProductId> {
    ProductId::parse(&format!("{}-{number}", system.product_prefix())).ok()
}

/// The digits of a number. A spreadsheet may have written it as `7125386199075.0`, and Shopify's API writes it with a prefix.
fn number(text: &str) -> Option<&str> {
    let text = text.strip_prefix(GID).unwrap_or(text);
    let digits = text.split_once('.').filter(|(_, zeros)| zeros.bytes().all(|byte| byte == b'0'));
    let digits = digits.map_or(text, |(digits, _)| digits);
    (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

/// A handle as words, such as "Walnut serving board" for `walnut-serving-board`. The shop's own title replaces it later.
fn spelled(handle: &str) -> String {
    let words = percent_decode_str(handle.trim()).decode_utf8_lossy().replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
