//! Products of the shop's catalog.

use std::collections::{BTreeSet, HashMap};

use aws_sdk_dynamodb::types::AttributeValue;
use domain::order::{Grouped, Identifiers, Product, ProductId, Published, SystemProduct};
use domain::values::{HttpsUrl, Tenant, Title, is_default, ms};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::table::keys::{self, PRODUCTS};
use crate::table::{
    Attributes, End, Error, Key, ListKey, Page, Reading, Store, document, from_item, json, milliseconds, string,
};

/// The time stored with a product that nobody described, so that any description by a system is later.
const NAMED_AT: Timestamp = Timestamp::UNIX_EPOCH;
/// The products that further calls for a page read, after the first call met hidden ones.
const READ_ON: u32 = 1_000;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedProduct {
    /// The product; without a link if it is not published.
    pub product: Product,
    /// The product's page, even if nobody may see it any more.
    pub page: Option<HttpsUrl>,
    /// Whether the shop's system or the API described it. Otherwise an order or a file of reviews named it, or a member
    /// gave it its title.
    pub is_described: bool,
    /// Whether anybody may see it in the shop.
    pub published: Published,
    /// Whether customers are asked about it: what the shop chose or, without a choice, what its system says.
    pub ask: bool,
    /// Whether the shop's system takes no reviews of the product.
    pub is_closed: bool,
    /// Its types and tags in the shop's system, in lower case.
    pub labels: BTreeSet<String>,
    /// When the shop's system changed it, or the shop read what it described through the API; `None` if nobody described it.
    pub as_of: Option<Timestamp>,
    /// Whether the shop's system described it. Nobody else changes it, but for `ask`.
    pub is_of_system: bool,
}

impl ListedProduct {
    /// What was said about it.
    pub fn described(&self) -> SystemProduct {
        let Self { product, page, published, is_closed, labels, .. } = self.clone();
        SystemProduct { product: Product { url: page, ..product }, published, is_closed, labels }
    }

    /// Whether the product is described nowhere, because the shop never published it.
    pub fn is_hidden(&self) -> bool {
        self.published == Published::Never
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DescribedBy {
    Api,
    /// The shop's own system.
    System,
}

#[derive(Serialize, Deserialize)]
struct ProductItem {
    #[serde(with = "json")]
    product: Product,
    /// When the shop's system changed the product; absent if the shop described it through the API.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    changed_at: Option<Timestamp>,
    /// When the shop read what it described through the API.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    as_of: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "is_default")]
    published: Published,
    /// Whether the shop's system takes no reviews of the product.
    #[serde(default, skip_serializing_if = "is_default")]
    is_closed: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    labels: BTreeSet<String>,
    /// Whether customers are asked about the product; absent until the shop chooses.
    #[serde(default, skip_serializing_if = "is_default")]
    ask: Option<bool>,
}

impl ProductItem {
    fn listed(self) -> ListedProduct {
        let Self { product, changed_at, as_of, published, is_closed, labels, ask } = self;
        let page = product.url.clone();
        let changed_at = changed_at.filter(|at| *at != NAMED_AT);
        let as_of = changed_at.or(as_of);
        ListedProduct {
            product: Product { url: page.clone().filter(|_| published == Published::Yes), ..product },
            page,
            is_described: as_of.is_some(),
            published,
            ask: ask.unwrap_or(!is_closed),
            is_closed,
            labels,
            as_of,
            is_of_system: changed_at.is_some(),
        }
    }
}

impl Store {
    /// A product, and what is known about it; `None` if nothing named it.
    pub async fn listed_product(&self, tenant: &Tenant, id: &ProductId) -> Result<Option<ListedProduct>, Error> {
        self.get(&keys::product(tenant, id)).await?.map(listed).transpose()
    }

    /// Like [`listed_product`](Self::listed_product), with the product's place in a group, in one call.
    pub async fn product_and_place(
        &self,
        tenant: &Tenant,
        id: &ProductId,
    ) -> Result<(Option<ListedProduct>, Grouped), Error> {
        let (product, place) = (keys::product(tenant, id), keys::grouped(tenant, id));
        let mut items = self.batch(vec![product.clone(), place.clone()]).await?;
        let place = items.remove(&place).map_or_else(|| Ok(Grouped::default()), from_item)?;
        Ok((items.remove(&product).map(listed).transpose()?, place))
    }

    /// The products with these ids that something named, each once.
    pub async fn products<'a>(
        &self,
        tenant: &Tenant,
        ids: impl IntoIterator<Item = &'a ProductId>,
    ) -> Result<Vec<Product>, Error> {
        Ok(self.known_products(tenant, ids).await?.into_iter().map(|listed| listed.product).collect())
    }

    /// Like [`products`](Self::products), with what else is known about each.
    pub async fn known_products<'a>(
        &self,
        tenant: &Tenant,
        ids: impl IntoIterator<Item = &'a ProductId>,
    ) -> Result<Vec<ListedProduct>, Error> {
        let ids: Vec<&ProductId> = ids.into_iter().collect();
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut items = self.batch(ids.iter().map(|id| keys::product(tenant, id)).collect()).await?;
        ids.into_iter().filter_map(|id| items.remove(&keys::product(tenant, id))).map(listed).collect()
    }

