//! Creating many reviews at once.

use app::Reply;
use edge::Field;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::body::ReviewShown;
use super::input::ReviewFields;
use crate::error::Failure;
use crate::error::violation::{Rule, Violation};
use crate::wire::bulk::{BulkActionMetadata, ItemMetadata, ReturnEntity, parse_return_entity};

/// The most reviews that one call creates.
const REVIEWS_MAX: usize = 100;

/// What `bulkCreateReview` reads.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WixReviewBulkCreation)]
pub(crate) struct BulkCreateInput {
    #[schema(value_type = Vec<ReviewFields>, min_items = 1, max_items = 100)]
    reviews: Field<Vec<Field<ReviewFields>>>,
    /// Whether the answer shows the reviews; `false` if omitted.
    #[schema(value_type = Option<bool>)]
    return_entity: Field<bool>,
}

impl BulkCreateInput {
    /// The reviews, 1 to 100 of them and not parsed yet, because each has a result of its own.
    pub(crate) fn parse(&self) -> Result<(&[Field<ReviewFields>], ReturnEntity), Violation> {
        let wrong = |rule| Violation::new("reviews", rule, "Send a list of 1 to 100 reviews.");
        let reviews = match &self.reviews {
            Field::Absent | Field::Null => return Err(wrong(Rule::RequiredField)),
            Field::Invalid => return Err(wrong(Rule::Format)),
            Field::Value(reviews) if reviews.is_empty() => return Err(wrong(Rule::RequiredField)),
            Field::Value(reviews) if reviews.len() > REVIEWS_MAX => return Err(wrong(Rule::MaxSize)),
            Field::Value(reviews) => reviews,
        };
        Ok((reviews, parse_return_entity(&self.return_entity)?))
    }
}

/// The results of a bulk call.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WixReviewBulkAnswer)]
pub(crate) struct BulkBody {
    results: Vec<ItemResult>,
    bulk_action_metadata: BulkActionMetadata,
}

/// The result of one item.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WixReviewBulkResult)]
pub(crate) struct ItemResult {
    item_metadata: ItemMetadata,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, value_type = ReviewShown)]
    review: Option<Value>,
}

impl ItemResult {
    pub(crate) fn new(original_index: usize, made: Result<Reply, Failure>, return_entity: ReturnEntity) -> Self {
        match made.and_then(|reply| Ok(shown_in(&reply)?)) {
            Ok(review) => Self {
                item_metadata: ItemMetadata::done(original_index, review.get("id").cloned()),
                review: (return_entity == ReturnEntity::Yes).then_some(review),
            },
            Err(failure) => Self { item_metadata: ItemMetadata::failed(original_index, failure), review: None },
        }
    }
}

/// The review that an answer shows. The answer may be an earlier call's, of which only the JSON is stored.
fn shown_in(reply: &Reply) -> Result<Value, app::Error> {
    #[derive(Deserialize)]
    struct Body {
        review: Value,
    }
    let body = serde_json::from_str::<Body>(&reply.body).map_err(|error| app::Error::Internal(error.to_string()))?;
    Ok(body.review)
}

impl BulkBody {
    pub(crate) fn new(results: Vec<ItemResult>) -> Self {
        let bulk_action_metadata = BulkActionMetadata::of(results.iter().map(|result| &result.item_metadata));
        Self { results, bulk_action_metadata }
    }
}
