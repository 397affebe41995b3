//! Wix's review requests (`ReviewRequestsV2`) and reviews (`ReviewsV1`): the same ones in another dialect.

mod bulk;
mod each;
mod error;
mod filter;
mod id_range;
mod openapi;
mod parts;
mod query;
mod requests;
mod reviews;
mod wire;

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::HeaderName;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{any, get, post, put};
use edge::{CallId, Env, StartError};

use crate::parts::Parts;

pub use openapi::openapi;

/// The header in which the vendor's clients look for a call's id.
const WIX_REQUEST_ID: HeaderName = HeaderName::from_static("x-wix-request-id");

/// The function's table of contents.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn routes(env: &Env) -> Result<Router, StartError> {
    let parts = Arc::new(Parts::new(env)?);
    // Everything under /reviews and /_api answers in the dialect's envelope, unknown paths and methods included.
    Ok(Router::new()
        .route("/reviews/v2/review-requests", post(requests::create).fallback(error::only_post))
        .route("/reviews/v2/review-requests/query", post(query::query).fallback(error::only_post))
        .route("/reviews/v2/review-requests/count", post(query::count).fallback(error::only_post))
        .route(
            "/reviews/v2/review-requests/{id}",
            get(requests::show).delete(requests::remove).fallback(error::only_get_and_delete),
        )
        .route("/reviews/v2/bulk/review-requests/create", post(bulk::create).fallback(error::only_post))
        .route("/reviews/v2/bulk/review-requests/cancel-by-filter", put(bulk::cancel).fallback(error::only_put))
        .merge(reviews::routes())
        .route("/reviews/", any(error::no_route))
        .route("/reviews/{*rest}", any(error::no_route))
        .route("/_api/", any(error::no_route))
        .route("/_api/{*rest}", any(error::no_route))
        .layer(from_fn(with_wix_request_id))
        .with_state(parts))
}

/// Sets the call's id under the vendor's name, in addition to our own.
async fn with_wix_request_id(request: Request, next: Next) -> Response {
    let id = request.extensions().get::<CallId>().cloned();
    let mut response = next.run(request).await;
    if let Some(CallId(id)) = id {
        response.headers_mut().insert(WIX_REQUEST_ID, id);
    }
    response
}
