//! The lists that are read page by page: how long each is, and where its pages start.

use domain::{CustomerId, Tenant};

use crate::table::keys::{self, DAY_SHARDS};
use crate::table::{Attributes, Error, ListKey, Store};

/// A list that is read page by page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// A tenant's customers.
    Customers,
    /// A customer's messages.
    Messages(CustomerId),
    /// A customer's reviews.
    Reviews(CustomerId),
}

impl List {
    /// What the sort keys of its items start with.
    fn prefix(self) -> String {
        match self {
            Self::Customers => keys::CUSTOMERS.to_owned(),
            Self::Messages(customer) => keys::messages(customer),
            Self::Reviews(customer) => keys::customer_reviews(customer),
        }
    }
}

impl Store {
    /// How many items a list has: a counter, which is read at once however many.
    ///
    /// # Errors
    /// As the table says.
    pub async fn total(&self, tenant: &Tenant, list: List) -> Result<u64, Error> {
        let (counters, name) = match list {
            List::Customers => {
                ((0..DAY_SHARDS).map(|shard| keys::customer_counter(tenant, shard)).collect(), "customers")
            }
            List::Messages(customer) => (vec![keys::customer_totals(tenant, customer)], "messages"),
            List::Reviews(customer) => (vec![keys::customer_totals(tenant, customer)], "reviews"),
        };
        let counted = |item: &Attributes| item.get(name)?.as_n().ok()?.parse::<u64>().ok();
        Ok(self.batch(counters).await?.values().filter_map(counted).sum())
    }

    /// The place of a list's item number `count`, from 1; `None` when there are not as many. Its
    /// items stay where they are: only their number comes over the wire.
    ///
    /// # Errors
    /// As the table says.
    pub async fn skip(&self, tenant: &Tenant, list: List, count: u64) -> Result<Option<ListKey>, Error> {
        self.skip_in(tenant, &list.prefix(), count).await
    }
}
