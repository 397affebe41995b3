//! What the bulk calls read, and are answered with.

use app::requests::Reply;
use domain::Guid;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::error::{ApplicationError, Failure, Rule, Violation};

/// The most requests that one call makes.
const REQUESTS_MAX: usize = 50;

/// The requests to make.
pub(crate) fn requests(object: &Map<String, Value>) -> Result<&[Value], Violation> {
    const RULE: &str = "Send a list of 1 to 50 review requests.";
    match object.get("reviewRequests") {
        Some(Value::Array(requests)) if requests.len() > REQUESTS_MAX => {
            Err(Violation::new("reviewRequests", Rule::MaxSize, RULE))
        }
        Some(Value::Array(requests)) if !requests.is_empty() => Ok(requests),
        None | Some(Value::Null | Value::Array(_)) => Err(Violation::new("reviewRequests", Rule::RequiredField, RULE)),
        Some(_) => Err(Violation::new("reviewRequests", Rule::Format, RULE)),
    }
}

/// Whether the answer shows the requests.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReturnEntity {
    Yes,
    No,
}

pub(crate) fn return_entity(object: &Map<String, Value>) -> Result<ReturnEntity, Violation> {
    match object.get("returnEntity") {
        None | Some(Value::Null | Value::Bool(false)) => Ok(ReturnEntity::No),
        Some(Value::Bool(true)) => Ok(ReturnEntity::Yes),
        Some(_) => Err(Violation::new("returnEntity", Rule::Format, "Send true or false.")),
    }
}

/// What became of many.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestBulkAnswer)]
pub(crate) struct BulkBody {
    results: Vec<ItemResult>,
    bulk_action_metadata: BulkActionMetadata,
}

/// What became of one of them.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestBulkResult)]
pub(crate) struct ItemResult {
    item_metadata: ItemMetadata,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, value_type = super::ReviewRequest)]
    item: Option<Value>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestBulkItem)]
struct ItemMetadata {
    /// The request's, if it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "uuid", value_type = String)]
    id: Option<Value>,
    /// Its place in the call.
    original_index: usize,
    success: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    error: Option<ApplicationError>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestBulkMetadata)]
struct BulkActionMetadata {
    total_successes: usize,
    total_failures: usize,
    /// Failures of which nothing is said: none.
    undetailed_failures: usize,
}

/// The job, which is done.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestJob)]
pub(crate) struct JobBody {
    #[schema(format = "uuid")]
    job_id: String,
}

impl ItemResult {
    pub(crate) fn new(original_index: usize, made: Result<Reply, Failure>, return_entity: ReturnEntity) -> Self {
        match made {
            Ok(answer) => {
                // The answer may be an earlier call's, of which nothing else is kept.
                let mut body: Value = serde_json::from_str(&answer.body).unwrap_or_default();
                let item = body.get_mut("reviewRequest").map(Value::take).unwrap_or_default();
                let metadata = ItemMetadata { id: item.get("id").cloned(), original_index, success: true, error: None };
                Self { item_metadata: metadata, item: (return_entity == ReturnEntity::Yes).then_some(item) }
            }
            Err(failure) => {
                let error = Some(failure.into_item_error());
                Self { item_metadata: ItemMetadata { id: None, original_index, success: false, error }, item: None }
            }
        }
    }
}

impl BulkBody {
    pub(crate) fn new(results: Vec<ItemResult>) -> Self {
        let total_successes = results.iter().filter(|result| result.item_metadata.success).count();
        let total_failures = results.len() - total_successes;
        Self {
            results,
            bulk_action_metadata: BulkActionMetadata { total_successes, total_failures, undetailed_failures: 0 },
        }
    }
}

impl JobBody {
    pub(crate) fn new(job: Guid) -> Self {
        Self { job_id: job.to_string() }
    }
}
