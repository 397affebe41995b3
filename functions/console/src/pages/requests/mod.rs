//! Requests: found by email address, phone number or order, or because they are stuck.

mod act;
mod earlier;
mod filter;
mod link;
mod one;
mod words;

use app::request::why::entry_text;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::customer::Customer;
use domain::message::EntryKind;
use domain::order::{OrderId, Product};
use domain::request::{Request, Status};
use domain::values::{CustomerId, RequestId};
use members::Role;
use store::request::listed::ListedRequest;
use texts::escaped;

pub(crate) use filter::HERE;
pub(crate) use words::{channel_text, status_chip, status_text};

use self::filter::Filter;
use self::words::is_problem;
use crate::click::Click;
use crate::form::Served;
use crate::page::page;
use crate::parts::Viewer;
use crate::respond::{Shell, framed};
use crate::times::Days;
use crate::ui;
use crate::use_cases::RequestPage;

page! {
    "requests" with "send" for Reader;
    get Reader "/console/requests" => show;
    post Moderator "/console/requests/send" => act::send_several;
    get Owner "/console/requests/earlier" => earlier::earlier;
    post Owner "/console/requests/earlier" => earlier::try_earlier;
    post Owner "/console/requests/earlier/ask" => earlier::ask_earlier;
    get Reader "/console/requests/{id}" => one::show;
    get Moderator "/console/requests/{id}/link" => link::link;
    get Moderator "/console/requests/{id}/messages" => link::messages;
    post Moderator "/console/requests/{id}/send" => act::send;
    post Moderator "/console/requests/{id}/cancel" => act::cancel;
}

#[derive(Template)]
#[template(path = "requests.html")]
struct RequestsPage {
    shell: Shell,
    tabs: Vec<Tab>,
    rows: Vec<ListRow>,
    typed: String,
    /// The error in the search, or a note that something else was found.
    note: Option<String>,
    is_wrong: bool,
    customer: Option<CustomerView>,
    next: Option<String>,
    /// Whether the search stopped before the list's end.
    is_partial: bool,
    /// The list's query, with which a page links back to it.
    back: String,
    may_send: bool,
    may_ask: bool,
    offers_send: bool,
    /// Whether the list offers to send all its requests, also those on further pages.
    offers_all: bool,
}

struct CustomerView {
    path: String,
    name: String,
}

impl CustomerView {
    fn new(viewer: &Viewer, customer: &Customer) -> Self {
        Self { path: ui::path_of(customer.id), name: ui::called(viewer, customer) }
    }
}

pub(crate) fn path_of_order(order: OrderId) -> String {
    Filter { order: Some(order), ..Filter::default() }.path()
}

/// The list of the requests that *Today* counts as failed.
pub(crate) fn failed_today() -> String {
    Filter { failed_today: true, ..Filter::default() }.path()
}

/// The list of a customer's requests. `first` is the request that was created together with them.
pub(crate) fn path_of_customer(customer: CustomerId, first: Option<RequestId>) -> String {
    Filter { customer: Some((customer, first)), ..Filter::default() }.path()
}

struct Tab {
    path: String,
    text: String,
    is_chosen: bool,
}

pub(crate) struct RequestRow {
    pub id: String,
    /// The person's name, or the order if the name is unknown or already on the page.
    pub title: String,
    /// The day, the number of products, and the notes.
    pub about: String,
    /// That the request is a trial, and when its message is planned.
    notes: Vec<String>,
    /// Why the request was not sent, or why it waits.
    pub reason: Option<String>,
    pub status: String,
    pub chip: &'static str,
    /// Whether the first message can be sent now.
    pub can_send: bool,
}

impl RequestRow {
    /// A request as a list shows it; `None` if it was deleted since the list was read.
    pub(crate) fn new(viewer: &Viewer, listed: &ListedRequest, name: Option<String>) -> Option<Self> {
        let (texts, request) = (viewer.texts, listed.request.as_ref()?);
        let day = viewer.day(request.created_at);
        let planned = request.planned(viewer.now).map(|planned| viewer.day_and_time(planned.due_at));
        let planned = planned.map(|at| texts.say("request-planned").words("at", &at).to_string());
        let trial = request.options.trial.then(|| texts.say("why-line-created-test").to_string());
        let notes: Vec<_> = trial.into_iter().chain(planned).collect();
        let mut about =
            texts.say("request-row").words("day", &day).words("products", &count(viewer, request)).to_string();
        for note in &notes {
            about = format!("{about} · {note}");
        }
        let status = request.status(viewer.now);
        Some(Self {
            id: request.id.to_string(),
            title: name.unwrap_or_else(|| order_text(viewer, request)),
            about,
            notes,
            reason: reason(viewer, request, listed.waits),
            status: texts.say(status_text(status)).to_string(),
            chip: status_chip(status),
            can_send: matches!(status, Status::Manual | Status::Scheduled),
        })
    }
}

/// A request in the list, where each day is above its first request.
struct ListRow {
    row: RequestRow,
    /// The day, if the request is its first.
    day: Option<String>,
    /// The order, if the title is the person's name.
    order: Option<String>,
    /// What the person was asked about, as HTML.
    products: String,
}

impl ListRow {
    fn new(
        viewer: &Viewer,
        listed: &ListedRequest,
        RequestPage { names, products, .. }: &RequestPage,
        days: &mut Days,
    ) -> Option<Self> {
        let (name, request) = (names.get(&listed.id).cloned(), listed.request.as_ref()?);
        Some(Self {
            order: name.is_some().then(|| order_text(viewer, request)),
            row: RequestRow::new(viewer, listed, name)?,
            day: days.opening(&viewer.day(request.created_at)),
            products: products_text(viewer, request, products),
        })
    }
}

