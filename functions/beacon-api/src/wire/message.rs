//! Messages, to one customer or to all.

use app::idempotency::Reply;
use edge::beacon::{CustomersById, MessageRow};
use serde::Serialize;
use store::message::CustomerMessage;
use utoipa::ToSchema;

use crate::use_cases::NumberedPage;
use crate::wire::page::Pagination;

#[derive(Serialize, ToSchema)]
#[schema(as = BeaconMessagesPage)]
pub(crate) struct MessagesPage {
    /// Always `true`.
    success: bool,
    data: Vec<MessageRow>,
    pagination: Pagination,
}

/// A page of messages with their customers; `path` is the list's URL.
pub(crate) fn page(
    page: NumberedPage<CustomerMessage>,
    customers: &CustomersById,
    path: String,
) -> Result<Reply, app::error::Error> {
    let (messages, pagination) = Pagination::new(page, path);
    let data = messages.into_iter().map(|message| MessageRow::new(message, customers)).collect();
    Reply::json(200, &MessagesPage { success: true, data, pagination })
}
