//! What a shop tells of its orders and products, so that mails and pages show what was bought, and of
//! itself.

mod openapi;
mod orders;
mod products;
mod settings;
mod wire;

use std::sync::Arc;

use app::{Access, Catalog, Clock, ShopSettings};
use axum::Router;
use axum::routing::get;
use edge::openapi::{describe, native};
use edge::{Env, StartError};
use utoipa::OpenApi;

/// What the handlers use.
struct Parts {
    access: Access,
    catalog: Catalog,
    settings: ShopSettings,
    clock: Clock,
}

/// The function's table of contents.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn routes(env: &Env) -> Result<Router, StartError> {
    let (store, vault) = (env.store()?, env.vault()?);
    let catalog = Catalog { store: store.clone(), random: env.random.clone() };
    let settings = ShopSettings { store: store.clone() };
    let parts = Arc::new(Parts { access: Access { store, vault }, catalog, settings, clock: env.clock.clone() });
    Ok(Router::new()
        .route("/api/v1/orders/{id}", get(orders::show).put(orders::put))
        .route("/api/v1/products/{id}", get(products::show).put(products::put))
        .route("/api/v1/settings", get(settings::show).put(settings::put))
        .with_state(parts))
}

/// What the function answers, in OpenAPI.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(orders::put, orders::show, products::put, products::show, settings::put, settings::show))]
    struct Document;
    describe(Document::openapi(), &native("Orders, products and settings"))
}
