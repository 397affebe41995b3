//! A review as BetterReviews shows it, with what the native API adds. Used in answers, and in webhooks that include the
//! review.

mod csv;

use std::collections::BTreeMap;

use app::review::{ReviewPage, ShownPhoto, ShownReview};
use domain::import::ImportFormat;
use domain::order::ProductId;
use domain::review::{
    DisplayName, Headline, Platform, Rating, Review, ReviewState, ShopReply, Tap, Version, WithholdReason, Words,
};
use domain::values::value::Kind;
use domain::values::{Guid, Language, RequestId, ReviewId, Verification};

use crate::shown::{Absent, Day, OneOf, Time, Url, Uuid};
use crate::{shown, word_schemas};

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

/// A number of stars.
fn stars() -> Kind {
    Kind::Whole(1, 5)
}

/// BetterReviews' words for states.
pub fn statuses() -> Kind {
    Kind::Word(LIVE.map(status).to_vec())
}

/// Stars, answers, words and photos of a later version.
type Edit<'a> = ((Rating, &'a [Tap]), &'a Words, &'a [ShownPhoto]);

/// A page of reviews after `offset` skipped ones.
pub struct ListedReviews<'a> {
    pub page: &'a ReviewPage,
    pub total: app::review::Total,
    pub limit: u32,
    pub offset: u32,
}

shown! {
    /// A review.
    pub struct ReviewBody as Review (shown: &ShownReview) {
        id: u64 = shown.review.id.get();
        uuid: Uuid = shown.review.id.guid();
        /// The review's id on its platform, if an import brought one; otherwise the same as `uuid`.
        external_review_id: String = external_id(&shown.review);
        /// The platform on which the review was written.
        platform: OneOf<Platform> = shown.review.origin.platform();
        /// The product; `null` for a review of the shop itself.
        external_product_id: Option<String> = shown.review.product.as_ref().map(ProductId::as_str);
        rating: u8 = shown.review.rating.stars(), as stars();
        title: Option<String> = shown.review.headline();
        content: String = shown.review.text();
        /// What the author tapped: the answer to each of the shop's questions, in the words that they had then.
        facts: BTreeMap<String, String> = said(&shown.review.taps);
        /// `null` for an anonymous review.
        reviewer_name: Option<String> = shown.review.shown_name();
        /// Whether `verification` is `order` or `request`: in this API, whoever answers a request about an order counts as a buyer, even if the
        /// order is unknown here. To show a mark of a verified purchase, use `verification`.
        is_verified_buyer: bool = shown.review.verification.is_verified();
        /// `order`: the order is known, contains the product and is paid. `request`: the request names an order that is not known. `claimed`: the
        /// system that it was imported from says so.
        verification: OneOf<Verification> = shown.review.verification;
        /// Whether the author got something for the review, as the review's request or its row in an imported file says.
        incentivized: bool = shown.review.incentivized;
        /// The UTC day on which the author got what the review is about: as its request or its row in an imported file says, or else the
        /// order's `delivered_at`.
        experienced_at: Option<Day> = shown.review.experienced_at;
        status: String = status(shown.review.state), as statuses();
        state: String = shown.review.state.as_str(), as Kind::Word(LIVE.map(ReviewState::as_str).to_vec());
        /// The reason why the shop withholds the review; `null` if it is withheld because its author works for the shop.
        reason: Option<String> = shown.review.reason.map(WithholdReason::as_str);
        /// Always `null`: sentiment is not analyzed.
        sentiment: Option<()> = None::<()>;
        /// Always 0.
        helpful_votes: u32 = 0;
        /// Always 0.
        unhelpful_votes: u32 = 0;
        /// Always empty.
        tags: Vec<String> = [""; 0];
        /// `hub`: written on the customer's page; `import`: brought by a file.
        origin: String = shown.review.origin.as_str(), as Kind::Word(vec!["hub", "import"]);
        photos: Vec<PhotoShown> = &shown.photos;
        /// The language of the page that the review was written on.
        language: Option<String> = shown.review.language.map(Language::as_str);
        reply: Option<ReplyShown> = shown.review.content.reply.as_ref().map(|reply| (&shown.review, reply));
        /// The author's later version, which waits for a decision while this version stays public.
        pending_edit: Option<EditShown> = edit(shown);
        /// The request that the review answers; `null` for a review that was not written on the customer's page.
        request_id: Option<u64> = shown.review.origin.request().map(RequestId::get);
        /// The number of the review's version. Every change raises it. It is also the `ETag`.
        revision: u32 = shown.review.revision;
        publish_count: u32 = shown.review.publish_count();
        review_created_at: Time = shown.review.created_at;
        /// When the author last changed the stars, the answers, the headline or the text after readers had seen them; `null` if they see no such
        /// change. A change counts once it is published, with the time at which the author made it.
        edited_at: Option<Time> = shown.review.edited.at;
        published_at: Option<Time> = shown.review.published.map(|published| published.last_at);
        updated_at: Time = shown.review.updated_at;
    }

    /// The shop's public answer.
    pub struct ReplyShown as ReviewReply ((review, reply): (&Review, &ShopReply)) {
        text: String = reply.text.as_str();
        created_at: Time = reply.created_at;
        updated_at: Time = reply.updated_at;
        /// Whether `updated_at` is before the review's `edited_at`, so that the answer may be about other stars or words.
        before_edit: bool = review.is_reply_before_edit();
    }

    /// A photo of a review, in every API but Wix'.
    pub struct PhotoShown as ReviewPhoto (photo: &ShownPhoto) {
        /// The URL works for an hour.
        url: Url = &*photo.url;
        /// In pixels, as `height`.
        width: u32 = photo.size.width;
        height: u32 = photo.size.height;
    }

    /// A later version that waits for a decision.
    struct EditShown as PendingEdit (((rating, taps), words, photos): Edit<'_>) {
        rating: u8 = rating.stars(), as stars();
        facts: BTreeMap<String, String> = said(taps);
        title: Option<String> = words.headline.as_ref().map(Headline::as_str);
        content: String = words.text.as_str();
        reviewer_name: Option<String> = words.display_name.as_ref().map(DisplayName::as_str);
        /// All photos of that version.
        photos: Vec<PhotoShown> = photos;
    }

    /// A page of reviews.
    pub struct ReviewsBody as Reviews (listed: &ListedReviews<'_>) {
        reviews: Vec<ReviewBody> = &listed.page.reviews;
        /// The number of matching reviews on all pages.
        total: u64 = listed.total.count;
        limit: u32 = listed.limit;
        offset: u32 = listed.offset;
        /// The `cursor` of the next page; `null` on the last page, and for lists sorted by rating.
        next_cursor: Option<String> = listed.page.next;
        /// `false` if more than 5,000 reviews would have to be counted one by one. `total` is then a lower bound.
        total_is_exact: Absent<Option<bool>> = (!listed.total.is_exact).then_some(Some(false));
    }
}

/// If only the photos change, the stars and words are the current ones.
fn edit(ShownReview { review, photos: _, pending_photos }: &ShownReview) -> Option<Edit<'_>> {
    Some(match &review.content.pending_edit {
        Some(Version { rating, taps, words }) => ((*rating, taps), words, pending_photos),
        None => {
            let words = review.content.words.as_ref().filter(|_| review.has_pending_edit())?;
            ((review.rating, &review.taps), words, pending_photos)
        }
    })
}

/// Each question with the answer.
fn said(taps: &[Tap]) -> impl Iterator<Item = (String, String)> {
    taps.iter().map(|tap| (tap.question.clone(), tap.text.clone()))
}
