//! The JSON of creating and sending, as the BetterReviews document has it.

use app::requests::{Answer, Created, NewReviewRequest};
use domain::{DelayDays, Delivery, Dialect, EmailAddress, Invalid, OrderId, PersonName, ProductIds, Request};
use edge::Error;
use edge::native::seconds;
use serde::Serialize;
use serde_json::{Map, Value};

/// Reads a body. A field's first broken rule is the answer; unknown fields are ignored.
pub(crate) fn new_review_request(object: &Map<String, Value>) -> Result<NewReviewRequest, Error> {
    let field = |name: &str| object.get(name).unwrap_or(&Value::Null);
    Ok(NewReviewRequest {
        dialect: Dialect::BetterReviews,
        email: email(field("email")).map_err(Error::field("email"))?,
        name: name(field("customer_name")).map_err(Error::field("customer_name"))?,
        products: products(field("product_ids")).map_err(Error::field("product_ids"))?,
        order: order(field("order_id")).map_err(Error::field("order_id"))?,
        delay: delay(field("delay_days")).map_err(Error::field("delay_days"))?,
        delivery: delivery(field("skip_email")).map_err(Error::field("skip_email"))?,
    })
}

fn email(value: &Value) -> Result<EmailAddress, Invalid> {
    EmailAddress::parse(value.as_str().unwrap_or_default())
}

fn name(value: &Value) -> Result<Option<PersonName>, Invalid> {
    match value {
        Value::Null => Ok(None),
        value => PersonName::parse(value.as_str().unwrap_or_default()).map(Some),
    }
}

fn products(value: &Value) -> Result<ProductIds, Invalid> {
    match value {
        Value::Null => Ok(ProductIds::default()),
        // What is no text becomes a text that is no product id.
        Value::Array(ids) => ProductIds::parse(ids.iter().map(|id| id.as_str().unwrap_or_default())),
        _ => Err(ProductIds::RULE),
    }
}

fn order(value: &Value) -> Result<Option<OrderId>, Invalid> {
    match value {
        Value::Null => Ok(None),
        Value::String(text) => OrderId::parse(text),
        _ => Err(Invalid("`order_id` is a text; leave it out if there is no order.")),
    }
}

fn delay(value: &Value) -> Result<DelayDays, Invalid> {
    match value {
        Value::Null => Ok(DelayDays::DEFAULT),
        value => DelayDays::new(value.as_f64().ok_or(DelayDays::RULE)?),
    }
}

fn delivery(value: &Value) -> Result<Delivery, Invalid> {
    match value {
        Value::Null | Value::Bool(false) => Ok(Delivery::Email),
        Value::Bool(true) => Ok(Delivery::Manual),
        _ => Err(Invalid("`skip_email` is true or false; leave it out for false.")),
    }
}

#[derive(Serialize)]
struct CreatedBody<'a> {
    ok: bool,
    request_id: u64,
    status: &'a str,
    scheduled_at: String,
    hub_url: &'a str,
}

/// The answer to a create.
pub(crate) fn created(created: &Created) -> Answer {
    let Created { request, hub_url } = created;
    // `scheduled` for delay 0, too: the mail leaves at once, and the list will say `sent`.
    let status = if request.mail.is_some() { "scheduled" } else { "manual" };
    let body = CreatedBody {
        ok: true,
        request_id: request.id.get(),
        status,
        scheduled_at: seconds(request.scheduled_at),
        hub_url,
    };
    Answer::new(201, serde_json::to_string(&body).unwrap_or_default())
}

#[derive(Serialize)]
struct SendingBody<'a> {
    ok: bool,
    request_id: u64,
    status: &'a str,
    scheduled_at: String,
}

/// The answer to a send: the mail leaves at once.
pub(crate) fn sending(request: &Request) -> Answer {
    let body = SendingBody {
        ok: true,
        request_id: request.id.get(),
        status: "scheduled",
        scheduled_at: seconds(request.scheduled_at),
    };
    Answer::new(200, serde_json::to_string(&body).unwrap_or_default())
}
