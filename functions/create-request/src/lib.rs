//! Creating review requests, and sending one now.

mod create;
mod send_now;
mod wire;

use std::sync::Arc;

use app::requests::{CreateRequest, SendNow};
use app::{Access, Clock};
use axum::Router;
use axum::routing::post;
use edge::{Env, StartError};

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
