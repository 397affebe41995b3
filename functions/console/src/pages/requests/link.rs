//! A request's link, and the messages that contain it. Whoever has the link can open the customer's page, so these
//! pages are sent uncompressed.

use app::request::SentMessage;
use askama::Template;

use super::order_text;
use crate::click::Click;
use crate::form::Served;
use crate::respond::{Shell, secret};
use domain::values::RequestId;

#[derive(Template)]
#[template(path = "request-link.html")]
struct LinkPage {
    shell: Shell,
    id: String,
    order: String,
    /// The link; `None` after personal data was deleted.
    link: Option<String>,
}

#[derive(Template)]
#[template(path = "request-messages.html")]
struct MessagesPage {
    shell: Shell,
    id: RequestId,
    messages: Vec<SentMessage>,
}

pub(crate) async fn link(Click { parts, viewer, id, .. }: Click<RequestId>) -> Served {
    let shown = parts.sent.show(&viewer.caller(), id, viewer.now).await?;
    viewer.record(&parts, "show_link", shown.request.id).await?;
    let is_open = shown.request.is_open(viewer.now);
    let page = LinkPage {
        shell: viewer.shell("customers"),
        id: shown.request.id.to_string(),
        order: order_text(&viewer, &shown.request),
        link: shown.hub_url.filter(|_| is_open),
    };
    Ok(secret(&page, &page.shell))
}

pub(crate) async fn messages(Click { parts, viewer, id, .. }: Click<RequestId>) -> Served {
    let sent = parts.sent.messages(&viewer.caller(), id, viewer.now).await?;
    viewer.record(&parts, "show_messages", id).await?;
    let page = MessagesPage { shell: viewer.shell("customers"), id, messages: sent };
    Ok(secret(&page, &page.shell))
}
