//! Reads review requests. At API Gateway this function also answers calls that match no route.

mod description;
mod read;
mod wire;

use std::sync::Arc;

use app::request::ReadRequests;
use axum::Router;
use edge::aws::StartError;
use edge::call::Calls;
use edge::env::Env;
use edge::native;

struct Parts {
    calls: Calls,
    requests: ReadRequests,
}

edge::contents! {
    /// The function's routes and their OpenAPI descriptions.
    pub struct Contents(Arc<Parts>);
    dialect: native::api("Review requests", "BetterReviews' review requests, with the native API's additions."),
    handlers: [description::show, description::show_native, read::list, read::show, read::timeline, read::messages],
}

pub fn routes(env: &Env) -> Result<Router, StartError> {
    let (store, vault) = (env.store()?, env.vault()?);
    let parts = Arc::new(Parts {
        calls: env.calls(&store, &vault)?,
        requests: ReadRequests { links: env.links(&store, &vault)?, store },
    });
    Ok(Contents::serve(Router::new(), "").with_state(parts))
}
