//! Statistics: what is counted of a shop's requests.

mod wire;

use std::sync::Arc;

use app::stats::Stats;
use app::{Access, Clock, SCOPE_READ};
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::get;
use edge::native::{Failure, json};
use edge::openapi::{describe, native};
use edge::{Env, StartError, bearer};
use utoipa::OpenApi;

/// What the handler uses.
struct Parts {
    access: Access,
    stats: Stats,
    clock: Clock,
}

/// The function's table of contents.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn routes(env: &Env) -> Result<Router, StartError> {
    let (store, vault) = (env.store()?, env.vault()?);
    let parts = Arc::new(Parts {
        stats: Stats { store: store.clone() },
        access: Access { store, vault },
        clock: env.clock.clone(),
    });
    Ok(Router::new().route("/api/v1/stats", get(stats)).with_state(parts))
}

/// What is counted of the shop's requests
#[utoipa::path(
    get, path = "/api/v1/stats", operation_id = "getStats",
    security(("key" = [SCOPE_READ])),
    responses((status = 200, body = wire::Overview, description = "In all, by dialect, and by day.")),
)]
async fn stats(State(parts): State<Arc<Parts>>, headers: HeaderMap) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let caller = parts.access.authenticate(bearer(&headers), SCOPE_READ, now).await?;
    let overview = parts.stats.overview(&caller, now).await?;
    json(StatusCode::OK, &wire::Overview::new(&overview))
}

/// What the function answers, in OpenAPI.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(stats))]
    struct Document;
    describe(Document::openapi(), &native("Statistics"))
}
