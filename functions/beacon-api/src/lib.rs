//! More Good Reviews' API: customers, charges, asks and locations, under the vendor's paths.

mod asks;
mod charges;
mod customers;
mod error;
mod locations;
mod openapi;
mod wire;

use std::sync::Arc;

use app::requests::{AskCustomer, CreateRequest, IdempotentCall, KnownCustomers};
use app::{Access, Caller, Clock, Customers, Locations};
use axum::Router;
use axum::extract::Request;
use axum::routing::{any, get, post, put};
use domain::Phone;
use edge::{Env, StartError, bearer, idempotency, json_object};
use jiff::Timestamp;
use serde_json::{Map, Value};

pub use openapi::openapi;

/// What the handlers use.
struct Parts {
    access: Access,
    asks: AskCustomer,
    customers: Customers,
    locations: Locations,
    /// What the URLs of pages start with.
    base_url: String,
    clock: Clock,
}

/// The function's table of contents.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn routes(env: &Env) -> Result<Router, StartError> {
    let (store, vault, random) = (env.store()?, env.vault()?, env.random.clone());
    // Every second call gives a number, and the first one costs 12 million instructions.
    env.prepare(Phone::prepare);
    let customers = Customers { store: store.clone(), random: random.clone() };
    let create = CreateRequest {
        links: env.links(&store, &vault)?,
        store: store.clone(),
        queue: env.queue()?,
        schedules: Some(env.schedules()?),
        random: random.clone(),
        // Asks name their customer.
        known: KnownCustomers::default(),
    };
    let parts = Arc::new(Parts {
        locations: Locations { store: store.clone(), random },
        access: Access { store, vault },
        asks: AskCustomer { customers: customers.clone(), create },
        customers,
        base_url: env.settings.get("BASE_URL")?.to_owned(),
        clock: env.clock.clone(),
    });
    // Errors of the dialect's paths are in its shape, those of routing too.
    Ok(Router::new()
        .route("/beacon/customers", get(customers::list).post(customers::upsert).fallback(error::not_get_or_post))
        .route("/beacon/customers/{id}/reviews", get(customers::reviews).fallback(error::not_get))
        .route("/beacon/customers/{id}/messages", get(customers::messages).fallback(error::not_get))
        .route("/beacon/charges", post(charges::create).fallback(error::not_post))
        .route("/beacon/asks", post(asks::create).fallback(error::not_post))
        .route("/beacon/locations", post(locations::create).fallback(error::not_post))
        .route("/beacon/locations/{id}", put(locations::update).fallback(error::not_put))
        .route("/beacon/", any(error::no_route))
        .route("/beacon/{*rest}", any(error::no_route))
        .with_state(parts))
}

/// A POST as far as all of them are alike.
struct Call {
    caller: Caller,
    object: Map<String, Value>,
    idempotency: Option<IdempotentCall>,
    now: Timestamp,
}

impl Parts {
    /// Reads a POST to `route`, if its key has the scope.
    async fn told(&self, request: Request, scope: &'static str, route: &str) -> Result<Call, edge::Error> {
        let now = self.clock.now();
        let (head, body) = request.into_parts();
        let caller = self.access.authenticate(bearer(&head.headers), scope, now).await?;
        let (object, bytes) = json_object(&head.headers, body).await?;
        let idempotency = idempotency(&head.headers, &caller, route, &bytes)?;
        Ok(Call { caller, object, idempotency, now })
    }
}
