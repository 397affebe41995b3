//! Sends requests now, and cancels them.

use app::error::Error;
use app::idempotency::Reply;
use app::request::SentSeveral;
use domain::request::Request;
use edge::body::Fields;
use edge::native::request_id;

use super::HERE;
use super::words::not_sendable;
use crate::click::Click;
use crate::form::{Flash, Served};
use crate::pages::customers::Filter;
use domain::values::RequestId;

/// The maximum number of requests in a form: one page.
const SELECTED_MAX: usize = 25;

pub(crate) async fn send(Click { parts, viewer, id, .. }: Click<RequestId>) -> Served {
    let answer = |_: &Request| Reply::json(200, &());
    let text = match parts.send_now.send_now(&viewer.caller(), id, None, viewer.now, answer).await {
        Ok(_) => "request-send-done".to_owned(),
        Err(Error::NotSendable(reason)) => not_sendable(reason).to_owned(),
        Err(error) => return Err(error.into()),
    };
    Ok(viewer.done(&text, &format!("{HERE}/{id}")))
}

/// Sends the selected requests in a list, or all requests that were never sent.
pub(crate) async fn send_several(Click { parts, viewer, fields, .. }: Click) -> Served {
    let back = Filter::read(&Fields::of_query(fields.find("back")))?;
    let (texts, caller) = (viewer.texts, viewer.caller());
    let SentSeveral { sent, refused, has_more, stopped } = match fields.find("all") {
        Some(_) => parts.send_now.send_manual(&caller, viewer.now).await?,
        None => {
            let numbers = (0..SELECTED_MAX).filter_map(|number| fields.find(&format!("pick-{number}")));
            let ids = numbers.map(request_id).collect::<Result<Vec<_>, _>>()?;
            if ids.is_empty() {
                return Ok(Flash::new(texts.say("requests-none-selected")).then(&back.path()));
            }
            parts.send_now.send_several(&caller, &ids, viewer.now).await?
        }
    };
    let done = if stopped { "requests-send-stopped" } else { "requests-send-done" };
    let mut text = texts.say(done).count("count", sent).to_string();
    if refused > 0 {
        text = format!("{text} {}", texts.say("requests-send-refused").count("count", refused));
    }
    let so_far = sent.saturating_add(fields.find("sent").and_then(|sent| sent.parse().ok()).unwrap_or(0));
    if so_far > sent {
        text = format!("{text} {}", texts.say("progress-so-far").words("what", &texts.number(so_far)));
    }
    if has_more && !stopped {
        text = format!("{text} {}", texts.say("requests-send-more"));
    }
    // If none could be sent, the next ones are the same.
    let goes_on = (has_more && sent > 0).then_some(so_far);
    Ok(Flash::new(text).with_sent(goes_on).then(&Filter { before: None, ..back }.path()))
}

pub(crate) async fn cancel(Click { parts, viewer, id, .. }: Click<RequestId>) -> Served {
    parts.cancel.cancel(&viewer.caller(), id, viewer.now).await?;
    Ok(viewer.done("request-cancel-done", &format!("{HERE}/{id}")))
}
