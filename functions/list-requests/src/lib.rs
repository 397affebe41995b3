//! Reading review requests. On API Gateway this function also answers what has no route.

mod description;
mod read;
mod wire;

use std::sync::Arc;

use app::requests::ReadRequests;
use app::{Access, Clock};
use axum::Router;
use axum::routing::get;
use edge::openapi::{describe, native};
use edge::{Env, StartError};
use utoipa::OpenApi;

/// What the handlers use.
struct Parts {
    access: Access,
    requests: ReadRequests,
    clock: Clock,
}

/// The function's table of contents.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn routes(env: &Env) -> Result<Router, StartError> {
    let (store, vault) = (env.store()?, env.vault()?);
    let parts = Arc::new(Parts {
        requests: ReadRequests { store: store.clone(), links: env.links(&store, &vault)? },
        access: Access { store, vault },
        clock: env.clock.clone(),
    });
    Ok(Router::new()
        .route("/openapi.json", get(description::show))
        .route("/api/v1/review-requests", get(read::list))
        .route("/api/v1/review-requests/{id}", get(read::show))
        .route("/api/v1/review-requests/{id}/timeline", get(read::timeline))
        .route("/api/v1/review-requests/{id}/messages", get(read::messages))
        .with_state(parts))
}

/// What the function answers, in OpenAPI.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(description::show, read::list, read::show, read::timeline, read::messages))]
    struct Document;
    describe(Document::openapi(), &native("Review requests"))
}
