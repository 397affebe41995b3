//! The routes that shops' own systems call. A call is checked, read and recorded, and the rest is done by `take-orders`: a system waits for
//! seconds, and gives up for good after some failures.
//!
//! Anybody can call it, so it does nothing before the signature is checked but read, and it can change nothing but the list of
//! calls.

mod receive;
#[cfg(test)]
mod tests;
mod wire;

use std::sync::Arc;

use app::clock::Clock;
use axum::Router;
use edge::aws::StartError;
use edge::env::Env;
use edge::native;
use integrations::OrderQueue;
use store::table::Store;
use vault::{Random, Vault};

/// The handlers' dependencies.
struct Parts {
    store: Store,
    vault: Arc<Vault>,
    queue: OrderQueue,
    clock: Clock,
    random: Random,
}

edge::contents! {
    /// The function's table of contents.
    pub struct Contents(Arc<Parts>);
    dialect: native::api("Shops' systems", "What Shopify and WooCommerce call. Shops paste the address there; no API key, because each call is signed."),
    handlers: [receive::shopify, receive::woocommerce],
}

/// The function's router.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn routes(env: &Env) -> Result<Router, StartError> {
    let parts = Arc::new(Parts {
        store: env.store()?,
        vault: env.vault()?,
        queue: env.order_queue()?,
        clock: env.clock.clone(),
        random: env.random.clone(),
    });
    Ok(Contents::serve(Router::new(), "").with_state(parts))
}
