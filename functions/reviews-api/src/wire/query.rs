//! The parameters of lists and exports of reviews.

use app::paging::SKIPPED_MAX;
use app::review::{ReviewFilter, ReviewSort, ReviewStart};
use domain::order::ProductId;
use domain::review::{Platform, Rating, ReviewState};
use domain::values::{Invalid, ReviewId, parse_time};
use edge::body::whole;
use edge::error::Error;
use edge::native::Failure;
use edge::review::{PlatformWord, StageWord, StateWord, StatusWord, status_of};
use utoipa::IntoParams;

/// Reviews on a page by default (BetterReviews' API).
const LIMIT: u32 = 20;
const LIMIT_MAX: u32 = 100;
const WORDS_MAX: usize = 80;

#[derive(Debug)]
pub(crate) struct ReviewsQuery {
    pub filter: ReviewFilter,
    pub sort: ReviewSort,
    pub start: ReviewStart,
    pub limit: u32,
    pub offset: u32,
}

impl ReviewsQuery {
    pub(crate) fn parse(query: &str) -> Result<Self, Error> {
        let mut filter = ReviewFilter::default();
        let (mut sort, mut limit, mut offset, mut cursor) = (ReviewSort::Newest, LIMIT, 0, None);
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let value = &*value;
            match &*name {
                "sort" => sort = sort_of(value).map_err(Error::field("sort"))?,
                "limit" => limit = number(value, 1..=LIMIT_MAX, LIMIT_RULE).map_err(Error::field("limit"))?,
                "offset" => offset = number(value, 0..=SKIPPED_MAX, OFFSET_RULE).map_err(Error::field("offset"))?,
                "cursor" => cursor = Some(cursor_of(value).map_err(Error::field("cursor"))?),
                name => read(&mut filter, name, value)?,
            }
        }
        if cursor.is_some() && !matches!(sort, ReviewSort::Newest | ReviewSort::Oldest) {
            return Err(Error::field("cursor")(CURSOR_SORT_RULE));
        }
        let start = cursor.map_or(ReviewStart::Skip(offset), ReviewStart::After);
        Ok(Self { filter, sort, start, limit, offset })
    }
}

#[derive(Debug)]
pub(crate) struct ExportQuery {
    pub filter: ReviewFilter,
    /// The review after which the page begins.
    pub after: Option<ReviewId>,
    /// Whether a CSV begins with a byte order mark.
    pub is_marked: bool,
}

impl ExportQuery {
    pub(crate) fn parse(query: &str) -> Result<Self, Error> {
        let (mut filter, mut after, mut is_marked) = (ReviewFilter::default(), None, false);
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "cursor" => after = Some(cursor_of(&value).map_err(Error::field("cursor"))?),
                "bom" if matches!(&*value, "0" | "1") => is_marked = value == "1",
                "bom" => return Err(Error::Field { field: "bom", rule: BOM_RULE }),
                name => read(&mut filter, name, &value)?,
            }
        }
        Ok(Self { filter, after, is_marked })
    }
}

/// The parameters that select reviews, in OpenAPI.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "only OpenAPI's description is made of it")]
pub(crate) struct FilterParams {
    /// Only reviews with this status.
    status: Option<StatusWord>,
    /// Another spelling of `status`: `submitted` means `pending`, `published` means `approved`, `withheld` means
    /// `rejected`.
    state: Option<StateWord>,
    /// Another spelling of `status`: `published` means `approved`.
    stage: Option<StageWord>,
    /// Only reviews with at least this many stars.
    #[param(minimum = 1, maximum = 5)]
    min_rating: Option<u8>,
    /// Only reviews with at most this many stars.
    #[param(minimum = 1, maximum = 5)]
    max_rating: Option<u8>,
    /// Only reviews from this platform.
    platform: Option<PlatformWord>,
    /// `true`: only verified reviews. `false`: only unverified reviews.
    is_verified: Option<bool>,
    /// Only reviews of this product: `shopify-1`, `1` or `gid://shopify/Product/1`.
    product_id: Option<String>,
    /// Only reviews of the product with exactly this id; `@shop` for the shop itself.
    #[param(pattern = "^(@shop|[A-Za-z0-9_.:-]{1,97})$")]
    product: Option<String>,
    /// `true`: only reviews with an answer. `false`: only reviews without an answer.
    replied: Option<bool>,
    /// Only reviews whose headline, text or name contains this string. Upper and lower case are the same.
    #[param(min_length = 1, max_length = 80)]
    q: Option<String>,
    /// The same, but a call looks at 500 reviews at most.
    #[param(min_length = 1, max_length = 80)]
    keyword: Option<String>,
    /// Only reviews of products whose title contains this string. Upper and lower case are the same. A call looks at 500
    /// reviews at most.
    #[param(min_length = 1, max_length = 80)]
    product_query: Option<String>,
    /// `true`: only reviews with photos. `false`: only reviews without photos.
    has_media: Option<bool>,
    /// Only reviews with this sentiment: none, because sentiment is not analyzed.
    #[param(min_length = 1, max_length = 80)]
    review_sentiment: Option<String>,
    /// Only reviews that changed at or after this time.
    #[param(format = DateTime)]
    since: Option<String>,
}

/// The error for an incomplete list sorted by rating, which no cursor can continue.
pub(crate) fn too_many_to_sort() -> Failure {
    Error::field("sort")(SORT_RULE).into()
}

