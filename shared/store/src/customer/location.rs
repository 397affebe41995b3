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
    /// Saves a location as its next version. Refused if the location changed since it was read, or if its slug is new and taken.
    /// If the slug changed, frees the slug `before`; `None` for a new location.
    pub fn save_location(&mut self, location: &Location, before: Option<&Slug>) {
        let item = Document::versioned(location, location.version + 1, None);
        self.put_next(Part::Other, &keys::location(self.tenant, location.id), &item, location.version);
        if before == Some(&location.slug) {
            return;
        }
        let key = keys::location_slug(self.tenant, &location.slug);
        self.insert(Part::Slug, &key, &SlugItem { location: location.id });
        if let Some(before) = before {
            let (key, values) = (keys::location_slug(self.tenant, before), [(":location", number(location.id))]);
            self.delete_if(Part::Other, &key, "#location = :location", values);
        }
    }
}
