//! What a shop tells of its orders and products, so that mails and pages show what was bought.

mod orders;
mod products;
mod wire;

use std::sync::Arc;

use app::{Access, Catalog, Clock};
use axum::Router;
use axum::routing::get;
use edge::{Env, StartError};

/// What the handlers use.
struct Parts {
    access: Access,
    catalog: Catalog,
    clock: Clock,
}

/// The function's table of contents.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn routes(env: &Env) -> Result<Router, StartError> {
    let (store, vault) = (env.store()?, env.vault()?);
    let catalog = Catalog { store: store.clone() };
    let parts = Arc::new(Parts { access: Access { store, vault }, catalog, clock: env.clock.clone() });
    Ok(Router::new()
        .route("/api/v1/orders/{id}", get(orders::show).put(orders::put))
        .route("/api/v1/products/{id}", get(products::show).put(products::put))
        .with_state(parts))
}
