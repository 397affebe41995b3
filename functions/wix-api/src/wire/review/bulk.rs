//! Creating many reviews at once.

use edge::field::Field;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::body::ReviewShown;
use super::input::ReviewFields;
use crate::each::Made;
use crate::error::violation::Violation;
use crate::wire::bulk::{BulkActionMetadata, ItemMetadata, ReturnEntity, parse_items, parse_return_entity};

const REVIEWS_MAX: usize = 100;

/// The body of `bulkCreateReview`.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WixReviewBulkCreation)]
pub(crate) struct BulkCreateInput {
    #[schema(value_type = Vec<ReviewFields>, min_items = 1, max_items = 100)]
    reviews: Field<Vec<Field<ReviewFields>>>,
    /// Whether the answer contains the reviews; `false` if omitted.
    #[schema(value_type = Option<bool>)]
    return_entity: Field<bool>,
}

impl BulkCreateInput {
    /// The 1 to 100 reviews. They are parsed later, because each has its own result.
    pub(crate) fn parse(&self) -> Result<(&[Field<ReviewFields>], ReturnEntity), Violation> {
        let reviews = parse_items(&self.reviews, "reviews", REVIEWS_MAX, "Send a list of 1 to 100 reviews.")?;
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
struct ItemResult {
    item_metadata: ItemMetadata,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, value_type = ReviewShown)]
    review: Option<Value>,
}

impl BulkBody {
    pub(crate) fn new(made: Made, return_entity: ReturnEntity) -> Self {
        let result = |(index, made)| {
            let (item_metadata, review) = ItemMetadata::of(index, made, "review", return_entity);
            ItemResult { item_metadata, review }
        };
        let results: Vec<_> = made.0.into_iter().enumerate().map(result).collect();
        let bulk_action_metadata = BulkActionMetadata::of(results.iter().map(|result| &result.item_metadata));
        Self { results, bulk_action_metadata }
    }
}
