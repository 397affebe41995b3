//! The JSON of invitations, as Amino documents it.

pub(crate) mod public;

use app::idempotency::Reply;
use app::request::stats::Days;
use app::request::{FirstMessage, NewReviewRequest, Recipient};
use domain::order::{OrderId, ProductIds};
use domain::request::{Counter, RequestOptions};
use domain::values::{
    Channel, Dialect, EmailAddress, Invalid, Language, PersonName, Reminders, RequestOrigin, parse_day,
};
use edge::body::Fields;
use edge::error::Error;
use edge::field::Field;
use edge::openapi::language_tag;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use store::request::counters::Counts;
use utoipa::ToSchema;

use crate::error::Failure;

#[derive(Deserialize, ToSchema)]
pub(crate) struct Invitation {
    /// The customer's email address.
    #[schema(value_type = String, format = "idn-email", max_length = 254)]
    email: Field<String>,
    /// The customer's name, with which the email greets the customer.
    #[schema(value_type = String, min_length = 1, max_length = 200)]
    name: Field<String>,
    /// The shop's reference for the order. For the same reference and email address, only one invitation is sent.
    #[schema(value_type = Option<String>, max_length = 255)]
    order_ref: Field<String>,
    #[schema(schema_with = language_tag, required = false)]
    language: Field<String>,
}

const ORDER_RULE: Invalid = Invalid("`order_ref` must be a string; omit it if there is no order.");

impl Invitation {
    pub(crate) fn parse(self, now: Timestamp) -> Result<NewReviewRequest, Failure> {
        let Self { email, name, order_ref, language } = self;
        let required = [("email", &email), ("name", &name)];
        let missing: Vec<_> = required.into_iter().filter(|(_, field)| is_blank(field)).map(|(name, _)| name).collect();
        if !missing.is_empty() {
            return Err(Failure::Missing(missing));
        }
        Ok(NewReviewRequest {
            dialect: Dialect::Amino,
            origin: RequestOrigin::Call,
            recipient: Recipient::Addressee {
                email: EmailAddress::parse(email.as_str()).map_err(Error::field("email"))?,
                name: Some(PersonName::parse(name.as_str()).map_err(Error::field("name"))?),
            },
            products: ProductIds::default(),
            order: order(order_ref).map_err(Error::field("order_ref"))?,
            first_message: FirstMessage::At(now),
            channels: vec![Channel::Email],
            reminders: Some(Reminders::NONE),
            options: RequestOptions {
                language: language.parse(Language::of_tag).map_err(Error::field("language"))?.flatten(),
                ..RequestOptions::default()
            },
        })
    }
}

/// Whether a field is missing or blank. A value of another type is invalid, not missing.
fn is_blank(field: &Field<String>) -> bool {
    match field {
        Field::Absent | Field::Null => true,
        Field::Value(string) => string.trim().is_empty(),
        Field::Invalid => false,
    }
}

fn order(reference: Field<String>) -> Result<Option<OrderId>, Invalid> {
    reference.optional(ORDER_RULE)?.map_or(Ok(None), |reference| OrderId::parse(&reference))
}

/// Reads `?from=&to=`, the first and last UTC day of creation. If one is omitted, the range is as long as allowed.
pub(crate) fn days(query: Option<&str>, now: Timestamp) -> Result<Option<Days>, Failure> {
    let fields = Fields::of_query(query);
    let date = |name| fields.find(name).map(|day| parse_day(day).ok_or(DATE_RULE)).transpose();
    let first = date("from").map_err(Error::field("from"))?;
    let last = date("to").map_err(Error::field("to"))?;
    let today = now.to_zoned(TimeZone::UTC).date();
    let range = match (first, last) {
        (None, None) => return Ok(None),
        (Some(first), last) => Days::new(first, last.unwrap_or(today)),
        (None, Some(last)) => Days::until(last),
    };
    Ok(Some(range.map_err(Error::field("from"))?))
}

const DATE_RULE: Invalid = Invalid("`from` and `to` must be days such as 2026-11-20.");

#[derive(Serialize, ToSchema)]
pub(crate) struct Invited<'a> {
    /// Always `true`.
    ok: bool,
    /// The link in the email.
    #[schema(format = "uri")]
    review_url: &'a str,
}

/// The answer with a link, whether or not the link is new.
pub(crate) fn invited(review_url: &str) -> Result<Reply, app::error::Error> {
    Reply::json(200, &Invited { ok: true, review_url })
}

#[derive(Serialize, ToSchema)]
#[schema(as = InvitationStats)]
pub(crate) struct StatsBody {
    /// Always `true`.
    ok: bool,
    stats: Totals,
}

#[derive(Serialize, ToSchema)]
#[schema(as = InvitationTotals)]
struct Totals {
    /// Requests whose first message was handed to the provider.
    sent: u64,
    /// Requests whose link was opened.
    opened: u64,
    /// Requests with a review.
    completed: u64,
    /// Requests that expired without a review.
    expired: u64,
}

impl StatsBody {
    pub(crate) fn new(counts: &[Counts]) -> Self {
        let of = |counter| counts.iter().map(|counts| counts.of(counter)).sum();
        let stats = Totals {
            sent: of(Counter::Sent),
            opened: of(Counter::Opened),
            completed: of(Counter::Completed),
            expired: of(Counter::Expired),
        };
        Self { ok: true, stats }
    }
}
