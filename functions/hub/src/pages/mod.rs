//! The pages, one file each: its route's handlers, its form, its template's struct.
//!
//! To add a page: its file and its template, its lines here, its route in `edge` and in `template.yaml`.

mod answer;
mod assets;
mod card;
mod draft;
mod errors;
mod hub;
mod photo;
mod postpone;
mod questions;
mod renew;
mod review;
mod unsubscribe;
mod withdraw;

use std::sync::Arc;

use axum::Router;
use axum::middleware;
use axum::routing::{any, get, post};
use edge::openapi::{Dialect, Errors, describe};
use utoipa::OpenApi;

use self::errors::{not_allowed_both, not_allowed_get, not_allowed_post, render, unknown};
use crate::parts::Parts;

/// Every route. Everything under `/review` and `/r` is HTML for people, errors included.
pub(crate) fn routes(parts: Parts) -> Router {
    Router::new()
        .route("/review/hub", get(hub::by_query).fallback(not_allowed_get))
        .route("/review/{token}", get(hub::by_path).fallback(not_allowed_get))
        .route("/r/{code}", get(hub::by_code).fallback(not_allowed_get))
        .route("/review/hub/review", post(review::submit).fallback(not_allowed_post))
        .route("/review/hub/withdraw", post(withdraw::withdraw).fallback(not_allowed_post))
        .route("/review/hub/draft", post(draft::save).fallback(not_allowed_post))
        .route("/review/hub/chat", get(questions::show).post(questions::answer).fallback(not_allowed_both))
        .route("/review/hub/photo", get(photo::uploaded).post(photo::add).fallback(not_allowed_both))
        .route("/review/hub/photo/remove", post(photo::remove).fallback(not_allowed_post))
        .route("/review/hub/renew", post(renew::renew).fallback(not_allowed_post))
        .route("/review/hub/postpone", post(postpone::postpone).fallback(not_allowed_post))
        .route("/review/unsubscribe", get(unsubscribe::ask).post(unsubscribe::stop).fallback(not_allowed_both))
        .route("/review/assets/{file}", get(assets::asset).fallback(not_allowed_get))
        .route("/review", any(unknown))
        .route("/review/", any(unknown))
        .route("/review/{token}/", any(unknown))
        .route("/review/{token}/{*rest}", any(unknown))
        .layer(middleware::from_fn(render))
        .with_state(Arc::new(parts))
}

/// The routes in OpenAPI.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(
        hub::by_query,
        hub::by_path,
        hub::by_code,
        review::submit,
        withdraw::withdraw,
        questions::show,
        questions::answer,
        draft::save,
        photo::add,
        photo::uploaded,
        photo::remove,
        renew::renew,
        postpone::postpone,
        unsubscribe::ask,
        unsubscribe::stop,
        assets::asset,
    ))]
    struct Document;
    let dialect = Dialect {
        name: "Page",
        tag: "The customer's page",
        about: "The pages that a customer's link opens, and what their forms do.",
        wrong_field: None,
        errors: Errors::Pages,
    };
    describe(Document::openapi(), &dialect)
}
