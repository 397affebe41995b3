//! What customers wrote: read, published, withheld, answered, removed and brought from elsewhere, in BetterReviews' words and
//! ours; and what they ask about their own data.

mod decide;
mod export;
mod imports;
mod privacy;
mod read;
mod wire;

use std::sync::Arc;

use app::Clock;
use app::imports::Imports;
use app::privacy::Privacy;
use app::reviews::{Moderate, Reviews};
use axum::Router;
use axum::routing::{get, patch, post, put};
use edge::openapi::{describe, native};
use edge::{Calls, Env, StartError};
use utoipa::OpenApi;

use crate::wire::{FormatWord, PlatformWord, SortWord, StateWord, StatusWord};

/// What the handlers use.
struct Parts {
    calls: Calls,
    reviews: Reviews,
    moderate: Moderate,
    privacy: Privacy,
    imports: Imports,
    clock: Clock,
}

/// The function's routes.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn routes(env: &Env) -> Result<Router, StartError> {
    let (store, vault) = (env.store()?, env.vault()?);
    let (bucket, queue, random) = (env.bucket()?, env.privacy_queue()?, env.random.clone());
    let parts = Arc::new(Parts {
        calls: env.calls(&store, &vault),
        reviews: Reviews { store: store.clone(), bucket: bucket.clone() },
        imports: Imports { store: store.clone(), bucket: bucket.clone(), random: random.clone() },
        moderate: Moderate { store: store.clone(), bucket: bucket.clone(), webhooks: env.webhook_queue()? },
        privacy: Privacy { store, bucket, queue, random },
        clock: env.clock.clone(),
    });
    Ok(Router::new()
        .route("/api/v1/reviews", get(read::list))
        .route("/api/v1/reviews.csv", get(export::csv))
        .route("/api/v1/reviews.jsonl", get(export::json_lines))
        .route("/api/v1/reviews/stats", get(read::stats))
        .route("/api/v1/reviews/{id}", get(read::show).delete(decide::remove))
        .route("/api/v1/reviews/{id}/history", get(read::history))
        .route("/api/v1/reviews/{id}/approve", patch(decide::approve))
        .route("/api/v1/reviews/{id}/reject", patch(decide::reject))
        .route("/api/v1/reviews/{id}/reply", put(decide::reply).delete(decide::remove_reply))
        .route("/api/v1/privacy/export", post(privacy::export))
        .route("/api/v1/privacy/erase", post(privacy::erase))
        .route("/api/v1/privacy/{receipt}", get(privacy::show))
        .route("/api/v1/imports", post(imports::create))
        .route("/api/v1/imports/{id}", get(imports::show))
        .with_state(parts))
}

/// The function's OpenAPI description.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(
        components(schemas(StatusWord, StateWord, SortWord, PlatformWord, FormatWord)),
        paths(
            read::list,
            read::show,
            read::stats,
            read::history,
            export::csv,
            export::json_lines,
            decide::approve,
            decide::reject,
            decide::reply,
            decide::remove_reply,
            decide::remove,
            privacy::export,
            privacy::erase,
            privacy::show,
            imports::create,
            imports::show
        )
    )]
    struct Document;
    describe(Document::openapi(), &native("Reviews", "What customers wrote, and what the shop does with it."))
}
