//! The places of products in groups.

use domain::order::{Grouped, Groups, ProductId};
use domain::values::Tenant;

use crate::table::keys::{self, GROUPED};
use crate::table::{Attributes, Error, Part, Store, Transaction, from_item};

/// DynamoDB reads at most 100 items in a call.
const PLACES_A_CALL: usize = 100;

impl Store {
    /// The places of these products in groups, in a call for each hundred.
    pub async fn groups_of<'a>(
        &self,
        tenant: &Tenant,
        ids: impl IntoIterator<Item = &'a ProductId>,
    ) -> Result<Groups, Error> {
        let ids: Vec<_> = ids.into_iter().collect();
        let mut places = Vec::new();
        for some in ids.chunks(PLACES_A_CALL) {
            let mut items = self.batch(some.iter().map(|id| keys::grouped(tenant, id)).collect()).await?;
            for id in some {
                if let Some(item) = items.remove(&keys::grouped(tenant, id)) {
                    places.push(((*id).clone(), from_item(item)?));
                }
            }
        }
        Ok(Groups::new(places))
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
