//! The handle to the table.

use std::sync::Arc;
use std::time::Duration;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::AsyncSleep as _;
use domain::values::{EventId, Tenant, WebhookId};
use futures_util::future::BoxFuture;
use vault::LazyClient;

/// The longest first pause, in milliseconds. A transaction takes about as long.
const PAUSE_MS: u64 = 10;
/// After this many tries, pauses no longer grow: the longest is 320 ms.
const DOUBLINGS_MAX: u32 = 5;

/// The table, as one function uses it.
#[derive(Clone)]
pub struct Store {
    pub(crate) client: LazyClient<Client>,
    pub(crate) table: String,
    pub(crate) random: vault::Random,
    pub(crate) consistent: bool,
    /// Wakes the sender for the webhook events that a transaction wrote.
    pub(crate) outbox: Option<Arc<dyn Outbox>>,
}

/// Wakes the sender of webhooks.
pub trait Outbox: Send + Sync {
    /// Wakes the sender for these committed events, each with its endpoint. This may fail, because the index `due` has
    /// the events.
    fn wake<'a>(&'a self, tenant: &'a Tenant, deliveries: &'a [(WebhookId, EventId)]) -> BoxFuture<'a, ()>;
}

impl Store {
    /// The table called `table`. `random` spreads counters over shards, and retries over time.
    pub fn new(client: LazyClient<Client>, table: impl Into<String>, random: vault::Random) -> Self {
        Self { client, table: table.into(), random, consistent: true, outbox: None }
    }

    /// The same table, for transactions that write webhook events. After a commit, the outbox gets the events.
    #[must_use]
    pub fn with_outbox(self, outbox: Arc<dyn Outbox>) -> Self {
        Self { outbox: Some(outbox), ..self }
    }

    /// The same table with eventually consistent reads, which cost half as much. No decision may depend on what they
    /// return.
    #[must_use]
    pub fn eventually_consistent(self) -> Self {
        Self { consistent: false, ..self }
    }

    /// The random source, for seals and for spreading counters over shards.
    pub const fn random(&self) -> &vault::Random {
        &self.random
    }

    /// Waits after a conflict, for a random time below a bound that doubles with each try, so that colliding calls do
    /// not collide again.
    pub async fn pause(&self, tried: u32) {
        let pause_ms = self.random.below(PAUSE_MS << tried.min(DOUBLINGS_MAX));
        self.wait(Duration::from_millis(pause_ms)).await;
    }

    /// Waits by the client's own timer, which a test may speed up.
    pub async fn wait(&self, time: Duration) {
        if let Some(timer) = self.client.config().sleep_impl() {
            timer.sleep(time).await;
        }
    }
}
