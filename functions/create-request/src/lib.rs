//! Creates review requests, and sends one now.

mod create;
mod wire;

use std::sync::Arc;

use app::request::{CreateRequest, SendNow};
use axum::Router;
use edge::aws::StartError;
use edge::call::Calls;
use edge::env::Env;
use edge::native;

struct Parts {
    calls: Calls,
    create: CreateRequest,
    send_now: SendNow,
}

type SharedParts = edge::http::Shared<Parts>;

edge::contents! {
    /// The function's routes and their OpenAPI descriptions.
    pub struct Contents(Arc<Parts>);
    dialect: native::api("Review requests", "BetterReviews' review requests, with the native API's additions."),
    handlers: [create::handle, create::send_now],
}

pub fn routes(env: &Env) -> Result<Router, StartError> {
    let store = env.store()?;
    let vault = env.vault()?;
    let queue = env.queue()?;
    let create = env.create_request(env.links(&store, &vault)?, Some(env.schedules()?))?;
    let calls = env.calls(&store, &vault)?;
    let parts = Arc::new(Parts { calls, create, send_now: SendNow { store, queue } });
    Ok(Contents::serve(Router::new(), "").with_state(parts))
}
