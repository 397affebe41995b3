//! The list of customers by the day on which they became known, of those whom a search found, or of the requests to them with an
//! outcome.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::customer::Customer;
use domain::order::Product;
use domain::request::Status;
use domain::values::{EmailAddress, Phone};
use edge::body::Fields;
use form_urlencoded::Serializer;
use store::customer::NewestRequest;
use store::table::ListKey;
use texts::escaped;

use super::filter::Filter;
use super::rows::RequestList;
use crate::click::Click;
use crate::form::{Failure, Served};
use crate::pages::requests::{ORDERS, products_text, status_chip};
use crate::parts::{Parts, Viewer};
use crate::respond::{Shell, framed};
use crate::times::Days;
use crate::ui::{CUSTOMERS, Tab, called};
use crate::use_cases::ListedCustomers;

#[derive(Template)]
#[template(path = "customers.html")]
pub(super) struct CustomersPage {
    pub shell: Shell,
    pub typed: String,
    /// The error in the search, or a note that something else was found.
    pub note: Option<String>,
    is_wrong: bool,
    tabs: Vec<Tab>,
    /// Whether the rows are the customers with a name.
    is_search: bool,
    rows: Vec<CustomerRow>,
    /// The requests, instead of the customers.
    pub requests: Option<RequestList>,
    /// Whether the list begins elsewhere than at the newest customer.
    is_later: bool,
    pub next: Option<String>,
    /// The place after which the next page of the customers with a name begins.
    more: Option<String>,
}

