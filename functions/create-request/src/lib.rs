//! Creating review requests, and sending one now.

mod create;
mod openapi;
mod send_now;
mod wire;

use std::sync::Arc;

use app::requests::{CreateRequest, KnownCustomers, SendNow};
use app::{Access, Clock};
use axum::Router;
use axum::routing::post;
use edge::openapi::{describe, native};
use edge::{Env, StartError};
use utoipa::OpenApi;

/// What the handlers use.
struct Parts {
    access: Access,
    create: CreateRequest,
    send_now: SendNow,
    clock: Clock,
}

/// The function's table of contents.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn routes(env: &Env) -> Result<Router, StartError> {
    let (store, vault, queue) = (env.store()?, env.vault()?, env.queue()?);
    let create = CreateRequest {
        store: store.clone(),
        links: env.links(&store, &vault)?,
        queue: queue.clone(),
        schedules: Some(env.schedules()?),
        random: env.random.clone(),
        known: KnownCustomers::default(),
    };
    let parts = Arc::new(Parts {
        access: Access { store: store.clone(), vault },
        create,
        send_now: SendNow { store, queue },
        clock: env.clock.clone(),
    });
    Ok(Router::new()
        .route("/api/v1/review-requests/send", post(create::handle))
        .route("/api/v1/review-requests/{id}/send", post(send_now::handle))
        .with_state(parts))
}

/// What the function answers, in OpenAPI.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(create::handle, send_now::handle))]
    struct Document;
    describe(Document::openapi(), &native("Review requests"))
}
