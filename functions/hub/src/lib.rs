//! The customer's page: every product of a request, and a form for each.

mod card;
mod chat;
mod chat_page;
mod draft;
mod form;
mod language;
mod openapi;
mod page;
mod pages;
mod photo;
mod photo_page;
mod postpone;
mod renew;
mod respond;
mod theme;
mod unsent;
mod unsubscribe;
mod view;

use std::sync::Arc;

use app::Clock;
use app::hub::Hub;
use axum::Router;
use axum::middleware;
use axum::routing::{any, get, post};
use domain::Language;
use edge::{Env, StartError};
use texts::Texts;

pub use openapi::openapi;

/// What the handlers use.
struct Parts {
    hub: Hub,
    clock: Clock,
    /// What our own addresses start with.
    base_url: String,
}

/// The function's table of contents.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn routes(env: &Env) -> Result<Router, StartError> {
    // Ahead of the first invoke; other languages are read when they are needed.
    env.prepare(|| Texts::page(Language::English).load());
    let (store, vault) = (env.store()?, env.vault()?);
    let (links, queue, random, model) = (env.links(&store, &vault)?, env.queue()?, env.random.clone(), env.model());
    let bucket = env.bucket()?;
    let hub = Hub { store, vault, links, queue, random, model, bucket };
    let base_url = env.settings.get("BASE_URL")?.to_owned();
    let parts = Arc::new(Parts { hub, clock: env.clock.clone(), base_url });
    // Whatever stands below /review is a person's page, its errors too.
    Ok(Router::new()
        .route("/review/hub", get(view::by_query).fallback(page::not_allowed_get))
        .route("/review/{token}", get(view::by_path).fallback(page::not_allowed_get))
        .route("/review/hub/review", post(form::submit).fallback(page::not_allowed_post))
        .route("/review/hub/chat", get(chat::show).post(chat::answer).fallback(page::not_allowed_both))
        .route("/review/hub/draft", post(draft::keep).fallback(page::not_allowed_post))
        .route("/review/hub/photo", get(photo::back).post(photo::add).fallback(page::not_allowed_both))
        .route("/review/hub/photo/remove", post(photo::remove).fallback(page::not_allowed_post))
        .route("/review/hub/renew", post(renew::renew).fallback(page::not_allowed_post))
        .route("/review/hub/postpone", post(postpone::postpone).fallback(page::not_allowed_post))
        .route("/review/unsubscribe", get(unsubscribe::ask).post(unsubscribe::stop).fallback(page::not_allowed_both))
        .route("/review/assets/{file}", get(page::asset).fallback(page::not_allowed_get))
        .route("/review/{token}/", any(page::unknown))
        .route("/review/{token}/{*rest}", any(page::unknown))
        .layer(middleware::from_fn(respond::speak))
        .with_state(parts))
}
