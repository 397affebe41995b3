//! Cancelling review requests.

use std::sync::Arc;

use app::requests::CancelRequest;
use app::{Access, Clock, SCOPE_WRITE};
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::delete;
use edge::native::{Failure, json, request_id};
use edge::{Env, Segment, StartError, bearer};
use serde::Serialize;

/// What the handler uses.
struct Parts {
    access: Access,
    cancel: CancelRequest,
    clock: Clock,
}

/// The function's table of contents.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn routes(env: &Env) -> Result<Router, StartError> {
    let (store, vault) = (env.store()?, env.vault()?);
    let cancel = CancelRequest { store: store.clone(), schedules: env.schedule_group()? };
    let parts = Arc::new(Parts { access: Access { store, vault }, cancel, clock: env.clock.clone() });
    Ok(Router::new().route("/api/v1/review-requests/{id}", delete(cancel_request)).with_state(parts))
}

#[derive(Serialize)]
struct Cancelled {
    ok: bool,
}

/// `DELETE /api/v1/review-requests/{id}`.
async fn cancel_request(
    State(parts): State<Arc<Parts>>,
    Segment(id): Segment,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let caller = parts.access.authenticate(bearer(&headers), SCOPE_WRITE, now).await?;
    parts.cancel.cancel(&caller, request_id(&id)?, now).await?;
    json(StatusCode::OK, &Cancelled { ok: true })
}
