//! Wix' review requests (`ReviewRequestsV2`) and reviews (`ReviewsV1`): the native requests and reviews in another dialect.

mod bulk;
mod contents;
mod each;
pub mod error;
mod filter;
mod id_range;
mod query;
mod requests;
mod reviews;
mod use_cases;
mod wire;

use std::sync::Arc;

use app::clock::Clock;
use app::request::{CancelRequest, CreateRequest};
use app::review::{Moderate, Reviews};
use axum::Router;
use axum::extract::Request;
use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, HeaderName};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::any;
use edge::aws::StartError;
use edge::call::{Calls, bearer};
use edge::env::Env;
use edge::http::CallId;
use vault::Random;

use crate::use_cases::{RemoveRequest, SearchRequests};

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

pub(crate) struct Parts {
    pub(crate) calls: Calls,
    pub(crate) create: CreateRequest,
    pub(crate) search: SearchRequests,
    pub(crate) cancel: CancelRequest,
    pub(crate) remove: RemoveRequest,
    pub(crate) reviews: Reviews,
    pub(crate) moderate: Moderate,
    pub(crate) clock: Clock,
    pub(crate) random: Random,
}

pub(crate) type SharedParts = edge::http::Shared<Parts>;

impl Parts {
    pub(crate) fn new(env: &Env) -> Result<Self, StartError> {
        let (store, vault) = (env.store()?, env.vault()?);
        let links = env.links(&store, &vault)?;
        Ok(Self {
            calls: env.calls(&store, &vault)?.with_key(api_key),
            create: env.create_request(links, None)?,
            search: SearchRequests { store: store.clone() },
            cancel: CancelRequest { store: store.clone(), schedules: env.schedule_group()? },
            remove: RemoveRequest { store: store.clone() },
            moderate: Moderate { store: store.clone(), files: env.photo_files()? },
            reviews: Reviews { store, bucket: env.bucket()? },
            clock: env.clock.clone(),
            random: env.random.clone(),
        })
    }
}

/// The API key. The vendor's SDK sends it without `Bearer`, other clients with it.
fn api_key(headers: &HeaderMap) -> Option<&str> {
    bearer(headers).or_else(|| Some(headers.get(AUTHORIZATION)?.to_str().ok()?.trim()))
}
