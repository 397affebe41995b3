//! An exact search. The search text is sent in a form, so that no address, log or browser history contains it.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use edge::page::see_other;
use store::table::ListKey;

use super::{nothing, path_of_customer, path_of_order};
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::customers;
use crate::parts::Parts;
use crate::respond::framed;
use crate::use_cases::Searched;
use crate::viewer::Viewer;

/// The customers with a name begin after `after`.
pub(crate) async fn search(
    parts: &Parts,
    viewer: &Viewer,
    typed: &str,
    after: Option<ListKey>,
) -> Result<Searched, Failure> {
    let (zone, typed) = (viewer.zone(), typed.trim());
    let searched = parts.requests.search(viewer, typed, after, viewer.speech(&zone), viewer.now).await?;
    Ok(match searched {
        Searched::NobodyNamed => {
            Searched::Nobody(viewer.texts.say("requests-find-name").words("typed", typed).to_string())
        }
        searched => searched,
    })
}

pub(crate) async fn find(
    State(parts): State<Arc<Parts>>,
    viewer: Viewer,
    Form(fields): Form,
) -> Result<Response, Failure> {
    let typed = fields.text("find");
    let (status, note, is_wrong) = match search(&parts, &viewer, typed, None).await? {
        Searched::Named(found) => return Ok(customers::named(&viewer, typed, found)),
        Searched::Order(order) => return Ok(see_other(&path_of_order(order))),
        Searched::Customer(customer) => {
            return Ok(see_other(&path_of_customer(customer.id, customer.first_request)));
        }
        Searched::Nobody(note) => (StatusCode::OK, note, false),
        Searched::Wrong | Searched::NobodyNamed => {
            (StatusCode::UNPROCESSABLE_ENTITY, viewer.texts.say("requests-find-wrong").to_string(), true)
        }
    };
    let page = nothing(&viewer, typed, note, is_wrong);
    Ok(framed(status, &page, &page.shell))
}
