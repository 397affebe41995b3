//! More Good Reviews' API: customers, reviews, messages, charges, asks and locations, under the vendor's paths.

mod asks;
mod charges;
mod customers;
pub mod error;
mod locations;
mod messages;
mod parts;
mod reviews;
mod use_cases;
mod wire;

use std::sync::Arc;

use axum::Router;
use axum::routing::{any, get};
use edge::aws::StartError;
use edge::env::Env;
use edge::openapi::{ApiDescription, Errors};

use crate::parts::Parts;

edge::contents! {
    /// The function's routes and their OpenAPI descriptions.
    pub struct Contents(Arc<Parts>);
    dialect: dialect(),
    handlers: [
        customers::list,
        customers::upsert,
        customers::reviews,
        customers::messages,
        reviews::list,
        messages::list,
        charges::create,
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
        errors: Errors::json::<error::Envelope<'_>>(),
    }
}

pub fn routes(env: &Env) -> Result<Router, StartError> {
    let parts = Arc::new(Parts::new(env)?);
    Ok(Contents::serve(Router::new(), "")
        .route("/beacon/reviews/", get(reviews::list))
        .route("/beacon/messages/", get(messages::list))
        .route("/beacon/{*rest}", any(error::no_route))
        .method_not_allowed_fallback(error::wrong_method)
        .with_state(parts))
}
