//! Creates many requests at once.

use app::idempotency::Reply;
use domain::values::Invalid;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::each::Made;
use crate::error::violation::Violation;
use crate::error::{ApplicationError, Failure};
use crate::wire::new_request::{ItemInput, NewInput, OrderInput, RecipientInput};
use crate::wire::parse::{FLAG_RULE, List};
use crate::wire::request::ReviewRequest;

edge::input! {
    /// The body of `bulkCreateReviewRequestsV2`.
    pub(crate) struct BulkCreateInput as ReviewRequestBulkCreation with NewInput, OrderInput, ItemInput, RecipientInput refused Violation {
        review_requests "reviewRequests": List<NewInput, 1, 50>, or "Send a list of 1 to 50 review requests.";
        /// Whether the answer contains the requests; `false` if omitted.
        return_entity "returnEntity": Option<bool>, or FLAG_RULE;
    }
}

/// The requests of a bulk call, which are parsed later, because each has its own result; and whether the answer contains them.
type Items<'a> = (&'a [Result<NewInput, Invalid>], bool);

impl BulkCreateInput {
    pub(crate) fn parse(&self) -> Result<Items<'_>, Violation> {
        let requests = self.review_requests.as_ref().map_err(Violation::clone)?;
        Ok((requests, self.return_entity.clone()?.unwrap_or_default()))
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
struct ItemResult {
    item_metadata: ItemMetadata,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, value_type = ReviewRequest)]
    item: Option<Value>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestBulkItem)]
struct ItemMetadata {
    /// The id of the created request.
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
struct BulkActionMetadata {
    total_successes: usize,
    total_failures: usize,
    /// Always 0, because every failed item has an `error`.
    undetailed_failures: usize,
}

impl ItemMetadata {
    /// The result of an item. If the call wants it, the result contains the JSON of the new request.
    fn of(original_index: usize, made: Result<Reply, Failure>, return_entity: bool) -> (Self, Option<Value>) {
        match made.and_then(|reply| Ok(shown_in(&reply)?)) {
            Ok(shown) => {
                let id = shown.get("id").cloned();
                let made = Self { id, original_index, success: true, error: None };
                (made, return_entity.then_some(shown))
            }
            Err(failure) => {
                let error = Some(failure.into_item_error());
                (Self { id: None, original_index, success: false, error }, None)
            }
        }
    }
}

impl BulkActionMetadata {
    fn of<'a>(items: impl Iterator<Item = &'a ItemMetadata>) -> Self {
        let (successes, failures): (Vec<_>, Vec<_>) = items.partition(|item| item.success);
        Self { total_successes: successes.len(), total_failures: failures.len(), undetailed_failures: 0 }
    }
}

/// The request in a reply. A repeated call has only the JSON of the earlier reply.
fn shown_in(reply: &Reply) -> Result<Value, app::error::Error> {
    let body = serde_json::from_str::<Value>(&reply.body).ok();
    let shown = body.and_then(|mut body| Some(body.get_mut("reviewRequest")?.take()));
    shown.ok_or_else(|| app::error::Error::Internal("a reply without a request".to_owned()))
}

impl BulkBody {
    pub(crate) fn new(made: Made, return_entity: bool) -> Self {
        let result = |(index, made)| {
            let (item_metadata, item) = ItemMetadata::of(index, made, return_entity);
            ItemResult { item_metadata, item }
        };
        let results: Vec<_> = made.0.into_iter().enumerate().map(result).collect();
        let bulk_action_metadata = BulkActionMetadata::of(results.iter().map(|result| &result.item_metadata));
        Self { results, bulk_action_metadata }
    }
}
