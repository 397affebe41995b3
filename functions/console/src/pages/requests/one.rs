//! A request: its outcome and the reason, what happens next, and what the person can do.

use app::request::why::{Explained, Next};
use askama::Template;
use axum::http::StatusCode;
use domain::message::EntryKind;
use domain::request::{Item, Request, Status};
use domain::values::PersonName;
use members::Role;
use store::context::DisplayContext;
use store::request::personal::RequestRecipient;

use super::words::{is_problem, status_chip, status_text};
use crate::api::audit::author;
use crate::click::Click;
use crate::form::{Failure, Served};
use crate::language::own_name;
use crate::parts::Viewer;
use crate::respond::{Shell, framed};
use crate::ui::{self, Subject};
use crate::use_cases::WholeRequest;
use domain::values::RequestId;

#[derive(Template)]
#[template(path = "request.html")]
struct RequestPage {
    shell: Shell,
    id: String,
    heading: String,
    asked: String,
    status: String,
    chip: &'static str,
    summary: String,
    lines: Vec<LifeLine>,
    person: Option<Recipient>,
    customer: Option<String>,
    language: Option<&'static str>,
    items: Vec<AskedItem>,
    was_sent: bool,
    can_send: bool,
    can_cancel: bool,
    can_copy: bool,
}

struct LifeLine {
    time: String,
    text: String,
    /// Whether the entry's mark is empty, because the step failed or has not happened yet.
    is_open: bool,
}

struct Recipient {
    name: Option<String>,
    email: Option<String>,
    phone: Option<String>,
}

struct AskedItem {
    title: String,
    variation: Option<String>,
    /// When the request was reviewed, in words, and the review's page.
    reviewed: Option<(String, Option<String>)>,
}

pub(crate) async fn show(Click { parts, viewer, id, .. }: Click<RequestId>) -> Served {
    let zone = viewer.zone();
    let whole = parts.requests.whole(&viewer, id, viewer.speech(&zone), viewer.now).await?.ok_or(Failure::NotFound)?;
    let page = view(&viewer, whole);
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

fn view(viewer: &Viewer, whole: WholeRequest) -> RequestPage {
    let WholeRequest { request, explained, sealed, shown } = whole;
    let (texts, now) = (viewer.texts, viewer.now);
    let status = request.status(now);
    let (is_open, may) = (request.is_open(now), viewer.may(Role::Moderator));
    let Explained { cause: _, summary, next, timeline } = explained;
    let created = timeline.iter().find(|line| line.kind == EntryKind::Created).map_or("", |line| &line.text);
    let asked = format!("{} · {created}", viewer.day_and_time(request.created_at));
    let line = |line: app::request::why::Line| LifeLine {
        time: viewer.day_and_time(line.at),
        text: match &line.by {
            Some(by) => format!("{} · {}", line.text, ui::person(viewer, author(Some(by)))),
            None => line.text,
        },
        is_open: is_problem(line.kind),
    };
    let mut lines: Vec<_> = timeline.into_iter().map(line).collect();
    lines.extend(next.map(|next| ahead(viewer, next)));
    if is_open {
        let text = texts.say("request-link-ends").to_string();
        lines.push(LifeLine { time: viewer.day(request.expires_at), text, is_open: true });
    }
    RequestPage {
        id: request.id.to_string(),
        heading: heading(viewer, &request, sealed.as_ref()),
        asked,
        status: status_text(viewer, status),
        chip: status_chip(status),
        summary,
        lines,
        customer: request.customer.map(ui::path_of),
        language: request.options.language.map(own_name),
        items: request.items.iter().map(|item| asked_item(viewer, item, &shown)).collect(),
        was_sent: may && request.sent_at().is_some() && sealed.is_some(),
        can_send: may && matches!(status, Status::Manual | Status::Scheduled),
        can_cancel: may && is_open && request.completed_at.is_none(),
        can_copy: may && is_open && sealed.is_some(),
        person: sealed.map(|RequestRecipient { email, phone, name, code: _ }| Recipient {
            name: name.map(|name| name.as_str().to_owned()),
            email: email.map(|email| email.as_typed().to_owned()),
            phone: phone.map(|phone| phone.as_str().to_owned()),
        }),
        shell: viewer.shell("customers"),
    }
}

fn heading(viewer: &Viewer, request: &Request, sealed: Option<&RequestRecipient>) -> String {
    let name = sealed.and_then(|sealed| sealed.name.as_ref()).map(PersonName::as_str);
    let order = request.order.is_given().then(|| request.order.as_str());
    let id = match (name, order) {
        (Some(_), Some(_)) => "request-heading",
        (Some(_), None) => "request-heading-name",
        (None, Some(_)) => "request-heading-order",
        (None, None) => "request-heading-none",
    };
    let wording = viewer.texts.say(id).with("name", name.unwrap_or_default());
    wording.with("order", order.unwrap_or_default()).to_string()
}

fn ahead(viewer: &Viewer, Next { at, text }: Next) -> LifeLine {
    let time = at.map_or_else(|| viewer.texts.say("request-soon").to_string(), |at| viewer.day_and_time(at));
    LifeLine { time, text, is_open: true }
}

fn asked_item(viewer: &Viewer, Item { subject, reviewed_at, review }: &Item, shown: &DisplayContext) -> AskedItem {
    let DisplayContext { products, order, location: _ } = shown;
    let reviewed = reviewed_at.map(|at| {
        let day = viewer.day(at);
        let text = viewer.texts.say("request-reviewed").words("day", &day).to_string();
        (text, review.map(|id| format!("/console/reviews/{id}")))
    });
    let variation = order.as_ref().and_then(|order| order.variation(subject.product()?, products));
    AskedItem { title: Subject::new(viewer.texts, subject.product(), products).title, variation, reviewed }
}
