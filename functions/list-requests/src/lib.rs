//! Reading review requests. On API Gateway this function also answers calls that match no route.

mod description;
mod read;
mod wire;

use std::sync::Arc;

use app::requests::ReadRequests;
use axum::Router;
use axum::routing::get;
use edge::openapi::{describe, native};
use edge::{Calls, Env, StartError};
use utoipa::OpenApi;

/// What the handlers use.
struct Parts {
    calls: Calls,
    requests: ReadRequests,
}

/// The function's routes.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn routes(env: &Env) -> Result<Router, StartError> {
    let (store, vault) = (env.store()?, env.vault()?);
    let parts = Arc::new(Parts {
        calls: env.calls(&store, &vault),
        requests: ReadRequests { links: env.links(&store, &vault)?, store },
    });
    Ok(Router::new()
        .route("/openapi.json", get(description::show))
        .route("/api/v1/review-requests", get(read::list))
        .route("/api/v1/review-requests/{id}", get(read::show))
        .route("/api/v1/review-requests/{id}/timeline", get(read::timeline))
        .route("/api/v1/review-requests/{id}/messages", get(read::messages))
        .with_state(parts))
}

/// The function's OpenAPI description.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(description::show, read::list, read::show, read::timeline, read::messages))]
    struct Document;
    describe(
        Document::openapi(),
        &native("Review requests", "BetterReviews' requests, and what the native API adds to them."),
    )
}
