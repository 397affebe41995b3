//! A review as BetterReviews shows it, with what the native API adds. Used in answers, and in webhooks that include the
//! review.

mod csv;

use crate::native::seconds;
use app::review::{ReviewPage, ShownPhoto, ShownReview};
use domain::import::ImportFormat;
use domain::order::ProductId;
use domain::review::{DisplayName, Headline, Platform, Review, ReviewState, Version};
use domain::values::{Guid, Language, ReviewId, Verification};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Object;

use crate::openapi::{words, words_of};
use crate::word_schemas;

pub use self::csv::{csv_head, csv_row, json_line};

/// The review's id on the platform where it was written. For a review written here, its own GUID.
pub fn external_id(review: &Review) -> String {
    review.content.external_id.as_ref().map_or_else(|| review.id.guid().to_string(), |id| id.as_str().to_owned())
}

/// BetterReviews' word for a state.
pub const fn status(state: ReviewState) -> &'static str {
    match state {
        ReviewState::Submitted => "pending",
        ReviewState::Published => "approved",
        _ => "rejected",
    }
}

/// The state with this word of BetterReviews.
pub fn status_of(word: &str) -> Option<ReviewState> {
    LIVE.into_iter().find(|state| status(*state) == word)
}

/// The states in which reviews are shown.
pub const LIVE: [ReviewState; 3] = [ReviewState::Submitted, ReviewState::Published, ReviewState::Withheld];

word_schemas! {
    /// BetterReviews' words for states, in OpenAPI.
    pub StatusWord, "ReviewStatus" = LIVE.map(status);
    /// BetterReviews' words for states in lists' parameters.
    pub StageWord, "ReviewStage" = ["published", "pending", "rejected"];
    /// Our words for states.
    pub StateWord, "ReviewState" = LIVE.map(ReviewState::as_str);
    /// Orders of a list.
    pub SortWord, "ReviewSort" = ["newest", "oldest", "highest_rated", "lowest_rated", "most_helpful"];
    /// The platforms on which reviews were written.
    pub PlatformWord, "ReviewPlatform" = Platform::WORDS;
    /// The vendors whose column headings an import's file may use.
    pub FormatWord, "ImportFormat" = ImportFormat::WORDS;
}

/// The review in a path, by its number or its GUID. A malformed id counts as unknown.
pub fn review_id(segment: &str) -> Result<ReviewId, app::error::Error> {
    let by_guid = || ReviewId::from_guid(Guid::parse(segment).ok()?);
    ReviewId::parse(segment).ok().or_else(by_guid).ok_or(app::error::Error::NotFound)
}

/// A review.
#[derive(Serialize, ToSchema)]
#[schema(as = Review)]
pub struct ReviewBody<'a> {
    id: u64,
    #[schema(format = "uuid")]
    uuid: String,
    /// The review's id on its platform, if an import brought one; otherwise the same as `uuid`.
    external_review_id: String,
    /// The platform on which the review was written.
    #[schema(schema_with = words_of::<Platform>)]
    platform: &'static str,
    /// The product; `null` for a review of the shop itself.
    #[schema(required)]
    external_product_id: Option<&'a str>,
    #[schema(minimum = 1, maximum = 5)]
    rating: u8,
    #[schema(required)]
    title: Option<&'a str>,
    content: &'a str,
    /// `null` for an anonymous review.
    #[schema(required)]
    reviewer_name: Option<&'a str>,
    /// Whether `verification` is `order` or `request`: in this API, whoever answers a request about an order counts as a buyer, even if the
    /// order is unknown here. To show a mark of a verified purchase, use `verification`.
    is_verified_buyer: bool,
    /// `order`: the order is known, contains the product and is paid. `request`: the request names an order that is not known. `claimed`: the
    /// system that it was imported from says so.
    #[schema(schema_with = verifications)]
    verification: &'static str,
    /// Whether the author got something for the review, as the review's request or its row in an imported file says.
    incentivized: bool,
    /// The UTC day on which the author got what the review is about: as its request or its row in an imported file says, or else the
    /// order's `delivered_at`.
    #[schema(required, format = Date)]
    experienced_at: Option<String>,
    #[schema(schema_with = statuses)]
    status: &'static str,
    #[schema(schema_with = states)]
    state: &'static str,
    /// The reason why the shop withholds the review; `null` if it is withheld because its author works for the shop.
    #[schema(required)]
    reason: Option<&'static str>,
    /// Always `null`: sentiment is not analyzed.
    #[schema(required)]
    sentiment: Option<()>,
    /// Always 0.
    helpful_votes: u32,
    /// Always 0.
    unhelpful_votes: u32,
    /// Always empty.
    tags: [&'static str; 0],
    /// `hub`: written on the customer's page; `import`: brought by a file.
    #[schema(schema_with = origins)]
    origin: &'static str,
    photos: Vec<PhotoShown<'a>>,
    /// The language of the page that the review was written on.
    #[schema(required)]
    language: Option<&'static str>,
    #[schema(required)]
    reply: Option<ReplyShown<'a>>,
    /// The author's later version, which waits for a decision while this version stays public.
    #[schema(required)]
    pending_edit: Option<EditShown<'a>>,
    /// The request that the review answers; `null` for a review that was not written on the customer's page.
    #[schema(required)]
    request_id: Option<u64>,
    /// The number of the review's version. Every change raises it. It is also the `ETag`.
    revision: u32,
    publish_count: u32,
    #[schema(format = DateTime)]
    review_created_at: String,
    /// When the author last changed the stars, the headline or the text after readers had seen them; `null` if they see no such
    /// change. A change counts once it is published, with the time at which the author made it.
    #[schema(required, format = DateTime)]
    edited_at: Option<String>,
    #[schema(required, format = DateTime)]
    published_at: Option<String>,
    #[schema(format = DateTime)]
    updated_at: String,
}

