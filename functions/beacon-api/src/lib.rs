//! More Good Reviews' API: customers, reviews, messages, charges, asks and locations, under the vendor's paths.

mod asks;
mod customers;
pub mod error;
mod locations;
mod use_cases;
mod wire;

use std::sync::Arc;

use app::caller::Caller;
use app::error::Error;
use axum::Router;
use axum::routing::{any, get};
use domain::values::{Country, Phone};
use edge::aws::StartError;
use edge::call::Calls;
use edge::env::Env;
use edge::openapi::{ApiDescription, Errors};

use crate::use_cases::{AskCustomer, Customers, Locations};

edge::contents! {
    /// The function's routes and their OpenAPI descriptions.
    pub struct Contents(Arc<Parts>);
    dialect: dialect(),
    handlers: [
        customers::list,
        customers::upsert,
        customers::reviews,
        customers::messages,
        customers::all_reviews,
        customers::all_messages,
        customers::charge,
        asks::create,
        locations::create,
        locations::update,
    ],
    // Unknown paths and methods are also answered in the dialect's error shape.
    any: ["/beacon/{proxy+}"],
}

fn dialect() -> ApiDescription {
    ApiDescription {
        name: "Beacon",
        tag: "More Good Reviews",
        about: "More Good Reviews' customers, reviews, messages, charges, asks and locations.",
        wrong_field: Some(422),
        errors: Errors::json::<error::Envelope>(),
    }
}

pub fn routes(env: &Env) -> Result<Router, StartError> {
    let parts = Arc::new(Parts::new(env)?);
    Ok(Contents::serve(Router::new(), "")
        .route("/beacon/reviews/", get(customers::all_reviews))
        .route("/beacon/messages/", get(customers::all_messages))
        .route("/beacon/{*rest}", any(error::no_route))
        .method_not_allowed_fallback(error::wrong_method)
        .with_state(parts))
}

/// The use cases that the handlers call.
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
            asks: AskCustomer {
                customers: customers.clone(),
                create,
                sends_sms: env.settings.find("SMS_MONTHLY_SEGMENTS") != Some("0"),
            },
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
