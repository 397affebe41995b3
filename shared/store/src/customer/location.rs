//! Locations. A row for each slug points to its location.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::Delete;
use domain::customer::{Location, Slug};
use domain::request::Request;
use domain::values::{LocationId, Tenant};
use serde::{Deserialize, Serialize};

use crate::table::keys::{self, LOCATIONS, SLUGS};
use crate::table::{Attributes, Error, Key, Part, SK, Store, Transaction, from_item, json, number};

/// A location as an item. Nothing is sealed, because nothing in it is personal.
#[derive(Serialize, Deserialize)]
struct LocationItem {
    #[serde(with = "json")]
    location: Location,
    version: u64,
}

impl From<&Location> for LocationItem {
    fn from(location: &Location) -> Self {
        Self { location: location.clone(), version: location.version }
    }
}

impl From<LocationItem> for Location {
    fn from(LocationItem { location, version }: LocationItem) -> Self {
        Self { version, ..location }
    }
}

#[derive(Serialize, Deserialize)]
struct SlugItem {
    location: LocationId,
}

impl Store {
    /// A location; `None` for an unknown id.
    pub async fn location(&self, tenant: &Tenant, id: LocationId) -> Result<Option<Location>, Error> {
        let item = self.get(&keys::location(tenant, id)).await?;
        item.map(|item| from_item::<LocationItem>(item).map(Location::from)).transpose()
    }

    /// All of a shop's locations, oldest first.
    pub async fn locations(&self, tenant: &Tenant) -> Result<Vec<Location>, Error> {
        let items = self.starting(tenant, LOCATIONS).await?;
        items.into_iter().map(|item| from_item::<LocationItem>(item).map(Location::from)).collect()
    }

    pub async fn location_id(&self, tenant: &Tenant, slug: &Slug) -> Result<Option<LocationId>, Error> {
        let item = self.get(&keys::location_slug(tenant, slug)).await?;
        item.map(|item| from_item::<SlugItem>(item).map(|slug| slug.location)).transpose()
    }

    pub async fn slugs(&self, tenant: &Tenant, prefix: &str) -> Result<Vec<Slug>, Error> {
        let items = self.starting(tenant, &format!("{SLUGS}{prefix}")).await?;
        let slugs = items.iter().filter_map(|item| item.get(SK)?.as_s().ok()?.strip_prefix(SLUGS));
        slugs.map(|slug| Ok(Slug::parse(slug)?)).collect()
    }
}

pub(crate) fn location_of(
    tenant: &Tenant,
    request: &Request,
    items: &mut HashMap<Key, Attributes>,
) -> Result<Option<Location>, Error> {
    let Some(id) = request.location else { return Ok(None) };
    let item = items.remove(&keys::location(tenant, id));
    item.map(|item| from_item::<LocationItem>(item).map(Location::from)).transpose()
}

impl Transaction<'_> {
    /// Inserts a location. Refused if the slug is taken.
    pub fn insert_location(&mut self, location: &Location) {
        self.insert(Part::Other, &keys::location(self.tenant, location.id), &LocationItem::from(location));
        self.take_slug(location);
    }

    /// Saves a location; `location` becomes the next version. Refused if the location changed since it was read, or if
    /// its slug is new and taken. If the slug changed, frees the slug `before`.
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
        self.insert(Part::Slug, &key, &SlugItem { location: location.id });
    }

    fn release_slug(&mut self, slug: &Slug, location: LocationId) {
        let delete = Delete::builder()
            .condition_expression("#location = :location")
            .expression_attribute_names("#location", "location")
            .expression_attribute_values(":location", number(location));
        self.delete(Part::Other, &keys::location_slug(self.tenant, slug), delete);
    }
}
