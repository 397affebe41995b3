//! Products of the shop's catalog.

use std::collections::{BTreeSet, HashMap};

use domain::{HttpsUrl, Identifiers, Product, ProductId, Tenant, Title};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::table::{Attributes, CommitError, Error, Key, Part, Store, from_item, keys, milliseconds};

#[derive(Serialize, Deserialize)]
struct ProductItem {
    title: String,
    image_url: Option<String>,
    url: Option<String>,
    #[serde(flatten)]
    identifiers: IdentifiersPart,
    /// When the shop's system changed it, if that described it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    changed_at: Option<i64>,
}

/// A product's identifiers as they are stored.
#[derive(Serialize, Deserialize)]
pub struct IdentifiersPart {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    gtin: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mpn: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sku: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    brand: Option<String>,
}

impl From<Identifiers> for IdentifiersPart {
    fn from(Identifiers { gtin, mpn, sku, brand }: Identifiers) -> Self {
        Self { gtin, mpn, sku, brand }
    }
}

impl From<IdentifiersPart> for Identifiers {
    fn from(IdentifiersPart { gtin, mpn, sku, brand }: IdentifiersPart) -> Self {
        Self { gtin, mpn, sku, brand }
    }
}

impl ProductItem {
    fn new(product: &Product, changed_at: Option<Timestamp>) -> Self {
        let Product { id: _ /* in the key */, title, image_url, url, identifiers } = product;
        let string = |url: &Option<HttpsUrl>| url.as_ref().map(|url| url.as_str().to_owned());
        let changed_at = changed_at.map(Timestamp::as_millisecond);
        let (title, identifiers) = (title.as_str().to_owned(), identifiers.clone().into());
        Self { title, image_url: string(image_url), url: string(url), identifiers, changed_at }
    }

    fn read(self, id: ProductId) -> Result<Product, Error> {
        let Self { title, image_url, url, identifiers, changed_at: _ } = self;
        let (image_url, url) = (image_url.map(HttpsUrl::stored), url.map(HttpsUrl::stored));
        Ok(Product { id, title: Title::parse(&title)?, image_url, url, identifiers: identifiers.into() })
    }
}

impl Store {
    /// A product; `None` if the shop did not provide it.
    pub async fn product(&self, tenant: &Tenant, id: &ProductId) -> Result<Option<Product>, Error> {
        let item = self.get(&keys::product(tenant, id)).await?;
        item.map(|item| from_item::<ProductItem>(item)?.read(id.clone())).transpose()
    }

    /// Reads the products that the shop provided among these, at most 100, each once, in one call.
    pub async fn products<'a>(
        &self,
        tenant: &Tenant,
        ids: impl IntoIterator<Item = &'a ProductId>,
    ) -> Result<Vec<Product>, Error> {
        // A call may not name a product twice.
        let ids: BTreeSet<&ProductId> = ids.into_iter().collect();
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut items = self.batch(ids.iter().map(|id| keys::product(tenant, id)).collect()).await?;
        products(tenant, ids, &mut items)
    }

    /// Creates or replaces a product.
    pub async fn put_product(&self, tenant: &Tenant, product: &Product) -> Result<(), Error> {
        self.put(&keys::product(tenant, &product.id), &ProductItem::new(product, None)).await
    }

    /// Creates a product that an order named, unless the shop described it.
    pub async fn note_product(&self, tenant: &Tenant, product: &Product) -> Result<(), Error> {
        let item = ProductItem::new(product, Some(Timestamp::UNIX_EPOCH));
        self.insert(&keys::product(tenant, &product.id), &item).await.map(drop)
    }

    /// Creates or replaces a product as the shop's system describes it from an instant on. `false` if it knew better: what the
    /// system said later, or the shop by a call of the API.
    pub async fn put_product_of_system(
        &self,
        tenant: &Tenant,
        product: &Product,
        changed_at: Timestamp,
    ) -> Result<bool, CommitError> {
        let mut transaction = self.transaction(tenant);
        let condition = "attribute_not_exists(PK) OR changed_at <= :changed_at";
        let item = ProductItem::new(product, Some(changed_at));
        let read = [(":changed_at", milliseconds(changed_at))];
        transaction.put(Part::Other, &keys::product(tenant, &product.id), &item, condition, read);
        match transaction.commit_alone().await {
            Ok(()) => Ok(true),
            Err(CommitError::Refused(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// Takes the products out of the items that were read.
pub(crate) fn products<'a>(
    tenant: &Tenant,
    ids: impl IntoIterator<Item = &'a ProductId>,
    items: &mut HashMap<Key, Attributes>,
) -> Result<Vec<Product>, Error> {
    let existing = ids.into_iter().filter_map(|id| Some((id, items.remove(&keys::product(tenant, id))?)));
    existing.map(|(id, item)| from_item::<ProductItem>(item)?.read(id.clone())).collect()
}
