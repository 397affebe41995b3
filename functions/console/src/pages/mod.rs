//! The pages, each in a folder with its routes, its handlers, its queries and its template's struct.

use crate::form::Failure;
use crate::place::Needs;

mod audit;
mod connections;
pub(crate) mod customers;
mod data;
mod developers;
pub(crate) mod end;
mod failure;
mod feeds;
mod files;
pub(crate) mod first_steps;
pub(crate) mod in_shop;
mod mail;
mod members;
pub(crate) mod numbers;
pub(crate) mod products;
pub(crate) mod requests;
pub(crate) mod reviews;
mod sender;
pub(crate) mod settings;
mod sign_in;
pub(crate) mod today;
mod words;
mod you;

use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;

use crate::gate::{Gate, enter};
use crate::page::{Page, Route};
use crate::parts::Parts;
use crate::ui;

const PAGES: &[&Page] = &[
    &today::PAGE,
    &reviews::PAGE,
    &customers::PAGE,
    &products::PAGE,
    &numbers::PAGE,
    &settings::PAGE,
    &requests::PAGE,
    &in_shop::PAGE,
    &feeds::PAGE,
    &connections::PAGE,
    &developers::PAGE,
    &members::PAGE,
    &audit::PAGE,
    &data::PAGE,
    &you::PAGE,
    &crate::asset::PAGE,
    &sign_in::PAGE,
    &mail::PAGE,
    &files::PAGE,
    &end::PAGE,
    &words::PAGE,
    &sender::PAGE,
];

pub fn table() -> impl Iterator<Item = &'static Route> {
    PAGES.iter().flat_map(|page| page.routes)
}

pub(crate) fn routes(router: Router<Arc<Parts>>, parts: &Arc<Parts>) -> Router {
    let gate = Gate { parts: Arc::clone(parts), ended: end::ended };
    let entering = from_fn_with_state((gate.clone(), Needs::Reader), enter);
    let router = PAGES.iter().fold(router, |router, page| (page.serve)(router, &gate));
    router
        .route("/console/{*rest}", get(unknown).fallback(unknown).layer(entering))
        .method_not_allowed_fallback(wrong_method)
        .layer((from_fn_with_state(Arc::clone(parts), ui::allow), from_fn(failure::render)))
        .with_state(Arc::clone(parts))
}

async fn unknown() -> Failure {
    Failure::NotFound
}

async fn wrong_method() -> Failure {
    Failure::Method
}
