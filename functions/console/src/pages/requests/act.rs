//! Sending requests now, and cancelling them.

use std::sync::Arc;

use app::{Error, Reply};
use axum::extract::State;
use axum::response::Response;
use domain::{Request, RequestId};
use edge::native::request_id;
use edge::{Fields, Segment};

use super::HERE;
use super::filter::Filter;
use super::words::not_sendable;
use crate::failure::Failure;
use crate::flash::Flash;
use crate::form::Form;
use crate::member::Member;
use crate::parts::Parts;

/// The most requests that one form sends: those of a page.
const SENT_AT_ONCE_MAX: usize = 25;

/// Makes a request's first message due now.
async fn send_now(parts: &Parts, member: &Member, id: RequestId) -> Result<(), Error> {
    let answer = |_: &Request| Reply::json(200, &());
    parts.send_now.send_now(&member.caller(), id, None, member.now, answer).await.map(|_| ())
}

pub(crate) async fn send(
    State(parts): State<Arc<Parts>>,
    member: Member,
    Segment(id): Segment,
) -> Result<Response, Failure> {
    let id = request_id(&id)?;
    let text = match send_now(&parts, &member, id).await {
        Ok(()) => "request-send-done",
        Err(Error::NotSendable(reason)) => not_sendable(reason),
        Err(error) => return Err(error.into()),
    };
    Ok(Flash::new(member.texts.say(text)).then(&format!("{HERE}/{id}")))
}

/// Sends the requests of a list that were selected, or all of the page.
pub(crate) async fn send_several(
    State(parts): State<Arc<Parts>>,
    member: Member,
    Form(fields): Form,
) -> Result<Response, Failure> {
    let back = Filter::read(&Fields::of_query(fields.find("back")))?.path();
    let texts = member.texts;
    let ids = chosen(&fields)?;
    if ids.is_empty() {
        return Ok(Flash::new(texts.say("requests-none-selected")).then(&back));
    }
    let (mut sent, mut refused) = (0_usize, 0_usize);
    for id in ids {
        match send_now(&parts, &member, id).await {
            Ok(()) => sent += 1,
            Err(Error::NotSendable(_) | Error::NotFound) => refused += 1,
            Err(error) if sent == 0 => return Err(error.into()),
            // What was sent is sent: the page says how far it came.
            Err(_) => {
                let text = texts.say("requests-send-stopped").count("count", sent).to_string();
                return Ok(Flash::new(text).then(&back));
            }
        }
    }
    let mut text = texts.say("requests-send-done").count("count", sent).to_string();
    if refused > 0 {
        text = format!("{text} {}", texts.say("requests-send-refused").count("count", refused));
    }
    Ok(Flash::new(text).then(&back))
}

/// The requests that a form names: those with a tick, or with the button for all of them each that the page showed.
fn chosen(fields: &Fields) -> Result<Vec<RequestId>, Failure> {
    let of = if fields.find("all").is_some() { "row" } else { "pick" };
    let numbers = (0..SENT_AT_ONCE_MAX).filter_map(|number| fields.find(&format!("{of}-{number}")));
    Ok(numbers.map(request_id).collect::<Result<_, _>>()?)
}

pub(crate) async fn cancel(
    State(parts): State<Arc<Parts>>,
    member: Member,
    Segment(id): Segment,
) -> Result<Response, Failure> {
    let id = request_id(&id)?;
    parts.cancel.cancel(&member.caller(), id, member.now).await?;
    Ok(Flash::new(member.texts.say("request-cancel-done")).then(&format!("{HERE}/{id}")))
}
