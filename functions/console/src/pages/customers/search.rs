//! The search from the lists of customers and of requests. Its text is sent in a form, so that no address, log or browser history
//! contains it.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use edge::page::see_other;
use store::table::ListKey;

use super::list::{named, nobody};
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::requests::{nothing, path_of_customer, path_of_order};
use crate::parts::Parts;
use crate::ui::people::path_of;
use crate::use_cases::Searched;
use crate::viewer::Viewer;

pub(crate) async fn find(
    State(parts): State<Arc<Parts>>,
    viewer: Viewer,
    Form(fields): Form,
) -> Result<Response, Failure> {
    let typed = fields.text("find");
    let after = fields.find("after").map(|after| ListKey::from(after.to_owned()));
    Ok(match search(&parts, &viewer, typed, after).await? {
        Searched::Named(found) => named(&viewer, typed, found),
        Searched::Customer(customer) => see_other(&path_of(customer.id)),
        Searched::Order(order) => see_other(&path_of_order(order)),
        searched => {
            let (status, note) = note(&viewer, typed, searched);
            nobody(&viewer, status, typed, note)
        }
    })
}

pub(crate) async fn find_requests(
    State(parts): State<Arc<Parts>>,
    viewer: Viewer,
    Form(fields): Form,
) -> Result<Response, Failure> {
    let typed = fields.text("find");
    Ok(match search(&parts, &viewer, typed, None).await? {
        Searched::Named(found) => named(&viewer, typed, found),
        Searched::Customer(customer) => see_other(&path_of_customer(customer.id, customer.first_request)),
        Searched::Order(order) => see_other(&path_of_order(order)),
        searched => {
            let (status, note) = note(&viewer, typed, searched);
            nothing(&viewer, status, typed, note)
        }
    })
}

/// The customers with a name begin after `after`.
async fn search(parts: &Parts, viewer: &Viewer, typed: &str, after: Option<ListKey>) -> Result<Searched, Failure> {
    let zone = viewer.zone();
    Ok(parts.requests.search(viewer, typed.trim(), after, viewer.speech(&zone), viewer.now).await?)
}

/// Why nothing was found.
fn note(viewer: &Viewer, typed: &str, searched: Searched) -> (StatusCode, String) {
    match searched {
        Searched::Nobody(note) => (StatusCode::OK, note),
        Searched::NobodyNamed => {
            (StatusCode::OK, viewer.texts.say("requests-find-name").words("typed", typed.trim()).to_string())
        }
        _ => (StatusCode::UNPROCESSABLE_ENTITY, viewer.texts.say("requests-find-wrong").to_string()),
    }
}
