//! An exact search. What is looked for is sent in a form and in no address, so that no log and no history has it.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use edge::page::see_other;

use super::{nothing, path_of_customer, path_of_order};
use crate::failure::Failure;
use crate::form::Form;
use crate::member::Member;
use crate::parts::Parts;
use crate::respond::framed;
use crate::use_cases::Searched;

/// Looks for what somebody typed.
pub(crate) async fn search(parts: &Parts, member: &Member, typed: &str) -> Result<Searched, Failure> {
    Ok(parts.requests.search(member, typed.trim(), &member.zone(), member.now).await?)
}

pub(crate) async fn find(
    State(parts): State<Arc<Parts>>,
    member: Member,
    Form(fields): Form,
) -> Result<Response, Failure> {
    let typed = fields.text("find");
    let (status, note, is_wrong) = match search(&parts, &member, typed).await? {
        Searched::Order(order) => return Ok(see_other(&path_of_order(order))),
        Searched::Customer(customer) => {
            return Ok(see_other(&path_of_customer(customer.id, customer.first_request)));
        }
        Searched::Nobody(note) => (StatusCode::OK, note, false),
        Searched::Wrong => {
            (StatusCode::UNPROCESSABLE_ENTITY, member.texts.say("requests-find-wrong").to_string(), true)
        }
    };
    let page = nothing(&member, typed, note, is_wrong);
    Ok(framed(status, &page, &page.shell))
}
