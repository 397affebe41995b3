//! The places of products in groups.

use domain::order::{Grouped, Groups, ProductId};
use domain::values::Tenant;

use crate::table::keys::{self, GROUPED};
use crate::table::{Attributes, Error, Part, Store, Transaction, from_item};

impl Store {
    /// The places of these products in groups.
    pub async fn groups_of<'a>(
        &self,
        tenant: &Tenant,
        ids: impl IntoIterator<Item = &'a ProductId>,
    ) -> Result<Groups, Error> {
        let ids: Vec<_> = ids.into_iter().collect();
        let mut items = self.batch(ids.iter().map(|id| keys::grouped(tenant, id)).collect()).await?;
        let found = ids.into_iter().filter_map(|id| Some((id.clone(), items.remove(&keys::grouped(tenant, id))?)));
        let places = found.map(|(id, item)| Ok((id, from_item(item)?)));
        Ok(Groups::new(places.collect::<Result<Vec<_>, Error>>()?))
    }

    /// The places of all products that are or were in a group.
    pub async fn all_groups(&self, tenant: &Tenant) -> Result<Groups, Error> {
        let place = |item: Attributes| {
            let id = ProductId::in_catalog(&keys::behind::<String>(&item, GROUPED)?)?;
            Ok((id, from_item::<Grouped>(item)?))
        };
        let items = self.starting(tenant, GROUPED).await?;
        Ok(Groups::new(items.into_iter().map(place).collect::<Result<Vec<_>, Error>>()?))
    }
}

impl Transaction<'_> {
    /// Saves a product's place. Refused if the place changed since it was read.
    pub fn save_grouped(&mut self, id: &ProductId, place: &Grouped) {
        let mut next = place.clone();
        next.version += 1;
        self.put_next(Part::Group, &keys::grouped(self.tenant, id), &next, place.version);
    }
}
