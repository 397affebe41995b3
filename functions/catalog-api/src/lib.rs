//! A shop's orders and products, so that emails and pages show what was bought, its settings, how its emails arrive,
//! who gets none, and its API keys.

mod deliverability;
mod keys;
mod orders;
mod products;
mod settings;
mod suppressions;
mod wire;

use std::sync::Arc;

use app::{ApiKeys, Catalog, Deliverability, ShopSettings, Suppressions};
use axum::Router;
use axum::routing::{delete, get, post};
use edge::openapi::{describe, native};
use edge::{Calls, Env, StartError};
use utoipa::OpenApi;

/// What the handlers use.
struct Parts {
    calls: Calls,
    catalog: Catalog,
    settings: ShopSettings,
    deliverability: Deliverability,
    suppressions: Suppressions,
    keys: ApiKeys,
}

/// The function's routes.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn routes(env: &Env) -> Result<Router, StartError> {
    let (store, vault) = (env.store()?, env.vault()?);
    let parts = Arc::new(Parts {
        calls: env.calls(&store, &vault),
        catalog: Catalog { store: store.clone(), random: env.random.clone() },
        settings: ShopSettings { store: store.clone() },
        deliverability: Deliverability { store: store.clone(), identity: env.mail_identity()? },
        suppressions: Suppressions { store: store.clone() },
        keys: ApiKeys { store, random: env.random.clone() },
    });
    Ok(Router::new()
        .route("/api/v1/orders/{id}", get(orders::show).put(orders::put))
        .route("/api/v1/products/{id}", get(products::show).put(products::put))
        .route("/api/v1/settings", get(settings::show).put(settings::put))
        .route("/api/v1/deliverability", get(deliverability::show))
        .route("/api/v1/deliverability/release", post(deliverability::release))
        .route("/api/v1/suppressions", get(suppressions::list))
        .route(
            "/api/v1/suppressions/{address}",
            get(suppressions::show).put(suppressions::put).delete(suppressions::delete),
        )
        .route("/api/v1/keys", get(keys::list).post(keys::create))
        .route("/api/v1/keys/{id}", delete(keys::delete))
        .with_state(parts))
}

/// The function's OpenAPI description.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(
        orders::put,
        orders::show,
        products::put,
        products::show,
        settings::put,
        settings::show,
        deliverability::show,
        deliverability::release,
        suppressions::list,
        suppressions::show,
        suppressions::put,
        suppressions::delete,
        keys::create,
        keys::list,
        keys::delete
    ))]
    struct Document;
    describe(
        Document::openapi(),
        &native("Orders, products and settings", "What the shop sells, to whom, and how it presents itself."),
    )
}
