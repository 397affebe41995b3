//! The API of reviews: to read, publish, withhold, answer, remove and import them, in BetterReviews' words and ours; and the
//! calls about personal data.

mod decide;
mod export;
mod imports;
mod privacy;
mod read;
mod wire;

use std::sync::Arc;

use app::clock::Clock;
use app::import::Imports;
use app::privacy::Privacy;
use app::review::{Moderate, Reviews};
use axum::Router;
use edge::aws::StartError;
use edge::call::Calls;
use edge::env::Env;
use edge::native;
use integrations::Integrations;

use crate::wire::{DateOrderWord, FormatWord, PlatformWord, SortWord, StageWord, StateWord, StatusWord, SystemWord};

struct Parts {
    calls: Calls,
    reviews: Reviews,
    moderate: Moderate,
    privacy: Privacy,
    imports: Imports,
    integrations: Integrations,
    clock: Clock,
}

type SharedParts = edge::http::Shared<Parts>;

edge::contents! {
    /// The function's routes and their OpenAPI descriptions.
    pub struct Contents(Arc<Parts>);
    dialect: native::api("Reviews", "Reviews: to read, decide about, answer, import and export. Also exports and erasures of personal data."),
    handlers: [
        read::list,
        export::csv,
        export::json_lines,
        read::stats,
        read::show,
        decide::remove,
        read::history,
        decide::approve,
        decide::reject,
        decide::reply,
        decide::remove_reply,
        privacy::export,
        privacy::erase,
        privacy::export_shop,
        privacy::show_shop_export,
        privacy::show,
        imports::create,
        imports::answers,
        imports::answer,
        imports::show,
        imports::products,
        imports::report,
        imports::undo,
    ],
    components: (schemas(StatusWord, StageWord, StateWord, SortWord, PlatformWord, FormatWord, SystemWord, DateOrderWord)),
}

pub fn routes(env: &Env) -> Result<Router, StartError> {
    let (store, vault) = (env.store()?, env.vault()?);
    let bucket = env.bucket()?;
    let queue = env.privacy_queue()?;
    let random = env.random.clone();
    let parts = Arc::new(Parts {
        calls: env.calls(&store, &vault)?,
        reviews: Reviews { store: store.clone(), bucket: bucket.clone() },
        imports: Imports { store: store.clone(), bucket: bucket.clone(), random: random.clone() },
        moderate: Moderate { store: store.clone(), files: env.photo_files()? },
        integrations: Integrations { store: store.clone(), random: random.clone() },
        privacy: Privacy { store, bucket, queue, random },
        clock: env.clock.clone(),
    });
    Ok(Contents::serve(Router::new(), "").with_state(parts))
}
