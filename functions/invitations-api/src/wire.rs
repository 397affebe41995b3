//! The JSON of invitations, as the Amino document has it.

use app::requests::{Created, NewReviewRequest, Recipient, Reply};
use app::stats::Days;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::Response;
use domain::{
    Channel, Counter, Delivery, Dialect, EmailAddress, Invalid, Language, OrderId, PersonName, ProductIds, Quota,
    SLOTS, WINDOW, WixFields,
};
use edge::{Error, Fields};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;
use serde_json::{Map, Value};
use store::Counts;
use utoipa::ToSchema;

use crate::error::Failure;

/// Reads a body: what is missing is told all at once, then the first field that breaks its rule.
pub(crate) fn invitation(object: &Map<String, Value>, now: Timestamp) -> Result<NewReviewRequest, Failure> {
    let field = |name: &str| object.get(name).unwrap_or(&Value::Null);
    let blank = |name: &&str| match field(name) {
        Value::Null => true,
        value => value.as_str().is_some_and(|text| text.trim().is_empty()),
    };
    let missing: Vec<_> = ["email", "name"].into_iter().filter(blank).collect();
    if !missing.is_empty() {
        return Err(Failure::Missing(missing));
    }
    let text = |name: &str| field(name).as_str().unwrap_or_default();
    Ok(NewReviewRequest {
        dialect: Dialect::Amino,
        recipient: Recipient::Addressee {
            email: EmailAddress::parse(text("email")).map_err(Error::field("email"))?,
            name: Some(PersonName::parse(text("name")).map_err(Error::field("name"))?),
        },
        products: ProductIds::default(),
        order: order(field("order_ref")).map_err(Error::field("order_ref"))?,
        scheduled_at: now,
        delivery: Delivery::once(Channel::Email),
        language: language(field("language")).map_err(Error::field("language"))?,
        wix: WixFields::default(),
    })
}

fn order(value: &Value) -> Result<Option<OrderId>, Invalid> {
    match value {
        Value::Null => Ok(None),
        Value::String(text) => OrderId::parse(text),
        _ => Err(Invalid("`order_ref` is a text; leave it out if there is no order.")),
    }
}

fn language(value: &Value) -> Result<Option<Language>, Invalid> {
    match value {
        Value::Null => Ok(None),
        value => Language::parse(value.as_str().unwrap_or_default()),
    }
}

/// Reads `?from=&to=`: days of creation, in UTC; one left out is open, as far as a range may go.
pub(crate) fn days(query: &str, now: Timestamp) -> Result<Option<Days>, Failure> {
    let fields = Fields::of_query(Some(query));
    let date = |name| fields.find(name).map(|text| text.parse::<Date>().map_err(|_| DATE)).transpose();
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

const DATE: Invalid = Invalid("`from` and `to` are days such as 2026-11-20.");

#[derive(Serialize, ToSchema)]
pub(crate) struct Invited<'a> {
    /// Always `true`.
    ok: bool,
    /// The link that the mail carries.
    #[schema(format = "uri")]
    review_url: &'a str,
}

/// The answer to an invitation.
pub(crate) fn created(created: &Created) -> Reply {
    let Created { request: _ /* the dialect shows no id */, hub_url } = created;
    invited(hub_url)
}

/// The answer that shows a link, new or not.
pub(crate) fn invited(review_url: &str) -> Reply {
    Reply::new(200, serde_json::to_string(&Invited { ok: true, review_url }).unwrap_or_default())
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
    /// Requests whose link was followed.
    opened: u64,
    /// Requests with a review.
    completed: u64,
    /// Requests that ended without one.
    expired: u64,
}

/// The answer that shows the counters, added up.
pub(crate) fn totals(counts: &[Counts]) -> Reply {
    let of = |counter| counts.iter().map(|counts| counts.of(counter)).sum();
    let stats = Totals {
        sent: of(Counter::Sent),
        opened: of(Counter::Opened),
        completed: of(Counter::Completed),
        expired: of(Counter::Expired),
    };
    Reply::new(200, serde_json::to_string(&StatsBody { ok: true, stats }).unwrap_or_default())
}

/// An answer on its way out, with what is left of the limit.
pub(crate) fn respond(answer: Reply) -> Response {
    let quota = answer.quota;
    let mut response = edge::native::answer(answer);
    if let Some(quota) = quota {
        rate_limit(response.headers_mut(), quota);
    }
    response
}

/// The headers of the IETF's draft on rate limits (draft-ietf-httpapi-ratelimit-headers).
pub(crate) fn rate_limit(headers: &mut HeaderMap, quota: Quota) {
    let Quota { remaining, reset_s } = quota;
    let policy = format!("\"invitations\";q={SLOTS};w={}", WINDOW.as_secs());
    let limit = format!("\"invitations\";r={remaining};t={reset_s}");
    for (name, value) in [("ratelimit-policy", policy), ("ratelimit", limit)] {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
}
