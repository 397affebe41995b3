//! Charges: payments of a customer. They are only recorded so far.

use domain::{Amount, Charge, Id};
use serde::Serialize;

use crate::table::{Part, Transaction, keys};

#[derive(Serialize)]
struct ChargeItem {
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<u64>,
    charged_at: i64,
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
