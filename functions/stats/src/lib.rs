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
use edge::{Env, StartError, bearer};

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

/// `GET /api/v1/stats`.
async fn stats(State(parts): State<Arc<Parts>>, headers: HeaderMap) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let caller = parts.access.authenticate(bearer(&headers), SCOPE_READ, now).await?;
    let overview = parts.stats.overview(&caller, now).await?;
    json(StatusCode::OK, &wire::Overview::new(&overview))
}
