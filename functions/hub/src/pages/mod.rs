//! The pages. Each has a file with the route's handlers, the form and the template's struct.
//!
//! A new page needs its file, its template, and entries here.

mod answer;
mod assets;
mod card;
mod draft;
mod errors;
mod hub;
mod item_form;
mod photo;
mod postpone;
mod problem;
mod questions;
mod report;
mod unsubscribe;
mod withdraw;
mod write;

use std::sync::Arc;

use axum::routing::{any, get};
use axum::{Router, middleware};
use edge::openapi::{ApiDescription, Errors};

use self::errors::{render, unknown, wrong_method};
use crate::Parts;

edge::contents! {
    /// The function's routes and their OpenAPI descriptions.
    pub struct Contents(Arc<Parts>);
    dialect: dialect(),
    handlers: [
        hub::by_query,
        hub::by_path,
        hub::by_code,
        item_form::submit,
        withdraw::withdraw,
        draft::save,
        questions::show,
        questions::answer,
        photo::uploaded,
        photo::add,
        photo::remove,
        errors::renew,
        report::ask,
        report::report,
        write::ask,
        write::send,
        postpone::postpone,
        problem::ask,
        problem::tell,
        unsubscribe::ask,
        unsubscribe::stop,
        assets::asset,
    ],
    // With these routes, damaged links are also answered with a page.
    any: ["/review", "/review/{proxy+}", "/r/{proxy+}"],
}

/// All routes. Everything under `/review` and `/r` is HTML for people, errors included.
pub(crate) fn routes(parts: Parts) -> Router {
    Contents::serve(Router::new(), "")
        .route("/review", any(unknown))
        .route("/review/{token}/", get(hub::by_path).fallback(unknown))
        .route("/review/{token}/{*rest}", any(unknown))
        .route("/r/{code}/", get(hub::by_code).fallback(unknown))
        .route("/r/{code}/{*rest}", any(unknown))
        .method_not_allowed_fallback(wrong_method)
        .layer(middleware::from_fn(render))
        .with_state(Arc::new(parts))
}

fn dialect() -> ApiDescription {
    ApiDescription {
        name: "Page",
        tag: "The customer's page",
        about: "The pages that a customer's link opens, with their forms.",
        wrong_field: None,
        errors: Errors::Pages,
    }
}
