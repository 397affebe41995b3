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
use edge::openapi::{describe, native};
use edge::{Env, Segment, StartError, bearer};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

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

#[derive(Serialize, ToSchema)]
struct Cancelled {
    /// Always `true`.
    ok: bool,
}

/// Cancel a request
///
/// Its link is dead from this moment and nothing more is sent; what was reviewed stays. Again: the
/// same answer.
#[utoipa::path(
    delete, path = "/api/v1/review-requests/{id}", operation_id = "cancelReviewRequest",
    security(("key" = [SCOPE_WRITE])),
    params(("id" = u64, Path, description = "The request's id.")),
    responses((status = 200, body = Cancelled, description = "It is cancelled."), (status = 404)),
)]
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

/// What the function answers, in OpenAPI.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(cancel_request))]
    struct Document;
    describe(Document::openapi(), &native("Review requests"))
}
