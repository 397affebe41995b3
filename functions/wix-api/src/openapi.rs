//! What the function answers, in OpenAPI, and the bodies that it reads field by field.

use edge::openapi::{Dialect, Errors, describe, with_header, words};
use utoipa::openapi::Object;
use utoipa::{OpenApi, ToSchema};

use crate::{bulk, error, query, requests, wire};

/// What the function answers, in OpenAPI.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(
        requests::create,
        requests::show,
        requests::remove,
        query::query,
        query::count,
        bulk::create,
        bulk::cancel
    ))]
    struct Document;
    let errors = Errors::json::<error::Envelope>();
    let dialect = Dialect { name: "ReviewRequestsV2", tag: "Review requests (Wix)", wrong_field: Some(400), errors };
    let document = describe(Document::openapi(), &dialect);
    with_header(document, "X-Wix-Request-Id", "The call's id, as `X-Request-Id` has it.")
}

pub(crate) fn channels() -> Object {
    words([wire::EMAIL])
}

pub(crate) fn statuses() -> Object {
    words(wire::STATUSES)
}

pub(crate) fn identities() -> Object {
    words(wire::IDENTITIES)
}

pub(crate) fn failures() -> Object {
    words(["UNKNOWN_FAILURE_REASON", "ACTIVATION_FAILED", "BOUNCED", "SUBSCRIPTION_INACTIVE"])
}

fn orders() -> Object {
    words(["ASC", "DESC"])
}

/// What `createReviewRequestV2` reads.
#[derive(ToSchema)]
#[expect(dead_code, reason = "bodies are read field by field; this is their schema")]
#[schema(as = ReviewRequestCreation, rename_all = "camelCase")]
pub(crate) struct CreateInput {
    review_request: NewInput,
}

/// A review request to make: an order, at least one item, or both.
#[derive(ToSchema)]
#[expect(dead_code, reason = "bodies are read field by field; this is their schema")]
#[schema(as = NewReviewRequest, rename_all = "camelCase")]
pub(crate) struct NewInput {
    /// When it was, or will be, sent by somebody else. Nothing is sent for it.
    #[schema(format = DateTime)]
    send_date: Option<String>,
    /// `stores`, and no other.
    namespace: Option<String>,
    order: Option<OrderInput>,
    /// At most 5; none are the order's dearest.
    #[schema(max_items = 5)]
    items: Option<Vec<ItemInput>>,
    recipient: Option<RecipientInput>,
    #[schema(schema_with = channels)]
    communication_channel: String,
    #[schema(format = "uuid")]
    automation_activation_id: Option<String>,
}

#[derive(ToSchema)]
#[expect(dead_code, reason = "bodies are read field by field; this is their schema")]
#[schema(as = NewReviewRequestOrder)]
struct OrderInput {
    /// The order's id in the catalog.
    #[schema(format = "uuid")]
    id: Option<String>,
}

#[derive(ToSchema)]
#[expect(dead_code, reason = "bodies are read field by field; this is their schema")]
#[schema(as = NewReviewRequestItem, rename_all = "camelCase")]
struct ItemInput {
    /// The item's id in the catalog; one of the order, if there is an order.
    #[schema(min_length = 1, max_length = 36)]
    catalog_item_id: Option<String>,
}

#[derive(ToSchema)]
#[expect(dead_code, reason = "bodies are read field by field; this is their schema")]
#[schema(as = NewReviewRequestRecipient, rename_all = "camelCase")]
struct RecipientInput {
    /// A customer's GUID; without one the order's buyer is asked.
    #[schema(format = "uuid")]
    contact_id: Option<String>,
}

/// What `queryReviewRequestsV2` reads.
#[derive(ToSchema)]
#[expect(dead_code, reason = "bodies are read field by field; this is their schema")]
#[schema(as = ReviewRequestQuery)]
pub(crate) struct QueryInput {
    query: Option<QueryPart>,
}

#[derive(ToSchema)]
#[expect(dead_code, reason = "bodies are read field by field; this is their schema")]
#[schema(as = ReviewRequestQueryPart, rename_all = "camelCase")]
struct QueryPart {
    /// Fields with values, or with operators such as `{"status": {"$in": ["SENT", "FAILED"]}}`.
    #[schema(value_type = Option<Object>)]
    filter: Option<()>,
    /// By creation, oldest first, when left out.
    #[schema(max_items = 5)]
    sort: Option<Vec<SortInput>>,
    cursor_paging: Option<PagingInput>,
}

#[derive(ToSchema)]
#[expect(dead_code, reason = "bodies are read field by field; this is their schema")]
#[schema(as = ReviewRequestSort, rename_all = "camelCase")]
struct SortInput {
    /// `createdDate`, `sendDate` or `status`.
    field_name: String,
    #[schema(schema_with = orders)]
    order: Option<String>,
}

#[derive(ToSchema)]
#[expect(dead_code, reason = "bodies are read field by field; this is their schema")]
#[schema(as = ReviewRequestPaging)]
struct PagingInput {
    /// 50 when left out.
    #[schema(minimum = 1, maximum = 100)]
    limit: Option<u32>,
    /// Of an earlier answer. It holds the filter and the sorting, which are not sent again.
    cursor: Option<String>,
}

/// What `countReviewRequestsV2` reads.
#[derive(ToSchema)]
#[expect(dead_code, reason = "bodies are read field by field; this is their schema")]
#[schema(as = ReviewRequestCountInput)]
pub(crate) struct CountInput {
    /// As in a query; all when left out.
    #[schema(value_type = Option<Object>)]
    filter: Option<()>,
}

/// What `bulkCreateReviewRequestsV2` reads.
#[derive(ToSchema)]
#[expect(dead_code, reason = "bodies are read field by field; this is their schema")]
#[schema(as = ReviewRequestBulkCreation, rename_all = "camelCase")]
pub(crate) struct BulkCreateInput {
    #[schema(min_items = 1, max_items = 50)]
    review_requests: Vec<NewInput>,
    /// Whether the answer shows the requests; `false` when left out.
    return_entity: Option<bool>,
}

/// What `bulkCancelReviewRequestsV2` reads.
#[derive(ToSchema)]
#[expect(dead_code, reason = "bodies are read field by field; this is their schema")]
#[schema(as = ReviewRequestBulkCancellation)]
pub(crate) struct BulkCancelInput {
    /// As in a query; `{}` is all.
    #[schema(value_type = Object)]
    filter: (),
}
