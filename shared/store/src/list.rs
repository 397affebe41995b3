//! The lists that are read page by page: their lengths, and where their pages start.

use domain::values::{CustomerId, Tenant};

use crate::table::{End, Error, ListKey, Store, keys};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    Customers,
    Messages(CustomerId),
    Reviews(CustomerId),
    /// A tenant's reviews, newest first.
    AllReviews,
    /// A tenant's messages, last settled first.
    AllMessages,
}

impl List {
    fn prefix(self) -> String {
        match self {
            Self::Customers => keys::CUSTOMERS.to_owned(),
            Self::Messages(customer) => keys::messages(customer),
            Self::Reviews(customer) => keys::customer_reviews(customer),
            Self::AllReviews => keys::REVIEWS.to_owned(),
            Self::AllMessages => keys::MESSAGES.to_owned(),
        }
    }

    /// The end from which the first page begins.
    pub const fn end(self) -> End {
        match self {
            Self::Customers | Self::Messages(_) | Self::Reviews(_) => End::Oldest,
            Self::AllReviews | Self::AllMessages => End::Newest,
        }
    }
}

impl Store {
    /// A list's length. A tenant's lists have counters. A customer's list is counted at each read, because a counter
    /// would cost one more write.
    pub async fn total(&self, tenant: &Tenant, list: List) -> Result<u64, Error> {
        let name = match list {
            List::Customers => "customers",
            List::AllMessages => "messages",
            List::Messages(_) | List::Reviews(_) => return self.length(tenant, &list.prefix()).await,
            List::AllReviews => return Ok(self.review_counts(tenant).await?.listed(|_| true)),
        };
        self.total_of(tenant, name).await
    }

    /// The place of item number `count` of a list, counted from 1; `None` if the list ends there or earlier.
    pub async fn skip(&self, tenant: &Tenant, list: List, count: u64) -> Result<Option<ListKey>, Error> {
        self.skip_in(tenant, &list.prefix(), list.end(), count).await
    }
}