    /// The products whose ids follow `after`, sorted by id, without hidden ones; in one call if there are none of them.
    pub async fn listed_products(
        &self,
        tenant: &Tenant,
        after: Option<&ProductId>,
        limit: u32,
    ) -> Result<Page<ListedProduct>, Error> {
        let (mut found, mut after, mut read) = (Vec::new(), after.cloned(), limit);
        let most = usize::try_from(limit).unwrap_or(usize::MAX);
        loop {
            let Page { rows, more } = self.catalog(tenant, after.as_ref(), read).await?;
            after = rows.last().map(|listed| listed.product.id.clone());
            found.extend(rows.into_iter().filter(|listed| !listed.is_hidden()));
            if !more || found.len() >= most {
                let more = more || found.len() > most;
                found.truncate(most);
                return Ok(Page { rows: found, more });
            }
            read = READ_ON;
        }
    }

    /// All products whose ids follow `after`, sorted by id; in one call.
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
    pub async fn title_product(&self, tenant: &Tenant, id: &ProductId, title: &Title) -> Result<bool, Error> {
        let product = match self.listed_product(tenant, id).await? {
            Some(listed) if listed.is_described => return Ok(false),
            Some(listed) => Product { title: title.clone(), ..listed.product },
            None => {
                let (id, title, identifiers) = (id.clone(), title.clone(), Identifiers::default());
                Product { id, title, description: None, image_url: None, url: None, identifiers }
            }
        };
        self.name_product(tenant, &product).await
    }

    /// Creates or replaces a product that is not described. `false` if it is described.
    pub async fn name_product(&self, tenant: &Tenant, product: &Product) -> Result<bool, Error> {
        let is_named = "attribute_not_exists(PK) OR changed_at = :named";
        let values = [(":product", document(product)?), (":named", milliseconds(NAMED_AT))];
        let set = "SET product = :product, changed_at = :named";
        self.change(&keys::product(tenant, &product.id), set, is_named, values).await
    }

    /// Records whether customers are asked about a product. `false` if the shop does not have the product.
    pub async fn choose_to_ask(&self, tenant: &Tenant, id: &ProductId, ask: bool) -> Result<bool, Error> {
        let (key, values) = (keys::product(tenant, id), [(":ask", AttributeValue::Bool(ask))]);
        self.change(&key, "SET ask = :ask", "attribute_exists(PK)", values).await
    }

    /// Creates a product that an order named, unless it exists.
    pub async fn note_product(&self, tenant: &Tenant, product: &Product) -> Result<(), Error> {
        let item = ProductItem {
            product: product.clone(),
            changed_at: Some(NAMED_AT),
            as_of: None,
            published: Published::Yes,
            is_closed: false,
            labels: BTreeSet::new(),
            ask: None,
        };
        self.insert(&keys::product(tenant, &product.id), &item).await.map(drop)
    }

    /// Creates or replaces a product as it was described at this time, except the shop's choice whether customers are asked about it.
    /// `false` if a later description is stored or, for a system's, one from the API.
    pub async fn put_product(
        &self,
        tenant: &Tenant,
        SystemProduct { product, published, is_closed, labels }: &SystemProduct,
        by: DescribedBy,
        at: Timestamp,
    ) -> Result<bool, Error> {
        let (set, condition) = match by {
            DescribedBy::System => ("changed_at = :at", "attribute_not_exists(PK) OR changed_at <= :at"),
            DescribedBy::Api => ("as_of = :at REMOVE changed_at", "attribute_not_exists(as_of) OR as_of <= :at"),
        };
        let (published, text) = match published {
            // What was public keeps the title that it had.
            Published::Never if self.was_public(tenant, &product.id).await? => {
                (Published::NoLonger, "if_not_exists(product, :product)")
            }
            published => (*published, ":product"),
        };
        let set = format!("SET product = {text}, published = :published, is_closed = :closed, labels = :labels, {set}");
        let values = [
            (":product", document(product)?),
            (":at", milliseconds(at)),
            (":published", string(published.as_str())),
            (":closed", AttributeValue::Bool(*is_closed)),
            (":labels", AttributeValue::L(labels.iter().map(string).collect())),
        ];
        self.change(&keys::product(tenant, &product.id), &set, condition, values).await
    }

    /// Records that the shop deleted a product in its system at `deleted_at`. The product keeps its title and its reviews.
    /// `false` if that changes nothing: nobody saw the product, or a later description, or one from the API, is stored.
    pub async fn delete_product_of_system(
        &self,
        tenant: &Tenant,
        id: &ProductId,
        deleted_at: Timestamp,
    ) -> Result<bool, Error> {
        let values = [
            (":deleted_at", milliseconds(deleted_at)),
            (":no_longer", string(Published::NoLonger.as_str())),
            (":never", string(Published::Never.as_str())),
        ];
        let set = "SET changed_at = :deleted_at, published = :no_longer";
        let was_seen = "changed_at <= :deleted_at AND (attribute_not_exists(published) OR published <> :never)";
        self.change(&keys::product(tenant, id), set, was_seen, values).await
    }

    /// Whether a product was ever described as published, or has public reviews.
    async fn was_public(&self, tenant: &Tenant, id: &ProductId) -> Result<bool, Error> {
        match self.listed_product(tenant, id).await? {
            Some(listed) if listed.is_described => Ok(!listed.is_hidden()),
            _ => Ok(self.product_review_counts(tenant, Some(id)).await?.published() > 0),
        }
    }
}

fn listed(item: Attributes) -> Result<ListedProduct, Error> {
    Ok(from_item::<ProductItem>(item)?.listed())
}

pub(crate) fn products<'a>(
    tenant: &Tenant,
    ids: impl IntoIterator<Item = &'a ProductId>,
    items: &mut HashMap<Key, Attributes>,
) -> Result<Vec<Product>, Error> {
    let existing = ids.into_iter().filter_map(|id| items.remove(&keys::product(tenant, id)));
    existing.map(|item| listed(item).map(|listed| listed.product)).collect()
}
