//! A request's link, and the messages that contain it. Whoever has the link can open the customer's page, so these
//! pages are sent uncompressed.

use app::request::SentMessage;
use askama::Template;

use super::order_text;
use super::words::channel_text;
use crate::click::Click;
use crate::form::Served;
use crate::parts::Viewer;
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
    id: String,
    messages: Vec<Message>,
}

struct Message {
    heading: String,
    about: String,
    text: String,
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
    let page = MessagesPage {
        shell: viewer.shell("customers"),
        id: id.to_string(),
        messages: sent.into_iter().map(|message| view(&viewer, message)).collect(),
    };
    Ok(secret(&page, &page.shell))
}

fn view(viewer: &Viewer, message: SentMessage) -> Message {
    let SentMessage { sent_at, message_id: _, channel, delivered_at, failed_reason, subject, html: _, text } = message;
    let texts = viewer.texts;
    let by = texts.say(channel_text(channel)).to_string();
    let mut about =
        texts.say("request-message-sent").words("at", &viewer.day_and_time(sent_at)).words("by", &by).to_string();
    let more = match (failed_reason, delivered_at) {
        (Some(_), _) => Some(texts.say("request-message-failed").to_string()),
        (None, Some(at)) => {
            Some(texts.say("request-message-delivered").words("at", &viewer.day_and_time(at)).to_string())
        }
        (None, None) => None,
    };
    if let Some(more) = more {
        about = format!("{about} · {more}");
    }
    Message { heading: subject.unwrap_or(by), about, text }
}
