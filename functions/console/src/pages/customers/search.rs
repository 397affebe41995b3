//! The search from the lists of customers and of requests. Its text is sent in a form, so that no address, log or browser history
//! contains it.

use axum::http::StatusCode;
use axum::response::Response;
use domain::customer::Customer;
use edge::body::Fields;
use edge::page::see_other;
use store::table::ListKey;

use super::list::{named, nobody};
use crate::click::Click;
use crate::form::Served;
use crate::pages::requests::{nothing, path_of_customer, path_of_order};
use crate::parts::{Parts, Viewer};
use crate::ui::path_of;
use crate::use_cases::Searched;

pub(crate) async fn find(Click { parts, viewer, fields, .. }: Click) -> Served {
    answer(&parts, &viewer, &fields, |customer| path_of(customer.id), nobody).await
}

pub(crate) async fn find_requests(Click { parts, viewer, fields, .. }: Click) -> Served {
    let path = |customer: &Customer| path_of_customer(customer.id, customer.first_request);
    answer(&parts, &viewer, &fields, path, nothing).await
}

/// Leads to what was found: a customer at this path, or an order's requests. Several customers are a list, in which *Next* searches
/// after the last one. Of nothing, the list from which the search came is drawn.
async fn answer(
    parts: &Parts,
    viewer: &Viewer,
    fields: &Fields,
    path: fn(&Customer) -> String,
    without: fn(&Viewer, StatusCode, &str, String) -> Response,
) -> Served {
    let (zone, typed) = (viewer.zone(), fields.text("find"));
    let after = fields.find("after").map(|after| ListKey::from(after.to_owned()));
    let searched = parts.requests.search(viewer, typed.trim(), after, viewer.speech(&zone), viewer.now).await?;
    Ok(match searched {
        Searched::Named(found) => named(viewer, typed, found),
        Searched::Customer(customer) => see_other(&path(&customer)),
        Searched::Order(order) => see_other(&path_of_order(order)),
        Searched::Nobody(note) => without(viewer, StatusCode::OK, typed, note),
        Searched::NobodyNamed => {
            let note = viewer.texts.say("requests-find-name").words("typed", typed.trim()).to_string();
            without(viewer, StatusCode::OK, typed, note)
        }
        Searched::Wrong => {
            let note = viewer.texts.say("requests-find-wrong").to_string();
            without(viewer, StatusCode::UNPROCESSABLE_ENTITY, typed, note)
        }
    })
}
