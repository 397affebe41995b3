//! A shop's public pages, which need no key: published reviews as JSON, HTML and JSON-LD, their photos and ratings, the script
//! that shows them, and how the shop decides about reviews.

mod address;
mod answers;
mod embed;
mod feeds;
mod fragment;
mod photo;
mod ratings;
mod reviews;
mod seen;
mod trust;
mod wire;

use std::sync::Arc;

use app::bucket::Bucket;
use app::clock::Clock;
use app::review::{PublicReviews, Reviews};
use axum::Router;
use domain::values::Language;
use edge::aws::StartError;
use edge::env::Env;
use edge::metrics::Tally;
use edge::native;
use texts::Texts;

use crate::answers::Answers;

struct Parts {
    public: PublicReviews,
    bucket: Bucket,
    answers: Answers,
    /// The reads of each shop by pages of other hosts.
    noted: Tally,
    /// The start of the links between pages.
    base_url: String,
    clock: Clock,
}

type SharedParts = edge::http::Shared<Parts>;

edge::contents! {
    /// The function's routes and their OpenAPI descriptions.
    pub struct Contents(Arc<Parts>);
    dialect: native::api("Public pages", "A shop's published reviews, which need no key."),
    handlers: [],
    public: [reviews::first, reviews::numbered, photo::show, ratings::show, trust::show, embed::script, feeds::show],
}

pub fn routes(env: &Env) -> Result<Router, StartError> {
    // English is loaded before the first call, other languages on demand.
    env.prepare(|| Texts::page(Language::English).load());
    let (store, vault) = (env.store()?.eventually_consistent(), env.vault()?);
    let bucket = env.bucket()?;
    let public = PublicReviews { reviews: Reviews { store, bucket: bucket.clone() }, vault };
    let base_url = env.settings.get("BASE_URL")?.to_owned();
    let parts = Arc::new(Parts {
        public,
        bucket,
        answers: Answers::default(),
        noted: Tally::default(),
        base_url,
        clock: env.clock.clone(),
    });
    Ok(Contents::serve(Router::new(), "").with_state(parts))
}
