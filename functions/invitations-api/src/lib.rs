//! Amino's API: invitations, which are the same requests in another dialect, and what anybody may read of the reviews.

mod error;
mod invite;
mod public;
mod rate_limit;
mod stats;
mod wire;

use std::sync::Arc;

use app::Clock;
use app::requests::CreateRequest;
use app::reviews::{PublicReviews, Reviews};
use app::stats::Stats;
use axum::Router;
use axum::middleware::from_fn;
use axum::routing::{any, get, post};
use edge::openapi::{Dialect, Errors, describe};
use edge::public::{for_all, preflight};
use edge::{Calls, Env, StartError};
use utoipa::OpenApi;

/// What the handlers use.
struct Parts {
    calls: Calls,
    create: CreateRequest,
    stats: Stats,
    public: PublicReviews,
    clock: Clock,
}

/// The function's routes.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn routes(env: &Env) -> Result<Router, StartError> {
    let (store, vault) = (env.store()?, env.vault()?);
    let create = env.create_request(env.links(&store, &vault)?, None)?;
    let public =
        PublicReviews { reviews: Reviews { store: store.clone(), bucket: env.bucket()? }, vault: Arc::clone(&vault) };
    let (calls, clock) = (env.calls(&store, &vault), env.clock.clone());
    let parts = Arc::new(Parts { calls, create, stats: Stats { store }, public, clock });
    // Unknown paths and methods are answered in the dialect's shape, too.
    Ok(Router::new()
        .route("/api/v1/invitations", post(invite::handle).fallback(error::not_post))
        .route("/api/v1/invitations/stats", get(stats::handle).fallback(error::not_get))
        .route(
            "/api/v1/vendors/{slug}/reviews",
            get(public::reviews).options(preflight).fallback(error::not_get).layer(from_fn(for_all)),
        )
        .route(
            "/api/v1/widget/{slug}",
            get(public::widget).options(preflight).fallback(error::not_get).layer(from_fn(for_all)),
        )
        .route("/api/v1/invitations/", any(error::no_route))
        .route("/api/v1/invitations/{*rest}", any(error::no_route))
        .with_state(parts))
}

/// The function's OpenAPI description.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(invite::handle, stats::handle, public::reviews, public::widget))]
    struct Document;
    let errors = Errors::json::<error::Envelope<'_>>();
    let dialect = Dialect {
        name: "Invitations",
        tag: "Invitations (Amino)",
        about: "Amino's invitations, 100 an hour, and what anybody may read of the reviews.",
        wrong_field: Some(400),
        errors,
    };
    describe(Document::openapi(), &dialect)
}
