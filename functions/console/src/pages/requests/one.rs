//! A request: its outcome and the reason, what happens next, and what the person can do.

use app::request::why::{Explained, Next};
use askama::Template;
use axum::http::StatusCode;
use domain::message::EntryKind;
use domain::request::{Item, Request, Status};
use store::context::DisplayContext;
use store::request::personal::RequestRecipient;

use super::order_text;
use super::words::{is_problem, status_chip};
use crate::api::audit::author;
use crate::click::Click;
use crate::form::{Failure, Served};
use crate::language::own_name;
use crate::parts::Viewer;
use crate::respond::{Shell, framed};
use crate::ui::{self, KeyNames, Subject};
use crate::use_cases::WholeRequest;
use domain::values::RequestId;

#[derive(Template)]
#[template(path = "request.html")]
struct RequestPage {
    shell: Shell,
    request: Request,
    heading: String,
    asked: String,
    summary: String,
    lines: Vec<LifeLine>,
    person: Option<RequestRecipient>,
    shown: DisplayContext,
}

impl RequestPage {
    fn status(&self) -> Status {
        self.request.status(self.shell.now)
    }

    /// Whether a person may send, cancel and copy, as far as the request's state allows.
    fn is_open(&self) -> bool {
        self.shell.is_moderator() && self.request.is_open(self.shell.now)
    }

    fn can_send(&self) -> bool {
        self.shell.is_moderator() && matches!(self.status(), Status::Manual | Status::Scheduled)
    }

    fn title(&self, item: &Item) -> String {
        Subject::new(self.shell.texts, item.subject.product(), &self.shown.products).title
    }

    fn variation(&self, item: &Item) -> Option<String> {
        self.shown.order.as_ref()?.variation(item.subject.product()?, &self.shown.products)
    }
}

struct LifeLine {
    time: String,
    text: String,
    /// Whether the entry's mark is empty, because the step failed or has not happened yet.
    is_open: bool,
}

pub(crate) async fn show(Click { parts, viewer, id, .. }: Click<RequestId>) -> Served {
    let zone = viewer.zone();
    let whole = parts.requests.whole(&viewer, id, viewer.speech(&zone), viewer.now).await?.ok_or(Failure::NotFound)?;
    let page = view(&viewer, &ui::key_names(&parts, &viewer).await?, whole);
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

fn view(viewer: &Viewer, keys: &KeyNames, whole: WholeRequest) -> RequestPage {
    let WholeRequest { request, explained, sealed, shown } = whole;
    let Explained { cause: _, summary, next, timeline } = explained;
    let created = timeline.iter().find(|line| line.kind == EntryKind::Created).map_or("", |line| &line.text);
    let asked = format!("{} · {created}", viewer.day_and_time(request.created_at));
    let line = |line: app::request::why::Line| LifeLine {
        time: viewer.day_and_time(line.at),
        text: match &line.by {
            Some(by) => format!("{} · {}", line.text, ui::person(viewer, keys, author(Some(by)))),
            None => line.text,
        },
        is_open: is_problem(line.kind),
    };
    let mut lines: Vec<_> = timeline.into_iter().map(line).collect();
    lines.extend(next.map(|next| ahead(viewer, next)));
    if request.is_open(viewer.now) {
        let text = viewer.texts.say("request-link-ends").to_string();
        lines.push(LifeLine { time: viewer.day(request.expires_at), text, is_open: true });
    }
    let heading = heading(viewer, &request, sealed.as_ref());
    RequestPage { shell: viewer.shell("customers"), heading, asked, summary, lines, person: sealed, request, shown }
}

/// The person's name and the order, as far as they are known.
fn heading(viewer: &Viewer, request: &Request, sealed: Option<&RequestRecipient>) -> String {
    let name = sealed.and_then(|sealed| sealed.name.as_ref()).map(|name| name.as_str().to_owned());
    [name, Some(order_text(viewer, request))].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn ahead(viewer: &Viewer, Next { at, text }: Next) -> LifeLine {
    let time = at.map_or_else(|| viewer.texts.say("request-soon").to_string(), |at| viewer.day_and_time(at));
    LifeLine { time, text, is_open: true }
}
