//! The JSON of creating and sending, as BetterReviews documents it.

use app::idempotency::Reply;
use app::request::{Created, FirstMessage, NewReviewRequest, Recipient};
use domain::order::{OrderId, ProductIds};
use domain::request::{Request, RequestOptions, Status};
use domain::shop::Zone;
use domain::values::{
    Channel, DelayDays, Dialect, EmailAddress, Invalid, Language, PersonName, Reminders, RequestOrigin,
};
use edge::error::Error;
use edge::field::Field;
use edge::native::seconds;
use edge::openapi::{language_tag, words};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::schema::{ArrayBuilder, SchemaType};
use utoipa::openapi::{Array, Object, ObjectBuilder, Type};

#[derive(Deserialize, ToSchema)]
pub(crate) struct ReviewRequestInput {
    /// The customer's email address.
    #[schema(value_type = String, format = "idn-email", max_length = 254)]
    email: Field<String>,
    #[schema(value_type = Option<String>, min_length = 1, max_length = 200)]
    customer_name: Field<String>,
    #[schema(schema_with = product_ids, required = false)]
    product_ids: Field<Vec<String>>,
    /// The order's id. Without it, the request is never a duplicate of another.
    #[schema(value_type = Option<String>, max_length = 255)]
    order_id: Field<String>,
    /// Whole days until the email is sent.
    #[schema(value_type = Option<u8>, minimum = 0, maximum = 89, default = 7)]
    delay_days: Field<f64>,
    /// `true` if the shop shares the link itself.
    #[schema(value_type = Option<bool>, default = false)]
    skip_email: Field<bool>,
    /// How many reminders follow the email, until a review is written; the shop's `default_reminders` if omitted.
    #[schema(value_type = Option<u8>, maximum = 3)]
    reminders: Field<f64>,
    #[schema(schema_with = language_tag, required = false)]
    language: Field<String>,
    /// The customer's time zone as the IANA database names it, such as `America/New_York`. The send window is in this time zone.
    #[schema(value_type = Option<String>, max_length = 64)]
    time_zone: Field<String>,
    /// Whether the customer gets something for a review, whatever the stars. The request's reviews are then marked as
    /// `incentivized`.
    #[schema(value_type = Option<bool>, default = false)]
    incentivized: Field<bool>,
}

const ORDER_RULE: Invalid = Invalid("`order_id` must be a string; omit it if there is no order.");
const REMINDERS_RULE: Invalid =
    Invalid("`reminders` must be a whole number from 0 to 3; omit it for the shop's `default_reminders`.");
const INCENTIVIZED_RULE: Invalid = Invalid("`incentivized` must be true or false; omit it for false.");
const SKIP_EMAIL_RULE: Invalid = Invalid("`skip_email` must be true or false; omit it for false.");

impl ReviewRequestInput {
    /// The request to create, due seven days from `now` by default.
    pub(crate) fn parse(self, now: Timestamp) -> Result<NewReviewRequest, Error> {
        let Self {
            email,
            customer_name,
            product_ids,
            order_id,
            delay_days,
            skip_email,
            reminders,
            language,
            time_zone,
            incentivized,
        } = self;
        Ok(NewReviewRequest {
            dialect: Dialect::BetterReviews,
            origin: RequestOrigin::Call,
            recipient: Recipient::Addressee {
                email: EmailAddress::parse(email.as_str()).map_err(Error::field("email"))?,
                name: customer_name.given().parse(PersonName::parse).map_err(Error::field("customer_name"))?,
            },
            products: products(product_ids).map_err(Error::field("product_ids"))?,
            order: order(order_id).map_err(Error::field("order_id"))?,
            first_message: first_message(&delay_days, now).map_err(Error::field("delay_days"))?,
            channels: channels(skip_email).map_err(Error::field("skip_email"))?,
            reminders: reminders.parse(count_reminders).map_err(Error::field("reminders"))?,
            options: RequestOptions {
                language: language.given().parse(Language::of_tag).map_err(Error::field("language"))?.flatten(),
                time_zone: time_zone.given().parse(Zone::parse).map_err(Error::field("time_zone"))?,
                incentivized: incentivized
                    .optional(INCENTIVIZED_RULE)
                    .map_err(Error::field("incentivized"))?
                    .unwrap_or_default(),
                ..RequestOptions::default()
            },
        })
    }
}

fn product_ids() -> Array {
    let id =
        ObjectBuilder::new().schema_type(Type::String).pattern(Some("^[a-z][a-z0-9]{0,31}-[A-Za-z0-9_.:-]{1,64}$"));
    ArrayBuilder::new()
        .schema_type(SchemaType::from_iter([Type::Array, Type::Null]))
        .items(id)
        .max_items(Some(ProductIds::MAX))
        .description(Some(
            "The products to review. If omitted: the order's products if the order is known, else the shop itself.",
        ))
        .build()
}

fn products(ids: Field<Vec<String>>) -> Result<ProductIds, Invalid> {
    let ids = ids.optional(ProductIds::RULE)?.unwrap_or_default();
    ProductIds::parse(ids.iter().map(String::as_str))
}

fn order(id: Field<String>) -> Result<Option<OrderId>, Invalid> {
    id.optional(ORDER_RULE)?.map_or(Ok(None), |id| OrderId::parse(&id))
}

fn first_message(days: &Field<f64>, now: Timestamp) -> Result<FirstMessage, Invalid> {
    let delay = days.parse(DelayDays::new)?;
    Ok(delay.map_or(FirstMessage::AfterDefaultDelay, |delay| FirstMessage::At(delay.after(now))))
}

fn channels(skip_email: Field<bool>) -> Result<Vec<Channel>, Invalid> {
    let skip_email = skip_email.optional(SKIP_EMAIL_RULE)?.unwrap_or_default();
    Ok(if skip_email { Vec::new() } else { vec![Channel::Email] })
}

/// This sentence replaces the domain's own, which names a field of More Good Reviews' API.
fn count_reminders(count: f64) -> Result<Reminders, Invalid> {
    Reminders::new(count).map_err(|_| REMINDERS_RULE)
}

/// An object; its fields are ignored.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Nothing {}

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
    /// The link to the customer's page.
    #[schema(format = "uri")]
    hub_url: &'a str,
}

fn statuses_of_new() -> Object {
    words([Status::Manual, Status::Scheduled].map(Status::as_str))
}

pub(crate) fn created(created: &Created) -> Result<Reply, app::error::Error> {
    let Created { request, hub_url } = created;
    // Also `scheduled` for delay 0: the email is sent in a moment, and then the list says `sent`.
    let status = if request.step().is_some() { "scheduled" } else { "manual" };
    let body = CreatedBody {
        ok: true,
        request_id: request.id.get(),
        status,
        scheduled_at: seconds(request.scheduled_at),
        hub_url,
    };
    Reply::json(201, &body)
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

/// The answer to a send. The email is due immediately.
pub(crate) fn sending(request: &Request) -> Result<Reply, app::error::Error> {
    let body = SendingBody {
        ok: true,
        request_id: request.id.get(),
        status: "scheduled",
        scheduled_at: seconds(request.scheduled_at),
    };
    Reply::json(200, &body)
}
