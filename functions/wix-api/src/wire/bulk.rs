//! Creating many requests at once.

use app::Reply;
use edge::Field;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::error::violation::{Rule, Violation};
use crate::error::{ApplicationError, Failure};
use crate::wire::new_request::NewInput;
use crate::wire::request::ReviewRequest;

/// The most requests that one call creates.
const REQUESTS_MAX: usize = 50;

/// What `bulkCreateReviewRequestsV2` reads.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestBulkCreation)]
pub(crate) struct BulkCreateInput {
    #[schema(value_type = Vec<NewInput>, min_items = 1, max_items = 50)]
    review_requests: Field<Vec<Field<NewInput>>>,
    /// Whether the answer shows the requests; `false` if omitted.
    #[schema(value_type = Option<bool>)]
    return_entity: Field<bool>,
}

/// Whether the answer shows the requests.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReturnEntity {
    Yes,
    No,
}

impl BulkCreateInput {
    /// The requests, 1 to 50 of them and not parsed yet, because each has a result of its own.
    pub(crate) fn parse(&self) -> Result<(&[Field<NewInput>], ReturnEntity), Violation> {
        const RULE: &str = "Send a list of 1 to 50 review requests.";
        let Self { review_requests, return_entity } = self;
        let wrong = |rule| Violation::new("reviewRequests", rule, RULE);
        let requests = match review_requests {
            Field::Absent | Field::Null => return Err(wrong(Rule::RequiredField)),
            Field::Invalid => return Err(wrong(Rule::Format)),
            Field::Value(requests) if requests.is_empty() => return Err(wrong(Rule::RequiredField)),
            Field::Value(requests) if requests.len() > REQUESTS_MAX => return Err(wrong(Rule::MaxSize)),
            Field::Value(requests) => requests,
        };
        Ok((requests, parse_return_entity(return_entity)?))
    }
}

pub(super) fn parse_return_entity(field: &Field<bool>) -> Result<ReturnEntity, Violation> {
    match field {
        Field::Absent | Field::Null | Field::Value(false) => Ok(ReturnEntity::No),
        Field::Value(true) => Ok(ReturnEntity::Yes),
        Field::Invalid => Err(Violation::new("returnEntity", Rule::Format, "Send true or false.")),
    }
}

/// The results of a bulk call.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestBulkAnswer)]
pub(crate) struct BulkBody {
    results: Vec<ItemResult>,
    bulk_action_metadata: BulkActionMetadata,
}

/// The result of one item.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestBulkResult)]
pub(crate) struct ItemResult {
    item_metadata: ItemMetadata,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, value_type = ReviewRequest)]
    item: Option<Value>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestBulkItem)]
pub(super) struct ItemMetadata {
    /// The id of what was created.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "uuid", value_type = String)]
    id: Option<Value>,
    /// The item's place in the call, from 0.
    original_index: usize,
    success: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    error: Option<ApplicationError>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestBulkMetadata)]
pub(super) struct BulkActionMetadata {
    total_successes: usize,
    total_failures: usize,
    /// Failures without an `error`; always 0.
    undetailed_failures: usize,
}

impl ItemMetadata {
    pub(super) fn done(original_index: usize, id: Option<Value>) -> Self {
        Self { id, original_index, success: true, error: None }
    }

    pub(super) fn failed(original_index: usize, failure: Failure) -> Self {
        Self { id: None, original_index, success: false, error: Some(failure.into_item_error()) }
    }
}

impl BulkActionMetadata {
    pub(super) fn of<'a>(items: impl Iterator<Item = &'a ItemMetadata>) -> Self {
        let (successes, failures): (Vec<_>, Vec<_>) = items.partition(|item| item.success);
        Self { total_successes: successes.len(), total_failures: failures.len(), undetailed_failures: 0 }
    }
}

impl ItemResult {
    pub(crate) fn new(original_index: usize, made: Result<Reply, Failure>, return_entity: ReturnEntity) -> Self {
        match made.and_then(|reply| Ok(shown_in(&reply)?)) {
            Ok(item) => Self {
                item_metadata: ItemMetadata::done(original_index, item.get("id").cloned()),
                item: (return_entity == ReturnEntity::Yes).then_some(item),
            },
            Err(failure) => Self { item_metadata: ItemMetadata::failed(original_index, failure), item: None },
        }
    }
}

/// The request that an answer shows. The answer may be an earlier call's, of which only the JSON is stored.
fn shown_in(reply: &Reply) -> Result<Value, app::Error> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Body {
        review_request: Value,
    }
    let body = serde_json::from_str::<Body>(&reply.body).map_err(|error| app::Error::Internal(error.to_string()))?;
    Ok(body.review_request)
}

impl BulkBody {
    pub(crate) fn new(results: Vec<ItemResult>) -> Self {
        let bulk_action_metadata = BulkActionMetadata::of(results.iter().map(|result| &result.item_metadata));
        Self { results, bulk_action_metadata }
    }
}