/// The shop's public answer.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewReply)]
pub struct ReplyShown<'a> {
    text: &'a str,
    #[schema(format = DateTime)]
    created_at: String,
    #[schema(format = DateTime)]
    updated_at: String,
    /// Whether `updated_at` is before the review's `edited_at`, so that the answer may be about other stars or words.
    before_edit: bool,
}

/// A photo of a review, in every API but Wix'.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewPhoto)]
pub struct PhotoShown<'a> {
    /// The URL works for an hour.
    #[schema(format = "uri")]
    url: &'a str,
    /// In pixels, as `height`.
    width: u32,
    height: u32,
}

/// A later version that waits for a decision.
#[derive(Serialize, ToSchema)]
#[schema(as = PendingEdit)]
struct EditShown<'a> {
    #[schema(minimum = 1, maximum = 5)]
    rating: u8,
    #[schema(required)]
    title: Option<&'a str>,
    content: &'a str,
    #[schema(required)]
    reviewer_name: Option<&'a str>,
    /// All photos of that version.
    photos: Vec<PhotoShown<'a>>,
}

fn origins() -> Object {
    words(["hub", "import"])
}

/// What a shop can know of a purchase, as a schema.
pub fn verifications() -> Object {
    words(Verification::WORDS)
}

/// BetterReviews' words for states, as a schema.
pub fn statuses() -> Object {
    words(LIVE.map(status))
}

fn states() -> Object {
    words(LIVE.map(ReviewState::as_str))
}

impl<'a> ReplyShown<'a> {
    /// The answer to a review; `None` if it has none.
    pub fn of(review: &'a Review) -> Option<Self> {
        let domain::review::ShopReply { text, created_at, updated_at } = review.content.reply.as_ref()?;
        Some(Self {
            text: text.as_str(),
            created_at: seconds(*created_at),
            updated_at: seconds(*updated_at),
            before_edit: review.is_reply_before_edit(),
        })
    }
}

impl<'a> PhotoShown<'a> {
    pub fn new(ShownPhoto { url, size }: &'a ShownPhoto) -> Self {
        Self { url, width: size.width, height: size.height }
    }
}

impl<'a> EditShown<'a> {
    /// If only the photos change, the stars and words are the current ones.
    fn of(ShownReview { review, photos: _, pending_photos }: &'a ShownReview) -> Option<Self> {
        let (rating, words) = match &review.content.pending_edit {
            Some(Version { rating, words }) => (rating, words),
            None => (&review.rating, review.content.words.as_ref().filter(|_| review.has_pending_edit())?),
        };
        Some(Self {
            rating: rating.stars(),
            title: words.headline.as_ref().map(Headline::as_str),
            content: words.text.as_str(),
            reviewer_name: words.display_name.as_ref().map(DisplayName::as_str),
            photos: pending_photos.iter().map(PhotoShown::new).collect(),
        })
    }
}

impl<'a> ReviewBody<'a> {
    pub fn new(shown: &'a ShownReview) -> Self {
        let ShownReview { review, photos, pending_photos: _ /* in the edit */ } = shown;
        let uuid = review.id.guid().to_string();
        Self {
            id: review.id.get(),
            external_review_id: external_id(review),
            uuid,
            platform: review.origin.platform().as_str(),
            external_product_id: review.product.as_ref().map(ProductId::as_str),
            rating: review.rating.stars(),
            title: review.headline(),
            content: review.text(),
            reviewer_name: review.shown_name(),
            is_verified_buyer: review.verification.is_verified(),
            verification: review.verification.as_str(),
            incentivized: review.incentivized,
            experienced_at: review.experienced_at.map(|day| day.to_string()),
            status: status(review.state),
            state: review.state.as_str(),
            reason: review.reason.map(domain::review::WithholdReason::as_str),
            sentiment: None,
            helpful_votes: 0,
            unhelpful_votes: 0,
            tags: [],
            origin: review.origin.as_str(),
            photos: photos.iter().map(PhotoShown::new).collect(),
            language: review.language.map(Language::as_str),
            reply: ReplyShown::of(review),
            pending_edit: EditShown::of(shown),
            request_id: review.origin.request().map(domain::values::Id::get),
            revision: review.revision,
            publish_count: review.publish_count(),
            review_created_at: seconds(review.created_at),
            edited_at: review.edited.at.map(seconds),
            published_at: review.published.map(|published| seconds(published.last_at)),
            updated_at: seconds(review.updated_at),
        }
    }
}

/// A page of reviews.
#[derive(Serialize, ToSchema)]
#[schema(as = Reviews)]
pub struct ReviewsBody<'a> {
    reviews: Vec<ReviewBody<'a>>,
    /// The number of matching reviews on all pages.
    total: u64,
    limit: u32,
    offset: u32,
    /// The `cursor` of the next page; `null` on the last page, and for lists sorted by rating.
    #[schema(required)]
    next_cursor: Option<String>,
    /// `false` if more than 5,000 reviews would have to be counted one by one. `total` is then a lower bound.
    #[serde(skip_serializing_if = "Option::is_none")]
    total_is_exact: Option<bool>,
}

impl<'a> ReviewsBody<'a> {
    /// A page of reviews after `offset` skipped ones.
    pub fn new(page: &'a ReviewPage, total: app::review::Total, limit: u32, offset: u32) -> Self {
        Self {
            reviews: page.reviews.iter().map(ReviewBody::new).collect(),
            total: total.count,
            limit,
            offset,
            next_cursor: page.next.map(|id| id.to_string()),
            total_is_exact: (!total.is_exact).then_some(false),
        }
    }
}
