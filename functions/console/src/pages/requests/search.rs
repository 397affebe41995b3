//! An exact search. What is looked for is sent in a form and in no address, so that no log and no history has it.

use std::sync::Arc;

use app::request::why::{Explain, Reader};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use domain::{Customer, CustomerKey, EmailAddress, OrderId, Phone};
use edge::page::see_other;

use super::{nothing, path_of_customer, path_of_order};
use crate::failure::Failure;
use crate::form::Form;
use crate::member::Member;
use crate::parts::Parts;
use crate::respond::framed;

/// The result of a search.
pub(crate) enum Searched {
    Customer(Box<Customer>),
    Order(OrderId),
    /// Nobody: what is known of the address or number.
    Nobody(String),
    /// The words typed are neither an address nor a number nor an order.
    Wrong,
}

/// Looks for what somebody typed, in two calls at most.
pub(crate) async fn search(parts: &Parts, member: &Member, typed: &str) -> Result<Searched, Failure> {
    let typed = typed.trim();
    // The number of an order may be somebody's number, too: it is an order unless somebody has it.
    let order = OrderId::parse(typed).ok().flatten().filter(|_| !typed.contains('@') && !typed.starts_with('+'));
    let key = match typed.contains('@') {
        true => EmailAddress::parse(typed).map(CustomerKey::Email),
        false => Phone::parse_in(typed, member.shop.rules.country).map(CustomerKey::Phone),
    };
    let Ok(key) = key else { return Ok(order.map_or(Searched::Wrong, Searched::Order)) };
    let store = &parts.console.store;
    let id = store.customer_id(&member.tenant, &key, &member.keys).await.map_err(app::Error::from)?;
    if let Some(id) = id {
        let customer = store.customer(&member.tenant, id, &member.keys).await.map_err(app::Error::from)?;
        if let Some(customer) = customer {
            return Ok(Searched::Customer(Box::new(customer)));
        }
    }
    if let Some(order) = order.filter(|_| typed.chars().all(|c| c.is_ascii_digit())) {
        return Ok(Searched::Order(order));
    }
    let zone = &member.zone();
    Ok(Searched::Nobody(explain(parts, member, zone).nothing_at(&key).await?.1))
}

/// The facts about an order without requests.
pub(super) async fn nothing_about(parts: &Parts, member: &Member, order: &OrderId) -> Result<String, Failure> {
    let zone = &member.zone();
    Ok(explain(parts, member, zone).nothing_about(order).await?.1)
}

/// Explains to a member.
pub(super) fn explain<'a>(parts: &'a Parts, member: &'a Member, zone: &'a jiff::tz::TimeZone) -> Explain<'a> {
    Explain {
        store: &parts.console.store,
        vault: &parts.console.vault,
        tenant: &member.tenant,
        keys: &member.keys,
        now: member.now,
        zone,
        reader: Reader::Shop,
    }
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
