//! `GET /beacon/messages`.

use axum::extract::RawQuery;
use axum::http::HeaderMap;
use domain::values::SCOPE_CUSTOMERS_READ;
use edge::respond::reply;

use crate::error::Served;
use crate::parts::SharedParts;
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
pub(crate) async fn list(parts: SharedParts, RawQuery(query): RawQuery, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_CUSTOMERS_READ).await?;
    let (messages, customers) = parts.customers.all_messages(&call.caller, &page::parse(query.as_deref())?).await?;
    Ok(reply(message::page(messages, &customers, format!("{}/beacon/messages", parts.base_url))?))
}
