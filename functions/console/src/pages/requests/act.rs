//! Sends requests now, and cancels them.

use app::error::Error;
use app::idempotency::Reply;
use app::request::SentSeveral;
use domain::request::{Request, Status};

use super::HERE;
use super::words::not_sendable;
use crate::click::Click;
use crate::form::{Flash, Served};
use crate::pages::customers::Filter;
use domain::values::RequestId;

pub(crate) async fn send(Click { parts, viewer, id, .. }: Click<RequestId>) -> Served {
    let answer = |_: &Request| Reply::json(200, &());
    let text = match parts.send_now.send_now(&viewer.caller(), id, None, viewer.now, answer).await {
        Ok(_) => "request-send-done".to_owned(),
        Err(Error::NotSendable(reason)) => not_sendable(reason).to_owned(),
        Err(error) => return Err(error.into()),
    };
    Ok(viewer.done(&text, &format!("{HERE}/{id}")))
}

/// Sends the newest requests that were never sent. While there are more, the message has a button that goes on.
pub(crate) async fn send_all(Click { parts, viewer, fields, .. }: Click) -> Served {
    let texts = viewer.texts;
    let SentSeveral { sent, refused, has_more, stopped } =
        parts.send_now.send_manual(&viewer.caller(), viewer.now).await?;
    let so_far = sent.saturating_add(fields.number("sent").unwrap_or_default());
    let done = if stopped { "requests-send-stopped" } else { "requests-send-done" };
    let said = [
        Some(texts.say(done).count("count", sent).to_string()),
        (refused > 0).then(|| texts.say("requests-send-refused").count("count", refused).to_string()),
        (so_far > sent).then(|| texts.say("progress-so-far").words("what", &texts.number(so_far)).to_string()),
        (has_more && !stopped).then(|| texts.say("requests-send-more").to_string()),
    ];
    let said: Vec<_> = said.into_iter().flatten().collect();
    // If none could be sent, the next ones are the same.
    let goes_on = (has_more && sent > 0).then_some(so_far);
    Ok(Flash::new(said.join(" ")).with_sent(goes_on).then(&Filter::of(Status::Manual).path()))
}

pub(crate) async fn cancel(Click { parts, viewer, id, .. }: Click<RequestId>) -> Served {
    parts.cancel.cancel(&viewer.caller(), id, viewer.now).await?;
    Ok(viewer.done("request-cancel-done", &format!("{HERE}/{id}")))
}
