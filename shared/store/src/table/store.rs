//! The handle through which everything else reaches the table.

use aws_sdk_dynamodb::Client;
use vault::LazyClient;

/// The table, as one function sees it.
///
/// # Errors
/// Reads and writes return [`Error::Unavailable`](super::Error::Unavailable) if DynamoDB cannot be
/// reached or is throttling, [`Error::Refused`](super::Error::Refused) if it rejects the call, and
/// [`Error::Unreadable`](super::Error::Unreadable) if an item cannot be decoded.
#[derive(Clone)]
pub struct Store {
    pub(crate) client: LazyClient<Client>,
    pub(crate) table: String,
    pub(crate) random: vault::Random,
}

impl Store {
    /// The table called `table`. `random` spreads counters over shards, and retries over time.
    #[must_use]
    pub fn new(client: LazyClient<Client>, table: impl Into<String>, random: vault::Random) -> Self {
        Self { client, table: table.into(), random }
    }
}
