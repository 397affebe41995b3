//! Charges: payments by a customer. They are recorded, but nothing depends on them yet.

use domain::customer::Charge;
use domain::values::{CustomerId, Tenant};
use serde::{Deserialize, Serialize};

use crate::table::{Error, Part, Store, Transaction, from_item, json, keys};

#[derive(Serialize, Deserialize)]
struct ChargeItem {
    #[serde(with = "json")]
    charge: Charge,
}

impl Store {
    /// All of a customer's charges, oldest first.
    pub async fn charges(&self, tenant: &Tenant, customer: CustomerId) -> Result<Vec<Charge>, Error> {
        let items = self.starting(tenant, &keys::charges(customer)).await?.into_iter();
        items.map(|item| from_item(item).map(|ChargeItem { charge }| charge)).collect()
    }
}

impl Transaction<'_> {
    pub fn insert_charge(&mut self, charge: &Charge) {
        let key = keys::charge(self.tenant, charge.customer, charge.id);
        self.insert(Part::Other, &key, &ChargeItem { charge: charge.clone() });
    }
}
