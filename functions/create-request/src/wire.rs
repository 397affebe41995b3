//! The JSON of creating and sending, as the BetterReviews document has it.

use app::requests::{Created, NewReviewRequest, Recipient, Reply};
use domain::{
    Channel, DelayDays, Delivery, Dialect, EmailAddress, Invalid, Language, OrderId, PersonName, ProductIds, Request,
    Status, WixFields,
};
use edge::Error;
use edge::native::seconds;
use edge::openapi::words;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use utoipa::openapi::Object;

/// Reads a body. A field's first broken rule is the answer; unknown fields are ignored.
pub(crate) fn new_review_request(object: &Map<String, Value>, now: Timestamp) -> Result<NewReviewRequest, Error> {
    let field = |name: &str| object.get(name).unwrap_or(&Value::Null);
    Ok(NewReviewRequest {
        dialect: Dialect::BetterReviews,
        recipient: Recipient::Addressee {
            email: email(field("email")).map_err(Error::field("email"))?,
            name: name(field("customer_name")).map_err(Error::field("customer_name"))?,
        },
        products: products(field("product_ids")).map_err(Error::field("product_ids"))?,
        order: order(field("order_id")).map_err(Error::field("order_id"))?,
        scheduled_at: delay(field("delay_days")).map_err(Error::field("delay_days"))?.after(now),
        delivery: delivery(field("skip_email")).map_err(Error::field("skip_email"))?,
        language: language(field("language")).map_err(Error::field("language"))?,
        wix: WixFields::default(),
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
        Value::Null | Value::Bool(false) => Ok(Delivery::once(Channel::Email)),
        Value::Bool(true) => Ok(Delivery::manual()),
        _ => Err(Invalid("`skip_email` is true or false; leave it out for false.")),
    }
}

fn language(value: &Value) -> Result<Option<Language>, Invalid> {
    match value {
        Value::Null => Ok(None),
        value => Language::parse(value.as_str().unwrap_or_default()),
    }
}

#[derive(Serialize, ToSchema)]
#[schema(as = CreatedReviewRequest)]
pub(crate) struct CreatedBody<'a> {
    /// Always `true`.
    ok: bool,
    request_id: u64,
    #[schema(schema_with = statuses_of_new)]
    status: &'a str,
    #[schema(format = DateTime)]
    scheduled_at: String,
    /// The link that the customer opens.
    #[schema(format = "uri")]
    hub_url: &'a str,
}

fn statuses_of_new() -> Object {
    words([Status::Manual, Status::Scheduled].map(Status::as_str))
}

/// The answer to a create.
pub(crate) fn created(created: &Created) -> Reply {
    let Created { request, hub_url } = created;
    // `scheduled` for delay 0, too: the mail leaves at once, and the list will say `sent`.
    let status = if request.step().is_some() { "scheduled" } else { "manual" };
    let body = CreatedBody {
        ok: true,
        request_id: request.id.get(),
        status,
        scheduled_at: seconds(request.scheduled_at),
        hub_url,
    };
    Reply::new(201, serde_json::to_string(&body).unwrap_or_default())
}

#[derive(Serialize, ToSchema)]
#[schema(as = SendingReviewRequest)]
pub(crate) struct SendingBody<'a> {
    /// Always `true`.
    ok: bool,
    request_id: u64,
    #[schema(schema_with = scheduled)]
    status: &'a str,
    #[schema(format = DateTime)]
    scheduled_at: String,
}

fn scheduled() -> Object {
    words([Status::Scheduled.as_str()])
}

/// The answer to a send: the mail leaves at once.
pub(crate) fn sending(request: &Request) -> Reply {
    let body = SendingBody {
        ok: true,
        request_id: request.id.get(),
        status: "scheduled",
        scheduled_at: seconds(request.scheduled_at),
    };
    Reply::new(200, serde_json::to_string(&body).unwrap_or_default())
}
