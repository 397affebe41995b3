//! What anybody may read of a shop without a key: the published reviews of a product as JSON, as HTML for the shop's own
//! page and as JSON-LD, and how the shop decides about reviews.

mod address;
mod excerpt;
mod fragment;
mod reviews;
mod trust;
mod trust_page;
mod wire;

use std::sync::Arc;

use app::Clock;
use app::reviews::{PublicReviews, Reviews};
use axum::Router;
use axum::middleware::from_fn;
use axum::routing::get;
use domain::Language;
use edge::openapi::{describe, native};
use edge::public::{for_all, preflight};
use edge::{Env, StartError};
use texts::Texts;
use utoipa::OpenApi;

/// What the handlers use.
struct Parts {
    public: PublicReviews,
    /// Where pages lead to one another.
    base_url: String,
    clock: Clock,
}

/// The function's routes.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn routes(env: &Env) -> Result<Router, StartError> {
    // Ahead of the first invoke. Other languages are loaded when they are needed.
    env.prepare(|| Texts::page(Language::English).load());
    let (store, vault) = (env.store()?, env.vault()?);
    let public = PublicReviews { reviews: Reviews { store, bucket: env.bucket()? }, vault };
    let base_url = env.settings.get("BASE_URL")?.to_owned();
    let parts = Arc::new(Parts { public, base_url, clock: env.clock.clone() });
    Ok(Router::new()
        .route("/p/{shop}/{file}", get(reviews::first).options(preflight).layer(from_fn(for_all)))
        .route("/p/{shop}/{product}/{file}", get(reviews::numbered).options(preflight).layer(from_fn(for_all)))
        .route("/trust/{file}", get(trust::show).options(preflight).layer(from_fn(for_all)))
        .with_state(parts))
}

/// The function's OpenAPI description.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(reviews::first, reviews::numbered, trust::show))]
    struct Document;
    describe(Document::openapi(), &native("Public pages", "What anybody may read of a shop, without a key."))
}
