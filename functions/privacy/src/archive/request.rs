//! Requests, and the emails and SMS sent for them.

use domain::message::{Notification, NotificationName, Step, StepState};
use domain::order::ProductId;
use domain::request::{Entry, Item, Problem, Request, RequestFields, RequestOptions};
use domain::values::{Delivery, Id, RequestId};
use jiff::Timestamp;
use serde_json::{Value, json};
use store::message::CustomerMessage;
use store::request::personal::RequestRecipient;

use super::{joined, text, time};

pub(super) fn request(request: &Request, sealed: Option<RequestRecipient>, now: Timestamp) -> Value {
    let RequestFields {
        id,
        dialect,
        origin,
        requested_by: _, // a program or a person of the shop
        customer,
        location,
        order,
        items,
        created_at,
        scheduled_at,
        expires_at,
        delivery,
        steps: _, // sent ones are among the messages, and the timeline has all
        options,
        opened_at,
        engaged_at,
        postponed_at,
        problem_at: _,  // each problem has its time
        photo_slots: _, // how often, not what
        completed_at,
        cancelled_at,
        expired_at: _, // when it was counted as expired
        renewal_of,
        renewals,
        uniqueness_key: _, // a keyed hash of the address and the order, which are here in clear
        timeline,
        version: _, // counts saves
    } = &**request;
    let about = json!({
        "id": id.get(),
        "api": dialect.as_str(),
        "origin": origin.as_str(),
        "customer_id": customer.map(|customer| customer.guid().to_string()),
        "contact_id": options.contact.map(|contact| contact.to_string()),
        "location_id": location.map(|location| location.guid().to_string()),
        "order_id": order.as_str(),
        "product_ids": request.products().iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>(),
        "items": items.iter().map(item).collect::<Vec<_>>(),
        "status": request.status(now).as_str(),
    });
    let life = json!({
        "created_at": time(*created_at),
        "scheduled_at": time(*scheduled_at),
        "send_date": options.send_date.map(time),
        "sent_at": request.sent_at().map(time),
        "opened_at": opened_at.map(time),
        "engaged_at": engaged_at.map(time),
        "postponed_at": postponed_at.map(time),
        "completed_at": completed_at.map(time),
        "cancelled_at": cancelled_at.map(time),
        "expires_at": time(*expires_at),
        "renewal_of": renewal_of.map(Id::get),
        "renewals": renewals.iter().map(|renewal| renewal.get()).collect::<Vec<_>>(),
        "timeline": timeline.entries().iter().map(event).collect::<Vec<_>>(),
    });
    joined([about, recipient(sealed), how(delivery, options), life])
}

/// What the customer wrote to the shop.
pub(super) fn problem(request: RequestId, problem: &Problem) -> Value {
    let Problem { at, item, words } = problem;
    json!({"request_id": request.get(), "item": item, "text": words.as_str(), "created_at": time(*at)})
}

fn item(Item { subject, reviewed_at, review }: &Item) -> Value {
    let product = subject.product().map(ProductId::as_str);
    json!({"product_id": product, "reviewed_at": reviewed_at.map(time), "review_id": review.map(Id::get)})
}

fn event(entry: &Entry) -> Value {
    let Entry { at, kind, detail, earlier: _ /* behind the two methods */ } = entry;
    let first_at = time(entry.first_at());
    json!({"at": first_at, "last_at": time(*at), "count": entry.count(), "what": kind.as_str(), "detail": detail})
}

fn recipient(sealed: Option<RequestRecipient>) -> Value {
    let (email, phone, name) = match sealed {
        Some(RequestRecipient { email, phone, name, code: _ /* it opens the page */ }) => (email, phone, name),
        None => (None, None, None),
    };
    json!({
        "email": email.as_ref().map(|email| email.as_typed()),
        "phone": phone.as_ref().map(|phone| phone.as_str()),
        "name": name.as_ref().map(|name| name.as_str()),
    })
}

fn how(Delivery { channels, reminders }: &Delivery, options: &RequestOptions) -> Value {
    let RequestOptions {
        language,
        time_zone,
        order: _,      // which order it is, the id says
        send_date: _,  // among the request's times
        contact: _,    // among its ids
        automation: _, // a program of the shop
        incentivized,
        experienced_at,
        trial,
    } = options;
    json!({
        "language": language.map(|language| language.as_str()),
        "time_zone": time_zone.as_ref().map(|zone| zone.as_str()),
        "incentivized": incentivized,
        "experienced_at": experienced_at,
        "trial": trial,
        "channels": channels.iter().map(|channel| channel.as_str()).collect::<Vec<_>>(),
        "reminders": reminders.get(),
    })
}

pub(super) fn message(message: &CustomerMessage) -> Value {
    let CustomerMessage { customer, request, number, step, listed_at } = message;
    let mut row = sent(step);
    row["customer_id"] = text(customer.guid());
    row["request_id"] = request.get().into();
    row["number"] = (*number).into();
    row["settled_at"] = listed_at.map_or(Value::Null, time);
    row
}

/// An email to a review's author, which is not among a request's messages.
pub(super) fn notification(notification: &Notification) -> Value {
    let Notification {
        name,
        item: _,       // the review has its request and its place in it
        since: _,      // of a webhook, or of notifications to members
        told_until: _, // Only for news of reviews.
        report: _,     // of a reader, whose reports are a list of their own
        revision: _,   // counts the review's changes
        ordered_at,
        step,
        version: _, // counts saves
    } = notification;
    let mut row = sent(step);
    // No other notification is to a customer.
    let (about, review) = match name {
        NotificationName::Withheld(review) => ("review_withheld", Some(review.get())),
        NotificationName::Replied(review) => ("review_replied", Some(review.get())),
        _ => ("link_asked_for", None),
    };
    (row["about"], row["review_id"]) = (about.into(), review.into());
    row["ordered_at"] = time(*ordered_at);
    row
}

fn sent(step: &Step) -> Value {
    let Step {
        channel,
        reminder,
        due_at,
        at_once: _, // whether the shop's send window applied
        state,
        throttled: _, // counts our tries
        unknown: _,   // counts our tries
        reports,
    } = step;
    // In these states, the time is the time of settling. The provider's message id identifies nobody.
    let (status, reason) = match state {
        StepState::Pending => ("scheduled", None),
        StepState::Submitting { owner: _, since: _ } => ("sending", None),
        StepState::Sent { at: _, message_id: _ } => ("sent", None),
        StepState::Failed { at: _, reason } => ("failed", Some(reason.as_str())),
        StepState::Skipped { at: _, reason } => ("skipped", Some(reason.as_str())),
        StepState::Unconfirmed { at: _ } => ("unconfirmed", None),
    };
    let reports = reports.iter().map(|(kind, at)| json!({"at": time(at), "what": kind.as_str()}));
    json!({
        "channel": channel.as_str(),
        "reminder": reminder,
        "status": status,
        "reason": reason,
        "scheduled_at": time(*due_at),
        "sent_at": step.sent_at().map(time),
        "delivered_at": step.delivered_at().map(time),
        "reports": reports.collect::<Vec<_>>(),
    })
}
