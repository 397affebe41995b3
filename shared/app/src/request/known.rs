//! The customers that were asked recently: one customer often gets several requests in a row.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::values::CustomerId;

/// The most customers that are remembered. Beyond it all are forgotten.
const CUSTOMERS_MAX: usize = 1_024;

/// The customers that this process asked recently, by the blind index of their address, which differs for every tenant.
///
/// A hit saves a known customer's request its second transaction. It is only a guess: the transaction checks it.
#[derive(Clone, Default)]
pub struct KnownCustomers(Arc<Mutex<HashMap<String, CustomerId>>>);

impl KnownCustomers {
    pub(crate) fn get(&self, email_index: &str) -> Option<CustomerId> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(email_index).copied()
    }

    pub(crate) fn set(&self, email_index: String, customer: CustomerId) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= CUSTOMERS_MAX {
            known.clear();
        }
        known.insert(email_index, customer);
    }
}
