//! Creating review requests, and sending one now.

mod create;
mod send_now;
mod wire;

use std::sync::Arc;

use app::requests::{CreateRequest, SendNow};
use axum::Router;
use axum::routing::post;
use edge::openapi::{describe, native};
use edge::{Calls, Env, StartError};
use utoipa::OpenApi;

/// What the handlers use.
struct Parts {
    calls: Calls,
    create: CreateRequest,
    send_now: SendNow,
}

/// The function's routes.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn routes(env: &Env) -> Result<Router, StartError> {
    let (store, vault, queue) = (env.store()?, env.vault()?, env.queue()?);
    let create = env.create_request(env.links(&store, &vault)?, Some(env.schedules()?))?;
    let calls = env.calls(&store, &vault);
    let parts = Arc::new(Parts { calls, create, send_now: SendNow { store, queue, webhooks: env.webhook_queue()? } });
    Ok(Router::new()
        .route("/api/v1/review-requests/send", post(create::handle))
        .route("/api/v1/review-requests/{id}/send", post(send_now::handle))
        .with_state(parts))
}

/// The function's OpenAPI description.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(create::handle, send_now::handle))]
    struct Document;
    describe(
        Document::openapi(),
        &native("Review requests", "BetterReviews' requests, and what the native API adds to them."),
    )
}
