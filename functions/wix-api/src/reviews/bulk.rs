//! `POST /reviews/v1/bulk/reviews/create`, `/delete` and `/moderate`.

use app::caller::Caller;
use app::error::{Error as UseCase, Refusal};
use app::idempotency::{Reply, read_once};
use axum::extract::Request;
use domain::values::{Guid, ReviewId, SCOPE_WIX_REVIEWS};
use edge::respond::reply;

use super::decide::decide;
use super::read::list;
use crate::each::create_each;
use crate::error::Served;
use crate::filter::Filter;
use crate::id_range::id_range;
use crate::parts::{Parts, SharedParts};
use crate::use_cases::search::{self, Matching};
use crate::use_cases::{BULK_MAX, change_all};
use crate::wire::job::JobBody;
use crate::wire::review::body::created;
use crate::wire::review::bulk::{BulkBody, BulkCreateInput};
use crate::wire::review::decision::{BulkDeleteInput, BulkModerateInput};
use crate::wire::review::field::{ReviewField, matches};
use crate::wire::review::input::ReviewFields;
use crate::wire::review::query::Sees;

const CREATE: &str = "POST /reviews/v1/bulk/reviews/create";
const DELETE: &str = "POST /reviews/v1/bulk/reviews/delete";
const MODERATE: &str = "POST /reviews/v1/bulk/reviews/moderate";

/// Create many reviews
///
/// Items are independent: a failed item does not affect the others.
#[utoipa::path(
    post, path = "/reviews/v1/bulk/reviews/create", operation_id = "bulkCreateReviewsV1",
    security(("key" = [SCOPE_WIX_REVIEWS])),
    request_body = BulkCreateInput,
    responses((status = 200, body = BulkBody, description = "The result of each item.")),
)]
pub(crate) async fn create(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.json::<BulkCreateInput>(request, SCOPE_WIX_REVIEWS).await?;
    let (reviews, return_entity) = call.input.parse()?;
    let now = call.now;
    let caller = &call.caller;
    let imports = &parts.imports;
    let parse = |index, review: &Result<_, _>| {
        ReviewFields::to_create(review.as_ref().ok(), &format!("reviews[{index}]"), &parts.photo_urls)
    };
    let made = create_each(&parts, &call, CREATE, reviews, parse, |_, new, idempotency| async move {
        Ok(imports.create(caller, &new, idempotency.as_ref(), now, created).await?)
    });
    let made = made.await?;
    let replayed = made.is_replay();
    Ok(reply(Reply { replayed, ..Reply::json(200, &BulkBody::new(made, return_entity))? }))
}

/// Delete reviews by a filter
///
/// Deletes published and unpublished reviews for good. All matching reviews are deleted before the answer. One call deletes at
/// most 1,000.
#[utoipa::path(
    post, path = "/reviews/v1/bulk/reviews/delete", operation_id = "bulkDeleteReviewsV1",
    security(("key" = [SCOPE_WIX_REVIEWS])),
    request_body = BulkDeleteInput,
    responses(
        (status = 200, body = JobBody, description = "The finished job."),
        (status = 428, description = "TOO_MANY_TO_CHANGE: nothing was deleted."),
    ),
)]
pub(crate) async fn delete(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.json::<BulkDeleteInput>(request, SCOPE_WIX_REVIEWS).await?;
    let idempotency = call.idempotency(DELETE)?;
    let now = call.now;
    let caller = &call.caller;
    let filter = call.input.parse()?;
    let job = async {
        let ids = matching(&parts, caller, &filter).await?;
        change_all(&ids, &parts.clock, |id| parts.moderate.remove(caller, id, None, None, now)).await?;
        Reply::json(200, &JobBody::new(Guid::random(parts.random.bytes())))
    };
    Ok(reply(read_once(idempotency.as_ref(), &parts.reviews.store, caller, now, job).await?))
}

/// Publish or withhold reviews by a filter
///
/// All matching reviews are changed before the answer. One call changes at most 1,000.
#[utoipa::path(
    post, path = "/reviews/v1/bulk/reviews/moderate", operation_id = "bulkModerateReviewsV1",
    security(("key" = [SCOPE_WIX_REVIEWS])),
    request_body = BulkModerateInput,
    responses(
        (status = 200, body = JobBody, description = "The finished job."),
        (status = 428, description = "TOO_MANY_TO_CHANGE: nothing was changed."),
    ),
)]
pub(crate) async fn moderate(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.json::<BulkModerateInput>(request, SCOPE_WIX_REVIEWS).await?;
    let idempotency = call.idempotency(MODERATE)?;
    let now = call.now;
    let caller = &call.caller;
    let (filter, moderation) = call.input.parse()?;
    let decide = async |id| decide(&parts, caller, id, moderation, now).await.map(drop);
    let job = async {
        let ids = matching(&parts, caller, &filter).await?;
        change_all(&ids, &parts.clock, &decide).await?;
        Reply::json(200, &JobBody::new(Guid::random(parts.random.bytes())))
    };
    Ok(reply(read_once(idempotency.as_ref(), &parts.reviews.store, caller, now, job).await?))
}

async fn matching(parts: &Parts, caller: &Caller, filter: &Filter<ReviewField>) -> Result<Vec<ReviewId>, UseCase> {
    let matching = |review: &_| matches(filter, review);
    let matching = Matching { span: id_range(filter), passes: Some(&matching) };
    search::to_change(&list(parts, Sees::All), caller, matching, Refusal::TooManyToChange { most: BULK_MAX }).await
}
