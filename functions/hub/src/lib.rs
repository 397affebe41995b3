//! The customer's page: a form for the review of each product, the questions as another way to write it, and the pages around them.

mod asset;
mod links;
mod pages;
mod respond;
mod use_cases;
mod visitor;

use std::sync::Arc;

use app::clock::Clock;
use axum::Router;
use domain::values::Language;
use edge::aws::StartError;
use edge::env::Env;
use texts::Texts;

use crate::use_cases::{Hub, Model};

pub use pages::Contents;

pub fn routes(env: &Env) -> Result<Router, StartError> {
    // Loaded before the first call. Other languages are loaded on demand.
    env.prepare(|| Texts::page(Language::English).load());
    let (store, vault) = (env.store()?, env.vault()?);
    let links = env.links(&store, &vault)?;
    let hub = Hub {
        create: env.create_request(links.clone(), None)?,
        links,
        store,
        vault,
        queue: env.queue()?,
        random: env.random.clone(),
        model: model(env),
        bucket: env.bucket()?,
        files: env.photo_files()?,
    };
    let base_url = env.settings.get("BASE_URL")?.to_owned();
    Ok(pages::routes(Parts { hub, clock: env.clock.clone(), base_url }))
}

fn model(env: &Env) -> Option<Model> {
    let id = env.settings.find("BEDROCK_MODEL_ID")?.to_owned();
    Some(Model { bedrock: env.later(converse::client), id, rests: Arc::default() })
}

/// The clients and values that all handlers share.
pub(crate) struct Parts {
    pub hub: Hub,
    pub clock: Clock,
    /// The start of the URLs of our pages, without a trailing slash.
    pub base_url: String,
}

pub(crate) type SharedParts = edge::http::Shared<Parts>;
