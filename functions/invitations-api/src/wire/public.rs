//! The JSON of the public reviews.

use app::paging::PUBLIC_ROWS_MAX;
use app::review::{ReviewCounts, ReviewPage, ReviewSort, ShownReview, Total};
use domain::order::ProductId;
use domain::review::{Rating, Review, ShopReply};
use domain::values::{Invalid, ReviewId};
use edge::body::{Fields, whole};
use edge::error::Error;
use edge::native::seconds;
use edge::openapi::words;
use edge::review::PhotoShown;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Object;

use crate::error::Failure;

const PER_PAGE: u32 = 20;
const PER_PAGE_MAX: u32 = 50;
/// The source of every review that was not imported.
const INVITATION: &str = "invitation";
const IMPORT: &str = "import";

const SORT_RULE: Invalid = Invalid("`sort` must be recent, oldest, highest or lowest.");
const RATING_RULE: Invalid = Invalid("`rating` must be a whole number from 1 to 5.");
const SOURCE_RULE: Invalid = Invalid("`source` must be organic or invitation.");
const PAGE_RULE: Invalid =
    Invalid("`page` must be a whole number from 1, and its reviews must be among the first 300.");
const AFTER_RULE: Invalid = Invalid("`after` must be the id of a review, and goes with `sort` recent or oldest.");
const DEPTH_RULE: Invalid =
    Invalid("`page` is too far into the list: too many reviews of another `source` would have to be skipped.");
const PER_PAGE_RULE: Invalid = Invalid("`per_page` must be a whole number from 1 to 50.");

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    Invitation,
    /// Reviews without a request. No review has this source here.
    Organic,
}

pub(crate) struct PublicQuery {
    pub(crate) sort: ReviewSort,
    pub(crate) rating: Option<Rating>,
    pub(crate) source: Option<Source>,
    pub(crate) page: u32,
    pub(crate) per_page: u32,
    /// The review after which the page begins. It takes precedence over the page's number.
    pub(crate) after: Option<ReviewId>,
}

impl PublicQuery {
    /// Reads a query. Unknown parameters are ignored.
    pub(crate) fn parse(query: Option<&str>) -> Result<Self, Failure> {
        let fields = Fields::of_query(query);
        let number = |name, default, max| match fields.find(name) {
            None => Some(default),
            Some(digits) => whole(digits).filter(|number| (1..=max).contains(number)),
        };
        let sort = match fields.find("sort") {
            None | Some("recent") => ReviewSort::Newest,
            Some("oldest") => ReviewSort::Oldest,
            Some("highest") => ReviewSort::HighestRated,
            Some("lowest") => ReviewSort::LowestRated,
            Some(_) => return Err(Error::field("sort")(SORT_RULE).into()),
        };
        let rating = fields.find("rating").map(Rating::parse).transpose();
        let source = match fields.find("source") {
            None => None,
            Some(INVITATION) => Some(Source::Invitation),
            Some("organic") => Some(Source::Organic),
            Some(_) => return Err(Error::field("source")(SOURCE_RULE).into()),
        };
        let per_page =
            number("per_page", PER_PAGE, PER_PAGE_MAX).ok_or(PER_PAGE_RULE).map_err(Error::field("per_page"))?;
        let by_time = matches!(sort, ReviewSort::Newest | ReviewSort::Oldest);
        let review = |id: &str| id.parse().ok().and_then(ReviewId::new).filter(|_| by_time).ok_or(AFTER_RULE);
        let after = fields.find("after").map(review).transpose().map_err(Error::field("after"))?;
        let page = match after {
            Some(_) => number("page", 1, u32::MAX),
            None => number("page", 1, PUBLIC_ROWS_MAX).filter(|page| page * per_page <= PUBLIC_ROWS_MAX),
        };
        Ok(Self {
            sort,
            rating: rating.map_err(|_| RATING_RULE).map_err(Error::field("rating"))?,
            source,
            page: page.ok_or(PAGE_RULE).map_err(Error::field("page"))?,
            per_page,
            after,
        })
    }

    /// The path of the next page, which begins after the review `last`. `None` if the next page can be requested by its number.
    pub(crate) fn next(&self, slug: &str, last: ReviewId) -> Option<String> {
        let Self { sort, rating, source, page, per_page, after } = self;
        let page = page.saturating_add(1);
        if after.is_none() && page * per_page <= PUBLIC_ROWS_MAX {
            return None;
        }
        let mut next = format!("/api/v1/vendors/{slug}/reviews?page={page}&per_page={per_page}&after={}", last.get());
        if *sort == ReviewSort::Oldest {
            next += "&sort=oldest";
        }
        if let Some(rating) = rating {
            next += &format!("&rating={}", rating.stars());
        }
        if source.is_some() {
            next += &format!("&source={INVITATION}");
        }
        Some(next)
    }
}

