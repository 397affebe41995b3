//! Remembers the customers who were asked recently, because one customer often gets several requests in a row.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::values::CustomerId;

/// The most customers that are remembered. When there are more, all are forgotten.
const CUSTOMERS_MAX: usize = 1_024;

/// The customers that this process asked recently, by the blind index of their address, which differs for every tenant.
///
/// For a remembered customer, a request needs only one transaction instead of two. The entry is only a guess, which the
/// transaction checks.
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
