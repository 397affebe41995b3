//! Reads review requests. At API Gateway this function also answers calls that match no route.

mod fixed_addresses;
mod read;
mod wire;

use std::sync::Arc;

use app::clock::Clock;
use app::request::ReadRequests;
use axum::Router;
use edge::aws::StartError;
use edge::call::Calls;
use edge::env::Env;
use edge::native;

use crate::wire::StatusWord;

struct Parts {
    calls: Calls,
    requests: ReadRequests,
    clock: Clock,
    base_url: String,
    /// Where researchers report vulnerabilities of this installation, as a URI; `None` if its operator named nothing.
    security_contact: Option<String>,
}

type SharedParts = edge::http::Shared<Parts>;

edge::contents! {
    /// The function's routes and their OpenAPI descriptions.
    pub struct Contents(Arc<Parts>);
    dialect: native::api("Review requests", "BetterReviews' review requests, with the native API's additions."),
    handlers: [
        fixed_addresses::show, fixed_addresses::show_native,
        fixed_addresses::robots, fixed_addresses::security,
        read::list, read::show, read::timeline, read::messages,
    ],
    components: (schemas(StatusWord)),
}

pub fn routes(env: &Env) -> Result<Router, StartError> {
    let (store, vault) = (env.store()?, env.vault()?);
    let parts = Arc::new(Parts {
        calls: env.calls(&store, &vault)?,
        requests: ReadRequests { links: env.links(&store, &vault)?, store },
        clock: env.clock.clone(),
        base_url: env.settings.get("BASE_URL")?.to_owned(),
        security_contact: env.settings.find("SECURITY_CONTACT").map(str::to_owned),
    });
    Ok(Contents::serve(Router::new(), "").with_state(parts))
}
