//! The handle by which everything else reaches the table.

use aws_sdk_dynamodb::Client;
use vault::LazyClient;

/// The table, as one function sees it.
#[derive(Clone)]
pub struct Store {
    pub(crate) client: LazyClient<Client>,
    pub(crate) table: String,
    pub(crate) random: vault::Random,
}

impl Store {
    /// The table of this name. `random` spreads counters over shards and retries over time.
    #[must_use]
    pub fn new(client: LazyClient<Client>, table: impl Into<String>, random: vault::Random) -> Self {
        Self { client, table: table.into(), random }
    }
}
