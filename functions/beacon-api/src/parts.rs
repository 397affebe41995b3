//! The use cases that the handlers call.

use app::requests::{AskCustomer, CreateRequest, KnownCustomers, RecentRules};
use app::{Customers, Locations};
use domain::Phone;
use edge::{Calls, Env, StartError};

/// The state of the function's router.
pub(crate) struct Parts {
    pub(crate) calls: Calls,
    pub(crate) asks: AskCustomer,
    pub(crate) customers: Customers,
    pub(crate) locations: Locations,
    /// Scheme and host of the URLs in a page's `pagination`, without a trailing slash.
    pub(crate) base_url: String,
}

impl Parts {
    /// # Errors
    /// [`StartError`] names the setting that is missing.
    pub(crate) fn new(env: &Env) -> Result<Self, StartError> {
        let (store, vault, random) = (env.store()?, env.vault()?, env.random.clone());
        // Every second call has a phone number, and parsing the first one costs 12 million instructions.
        env.prepare(Phone::prepare);
        let customers = Customers { store: store.clone(), random: random.clone() };
        let create = CreateRequest {
            links: env.links(&store, &vault)?,
            store: store.clone(),
            queue: env.queue()?,
            schedules: Some(env.schedules()?),
            webhooks: env.webhook_queue()?,
            random: random.clone(),
            // An ask finds its customer itself.
            known: KnownCustomers::default(),
            rules: RecentRules::default(),
        };
        Ok(Self {
            calls: env.calls(&store, &vault),
            asks: AskCustomer { customers: customers.clone(), create },
            customers,
            locations: Locations { store, random },
            base_url: env.settings.get("BASE_URL")?.to_owned(),
        })
    }
}
