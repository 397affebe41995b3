//! Cancels review requests.

use std::sync::Arc;

use app::request::CancelRequest;
use axum::Router;
use axum::http::{HeaderMap, StatusCode};
use domain::values::SCOPE_WRITE;
use edge::aws::StartError;
use edge::call::Calls;
use edge::env::Env;
use edge::http::Segment;
use edge::native::{self, Served, request_id};
use edge::respond::json;

struct Parts {
    calls: Calls,
    cancel: CancelRequest,
}

type SharedParts = edge::http::Shared<Parts>;

edge::contents! {
    /// The function's routes and their OpenAPI descriptions.
    pub struct Contents(Arc<Parts>);
    dialect: native::api("Review requests", "BetterReviews' review requests, with the native API's additions."),
    handlers: [cancel_request],
}

pub fn routes(env: &Env) -> Result<Router, StartError> {
    let (store, vault) = (env.store()?, env.vault()?);
    let calls = env.calls(&store, &vault)?;
    let cancel = CancelRequest { store, schedules: env.schedule_group()? };
    let parts = Arc::new(Parts { calls, cancel });
    Ok(Contents::serve(Router::new(), "").with_state(parts))
}

edge::shown! {
    struct Cancelled(_cancelled: ()) {
        /// Always `true`.
        ok: bool = true;
    }
}

/// Cancel a request
///
/// The request's link stops working, and no more messages are sent. Reviews that were written stay. Repeating the call
/// gives the same answer.
#[utoipa::path(
    delete, path = "/api/v1/review-requests/{id}", operation_id = "cancelReviewRequest",
    security(("key" = [SCOPE_WRITE])),
    params(("id" = u64, Path, minimum = 1, maximum = 9007199254740991u64, description = "The request's id.")),
    responses((status = 200, body = Cancelled, description = "The request is cancelled.")),
)]
async fn cancel_request(parts: SharedParts, Segment(id): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_WRITE).await?;
    parts.cancel.cancel(&call.caller, request_id(&id)?, call.now).await?;
    Ok(json(StatusCode::OK, &Cancelled::new(()))?)
}
