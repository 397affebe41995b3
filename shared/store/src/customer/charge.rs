//! Charges: payments of a customer. They are only recorded so far.

use domain::{Amount, Charge, ChargeId, Currency, CustomerId, Id, Tenant};
use serde::{Deserialize, Serialize};

use crate::table::{Error, Part, SK, Store, Transaction, from_item, instant, keys, stored_id};

#[derive(Serialize, Deserialize)]
struct ChargeItem {
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<u64>,
    charged_at: i64,
}

impl Store {
    /// All of a customer's charges, oldest first.
    pub async fn charges(&self, tenant: &Tenant, customer: CustomerId) -> Result<Vec<Charge>, Error> {
        let prefix = keys::charges(customer);
        let items = self.starting(tenant, &prefix).await?.into_iter().map(|item| {
            let sk = item.get(SK).and_then(|sk| sk.as_s().ok()).and_then(|sk| sk.strip_prefix(&prefix));
            let id = sk.and_then(|id| id.parse().ok()).and_then(ChargeId::new);
            let ChargeItem { amount, currency, location, charged_at } = from_item(item)?;
            Ok(Charge {
                id: id.ok_or_else(|| Error::Unreadable("a charge's key".to_owned()))?,
                customer,
                amount: amount.map(Amount::stored),
                currency: currency.as_deref().map(Currency::parse).transpose()?,
                location: stored_id(location)?,
                charged_at: instant(charged_at)?,
            })
        });
        items.collect()
    }
}

impl Transaction<'_> {
    /// Inserts a charge.
    pub fn insert_charge(&mut self, charge: &Charge) {
        let Charge { id, customer, amount, currency, location, charged_at } = charge;
        let item = ChargeItem {
            amount: amount.map(Amount::units),
            currency: currency.as_ref().map(|currency| currency.as_str().to_owned()),
            location: location.map(Id::get),
            charged_at: charged_at.as_millisecond(),
        };
        self.insert(Part::Other, &keys::charge(self.tenant, *customer, *id), &item);
    }
}
