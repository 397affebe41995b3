//! `GET /beacon/messages`.

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::values::SCOPE_CUSTOMERS_READ;
use edge::respond::reply;

use crate::error::Failure;
use crate::parts::Parts;
use crate::wire::message::{self, MessagesPage};
use crate::wire::page;

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
pub(crate) async fn list(
    State(parts): State<Arc<Parts>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let call = parts.calls.bare(&headers, SCOPE_CUSTOMERS_READ).await?;
    let (messages, customers) = parts.customers.all_messages(&call.caller, &page::parse(query.as_deref())?).await?;
    Ok(reply(message::page(messages, &customers, format!("{}/beacon/messages", parts.base_url))?))
}
