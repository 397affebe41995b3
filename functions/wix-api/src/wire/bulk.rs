//! Creates many requests at once.

use app::idempotency::Reply;
use domain::values::Invalid;
use edge::shown::{Absent, Shown as _, format};
use serde_json::Value;

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

edge::shown! {
    /// The results of a bulk call.
    pub(crate) struct BulkBody as ReviewRequestBulkAnswer ((results, counts): (Vec<ItemResult>, (usize, usize))) {
        results: Vec<ItemResult> = results;
        bulk_action_metadata "bulkActionMetadata": BulkActionMetadata = counts;
    }

    /// The result of one item.
    struct ItemResult as ReviewRequestBulkResult ((metadata, item): (ItemMetadata, Option<Value>)) {
        item_metadata "itemMetadata": ItemMetadata = metadata;
        item: Absent<Value> = item, as ReviewRequest::shape().kind;
    }

    struct ItemMetadata as ReviewRequestBulkItem ((id, index, error): (Option<Value>, usize, Option<ApplicationError>)) {
        /// The id of the created request.
        id: Absent<Value> = id, as format("uuid");
        /// The item's place in the call, from 0.
        original_index "originalIndex": usize = index;
        success: bool = error.is_none();
        error: Absent<ApplicationError> = error;
    }

    struct BulkActionMetadata as ReviewRequestBulkMetadata ((successes, failures): (usize, usize)) {
        total_successes "totalSuccesses": usize = successes;
        total_failures "totalFailures": usize = failures;
        /// Always 0, because every failed item has an `error`.
        undetailed_failures "undetailedFailures": usize = 0;
    }
}

/// The result of an item. If the call wants it, the result contains the JSON of the new request.
fn result(index: usize, made: Result<Reply, Failure>, return_entity: bool) -> ItemResult {
    ItemResult::new(match made.and_then(|reply| Ok(shown_in(&reply)?)) {
        Ok(shown) => (ItemMetadata::new((shown.get("id").cloned(), index, None)), return_entity.then_some(shown)),
        Err(failure) => (ItemMetadata::new((None, index, Some(failure.into_item_error()))), None),
    })
}

/// The request in a reply. A repeated call has only the JSON of the earlier reply.
fn shown_in(reply: &Reply) -> Result<Value, app::error::Error> {
    let body = serde_json::from_str::<Value>(&reply.body).ok();
    let shown = body.and_then(|mut body| Some(body.get_mut("reviewRequest")?.take()));
    shown.ok_or_else(|| app::error::Error::Internal("a reply without a request".to_owned()))
}

pub(crate) fn body(made: Made, return_entity: bool) -> BulkBody {
    let results = made.0.into_iter().enumerate().map(|(index, made)| result(index, made, return_entity));
    let results: Vec<_> = results.collect();
    let successes = results.iter().filter(|result| result.item_metadata.success).count();
    let failures = results.len() - successes;
    BulkBody::new((results, (successes, failures)))
}
