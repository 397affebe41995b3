//! The use cases that the handlers call.

use app::caller::Caller;
use app::error::Error;
use domain::values::{Country, Phone};
use edge::aws::StartError;
use edge::call::Calls;
use edge::env::Env;

use crate::use_cases::{AskCustomer, Customers, Locations};

pub(crate) struct Parts {
    pub(crate) calls: Calls,
    pub(crate) asks: AskCustomer,
    pub(crate) customers: Customers,
    pub(crate) locations: Locations,
    /// Scheme and host of the URLs in `pagination`, without a trailing slash.
    pub(crate) base_url: String,
}

pub(crate) type SharedParts = edge::http::Shared<Parts>;

impl Parts {
    pub(crate) fn new(env: &Env) -> Result<Self, StartError> {
        let store = env.store()?;
        let vault = env.vault()?;
        let random = env.random.clone();
        // Every second call has a phone number, and parsing the first number costs 12 million instructions.
        env.prepare(Phone::prepare);
        let customers = Customers { store: store.clone(), random: random.clone() };
        let create = env.create_request(env.links(&store, &vault)?, Some(env.schedules()?))?;
        Ok(Self {
            calls: env.calls(&store, &vault)?,
            asks: AskCustomer { customers: customers.clone(), create },
            customers,
            locations: Locations { store, random },
            base_url: env.settings.get("BASE_URL")?.to_owned(),
        })
    }

    /// The shop's country if `is_needed`: the call has a phone number without country code.
    pub(crate) async fn country(&self, caller: &Caller, is_needed: bool) -> Result<Option<Country>, Error> {
        if !is_needed {
            return Ok(None);
        }
        let shop = self.customers.store.tenant(&caller.tenant).await?;
        Ok(shop.and_then(|shop| shop.rules.country))
    }
}
