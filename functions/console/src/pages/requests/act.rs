//! Sends requests now, and cancels them.

use app::idempotency::Reply;
use app::request::SentSeveral;
use domain::request::{Request, Status};

use super::HERE;
use crate::click::Click;
use crate::form::{Flash, Served};
use crate::pages::customers::Filter;
use domain::values::RequestId;

pub(crate) async fn send(Click { parts, viewer, id, .. }: Click<RequestId>) -> Served {
    let answer = |_: &Request| Reply::json(200, &());
    let page = format!("{HERE}/{id}");
    match parts.send_now.send_now(&viewer.caller(), id, None, viewer.now, answer).await {
        Ok(_) => Ok(viewer.done("request-send-done", &page)),
        Err(error) => viewer.refused(error, &page),
    }
}

/// Sends the newest requests that were never sent.
pub(crate) async fn send_all(Click { parts, viewer, .. }: Click) -> Served {
    let texts = viewer.texts;
    let SentSeveral { sent, refused, has_more, stopped } =
        parts.send_now.send_manual(&viewer.caller(), viewer.now).await?;
    let said = [
        Some(texts.say("requests-send-done").count("count", sent)),
        (refused > 0).then(|| texts.say("requests-send-refused").count("count", refused)),
        stopped.then(|| texts.say("reviews-done-stopped")),
        (has_more && !stopped).then(|| texts.say("requests-send-more")),
    ];
    let said: Vec<_> = said.into_iter().flatten().map(|said| said.to_string()).collect();
    Ok(Flash::new(said.join(" ")).then(&Filter::of(Status::Manual).path()))
}

pub(crate) async fn cancel(Click { parts, viewer, id, .. }: Click<RequestId>) -> Served {
    parts.cancel.cancel(&viewer.caller(), id, viewer.now).await?;
    Ok(viewer.done("request-cancel-done", &format!("{HERE}/{id}")))
}