/// The first product's title and how many others there are, as HTML; their number if the shop did not describe the first.
pub(crate) fn products_text(viewer: &Viewer, request: &Request, products: &[Product]) -> String {
    let texts = viewer.texts;
    let Some(first) = request.items.first() else { return String::new() };
    let Some(id) = first.subject.product() else { return texts.say("reviews-of-shop").html() };
    let Some(product) = products.iter().find(|product| product.id == *id) else {
        return escaped(&count(viewer, request));
    };
    let title = product.title.as_str();
    match request.items.len() - 1 {
        0 => format!("<bdi>{}</bdi>", escaped(title)),
        others => texts.say("request-products-more").with("product", title).count("count", others).html(),
    }
}

fn count(viewer: &Viewer, request: &Request) -> String {
    viewer.texts.say("request-products").count("count", request.items.len()).to_string()
}

/// Why a request was not sent or waits: the last event of its message, if that is a problem. With `waits`, the message
/// waits because the provider rejected earlier ones.
fn reason(viewer: &Viewer, request: &Request, waits: bool) -> Option<String> {
    if let Status::Completed | Status::Cancelled | Status::Expired = request.status(viewer.now) {
        return None;
    }
    let is_theirs =
        |kind| matches!(kind, EntryKind::Opened | EntryKind::Engaged | EntryKind::Reviewed | EntryKind::ReviewEdited);
    let last = request.history().into_iter().rev().find(|entry| !is_theirs(entry.kind));
    let zone = viewer.zone();
    let problem = last.filter(|entry| is_problem(entry.kind)).map(|entry| entry_text(&entry, viewer.speech(&zone)));
    problem.or_else(|| waits.then(|| viewer.texts.say("request-waits").to_string()))
}

fn order_text(viewer: &Viewer, request: &Request) -> String {
    match request.order.is_given() {
        true => request.order.as_str().to_owned(),
        false => viewer.texts.say("request-no-order").to_string(),
    }
}

/// The tabs. After a search, no tab is marked.
fn tabs(viewer: &Viewer, shown: Option<&Filter>) -> Vec<Tab> {
    let which = |filter: &Filter| (filter.is_stuck, filter.status, filter.failed_today);
    let shown = shown.filter(|filter| !filter.is_search()).map(which);
    let tab = |other: Filter, text: &str| Tab {
        path: other.path(),
        text: viewer.texts.say(text).to_string(),
        is_chosen: shown == Some(which(&other)),
    };
    let all = tab(Filter::default(), "requests-all");
    let manual = tab(Filter { status: Some(Status::Manual), ..Filter::default() }, "request-status-manual");
    let next = tab(Filter { status: Some(Status::Scheduled), ..Filter::default() }, "request-status-scheduled");
    let failed = tab(Filter { status: Some(Status::Failed), ..Filter::default() }, "request-status-failed");
    let stuck = tab(Filter { is_stuck: true, ..Filter::default() }, "requests-stuck");
    // Only people who come from *Today* see this tab.
    let today = tab(Filter { failed_today: true, ..Filter::default() }, "requests-failed-today");
    [all, next, manual, stuck, failed].into_iter().chain(Some(today).filter(|today| today.is_chosen)).collect()
}

/// No request, with the search and a note about it.
pub(crate) fn nothing(viewer: &Viewer, status: StatusCode, typed: &str, note: String) -> Response {
    let page = RequestsPage {
        shell: viewer.shell("requests"),
        tabs: tabs(viewer, None),
        rows: Vec::new(),
        typed: typed.to_owned(),
        note: Some(note),
        is_wrong: status != StatusCode::OK,
        customer: None,
        next: None,
        is_partial: false,
        back: String::new(),
        may_send: false,
        may_ask: viewer.may(Role::Owner),
        offers_send: false,
        offers_all: false,
    };
    framed(status, &page, &page.shell)
}

pub(crate) async fn show(Click { parts, viewer, fields, .. }: Click) -> Served {
    let filter = Filter::read(&fields)?;
    let selection = filter.selection(&viewer.keys, viewer.now);
    let found = parts.requests.list(&viewer, &selection, viewer.now).await?;
    if let Some(order) = filter.order.as_ref().filter(|_| found.rows.is_empty() && filter.before.is_none()) {
        let zone = viewer.zone();
        let note = parts.requests.nothing_about(&viewer, order, viewer.speech(&zone), viewer.now).await?;
        return Ok(nothing(&viewer, StatusCode::OK, order.as_str(), note));
    }
    let mut days = Days::default();
    let row = |listed| ListRow::new(&viewer, listed, &found, &mut days);
    let rows: Vec<_> = found.rows.iter().filter_map(row).collect();
    let RequestPage { customer, next, .. } = found;
    let may_send = viewer.may(Role::Moderator);
    let page = RequestsPage {
        tabs: tabs(&viewer, Some(&filter)),
        offers_send: may_send && rows.iter().any(|listed| listed.row.can_send),
        offers_all: filter.is_manual(),
        typed: filter.order.as_ref().map(|order| order.as_str().to_owned()).unwrap_or_default(),
        note: None,
        is_wrong: false,
        customer: customer.as_ref().map(|customer| CustomerView::new(&viewer, customer)),
        next: next.map(|before| Filter { before: Some(before), ..filter.clone() }.path()),
        is_partial: next.is_some() && rows.len() < selection.options.limit as usize,
        rows,
        back: filter.query(),
        may_send,
        may_ask: viewer.may(Role::Owner),
        shell: viewer.shell("requests"),
    };
    Ok(framed(StatusCode::OK, &page, &page.shell))
}
