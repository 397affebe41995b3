//! Amino's API: invitations, which are requests in another dialect.

pub mod error;
mod invite;
mod use_cases;
mod wire;

use std::sync::Arc;

use app::request::CreateRequest;
use app::request::stats::Stats;
use axum::Router;
use axum::routing::any;
use edge::aws::StartError;
use edge::call::Calls;
use edge::env::Env;
use edge::openapi::{ApiDescription, Errors};

struct Parts {
    calls: Calls,
    create: CreateRequest,
    stats: Stats,
}

type SharedParts = edge::http::Shared<Parts>;

edge::contents! {
    /// The function's routes and their OpenAPI descriptions.
    pub struct Contents(Arc<Parts>);
    dialect: dialect(),
    handlers: [invite::handle, invite::stats],
    // Unknown paths and methods are also answered in the dialect's error shape.
    any: ["/api/v1/invitations", "/api/v1/invitations/{proxy+}"],
}

pub fn routes(env: &Env) -> Result<Router, StartError> {
    let (store, vault) = (env.store()?, env.vault()?);
    let create = env.create_request(env.links(&store, &vault)?, None)?;
    let parts = Arc::new(Parts { calls: env.calls(&store, &vault)?, create, stats: Stats { store } });
    Ok(Contents::serve(Router::new(), "")
        .route("/api/v1/invitations/{*rest}", any(error::no_route))
        .method_not_allowed_fallback(error::wrong_method)
        .with_state(parts))
}

fn dialect() -> ApiDescription {
    ApiDescription {
        name: "Invitations",
        tag: "Invitations (Amino)",
        about: "Amino's invitations, 100 an hour.",
        wrong_field: Some(400),
        errors: Errors::json::<error::Envelope>(),
    }
}