/// Reads a parameter that filters reviews; `routes` knows all names.
fn read(filter: &mut ReviewFilter, name: &str, value: &str) -> Result<(), Error> {
    let (field, read) = match name {
        "status" => ("status", set(&mut filter.state, status(value))),
        "state" => ("state", set(&mut filter.state, state(value))),
        "stage" => ("stage", set(&mut filter.state, stage(value))),
        "min_rating" => ("min_rating", set(&mut filter.min_rating, rating(value))),
        "max_rating" => ("max_rating", set(&mut filter.max_rating, rating(value))),
        "platform" => ("platform", set(&mut filter.platform, platform(value))),
        "is_verified" => ("is_verified", set(&mut filter.is_verified, boolean(value))),
        "replied" => ("replied", set(&mut filter.is_replied, boolean(value))),
        "has_media" => ("has_media", set(&mut filter.has_photos, boolean(value))),
        "product_id" => ("product_id", set(&mut filter.product, product_id(value).map(Some))),
        "product" => ("product", set(&mut filter.product, ProductId::named(value))),
        "q" => ("q", set(&mut filter.words, words(value))),
        "keyword" => ("keyword", set(&mut filter.keyword, words(value))),
        "product_query" => ("product_query", set(&mut filter.title, words(value))),
        "review_sentiment" => ("review_sentiment", words(value).map(|_| filter.has_sentiment = true)),
        "since" => ("since", set(&mut filter.since, parse_time(value).ok_or(SINCE_RULE))),
        _ => return Ok(()),
    };
    read.map_err(Error::field(field))
}

/// Sets a filter. If two parameters ask for different values, neither may be lost, because that would widen the answer.
fn set<T: PartialEq>(filter: &mut Option<T>, value: Result<T, Invalid>) -> Result<(), Invalid> {
    let value = value?;
    match filter.replace(value) {
        Some(before) if filter.as_ref() != Some(&before) => Err(TWICE_RULE),
        _ => Ok(()),
    }
}

const LIMIT_RULE: Invalid = Invalid("`limit` must be a whole number from 1 to 100.");
const OFFSET_RULE: Invalid =
    Invalid("`offset` must be a whole number from 0 to 10000; follow `next_cursor` to go further.");
const TWICE_RULE: Invalid = Invalid("Two parameters ask for different values of the same; send one of them.");
const BOM_RULE: Invalid = Invalid("`bom` must be 0 or 1.");
const CURSOR_SORT_RULE: Invalid = Invalid("`cursor` goes with `sort` newest or oldest; use `offset` otherwise.");

const SORT_RULE: Invalid = Invalid(
    "`sort` by rating has too many reviews to look at with these filters; use newest or oldest, and follow `next_cursor`.",
);
const SINCE_RULE: Invalid = Invalid("`since` must be a time such as 2026-11-20T06:00:00Z.");

fn number(value: &str, range: std::ops::RangeInclusive<u32>, rule: Invalid) -> Result<u32, Invalid> {
    whole(value).filter(|number| range.contains(number)).ok_or(rule)
}

fn rating(value: &str) -> Result<Rating, Invalid> {
    Rating::parse(value).map_err(|_| Invalid("A rating must be a whole number from 1 to 5."))
}

fn boolean(value: &str) -> Result<bool, Invalid> {
    value.parse().map_err(|_| Invalid("This parameter must be true or false."))
}

fn words(value: &str) -> Result<String, Invalid> {
    let fits = !value.trim().is_empty() && value.chars().count() <= WORDS_MAX;
    fits.then(|| value.to_owned()).ok_or(Invalid("A text to search for must have 1 to 80 characters."))
}

fn status(value: &str) -> Result<ReviewState, Invalid> {
    status_of(value).ok_or(Invalid("`status` must be one of pending, approved, rejected."))
}

fn state(value: &str) -> Result<ReviewState, Invalid> {
    ReviewState::parse(value)
        .filter(|state| !state.is_final())
        .ok_or(Invalid("`state` must be one of submitted, published, withheld."))
}

fn stage(value: &str) -> Result<ReviewState, Invalid> {
    let status = if value == "published" { "approved" } else { value };
    status_of(status)
        .filter(|_| value != "approved")
        .ok_or(Invalid("`stage` must be one of published, pending, rejected."))
}

fn platform(value: &str) -> Result<Platform, Invalid> {
    Platform::parse(value).ok_or(Invalid("`platform` must be one of betterreviews, okendo, judgeme, yotpo, loox, wix."))
}

/// Parses a Shopify product's number, its id in Afterword, or Shopify's own id.
fn product_id(value: &str) -> Result<ProductId, Invalid> {
    ProductId::of_shopify(value).map_or_else(|| ProductId::parse(value), Ok)
}

fn sort_of(value: &str) -> Result<ReviewSort, Invalid> {
    match value {
        // Nobody can vote on reviews, so all reviews are equally helpful.
        "newest" | "most_helpful" => Ok(ReviewSort::Newest),
        "oldest" => Ok(ReviewSort::Oldest),
        "highest_rated" => Ok(ReviewSort::HighestRated),
        "lowest_rated" => Ok(ReviewSort::LowestRated),
        _ => Err(Invalid("`sort` must be one of newest, oldest, highest_rated, lowest_rated, most_helpful.")),
    }
}

fn cursor_of(value: &str) -> Result<ReviewId, Invalid> {
    ReviewId::parse(value).map_err(|_| Invalid("`cursor` must be the `next_cursor` of a page."))
}
