//! `/beacon/customers`, and one customer's reviews and messages.

use std::sync::Arc;

use app::{PageAsked, SCOPE_CUSTOMERS_READ, SCOPE_CUSTOMERS_WRITE};
use axum::extract::{RawQuery, Request, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::CustomerId;
use edge::native::answer;
use edge::{Segment, bearer};

use crate::error::Failure;
use crate::openapi::CustomerInput;
use crate::wire::{self, CustomerBody, CustomersPage, MessagesPage, ReviewsPage};
use crate::{Call, Parts};

const ROUTE: &str = "POST /beacon/customers";

/// Make or change a customer
///
/// The customer is known by the email, or, without one, by the phone number. A field that is left out
/// stays as it is; null clears it.
#[utoipa::path(
    post, path = "/beacon/customers", operation_id = "putCustomer",
    security(("key" = [SCOPE_CUSTOMERS_WRITE])),
    request_body = CustomerInput,
    responses((status = 200, body = CustomerBody, description = "The customer as they are kept.")),
)]
pub(crate) async fn upsert(State(parts): State<Arc<Parts>>, request: Request) -> Result<Response, Failure> {
    let Call { caller, object, idempotency, now } = parts.told(request, SCOPE_CUSTOMERS_WRITE, ROUTE).await?;
    let changes = wire::customer_changes(&object)?;
    let saved = parts.customers.upsert(&caller, changes, idempotency.as_ref(), now, wire::customer).await?;
    Ok(answer(saved))
}

/// All customers, oldest first
#[utoipa::path(
    get, path = "/beacon/customers", operation_id = "listCustomers",
    security(("key" = [SCOPE_CUSTOMERS_READ])),
    params(
        ("page" = Option<u64>, Query, minimum = 1, description = "Which page, from 1."),
        ("per_page" = Option<u32>, Query, minimum = 1, maximum = 100, description = "Rows a page; 50 if left out."),
        ("after" = Option<String>, Query, description = "Part of the URLs of pages: follow them as they are."),
    ),
    responses((status = 200, body = CustomersPage, description = "A page of customers.")),
)]
pub(crate) async fn list(
    State(parts): State<Arc<Parts>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let caller = parts.access.authenticate(bearer(&headers), SCOPE_CUSTOMERS_READ, now).await?;
    let page = parts.customers.list(&caller, &asked(query)?).await?;
    Ok(answer(wire::customers_page(page, format!("{}/beacon/customers", parts.base_url))))
}

/// A customer's reviews
#[utoipa::path(
    get, path = "/beacon/customers/{id}/reviews", operation_id = "listCustomerReviews",
    security(("key" = [SCOPE_CUSTOMERS_READ])),
    params(
        ("id" = String, Path, description = "The customer's id."),
        ("page" = Option<u64>, Query, minimum = 1, description = "Which page, from 1."),
        ("per_page" = Option<u32>, Query, minimum = 1, maximum = 100, description = "Rows a page; 50 if left out."),
        ("after" = Option<String>, Query, description = "Part of the URLs of pages: follow them as they are."),
    ),
    responses((status = 200, body = ReviewsPage, description = "A page of reviews."), (status = 404)),
)]
pub(crate) async fn reviews(
    State(parts): State<Arc<Parts>>,
    Segment(id): Segment,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let caller = parts.access.authenticate(bearer(&headers), SCOPE_CUSTOMERS_READ, now).await?;
    let (asked, id) = (asked(query)?, wire::customer_id(&id)?);
    let page = parts.customers.reviews(&caller, id, &asked).await?;
    Ok(answer(wire::reviews_page(page, parts.path_of(id, "reviews"))))
}

/// The messages to a customer
#[utoipa::path(
    get, path = "/beacon/customers/{id}/messages", operation_id = "listCustomerMessages",
    security(("key" = [SCOPE_CUSTOMERS_READ])),
    params(
        ("id" = String, Path, description = "The customer's id."),
        ("page" = Option<u64>, Query, minimum = 1, description = "Which page, from 1."),
        ("per_page" = Option<u32>, Query, minimum = 1, maximum = 100, description = "Rows a page; 50 if left out."),
        ("after" = Option<String>, Query, description = "Part of the URLs of pages: follow them as they are."),
    ),
    responses((status = 200, body = MessagesPage, description = "A page of messages."), (status = 404)),
)]
pub(crate) async fn messages(
    State(parts): State<Arc<Parts>>,
    Segment(id): Segment,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let caller = parts.access.authenticate(bearer(&headers), SCOPE_CUSTOMERS_READ, now).await?;
    let (asked, id) = (asked(query)?, wire::customer_id(&id)?);
    let page = parts.customers.messages(&caller, id, &asked).await?;
    Ok(answer(wire::messages_page(page, parts.path_of(id, "messages"))))
}

fn asked(query: Option<String>) -> Result<PageAsked, Failure> {
    wire::page_asked(query.as_deref().unwrap_or_default())
}

impl Parts {
    /// The URL of a list of a customer's.
    fn path_of(&self, id: CustomerId, list: &str) -> String {
        format!("{}/beacon/customers/{}/{list}", self.base_url, id.guid())
    }
}
