//! The search. Its text is sent in a form, so that no address, log or browser history contains it.

use axum::http::StatusCode;
use edge::page::see_other;
use store::table::ListKey;

use super::list::{named, nobody};
use super::path_of_order;
use crate::click::Click;
use crate::form::Served;
use crate::ui::path_of;
use crate::use_cases::Searched;

/// Leads to what was found: a customer, or an order's requests. Several customers are a list, in which *Next* searches after the last one.
pub(crate) async fn find(Click { parts, viewer, fields, .. }: Click) -> Served {
    let typed = fields.text("find");
    let after = fields.find("after").map(|after| ListKey::from(after.to_owned()));
    let searched = parts.requests.search(&viewer, typed.trim(), after).await?;
    let say = |id: &str| viewer.texts.say(id).words("typed", typed.trim()).to_string();
    Ok(match searched {
        Searched::Named(found) => named(&viewer, typed, found),
        Searched::Customer(customer) => see_other(&path_of(customer.id)),
        Searched::Order(order) => see_other(&path_of_order(order)),
        Searched::Nobody(note) => nobody(&viewer, StatusCode::OK, typed, note),
        Searched::NobodyNamed => nobody(&viewer, StatusCode::OK, typed, say("customers-find-name")),
        Searched::Wrong => nobody(&viewer, StatusCode::UNPROCESSABLE_ENTITY, typed, say("customers-find-wrong")),
    })
}
