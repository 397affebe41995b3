//! Products of the shop's catalog.

use std::collections::HashMap;

use domain::order::{Identifiers, Product, ProductId};
use domain::values::stored::ms;
use domain::values::{Tenant, Title};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::table::keys::{self, PRODUCTS};
use crate::table::{
    Attributes, CommitError, End, Error, Key, ListKey, Page, Part, Reading, Store, from_item, json, milliseconds,
};

/// The time stored with a product that nobody described, so that any description by a system is later.
const NAMED_AT: Timestamp = Timestamp::UNIX_EPOCH;

/// A product in the list of a shop's products.
pub struct ListedProduct {
    /// The product.
    pub product: Product,
    /// Whether the shop's system or the API described it. Otherwise an order or a file of reviews named it, or a member
    /// gave it its title.
    pub is_described: bool,
}

#[derive(Serialize, Deserialize)]
struct ProductItem {
    #[serde(with = "json")]
    product: Product,
    /// When the shop's system changed the product; absent if the shop described it through the API.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    changed_at: Option<Timestamp>,
}

impl ProductItem {
    fn new(product: &Product, changed_at: Option<Timestamp>) -> Self {
        Self { product: product.clone(), changed_at }
    }

    fn is_described(&self) -> bool {
        self.changed_at != Some(NAMED_AT)
    }
}

impl Store {
    /// A product; `None` if the shop did not provide it.
    pub async fn product(&self, tenant: &Tenant, id: &ProductId) -> Result<Option<Product>, Error> {
        let item = self.get(&keys::product(tenant, id)).await?;
        item.map(|item| from_item::<ProductItem>(item).map(|item| item.product)).transpose()
    }

    /// The products with these ids that the shop provided, each once, in one call. At most 100 ids.
    pub async fn products<'a>(
        &self,
        tenant: &Tenant,
        ids: impl IntoIterator<Item = &'a ProductId>,
    ) -> Result<Vec<Product>, Error> {
        let ids: Vec<&ProductId> = ids.into_iter().collect();
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut items = self.batch(ids.iter().map(|id| keys::product(tenant, id)).collect()).await?;
        products(tenant, ids, &mut items)
    }

    /// Whether a product is described, and the product; `None` if nothing named it.
    pub async fn listed_product(&self, tenant: &Tenant, id: &ProductId) -> Result<Option<ListedProduct>, Error> {
        self.get(&keys::product(tenant, id)).await?.map(listed).transpose()
    }

    /// The products whose ids follow `after`, sorted by id; in one call.
    pub async fn listed_products(
        &self,
        tenant: &Tenant,
        after: Option<&ProductId>,
        limit: u32,
    ) -> Result<Page<Product>, Error> {
        let Page { rows, more } = self.catalog(tenant, after, limit).await?;
        Ok(Page { rows: rows.into_iter().map(|listed| listed.product).collect(), more })
    }

    /// Like [`listed_products`](Self::listed_products), with whether each product is described.
    pub async fn catalog(
        &self,
        tenant: &Tenant,
        after: Option<&ProductId>,
        limit: u32,
    ) -> Result<Page<ListedProduct>, Error> {
        let after = after.map(|id| ListKey::from(id.as_str().to_owned()));
        let page = self.page(tenant, PRODUCTS, Reading { after, ..Reading::first(End::Oldest, limit) }).await?;
        page.try_map(listed)
    }

    /// Gives a title to a product that is not described; its page stays. `false` if it is described. An order or a file
    /// that names the product later does not change the title, and a description replaces it.
    pub async fn title_product(&self, tenant: &Tenant, id: &ProductId, title: &Title) -> Result<bool, CommitError> {
        let key = keys::product(tenant, id);
        let product = match self.listed_product(tenant, id).await? {
            Some(listed) if listed.is_described => return Ok(false),
            Some(listed) => Product { title: title.clone(), ..listed.product },
            None => {
                let (id, title, identifiers) = (id.clone(), title.clone(), Identifiers::default());
                Product { id, title, image_url: None, url: None, identifiers }
            }
        };
        let mut transaction = self.transaction(tenant);
        let condition = "attribute_not_exists(PK) OR changed_at = :named";
        let item = ProductItem::new(&product, Some(NAMED_AT));
        transaction.put(Part::Other, &key, &item, condition, [(":named", milliseconds(NAMED_AT))]);
        match transaction.commit_alone().await {
            Ok(()) => Ok(true),
            Err(CommitError::Refused(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Creates or replaces a product.
    pub async fn put_product(&self, tenant: &Tenant, product: &Product) -> Result<(), Error> {
        self.put(&keys::product(tenant, &product.id), &ProductItem::new(product, None)).await
    }

    /// Creates a product that an order named, unless it exists.
    pub async fn note_product(&self, tenant: &Tenant, product: &Product) -> Result<(), Error> {
        let item = ProductItem::new(product, Some(NAMED_AT));
        self.insert(&keys::product(tenant, &product.id), &item).await.map(drop)
    }

    /// Creates or replaces a product as a system described it at `changed_at`. `false` if a later description, or one
    /// from the API, is stored.
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

fn listed(item: Attributes) -> Result<ListedProduct, Error> {
    let item: ProductItem = from_item(item)?;
    Ok(ListedProduct { is_described: item.is_described(), product: item.product })
}

pub(crate) fn products<'a>(
    tenant: &Tenant,
    ids: impl IntoIterator<Item = &'a ProductId>,
    items: &mut HashMap<Key, Attributes>,
) -> Result<Vec<Product>, Error> {
    let existing = ids.into_iter().filter_map(|id| items.remove(&keys::product(tenant, id)));
    existing.map(|item| from_item::<ProductItem>(item).map(|item| item.product)).collect()
}
