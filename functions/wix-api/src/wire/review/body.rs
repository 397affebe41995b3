//! A review, as the vendor's clients read it.

use app::review::{ShownPhoto, ShownReview};
use domain::order::ProductId;
use domain::review::Review;
use edge::openapi::words;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Object;

use super::{APP, APPROVED, ORGANIC, REJECTED, origin, status};
use crate::wire::request::{Milliseconds, NAMESPACE};

/// A review. Unknown fields are omitted.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WixReview)]
pub(crate) struct ReviewShown {
    #[schema(format = "uuid")]
    pub(super) id: String,
    namespace: &'static str,
    /// The product's id; `@shop` for a review of the shop itself.
    entity_id: String,
    content: Content,
    #[schema(schema_with = edge::openapi::time)]
    created_date: Milliseconds,
    #[schema(schema_with = edge::openapi::time)]
    updated_date: Milliseconds,
    author: Author,
    /// The shop's answer; absent without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    reply: Option<ReplyShown>,
    /// Always 0, like `foundUnhelpful`, `helpfulness` and `relevanceScore`: nobody can vote on reviews.
    found_helpful: u32,
    found_unhelpful: u32,
    helpfulness: u32,
    relevance_score: u32,
    moderation: ModerationShown,
    /// Rises with every change, starting at `1`.
    #[schema(example = "1")]
    revision: String,
    /// Whether the author answered a request about an order that has the item and is paid, or that is unknown here.
    verified: bool,
    origin: OriginShown,
    /// When the review was written.
    #[schema(schema_with = edge::openapi::time)]
    review_date: Milliseconds,
    /// How often the review was published.
    publish_count: u32,
}

/// The author's rating, text and images.
#[derive(Serialize, ToSchema)]
#[schema(as = WixReviewContent)]
struct Content {
    #[schema(required)]
    title: Option<String>,
    #[schema(required)]
    body: Option<String>,
    #[schema(minimum = 1, maximum = 5)]
    rating: u8,
    media: Vec<Media>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = WixReviewMedia)]
struct Media {
    image: Image,
}

/// A photo.
#[derive(Serialize, ToSchema)]
#[schema(as = WixReviewImage)]
struct Image {
    /// Works for an hour.
    #[schema(format = "uri")]
    url: String,
    /// In pixels, like `height`.
    width: u32,
    height: u32,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WixReviewAuthor)]
struct Author {
    /// The customer's GUID.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "uuid")]
    contact_id: Option<String>,
    /// Absent if the review is anonymous.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    author_name: Option<String>,
}

/// The shop's public answer.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WixReviewReply)]
struct ReplyShown {
    message: String,
    #[schema(schema_with = edge::openapi::time)]
    created_date: Milliseconds,
    #[schema(schema_with = edge::openapi::time)]
    updated_date: Milliseconds,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WixReviewModeration)]
struct ModerationShown {
    #[schema(schema_with = statuses)]
    moderation_status: &'static str,
    /// Whether a person or an API key made the last decision; `false` if a rule did.
    manually_changed: bool,
}

/// The review's source.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WixReviewOrigin)]
struct OriginShown {
    /// `ORGANIC`: written on the customer's page. `APP`: imported.
    #[schema(schema_with = origins)]
    r#type: &'static str,
}

fn statuses() -> Object {
    words([APPROVED, "IN_MODERATION", REJECTED])
}

fn origins() -> Object {
    words([APP, ORGANIC])
}

impl ReviewShown {
    pub(crate) fn new(ShownReview { review, photos, pending_photos: _ /* not part of it */ }: &ShownReview) -> Self {
        Self {
            id: review.id.guid().to_string(),
            namespace: NAMESPACE,
            entity_id: ProductId::name_of(review.product.as_ref()).to_owned(),
            content: Content::new(review, photos),
            created_date: Milliseconds(review.created_at),
            updated_date: Milliseconds(review.updated_at),
            author: Author::new(review),
            reply: review.content.reply.as_ref().map(|reply| ReplyShown {
                message: reply.text.as_str().to_owned(),
                created_date: Milliseconds(reply.created_at),
                updated_date: Milliseconds(reply.updated_at),
            }),
            found_helpful: 0,
            found_unhelpful: 0,
            helpfulness: 0,
            relevance_score: 0,
            moderation: ModerationShown {
                moderation_status: status(review.state),
                manually_changed: review.is_decided_by_hand,
            },
            revision: review.revision.to_string(),
            verified: review.verification.is_verified(),
            origin: OriginShown { r#type: origin(review.place()) },
            review_date: Milliseconds(review.created_at),
            publish_count: review.publish_count(),
        }
    }
}

impl Content {
    fn new(review: &Review, photos: &[ShownPhoto]) -> Self {
        let image = |ShownPhoto { url, size }: &ShownPhoto| Media {
            image: Image { url: url.clone(), width: size.width, height: size.height },
        };
        Self {
            title: review.headline().map(ToOwned::to_owned),
            body: Some(review.text()).filter(|body| !body.is_empty()).map(ToOwned::to_owned),
            rating: review.rating.stars(),
            media: photos.iter().map(image).collect(),
        }
    }
}

impl Author {
    fn new(review: &Review) -> Self {
        Self {
            contact_id: review.author.map(|author| author.to_string()),
            author_name: review.shown_name().map(ToOwned::to_owned),
        }
    }
}

/// One review.
#[derive(Serialize, ToSchema)]
#[schema(as = WixReviewAnswer)]
pub(crate) struct ReviewBody {
    review: ReviewShown,
}

impl ReviewBody {
    pub(crate) fn new(shown: &ShownReview) -> Self {
        Self { review: ReviewShown::new(shown) }
    }
}
