//! Requests: one with its outcome, what a list shows of it, those about orders of the time before, and what becomes of each order.

mod act;
mod earlier;
mod link;
mod one;
mod orders;
mod words;

use app::request::why::entry_text;
use domain::message::EntryKind;
use domain::order::Product;
use domain::request::{Request, Status};
use store::request::listed::ListedRequest;
use texts::escaped;

pub(crate) use orders::HERE as ORDERS;
pub(crate) use words::status_chip;

use self::words::is_problem;
use crate::page::page;
use crate::parts::Viewer;

page! {
    post Moderator "/console/requests/send" => act::send_all;
    get Owner "/console/requests/earlier" => earlier::earlier;
    post Owner "/console/requests/earlier" => earlier::try_earlier;
    post Owner "/console/requests/earlier/ask" => earlier::ask_earlier;
    get Reader "/console/requests/orders" => orders::list;
    post Moderator "/console/requests/orders/ask" => orders::ask;
    post Moderator "/console/requests/orders/stop" => orders::do_not_ask;
    post Owner "/console/requests/orders/earlier" => orders::earlier;
    get Reader "/console/requests/{id}" => one::show;
    get Moderator "/console/requests/{id}/link" => link::link;
    get Moderator "/console/requests/{id}/messages" => link::messages;
    post Moderator "/console/requests/{id}/send" => act::send;
    post Moderator "/console/requests/{id}/cancel" => act::cancel;
}

pub(crate) const HERE: &str = "/console/requests";

pub(crate) struct RequestRow {
    pub id: String,
    /// The person's name, or the order if the name is unknown or already on the page.
    pub title: String,
    /// The day, the number of products, and the notes.
    pub about: String,
    /// That the request is a trial, and when its message is planned.
    pub notes: Vec<String>,
    /// Why the request was not sent, or why it waits.
    pub reason: Option<String>,
    pub status: String,
    pub chip: &'static str,
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
        let about: Vec<_> = [day, count(viewer, request)].into_iter().chain(notes.iter().cloned()).collect();
        let status = request.status(viewer.now);
        Some(Self {
            id: request.id.to_string(),
            title: name.unwrap_or_else(|| order_text(viewer, request)),
            about: about.join(" · "),
            notes,
            reason: reason(viewer, request, listed.waits),
            status: viewer.word("request-status", status.as_str()),
            chip: status_chip(status),
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

pub(crate) fn order_text(viewer: &Viewer, request: &Request) -> String {
    match request.order.is_given() {
        true => request.order.as_str().to_owned(),
        false => viewer.texts.say("request-no-order").to_string(),
    }
}
