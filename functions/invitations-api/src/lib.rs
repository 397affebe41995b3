//! Amino's invitations: the same requests in another dialect.

mod error;
mod invite;
mod openapi;
mod stats;
mod wire;

use std::sync::Arc;

use app::requests::{CreateRequest, KnownCustomers};
use app::stats::Stats;
use app::{Access, Clock};
use axum::Router;
use axum::routing::{any, get, post};
use edge::openapi::{Dialect, Errors, describe};
use edge::{Env, StartError};
use utoipa::OpenApi;

/// What the handlers use.
struct Parts {
    access: Access,
    create: CreateRequest,
    stats: Stats,
    clock: Clock,
}

/// The function's table of contents.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn routes(env: &Env) -> Result<Router, StartError> {
    let (store, vault) = (env.store()?, env.vault()?);
    let create = CreateRequest {
        links: env.links(&store, &vault)?,
        store: store.clone(),
        queue: env.queue()?,
        schedules: None,
        random: env.random.clone(),
        known: KnownCustomers::default(),
    };
    let parts = Arc::new(Parts {
        stats: Stats { store: store.clone() },
        access: Access { store, vault },
        create,
        clock: env.clock.clone(),
    });
    // Errors of the dialect's paths are in its shape, those of routing too.
    Ok(Router::new()
        .route("/api/v1/invitations", post(invite::handle).fallback(error::not_post))
        .route("/api/v1/invitations/stats", get(stats::handle).fallback(error::not_get))
        .route("/api/v1/invitations/", any(error::no_route))
        .route("/api/v1/invitations/{*rest}", any(error::no_route))
        .with_state(parts))
}

/// What the function answers, in OpenAPI.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(invite::handle, stats::handle))]
    struct Document;
    let errors = Errors::json::<error::Envelope<'_>>();
    let dialect = Dialect { name: "Invitations", tag: "Invitations (Amino)", wrong_field: Some(400), errors };
    describe(Document::openapi(), &dialect)
}
