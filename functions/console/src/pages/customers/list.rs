//! The list of customers, and an exact search. The search is sent in a form, so that no address contains it.

use std::sync::Arc;

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::customer::Customer;
use edge::body::Fields;
use edge::page::see_other;
use form_urlencoded::Serializer;
use store::customer::NewestRequest;
use store::table::ListKey;

use super::{HERE, called};
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::requests::{self, search, status_chip, status_text};
use crate::parts::Parts;
use crate::respond::framed;
use crate::shell::Shell;
use crate::use_cases::{ListedCustomers, Searched};
use crate::viewer::Viewer;

#[derive(Template)]
#[template(path = "customers.html")]
struct CustomersPage {
    shell: Shell,
    typed: String,
    /// The error in the search, or a note that something else was found.
    note: Option<String>,
    is_wrong: bool,
    rows: Vec<CustomerRow>,
    next: Option<String>,
}

struct CustomerRow {
    id: String,
    name: String,
    about: String,
    /// The text and chip of the customer's state: suppressed, or the outcome of the newest request.
    did: Option<(String, &'static str)>,
}

impl CustomerRow {
    fn new(viewer: &Viewer, customer: &Customer, NewestRequest { request, is_suppressed }: &NewestRequest) -> Self {
        let (texts, name) = (viewer.texts, called(viewer, customer));
        let email = customer.email.as_ref().map(|email| email.as_typed().to_owned());
        let phone = customer.phone.as_ref().map(|phone| phone.as_str().to_owned());
        let asked = request
            .as_ref()
            .map(|request| texts.say("customer-asked").words("day", &viewer.day(request.created_at)).to_string());
        // The part that the name already shows is not repeated.
        let about: Vec<_> = [email, phone, asked].into_iter().flatten().filter(|part| *part != name).collect();
        let did = match (is_suppressed, request) {
            (true, _) => Some(("customer-stopped", "chip r")),
            (false, Some(request)) => {
                let status = request.status(viewer.now);
                Some((status_text(status), status_chip(status)))
            }
            (false, None) => None,
        };
        let did = did.map(|(text, chip)| (texts.say(text).to_string(), chip));
        Self { id: customer.id.guid().to_string(), name, about: about.join(" · "), did }
    }
}

pub(crate) async fn list(
    State(parts): State<Arc<Parts>>,
    viewer: Viewer,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let fields = Fields::of_query(query.as_deref());
    let after = fields.find("after").map(|after| ListKey::from(after.to_owned()));
    let ListedCustomers { rows, next } = parts.customers.list(&viewer, after).await?;
    let next = next.map(|last| {
        let query = Serializer::new(String::new()).append_pair("after", last.as_str()).finish();
        format!("{HERE}?{query}")
    });
    let page = CustomersPage {
        shell: viewer.shell("customers"),
        typed: String::new(),
        note: None,
        is_wrong: false,
        rows: rows.iter().map(|(customer, newest)| CustomerRow::new(&viewer, customer, newest)).collect(),
        next,
    };
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

pub(crate) async fn find(
    State(parts): State<Arc<Parts>>,
    viewer: Viewer,
    Form(fields): Form,
) -> Result<Response, Failure> {
    let typed = fields.text("find");
    let (status, note, is_wrong) = match search(&parts, &viewer, typed).await? {
        Searched::Customer(customer) => return Ok(see_other(&format!("{HERE}/{}", customer.id.guid()))),
        Searched::Order(order) => return Ok(see_other(&requests::path_of_order(order))),
        Searched::Nobody(note) => (StatusCode::OK, note, false),
        Searched::Wrong => {
            (StatusCode::UNPROCESSABLE_ENTITY, viewer.texts.say("requests-find-wrong").to_string(), true)
        }
    };
    let page = CustomersPage {
        shell: viewer.shell("customers"),
        typed: typed.to_owned(),
        note: Some(note),
        is_wrong,
        rows: Vec::new(),
        next: None,
    };
    Ok(framed(status, &page, &page.shell))
}