struct CustomerRow {
    id: String,
    name: String,
    /// The day on which the customer became known, if the row is its first.
    day: Option<String>,
    /// The customer's newest product, address and number, as HTML.
    about: String,
    /// The text and chip of the customer's state: suppressed, or the outcome of the newest request.
    did: Option<(String, &'static str)>,
}

impl CustomerRow {
    fn new(
        viewer: &Viewer,
        customer: &Customer,
        newest: &NewestRequest,
        products: &[Product],
        days: &mut Days,
    ) -> Self {
        let (texts, name, NewestRequest { request, is_suppressed }) = (viewer.texts, called(viewer, customer), newest);
        let day = viewer.day(customer.created_at);
        let email = customer.email.as_ref().map(EmailAddress::as_typed);
        let phone = customer.phone.as_ref().map(Phone::as_str);
        // The part that the name already shows is not repeated.
        let reached = [email, phone].into_iter().flatten().filter(|part| *part != name);
        let reached = reached.map(|part| format!("<bdi>{}</bdi>", escaped(part)));
        let bought = request.as_ref().map(|request| products_text(viewer, request, products));
        let asked = request.as_ref().map(|request| viewer.day(request.created_at)).filter(|asked| *asked != day);
        let asked = asked.map(|asked| texts.say("customer-asked").words("day", &asked).html());
        let about: Vec<_> = bought.into_iter().chain(reached).chain(asked).filter(|part| !part.is_empty()).collect();
        let did = match (is_suppressed, request) {
            (true, _) => Some((texts.say("customer-stopped").to_string(), "chip r")),
            (false, Some(request)) if request.options.trial => {
                Some((texts.say("hook-events-webhook-test").to_string(), "chip q"))
            }
            (false, Some(request)) => {
                let status = request.status(viewer.now);
                Some((viewer.word("request-status", status.as_str()), status_chip(status)))
            }
            (false, None) => None,
        };
        let id = customer.id.guid().to_string();
        Self { id, name, day: days.opening(&day), about: about.join(" · "), did }
    }
}

impl CustomersPage {
    /// An empty list. After a search, no tab is marked.
    pub(super) fn new(viewer: &Viewer, shown: Option<&Filter>) -> Self {
        Self {
            shell: viewer.shell("customers"),
            typed: String::new(),
            note: None,
            is_wrong: false,
            tabs: tabs(viewer, shown),
            is_search: false,
            rows: Vec::new(),
            requests: None,
            is_later: false,
            next: None,
            more: None,
        }
    }
}

/// Everybody, the orders with what becomes of them, and the requests that are planned, that nobody has sent, and that failed. Only
/// people who come from *Today* see those that failed in its hours.
fn tabs(viewer: &Viewer, shown: Option<&Filter>) -> Vec<Tab> {
    let of = |status: Status| (Filter::of(status), format!("request-status-{}", status.as_str()));
    let everyone = (Filter::default(), "customers-everyone".to_owned());
    let today =
        shown.filter(|shown| shown.failed_today).cloned().map(|shown| (shown, "customers-failed-today".to_owned()));
    let tabs = [everyone].into_iter().chain([Status::Scheduled, Status::Manual, Status::Failed].map(of)).chain(today);
    let orders = Tab { path: ORDERS.to_owned(), text: viewer.texts.say("orders-tab").to_string(), is_chosen: false };
    let which = |filter: &Filter| (filter.status, filter.failed_today);
    let shown = shown.filter(|filter| filter.order.is_none()).map(which);
    let tab = |(filter, text): (Filter, String)| Tab {
        path: Filter { before: None, ..filter.clone() }.path(),
        text: viewer.texts.say(&text).to_string(),
        is_chosen: shown == Some(which(&filter)),
    };
    let mut tabs: Vec<_> = tabs.map(tab).collect();
    tabs.insert(1, orders);
    tabs
}

/// The same, where that of the orders is chosen.
pub(crate) fn tabs_of_orders(viewer: &Viewer) -> Vec<Tab> {
    let is_chosen = |tab: Tab| Tab { is_chosen: tab.path == ORDERS, ..tab };
    tabs(viewer, None).into_iter().map(is_chosen).collect()
}

pub(crate) async fn list(Click { parts, viewer, fields, .. }: Click) -> Served {
    let filter = Filter::read(&fields)?;
    let page = match filter.is_of_requests() {
        true => requests(&parts, &viewer, &filter).await?,
        false => people(&parts, &viewer, &fields, &filter).await?,
    };
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

async fn requests(parts: &Parts, viewer: &Viewer, filter: &Filter) -> Result<CustomersPage, Failure> {
    let (list, options) = filter.selection(&viewer.keys, viewer.now);
    let found = parts.requests.list(viewer, &list, &options, viewer.now).await?;
    let mut page = CustomersPage::new(viewer, Some(filter));
    page.typed = filter.order.as_ref().map(|order| order.as_str().to_owned()).unwrap_or_default();
    if let Some(order) = filter.order.as_ref().filter(|_| found.rows.is_empty() && filter.before.is_none()) {
        let (zone, shop) = (viewer.zone(), (&viewer.tenant, &*viewer.keys));
        let note = match parts.asks.of_number(shop, order, viewer.speech(&zone), viewer.now).await? {
            Some(ask) => ask.text,
            None => parts.requests.nothing_about(viewer, order, viewer.speech(&zone), viewer.now).await?,
        };
        return Ok(CustomersPage { note: Some(note), ..page });
    }
    page.requests = Some(RequestList::new(viewer, filter, options.limit as usize, &found));
    page.next = found.next.map(|before| Filter { before: Some(before), ..filter.clone() }.path());
    Ok(page)
}

async fn people(
    parts: &Parts,
    viewer: &Viewer,
    fields: &Fields,
    filter: &Filter,
) -> Result<CustomersPage, app::error::Error> {
    let after = fields.find("after").map(|after| ListKey::from(after.to_owned()));
    let is_later = after.is_some();
    let ListedCustomers { rows, products, next } = parts.customers.list(viewer, after).await?;
    let rows = rows_of(viewer, &rows, &products);
    let next = next.map(|last| {
        let query = Serializer::new(String::new()).append_pair("after", last.as_str()).finish();
        format!("{CUSTOMERS}?{query}")
    });
    Ok(CustomersPage { rows, is_later, next, ..CustomersPage::new(viewer, Some(filter)) })
}

fn rows_of(viewer: &Viewer, rows: &[(Customer, NewestRequest)], products: &[Product]) -> Vec<CustomerRow> {
    let mut days = Days::default();
    rows.iter().map(|(customer, newest)| CustomerRow::new(viewer, customer, newest, products, &mut days)).collect()
}

/// The customers with a name.
pub(super) fn named(viewer: &Viewer, typed: &str, found: ListedCustomers) -> Response {
    let rows = rows_of(viewer, &found.rows, &found.products);
    let more = found.next.map(|last| last.as_str().to_owned());
    let page =
        CustomersPage { typed: typed.to_owned(), rows, more, is_search: true, ..CustomersPage::new(viewer, None) };
    framed(StatusCode::OK, &page, &page.shell)
}

/// No customer, with the search and a note about it.
pub(super) fn nobody(viewer: &Viewer, status: StatusCode, typed: &str, note: String) -> Response {
    let (typed, is_wrong) = (typed.to_owned(), status != StatusCode::OK);
    let page = CustomersPage { typed, note: Some(note), is_wrong, ..CustomersPage::new(viewer, None) };
    framed(status, &page, &page.shell)
}
