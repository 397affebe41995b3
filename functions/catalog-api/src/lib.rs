//! A shop's orders and products, so that emails and pages show what was bought, its settings, how its emails arrive,
//! who gets none, its API keys, and who is called about what happens.

mod deliverability;
mod keys;
mod orders;
mod products;
mod settings;
mod suppressions;
mod webhooks;
mod wire;

use std::sync::Arc;

use app::{ApiKeys, Catalog, Deliverability, ShopSettings, Suppressions, Webhooks};
use axum::Router;
use axum::routing::{delete, get, post};
use domain::Reach;
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
    webhooks: Webhooks,
    reach: Reach,
    keys: ApiKeys,
}

/// The function's routes.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn routes(env: &Env) -> Result<Router, StartError> {
    let (store, vault, queue) = (env.store()?, env.vault()?, env.webhook_queue()?);
    let parts = Arc::new(Parts {
        calls: env.calls(&store, &vault),
        catalog: Catalog { store: store.clone(), random: env.random.clone() },
        settings: ShopSettings { store: store.clone() },
        deliverability: Deliverability { store: store.clone(), identity: env.mail_identity()? },
        suppressions: Suppressions { store: store.clone(), webhooks: queue.clone() },
        keys: ApiKeys { store: store.clone(), random: env.random.clone() },
        webhooks: Webhooks { store, queue, random: env.random.clone() },
        reach: env.reach(),
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
        .route("/api/v1/webhooks", get(webhooks::list).post(webhooks::create))
        .route("/api/v1/webhooks/{id}", get(webhooks::show).patch(webhooks::change).delete(webhooks::delete))
        .route("/api/v1/webhooks/{id}/rotate", post(webhooks::rotate))
        .route("/api/v1/webhooks/{id}/test", post(webhooks::test))
        .route("/api/v1/webhooks/{id}/deliveries", get(webhooks::log::list))
        .route("/api/v1/webhooks/{id}/deliveries/{event_id}/replay", post(webhooks::log::replay))
        .route("/api/v1/webhooks/{id}/replay", post(webhooks::log::replay_since))
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
        webhooks::create,
        webhooks::list,
        webhooks::show,
        webhooks::change,
        webhooks::delete,
        webhooks::rotate,
        webhooks::test,
        webhooks::log::list,
        webhooks::log::replay,
        webhooks::log::replay_since,
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
