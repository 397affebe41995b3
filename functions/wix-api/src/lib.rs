//! Wix' review requests (`ReviewRequestsV2`): the same requests in another dialect.

mod bulk;
mod error;
mod openapi;
mod query;
mod requests;
mod span;
mod wire;

use std::sync::Arc;

use app::requests::{CancelRequest, CreateRequest, KnownCustomers, RemoveRequest, SearchRequests};
use app::{Access, Clock};
use axum::Router;
use axum::extract::Request;
use axum::http::HeaderName;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{any, get, post, put};
use edge::{CallId, Env, StartError};
use vault::Random;

pub use openapi::openapi;

/// What the vendor's clients know a call by.
const WIX_REQUEST_ID: HeaderName = HeaderName::from_static("x-wix-request-id");

/// What the handlers use.
struct Parts {
    access: Access,
    create: CreateRequest,
    search: SearchRequests,
    cancel: CancelRequest,
    remove: RemoveRequest,
    /// Draws the ids of jobs.
    random: Random,
    clock: Clock,
}

/// The function's table of contents.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn routes(env: &Env) -> Result<Router, StartError> {
    let (store, vault) = (env.store()?, env.vault()?);
    let links = env.links(&store, &vault)?;
    let parts = Arc::new(Parts {
        create: CreateRequest {
            store: store.clone(),
            links: links.clone(),
            queue: env.queue()?,
            schedules: None,
            random: env.random.clone(),
            known: KnownCustomers::default(),
        },
        search: SearchRequests { store: store.clone() },
        cancel: CancelRequest { store: store.clone(), schedules: env.schedule_group()? },
        remove: RemoveRequest { store: store.clone(), links },
        access: Access { store, vault },
        random: env.random.clone(),
        clock: env.clock.clone(),
    });
    // Errors of the dialect's paths are in its shape, those of routing too.
    Ok(Router::new()
        .route("/reviews/v2/review-requests", post(requests::create).fallback(error::not_post))
        .route("/reviews/v2/review-requests/query", post(query::query).fallback(error::not_post))
        .route("/reviews/v2/review-requests/count", post(query::count).fallback(error::not_post))
        .route(
            "/reviews/v2/review-requests/{id}",
            get(requests::show).delete(requests::remove).fallback(error::not_get_or_delete),
        )
        .route("/reviews/v2/bulk/review-requests/create", post(bulk::create).fallback(error::not_post))
        .route("/reviews/v2/bulk/review-requests/cancel-by-filter", put(bulk::cancel).fallback(error::not_put))
        .route("/reviews/", any(error::no_route))
        .route("/reviews/{*rest}", any(error::no_route))
        .layer(from_fn(named))
        .with_state(parts))
}

/// Shows the call's id under the vendor's name, too.
async fn named(request: Request, next: Next) -> Response {
    let id = request.extensions().get::<CallId>().cloned();
    let mut response = next.run(request).await;
    if let Some(CallId(id)) = id {
        response.headers_mut().insert(WIX_REQUEST_ID, id);
    }
    response
}
