//! Statistics: the counters of a shop's requests.

mod wire;

use std::sync::Arc;

use app::request::stats::Stats;
use axum::Router;
use axum::http::{HeaderMap, StatusCode};
use domain::values::SCOPE_READ;
use edge::aws::StartError;
use edge::call::Calls;
use edge::env::Env;
use edge::native::{self, Served};
use edge::respond::json;

struct Parts {
    calls: Calls,
    stats: Stats,
}

type SharedParts = edge::http::Shared<Parts>;

edge::contents! {
    /// The function's routes and their OpenAPI descriptions.
    pub struct Contents(Arc<Parts>);
    dialect: native::api("Statistics", "Statistics about requests. The numbers are exact at any time."),
    handlers: [stats],
}

pub fn routes(env: &Env) -> Result<Router, StartError> {
    let (store, vault) = (env.store()?, env.vault()?);
    let parts = Arc::new(Parts { calls: env.calls(&store, &vault)?, stats: Stats { store } });
    Ok(Contents::serve(Router::new(), "").with_state(parts))
}

/// The counters of the shop's requests
///
/// The numbers are exact at any time. A request counts at most once under each name.
#[utoipa::path(
    get, path = "/api/v1/stats", operation_id = "getStats",
    security(("key" = [SCOPE_READ])),
    responses((status = 200, body = wire::Overview, description = "The counters in total, by API, and by day.")),
)]
async fn stats(parts: SharedParts, headers: HeaderMap) -> Served {
    let call = parts.calls.bare_of_many(&headers, SCOPE_READ).await?;
    let overview = parts.stats.overview(&call.caller, call.now).await?;
    Ok(json(StatusCode::OK, &wire::Overview::new(&overview))?)
}
