//! The route that Shopify calls. This function checks and records a call, and `take-orders` processes it later, because
//! Shopify waits only seconds for an answer, and stops calling for good after some failures.
//!
//! Anybody can call this route. Before the signature is checked, this function only reads; after that, it only adds
//! the call to the list of calls.

mod receive;

use std::sync::Arc;

use app::clock::Clock;
use axum::Router;
use edge::aws::StartError;
use edge::env::Env;
use edge::metrics::Tally;
use edge::native;
use integrations::OrderQueue;
use store::table::Store;
use vault::Vault;

struct Parts {
    store: Store,
    vault: Arc<Vault>,
    queue: OrderQueue,
    /// The calls of each shop without its signature.
    forged: Tally,
    clock: Clock,
}

type SharedParts = edge::http::Shared<Parts>;

edge::contents! {
    /// The function's routes and their OpenAPI descriptions.
    pub struct Contents(Arc<Parts>);
    dialect: native::api("Shops' systems", "The route that Shopify calls. Its calls have a signature instead of an API key."),
    handlers: [receive::take],
}

pub fn routes(env: &Env) -> Result<Router, StartError> {
    let parts = Arc::new(Parts {
        store: env.store()?,
        vault: env.vault()?,
        queue: env.order_queue()?,
        forged: Tally::default(),
        clock: env.clock.clone(),
    });
    Ok(Contents::serve(Router::new(), "").with_state(parts))
}
