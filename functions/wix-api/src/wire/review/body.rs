//! A review, as the vendor's clients read it.

use app::review::{ShownPhoto, ShownReview};
use domain::order::ProductId;
use domain::review::{Review, ShopReply};
use domain::values::value::Kind;
use edge::shown::{Absent, Milliseconds, Url, Uuid};

use super::{APP, APPROVED, ORGANIC, REJECTED, origin, status};
use crate::wire::request::NAMESPACE;

edge::shown! {
    /// A review. Unknown fields are omitted.
    pub(crate) struct ReviewShown as WixReview (shown: &ShownReview) {
        id: Uuid = shown.review.id.guid();
        namespace: String = NAMESPACE;
        /// The product's id; `@shop` for a review of the shop itself.
        entity_id "entityId": String = ProductId::name_of(shown.review.product.as_ref());
        content: Content = shown;
        created_date "createdDate": Milliseconds = shown.review.created_at;
        updated_date "updatedDate": Milliseconds = shown.review.updated_at;
        author: Author = &shown.review;
        /// The shop's answer; absent without one.
        reply: Absent<ReplyShown> = shown.review.content.reply.as_ref();
        /// Always 0, like `foundUnhelpful`, `helpfulness` and `relevanceScore`: nobody can vote on reviews.
        found_helpful "foundHelpful": u32 = 0;
        found_unhelpful "foundUnhelpful": u32 = 0;
        helpfulness: u32 = 0;
        relevance_score "relevanceScore": u32 = 0;
        moderation: ModerationShown = &shown.review;
        /// Rises with every change, starting at `1`.
        revision: String = shown.review.revision, example "1";
        /// Whether the author answered a request about an order that has the item and is paid, or that is unknown here.
        verified: bool = shown.review.verification.is_verified();
        origin: OriginShown = &shown.review;
        /// When the review was written.
        review_date "reviewDate": Milliseconds = shown.review.created_at;
        /// How often the review was published.
        publish_count "publishCount": u32 = shown.review.publish_count();
    }

    /// The author's rating, text and images.
    struct Content as WixReviewContent (shown: &ShownReview) {
        title: Option<String> = shown.review.headline();
        body: Option<String> = Some(shown.review.text()).filter(|body| !body.is_empty());
        rating: u8 = shown.review.rating.stars(), as Kind::Whole(1, 5);
        media: Vec<Media> = &shown.photos;
    }

    struct Media as WixReviewMedia (photo: &ShownPhoto) {
        image: Image = photo;
    }

    /// A photo.
    struct Image as WixReviewImage (photo: &ShownPhoto) {
        /// Works for an hour.
        url: Url = &*photo.url;
        /// In pixels, like `height`.
        width: u32 = photo.size.width;
        height: u32 = photo.size.height;
    }

    struct Author as WixReviewAuthor (review: &Review) {
        /// The customer's GUID.
        contact_id "contactId": Absent<Uuid> = review.author;
        /// Absent if the review is anonymous.
        author_name "authorName": Absent<String> = review.shown_name();
    }

    /// The shop's public answer.
    struct ReplyShown as WixReviewReply (reply: &ShopReply) {
        message: String = reply.text.as_str();
        created_date "createdDate": Milliseconds = reply.created_at;
        updated_date "updatedDate": Milliseconds = reply.updated_at;
    }

    struct ModerationShown as WixReviewModeration (review: &Review) {
        moderation_status "moderationStatus": String = status(review.state),
            as Kind::Word(vec![APPROVED, "IN_MODERATION", REJECTED]);
        /// Whether a person or an API key made the last decision; `false` if a rule did.
        manually_changed "manuallyChanged": bool = review.is_decided_by_hand;
    }

    /// The review's source.
    struct OriginShown as WixReviewOrigin (review: &Review) {
        /// `ORGANIC`: written on the customer's page. `APP`: imported.
        kind "type": String = origin(review.place()), as Kind::Word(vec![APP, ORGANIC]);
    }

    /// One review.
    pub(crate) struct ReviewBody as WixReviewAnswer (shown: &ShownReview) {
        review: ReviewShown = shown;
    }
}
