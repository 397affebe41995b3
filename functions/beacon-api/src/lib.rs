//! More Good Reviews' API: customers, reviews, messages, charges, asks and locations, under the vendor's paths.

mod asks;
mod charges;
mod customers;
mod error;
mod locations;
mod messages;
mod openapi;
mod parts;
mod reviews;
mod wire;

use std::sync::Arc;

use axum::Router;
use axum::routing::{any, get, post, put};
use edge::{Env, StartError};

use crate::parts::Parts;

pub use openapi::openapi;

/// The function's table of contents.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn routes(env: &Env) -> Result<Router, StartError> {
    let parts = Arc::new(Parts::new(env)?);
    // Everything under /beacon answers in the dialect's envelope, unknown paths and methods included.
    Ok(Router::new()
        .route("/beacon/customers", get(customers::list).post(customers::upsert).fallback(error::only_get_and_post))
        .route("/beacon/customers/{id}/reviews", get(customers::reviews).fallback(error::only_get))
        .route("/beacon/customers/{id}/messages", get(customers::messages).fallback(error::only_get))
        .route("/beacon/reviews", get(reviews::list).fallback(error::only_get))
        .route("/beacon/reviews/", get(reviews::list).fallback(error::only_get))
        .route("/beacon/messages", get(messages::list).fallback(error::only_get))
        .route("/beacon/messages/", get(messages::list).fallback(error::only_get))
        .route("/beacon/charges", post(charges::create).fallback(error::only_post))
        .route("/beacon/asks", post(asks::create).fallback(error::only_post))
        .route("/beacon/locations", post(locations::create).fallback(error::only_post))
        .route("/beacon/locations/{id}", put(locations::update).fallback(error::only_put))
        .route("/beacon/", any(error::no_route))
        .route("/beacon/{*rest}", any(error::no_route))
        .with_state(parts))
}
