//! The one table: keys, items, conditions, transactions. Domain types out, items in.
//!
//! The table is the truth; schedules and queue messages are only hints. Reads are strongly
//! consistent but for the `due` index, which DynamoDB keeps eventually consistent.

mod counters;
mod customer_item;
mod customer_lists;
mod customers;
mod error;
mod identity_part;
mod item;
mod keys;
mod locations;
mod order_item;
mod pages;
mod photos;
mod read;
mod remove;
mod request_item;
mod search;
mod setup;
mod tenant_item;
mod transaction;
mod unsent;
mod written;

use aws_sdk_dynamodb::Client;
use vault::LazyClient;

pub use counters::{Counts, Statistics};
pub use customer_lists::{CustomerMessage, CustomerReview};
pub use customers::Owners;
pub use error::Error;
pub use item::{ApiKeyRecord, Sealed, SealedReview, StoredReply};
pub use keys::{DUE_SHARDS, Key};
pub use locations::DisplayContext;
pub use pages::{List, ListKey, ListStart, Slice};
pub use read::{Due, Page, RequestContext, SendContext};
pub use search::{End, IdRange};
pub use tenant_item::TenantRecord;
pub use transaction::{CommitError, Part, Refused, Transaction};
pub use unsent::SealedReviewDraft;
pub use written::RequestReviews;

/// The table, as one function sees it.
#[derive(Clone)]
pub struct Store {
    client: LazyClient<Client>,
    table: String,
    random: vault::Random,
}

impl Store {
    /// The table of this name. `random` spreads counters over shards and retries over time.
    #[must_use]
    pub fn new(client: LazyClient<Client>, table: impl Into<String>, random: vault::Random) -> Self {
        Self { client, table: table.into(), random }
    }
}