/// The error for a page that one call cannot reach, because too many reviews precede it.
pub(crate) fn too_deep() -> Failure {
    Error::field("page")(DEPTH_RULE).into()
}

/// A page of published reviews.
#[derive(Serialize, ToSchema)]
#[schema(as = PublicReviews)]
pub(crate) struct ReviewsBody<'a> {
    reviews: Vec<ReviewBody<'a>>,
    /// Matching reviews on all pages.
    total: u64,
    page: u32,
    per_page: u32,
    /// `false` if `total` is only a lower bound, which happens with `source` when this page does not show all matching
    /// reviews. Otherwise absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    total_is_exact: Option<bool>,
    /// The path of the next page. Present only if the next page is beyond the first 300 reviews, where pages have no
    /// number.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    next: Option<String>,
}

/// A shop's rating and its newest reviews.
#[derive(Serialize, ToSchema)]
#[schema(as = Widget)]
pub(crate) struct WidgetBody<'a> {
    vendor: VendorBody<'a>,
    /// At most ten, newest first.
    reviews: Vec<ReviewBody<'a>>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = Vendor)]
struct VendorBody<'a> {
    name: &'a str,
    slug: &'a str,
    /// The average of the published reviews, to one decimal; 0.0 without reviews.
    rating_avg: f64,
    /// Published reviews.
    review_count: u64,
}

/// A published review.
#[derive(Serialize, ToSchema)]
#[schema(as = PublicReview)]
struct ReviewBody<'a> {
    id: u64,
    #[schema(minimum = 1, maximum = 5)]
    rating: u8,
    #[schema(required)]
    title: Option<&'a str>,
    body: &'a str,
    /// The name that the customer chose to show; `null` if the review is anonymous.
    #[schema(required)]
    author: Option<&'a str>,
    /// Whether the author answered an invitation about an order that has the product and is paid, or that is unknown here.
    verified: bool,
    /// `invitation`: the customer was asked. `import`: the review was written elsewhere.
    #[schema(schema_with = sources)]
    source: &'static str,
    /// `null` for a review of the shop itself.
    #[schema(required)]
    product_id: Option<&'a str>,
    photos: Vec<PhotoShown<'a>>,
    #[schema(required)]
    response: Option<ResponseBody<'a>>,
    #[schema(format = DateTime)]
    created_at: String,
}

/// The shop's answer.
#[derive(Serialize, ToSchema)]
#[schema(as = PublicResponse)]
struct ResponseBody<'a> {
    body: &'a str,
    #[schema(format = DateTime)]
    created_at: String,
}

impl<'a> ReviewsBody<'a> {
    pub(crate) fn new(found: &'a ReviewPage, total: Total, query: &PublicQuery, next: Option<String>) -> Self {
        let Total { count: total, is_exact } = total;
        let reviews = found.reviews.iter().map(ReviewBody::new).collect();
        Self { reviews, total, total_is_exact: (!is_exact).then_some(false), next, ..Self::nothing(query) }
    }

    pub(crate) fn nothing(&PublicQuery { page, per_page, .. }: &PublicQuery) -> Self {
        Self { reviews: Vec::new(), total: 0, page, per_page, total_is_exact: None, next: None }
    }
}

impl<'a> WidgetBody<'a> {
    pub(crate) fn new(name: &'a str, slug: &'a str, counts: &ReviewCounts, newest: &'a ReviewPage) -> Self {
        let review_count = counts.published();
        let vendor = VendorBody { name, slug, rating_avg: counts.published_average(), review_count };
        Self { vendor, reviews: newest.reviews.iter().map(ReviewBody::new).collect() }
    }
}

impl<'a> ReviewBody<'a> {
    fn new(ShownReview { review, photos, pending_photos: _ /* not public */ }: &'a ShownReview) -> Self {
        Self {
            id: review.id.get(),
            rating: review.rating.stars(),
            title: review.headline(),
            body: review.text(),
            author: review.shown_name(),
            verified: review.verification.is_verified(),
            source: if review.origin.is_imported() { IMPORT } else { INVITATION },
            product_id: review.product.as_ref().map(ProductId::as_str),
            photos: photos.iter().map(PhotoShown::new).collect(),
            response: response(review),
            created_at: seconds(review.created_at),
        }
    }
}

fn sources() -> Object {
    words([INVITATION, IMPORT])
}

fn response(review: &Review) -> Option<ResponseBody<'_>> {
    let ShopReply { text, created_at, updated_at: _ } = review.content.reply.as_ref()?;
    Some(ResponseBody { body: text.as_str(), created_at: seconds(*created_at) })
}
