//! The list of customers, and an exact search. What is looked for is sent in a form and in no address.

use std::sync::Arc;

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Customer;
use edge::Fields;
use edge::page::see_other;
use form_urlencoded::Serializer;
use store::{End, ListKey, Reading};

use super::{HERE, called};
use crate::failure::Failure;
use crate::form::Form;
use crate::member::Member;
use crate::pages::requests::{self, Searched, search};
use crate::parts::Parts;
use crate::respond::framed;
use crate::shell::Shell;

/// Customers on a page.
const PAGE: u32 = 25;

#[derive(Template)]
#[template(path = "customers.html")]
struct CustomersPage {
    shell: Shell,
    typed: String,
    /// The fault of what was typed, or what was found instead.
    note: Option<String>,
    is_wrong: bool,
    rows: Vec<Row>,
    next: Option<String>,
}

/// A customer in the list.
struct Row {
    id: String,
    name: String,
    about: String,
}

impl Row {
    fn new(member: &Member, customer: &Customer) -> Self {
        let since = member.texts.say("customer-since").words("day", &member.day(customer.created_at)).to_string();
        let email = customer.email.as_ref().map(|email| email.as_typed());
        let phone = customer.phone.as_ref().map(|phone| phone.as_str());
        let about: Vec<_> = email.into_iter().chain(phone).chain([since.as_str()]).collect();
        Self { id: customer.id.guid().to_string(), name: called(member, customer), about: about.join(" · ") }
    }
}

pub(crate) async fn list(
    State(parts): State<Arc<Parts>>,
    member: Member,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let fields = Fields::of_query(query.as_deref());
    let after = fields.find("after").map(|after| ListKey::from(after.to_owned()));
    let reading = Reading { after, ..Reading::first(End::Newest, PAGE) };
    let page = parts.console.store.customers(&member.tenant, reading, &member.keys).await?;
    let next = page.rows.last().filter(|_| page.more).map(|last| {
        let query = Serializer::new(String::new()).append_pair("after", last.place.as_str()).finish();
        format!("{HERE}?{query}")
    });
    let rows = page.rows.iter().filter_map(|placed| placed.row.as_ref());
    let page = CustomersPage {
        shell: member.shell("customers"),
        typed: String::new(),
        note: None,
        is_wrong: false,
        rows: rows.map(|customer| Row::new(&member, customer)).collect(),
        next,
    };
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

pub(crate) async fn find(
    State(parts): State<Arc<Parts>>,
    member: Member,
    Form(fields): Form,
) -> Result<Response, Failure> {
    let typed = fields.text("find");
    let (status, note, is_wrong) = match search(&parts, &member, typed).await? {
        Searched::Customer(customer) => return Ok(see_other(&format!("{HERE}/{}", customer.id.guid()))),
        Searched::Order(order) => return Ok(see_other(&requests::path_of_order(order))),
        Searched::Nobody(note) => (StatusCode::OK, note, false),
        Searched::Wrong => {
            (StatusCode::UNPROCESSABLE_ENTITY, member.texts.say("requests-find-wrong").to_string(), true)
        }
    };
    let page = CustomersPage {
        shell: member.shell("customers"),
        typed: typed.to_owned(),
        note: Some(note),
        is_wrong,
        rows: Vec::new(),
        next: None,
    };
    Ok(framed(status, &page, &page.shell))
}
