//! Amino's API: invitations, which are requests in another dialect, and the public reviews.

pub mod error;
mod invite;
mod public;
mod rate_limit;
mod stats;
mod use_cases;
mod wire;

use std::sync::Arc;

use app::clock::Clock;
use app::request::CreateRequest;
use app::request::stats::Stats;
use app::review::{PublicReviews, Reviews};
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
    public: PublicReviews,
    clock: Clock,
}

type SharedParts = edge::http::Shared<Parts>;

edge::contents! {
    /// The function's routes and their OpenAPI descriptions.
    pub struct Contents(Arc<Parts>);
    dialect: dialect(),
    handlers: [invite::handle, stats::handle],
    public: [public::reviews, public::widget],
    // Unknown paths and methods are also answered in the dialect's error shape.
    any: [
        "/api/v1/invitations",
        "/api/v1/invitations/{proxy+}",
        "/api/v1/vendors/{proxy+}",
        "/api/v1/widget/{proxy+}",
    ],
}

pub fn routes(env: &Env) -> Result<Router, StartError> {
    let (store, vault) = (env.store()?, env.vault()?);
    let create = env.create_request(env.links(&store, &vault)?, None)?;
    let reviews = Reviews { store: store.clone().eventually_consistent(), bucket: env.bucket()? };
    let public = PublicReviews { reviews, vault: Arc::clone(&vault) };
    let (calls, clock) = (env.calls(&store, &vault)?, env.clock.clone());
    let parts = Arc::new(Parts { calls, create, stats: Stats { store }, public, clock });
    let unknown = [
        "/api/v1/invitations/{*rest}",
        "/api/v1/vendors/{slug}",
        "/api/v1/vendors/{slug}/",
        "/api/v1/vendors/{slug}/{*rest}",
        "/api/v1/widget/{slug}/",
        "/api/v1/widget/{slug}/{*rest}",
    ];
    let served = Contents::serve(Router::new(), "");
    Ok(unknown
        .into_iter()
        .fold(served, |router, path| router.route(path, any(error::no_route)))
        .method_not_allowed_fallback(error::wrong_method)
        .with_state(parts))
}

fn dialect() -> ApiDescription {
    ApiDescription {
        name: "Invitations",
        tag: "Invitations (Amino)",
        about: "Amino's invitations, 100 an hour, and the published reviews.",
        wrong_field: Some(400),
        errors: Errors::json::<error::Envelope<'_>>(),
    }
}
