//! Locations: found by id or slug, and written with the slug that leads to them.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::Delete;
use domain::{Detail, Location, LocationId, Product, Request, Slug, Tenant};
use serde::{Deserialize, Serialize};

use crate::customer_item::AddressPart;
use crate::item::{Attributes, from_item, instant};
use crate::keys::{self, Key, SK, SLUGS};
use crate::read::products;
use crate::request_item::known;
use crate::transaction::{Part, Transaction, number};
use crate::{Error, Store};

/// A location as an item: a place of business is nobody's secret.
#[derive(Serialize, Deserialize)]
pub(crate) struct LocationItem {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    display_name: Option<String>,
    slug: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    address: AddressPart,
    created_at: i64,
    updated_at: i64,
    version: u64,
}

impl From<&Location> for LocationItem {
    fn from(location: &Location) -> Self {
        let Location {
            id: _, /* in the key */
            name,
            display_name,
            slug,
            code,
            address,
            created_at,
            updated_at,
            version,
        } = location;
        let text = |detail: &Option<Detail>| detail.as_ref().map(|detail| detail.as_str().to_owned());
        Self {
            name: name.as_str().to_owned(),
            display_name: text(display_name),
            slug: slug.as_str().to_owned(),
            code: text(code),
            address: AddressPart::from(address),
            created_at: created_at.as_millisecond(),
            updated_at: updated_at.as_millisecond(),
            version: *version,
        }
    }
}

impl LocationItem {
    pub(crate) fn read(self, id: LocationId) -> Result<Location, Error> {
        let Self { name, display_name, slug, code, address, created_at, updated_at, version } = self;
        let detail = |text: Option<String>| text.map(|text| Detail::parse(&text)).transpose();
        Ok(Location {
            id,
            name: Detail::parse(&name)?,
            display_name: detail(display_name)?,
            slug: Slug::parse(&slug)?,
            code: detail(code)?,
            address: address.try_into()?,
            created_at: instant(created_at)?,
            updated_at: instant(updated_at)?,
            version,
        })
    }
}

/// Which location a slug leads to.
#[derive(Serialize, Deserialize)]
struct SlugItem {
    location: u64,
}

impl Store {
    /// A location.
    ///
    /// # Errors
    /// As the table says.
    pub async fn location(&self, tenant: &Tenant, id: LocationId) -> Result<Option<Location>, Error> {
        let item = self.get(&keys::location(tenant, id)).await?;
        item.map(|item| from_item::<LocationItem>(item)?.read(id)).transpose()
    }

    /// Which location has this slug.
    ///
    /// # Errors
    /// As the table says.
    pub async fn location_id(&self, tenant: &Tenant, slug: &Slug) -> Result<Option<LocationId>, Error> {
        let item = self.get(&keys::location_slug(tenant, slug)).await?;
        known(item.map(|item| from_item::<SlugItem>(item).map(|slug| slug.location)).transpose()?)
    }

    /// The slugs in use that start so.
    ///
    /// # Errors
    /// As the table says.
    pub async fn slugs(&self, tenant: &Tenant, start: &str) -> Result<Vec<Slug>, Error> {
        let items = self.starting(tenant, &format!("{SLUGS}{start}")).await?;
        let slugs = items.iter().filter_map(|item| item.get(SK)?.as_s().ok()?.strip_prefix(SLUGS));
        slugs.map(|slug| Ok(Slug::parse(slug)?)).collect()
    }
}

/// What a request's page shows beside the request.
#[derive(Debug, Default)]
pub struct DisplayContext {
    /// What the shop told of the products; unknown ones are left out.
    pub products: Vec<Product>,
    /// The place of business that asks.
    pub location: Option<Location>,
}

impl Store {
    /// What a request's page shows beside it. No call when that is nothing.
    ///
    /// # Errors
    /// As the table says.
    pub async fn display_context(&self, tenant: &Tenant, request: &Request) -> Result<DisplayContext, Error> {
        let ids = request.products();
        let location = request.location.map(|id| keys::location(tenant, id));
        let wanted: Vec<_> = ids.iter().map(|id| keys::product(tenant, id)).chain(location).collect();
        if wanted.is_empty() {
            return Ok(DisplayContext::default());
        }
        let mut found = self.batch(wanted).await?;
        Ok(DisplayContext {
            products: products(tenant, &ids, &mut found)?,
            location: location_of(tenant, request, &mut found)?,
        })
    }
}

/// A request's location among what was read.
pub(crate) fn location_of(
    tenant: &Tenant,
    request: &Request,
    found: &mut HashMap<Key, Attributes>,
) -> Result<Option<Location>, Error> {
    let Some(id) = request.location else { return Ok(None) };
    let item = found.remove(&keys::location(tenant, id));
    item.map(|item| from_item::<LocationItem>(item)?.read(id)).transpose()
}

impl Transaction<'_> {
    /// Inserts a location, if its slug is free.
    pub fn insert_location(&mut self, location: &Location) {
        self.insert(Part::Other, &keys::location(self.tenant, location.id), &LocationItem::from(location));
        self.take_slug(location);
    }

    /// Saves a location, if it is the version that was read and a new slug is free; the slug that
    /// it had `before` is given back.
    pub fn save_location(&mut self, location: &mut Location, before: &Slug) {
        let read = location.version;
        location.version += 1;
        let (key, item) = (keys::location(self.tenant, location.id), LocationItem::from(&*location));
        self.put(Part::Other, &key, &item, "version = :read", [(":read", number(read))]);
        if location.slug != *before {
            self.take_slug(location);
            self.release_slug(before, location.id);
        }
    }

    fn take_slug(&mut self, location: &Location) {
        let key = keys::location_slug(self.tenant, &location.slug);
        self.insert(Part::Slug, &key, &SlugItem { location: location.id.get() });
    }

    fn release_slug(&mut self, slug: &Slug, location: LocationId) {
        let delete = Delete::builder()
            .table_name(&self.store.table)
            .set_key(Some(keys::location_slug(self.tenant, slug).attributes()))
            .condition_expression("#location = :location")
            .expression_attribute_names("#location", "location")
            .expression_attribute_values(":location", number(location));
        self.add(Part::Other, delete.build(), |delete, item| item.delete(delete));
    }
}
