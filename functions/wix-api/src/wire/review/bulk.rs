//! Creating many reviews at once.

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::body::ReviewShown;
use super::input::{AuthorInput, ContentInput, ReviewFields};
use super::media::{ImageInput, MediaInput};
use crate::each::Made;
use crate::error::violation::Violation;
use crate::wire::bulk::{BulkActionMetadata, ItemMetadata, Items, ReturnEntity, items};
use crate::wire::parse::{FLAG_RULE, List};

edge::input! {
    /// The body of `bulkCreateReview`.
    pub(crate) struct BulkCreateInput as WixReviewBulkCreation with ReviewFields, ContentInput, AuthorInput, MediaInput, ImageInput refused Violation {
        reviews: List<ReviewFields, 1, 100>, or "Send a list of 1 to 100 reviews.";
        /// Whether the answer contains the reviews; `false` if omitted.
        return_entity "returnEntity": Option<bool>, or FLAG_RULE;
    }
}

impl BulkCreateInput {
    pub(crate) fn parse(&self) -> Result<Items<'_, ReviewFields>, Violation> {
        items(&self.reviews, &self.return_entity)
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
