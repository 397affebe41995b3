//! Locations. A row for each slug points to its location.

use std::collections::HashMap;

use domain::customer::{Location, Slug};
use domain::request::Request;
use domain::values::{LocationId, Tenant};
use serde::{Deserialize, Serialize};

use crate::table::keys::{self, LOCATIONS, SLUGS};
use crate::table::{Attributes, Document, Error, Key, Part, Store, Transaction, number};

#[derive(Serialize, Deserialize)]
struct SlugItem {
    location: LocationId,
}

impl Store {
    /// A location; `None` for an unknown id.
    pub async fn location(&self, tenant: &Tenant, id: LocationId) -> Result<Option<Location>, Error> {
        self.get(&keys::location(tenant, id)).await?.map(read).transpose()
    }

    /// All of a shop's locations, oldest first.
    pub async fn locations(&self, tenant: &Tenant) -> Result<Vec<Location>, Error> {
        self.starting(tenant, LOCATIONS).await?.into_iter().map(read).collect()
    }

    pub async fn location_id(&self, tenant: &Tenant, slug: &Slug) -> Result<Option<LocationId>, Error> {
        let slug = self.read(&keys::location_slug(tenant, slug)).await?;
        Ok(slug.map(|SlugItem { location }| location))
    }

    pub async fn slugs(&self, tenant: &Tenant, prefix: &str) -> Result<Vec<Slug>, Error> {
        let items = self.starting(tenant, &format!("{SLUGS}{prefix}")).await?;
        items.iter().map(|item| Ok(Slug::parse(&keys::behind::<String>(item, SLUGS)?)?)).collect()
    }
}

/// Nothing of a location is sealed, because nothing in it is personal.
fn read(item: Attributes) -> Result<Location, Error> {
    Document::read(item).map(|(location, version)| Location { version, ..location })
}

pub(crate) fn location_of(
    tenant: &Tenant,
    request: &Request,
    items: &mut HashMap<Key, Attributes>,
) -> Result<Option<Location>, Error> {
    request.location.and_then(|id| items.remove(&keys::location(tenant, id))).map(read).transpose()
}

impl Transaction<'_> {
    /// Inserts a location. Refused if the slug is taken.
    pub fn insert_location(&mut self, location: &Location) {
        self.put_location(location, 0);
        self.take_slug(location);
    }

    /// Saves a location; `location` becomes the next version. Refused if the location changed since it was read, or if
    /// its slug is new and taken. If the slug changed, frees the slug `before`.
    pub fn save_location(&mut self, location: &mut Location, before: &Slug) {
        let read = location.version;
        location.version += 1;
        self.put_location(location, read);
        if location.slug != *before {
            self.take_slug(location);
            let key = keys::location_slug(self.tenant, before);
            let values = [(":location", number(location.id))];
            self.delete_if(Part::Other, &key, "#location = :location", values);
        }
    }

    fn put_location(&mut self, location: &Location, read: u64) {
        let item = Document::versioned(location, location.version, None);
        self.put_next(Part::Other, &keys::location(self.tenant, location.id), &item, read);
    }

    fn take_slug(&mut self, location: &Location) {
        let key = keys::location_slug(self.tenant, &location.slug);
        self.insert(Part::Slug, &key, &SlugItem { location: location.id });
    }
}
