//! Wix' review requests (`ReviewRequestsV2`) and reviews (`ReviewsV1`): the native requests and reviews in another dialect.

mod bulk;
mod contents;
mod each;
pub mod error;
mod filter;
mod id_range;
mod parts;
mod query;
mod requests;
mod reviews;
mod use_cases;
mod wire;

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::HeaderName;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::any;
use edge::aws::StartError;
use edge::env::Env;
use edge::http::CallId;

use crate::parts::Parts;

pub use contents::Contents;

/// The header in which the vendor's clients expect a call's id.
const WIX_REQUEST_ID: HeaderName = HeaderName::from_static("x-wix-request-id");

pub fn routes(env: &Env) -> Result<Router, StartError> {
    let parts = Arc::new(Parts::new(env)?);
    // Everything under /reviews and /_api is answered in the dialect's error shape, unknown paths and methods included.
    Ok(Contents::serve(Router::new())
        .route("/reviews/{*rest}", any(error::no_route))
        .route("/_api/{*rest}", any(error::no_route))
        .method_not_allowed_fallback(error::wrong_method)
        .layer(from_fn(with_wix_request_id))
        .with_state(parts))
}

/// Adds the call's id under the vendor's header.
async fn with_wix_request_id(request: Request, next: Next) -> Response {
    let id = request.extensions().get::<CallId>().cloned();
    let mut response = next.run(request).await;
    if let Some(CallId(id)) = id {
        response.headers_mut().insert(WIX_REQUEST_ID, id);
    }
    response
}
