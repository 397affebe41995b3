//! The shops' rules, cached by each process that creates requests.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::shop::ShopRules;
use domain::values::{CustomerId, Tenant};
use domain::webhook::Subscription;
use jiff::{SignedDuration, Timestamp};
use store::table::Store;

use crate::error::Error;

/// How long rules are used before they are read again: a changed setting applies to new requests within a minute.
const FRESH_FOR: SignedDuration = SignedDuration::from_mins(1);
/// The most shops that are remembered. When there are more, all are forgotten.
const SHOPS_MAX: usize = 1_024;

/// The rules of the shops for which this process created requests in the last minute, so that the next request needs no
/// read.
#[derive(Clone, Default)]
pub struct RecentRules(Arc<Mutex<HashMap<Tenant, (Timestamp, CachedRules)>>>);

#[derive(Clone)]
pub(super) struct CachedRules {
    pub rules: ShopRules,
    /// The endpoints, at most a minute old.
    pub webhooks: Vec<Subscription>,
}

impl RecentRules {
    /// Errors: [`Error::Internal`] if the shop was never set up; storage failures.
    pub(super) async fn of(&self, store: &Store, tenant: &Tenant, now: Timestamp) -> Result<CachedRules, Error> {
        if let Some(rules) = self.recent(tenant, now) {
            return Ok(rules);
        }
        let record = store.tenant(tenant).await?.ok_or_else(|| Error::Internal("a key without its shop".to_owned()))?;
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= SHOPS_MAX {
            known.clear();
        }
        let rules = CachedRules { rules: record.rules, webhooks: record.state.webhooks };
        known.insert(tenant.clone(), (now, rules.clone()));
        Ok(rules)
    }

    fn recent(&self, tenant: &Tenant, now: Timestamp) -> Option<CachedRules> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (read_at, rules) = known.get(tenant)?;
        // If a clock was set back, the rules count as old, too.
        (SignedDuration::ZERO..FRESH_FOR).contains(&now.duration_since(*read_at)).then(|| rules.clone())
    }
}

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
