//! `/beacon/customers`, and one customer's reviews and messages.

use axum::extract::{RawQuery, Request};
use axum::http::HeaderMap;
use domain::values::{CustomerId, SCOPE_CUSTOMERS_READ, SCOPE_CUSTOMERS_WRITE};
use edge::http::Segment;
use edge::respond::reply;

use crate::error::Served;
use crate::wire::charge::{self, ChargeBody, ChargeInput};
use crate::wire::customer::{self, CustomerBody, CustomerInput, CustomersPage};
use crate::wire::page::{self, MessagesPage, ReviewsPage};
use crate::wire::parse_id;
use crate::{Parts, SharedParts};

const UPSERT: &str = "POST /beacon/customers";

/// Create or update a customer
///
/// The customer is found by email or, without an email, by phone number. Omitted fields keep their value; `null` clears
/// a field.
#[utoipa::path(
    post, path = "/beacon/customers", operation_id = "putCustomer",
    security(("key" = [SCOPE_CUSTOMERS_WRITE])),
    request_body = CustomerInput,
    responses((status = 200, body = CustomerBody, description = "The customer after the update.")),
)]
pub(crate) async fn upsert(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.json::<CustomerInput>(request, SCOPE_CUSTOMERS_WRITE).await?;
    let idempotency = call.idempotency(UPSERT)?;
    let country = parts.country(&call.caller, call.input.needs_country()).await?;
    let changes = call.input.parse(country)?;
    Ok(reply(parts.customers.upsert(&call.caller, changes, idempotency.as_ref(), call.now, customer::saved).await?))
}

/// List all customers, oldest first
///
/// Includes customers from all APIs. `page` alone reaches only the first 10,000 rows and the last page; follow
/// `next_page_url` for the rest.
#[utoipa::path(
    get, path = "/beacon/customers", operation_id = "listCustomers",
    security(("key" = [SCOPE_CUSTOMERS_READ])),
    params(page::PageParams),
    responses((status = 200, body = CustomersPage, description = "A page of customers.")),
)]
pub(crate) async fn list(parts: SharedParts, RawQuery(query): RawQuery, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_CUSTOMERS_READ).await?;
    let customers = parts.customers.list(&call.caller, &page::parse(query.as_deref())?).await?;
    Ok(reply(customer::page(customers, format!("{}/beacon/customers", parts.base_url))?))
}

/// List a customer's reviews
///
/// Includes reviews from all APIs, sorted by request, oldest first.
#[utoipa::path(
    get, path = "/beacon/customers/{id}/reviews", operation_id = "listCustomerReviews",
    security(("key" = [SCOPE_CUSTOMERS_READ])),
    params(
        ("id" = String, Path, format = "uuid", description = "The customer's id."),
        page::PageParams,
    ),
    responses((status = 200, body = ReviewsPage, description = "A page of reviews.")),
)]
pub(crate) async fn reviews(
    parts: SharedParts,
    Segment(id): Segment,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_CUSTOMERS_READ).await?;
    let (asked, id) = (page::parse(query.as_deref())?, parse_id(&id)?);
    let reviews = parts.customers.reviews(&call.caller, id, &asked).await?;
    Ok(reply(page::reviews(reviews, parts.url_of(id, "reviews"))?))
}

/// List the messages to a customer
///
/// Includes messages from all APIs, sorted by request, oldest first.
#[utoipa::path(
    get, path = "/beacon/customers/{id}/messages", operation_id = "listCustomerMessages",
    security(("key" = [SCOPE_CUSTOMERS_READ])),
    params(
        ("id" = String, Path, format = "uuid", description = "The customer's id."),
        page::PageParams,
    ),
    responses((status = 200, body = MessagesPage, description = "A page of messages.")),
)]
pub(crate) async fn messages(
    parts: SharedParts,
    Segment(id): Segment,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_CUSTOMERS_READ).await?;
    let (asked, id) = (page::parse(query.as_deref())?, parse_id(&id)?);
    let (messages, customers) = parts.customers.messages(&call.caller, id, &asked).await?;
    Ok(reply(page::messages(messages, &customers, parts.url_of(id, "messages"))?))
}

impl Parts {
    fn url_of(&self, id: CustomerId, list: &str) -> String {
        format!("{}/beacon/customers/{}/{list}", self.base_url, id.guid())
    }
}

/// List all messages, newest first
///
/// Includes messages from all APIs. A message appears when it was sent, failed or remained unconfirmed. `page` alone
/// reaches only the first 10,000 rows and the last page; follow `next_page_url` for the rest.
#[utoipa::path(
    get, path = "/beacon/messages", operation_id = "listBeaconMessages",
    security(("key" = [SCOPE_CUSTOMERS_READ])),
    params(page::PageParams),
    responses((status = 200, body = MessagesPage, description = "A page of messages.")),
)]
pub(crate) async fn all_messages(parts: SharedParts, RawQuery(query): RawQuery, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_CUSTOMERS_READ).await?;
    let (messages, customers) = parts.customers.all_messages(&call.caller, &page::parse(query.as_deref())?).await?;
    Ok(reply(page::messages(messages, &customers, format!("{}/beacon/messages", parts.base_url))?))
}

/// List all reviews, newest first
///
/// Includes reviews from all APIs, also hidden reviews. `page` alone reaches only the first 10,000 rows and the last
/// page; follow `next_page_url` for the rest.
#[utoipa::path(
    get, path = "/beacon/reviews", operation_id = "listBeaconReviews",
    security(("key" = [SCOPE_CUSTOMERS_READ])),
    params(page::PageParams),
    responses((status = 200, body = ReviewsPage, description = "A page of reviews.")),
)]
pub(crate) async fn all_reviews(parts: SharedParts, RawQuery(query): RawQuery, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_CUSTOMERS_READ).await?;
    let reviews = parts.customers.all_reviews(&call.caller, &page::parse(query.as_deref())?).await?;
    Ok(reply(page::reviews(reviews, format!("{}/beacon/reviews", parts.base_url))?))
}

const CHARGE: &str = "POST /beacon/charges";

/// Record a customer's payment
///
/// If the charge names a location, later messages to the customer name that location as the sender.
#[utoipa::path(
    post, path = "/beacon/charges", operation_id = "createCharge",
    security(("key" = [SCOPE_CUSTOMERS_WRITE])),
    request_body = ChargeInput,
    responses(
        (status = 200, body = ChargeBody, description = "The charge."),
        (status = 404, description = "The customer or the location is unknown."),
    ),
)]
pub(crate) async fn charge(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.json::<ChargeInput>(request, SCOPE_CUSTOMERS_WRITE).await?;
    let idempotency = call.idempotency(CHARGE)?;
    let country = parts.country(&call.caller, call.input.needs_country()).await?;
    let new = call.input.parse(country)?;
    Ok(reply(parts.customers.charge(&call.caller, new, idempotency.as_ref(), call.now, charge::created).await?))
}
