//! `GET /api/v1/vendors/{slug}/reviews` and `GET /api/v1/widget/{slug}`: published reviews, for any page and without a
//! key.

use std::sync::Arc;

use app::Reply;
use app::reviews::{PublicShop, ReviewFilter, ReviewSort};
use axum::extract::{RawQuery, Request, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_MAX_AGE,
    CACHE_CONTROL, ETAG, IF_NONE_MATCH,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use edge::Segment;
use jiff::{RoundMode, Timestamp, TimestampRound, Unit};

use crate::Parts;
use crate::error::Failure;
use crate::wire::public::{PublicQuery, ReviewsBody, Source, WidgetBody};

/// The reviews of a widget.
const WIDGET_REVIEWS: u32 = 10;
/// The characters of an entity tag.
const TAG_LENGTH: usize = 16;

/// The published reviews of a shop
///
/// Any page may read them. Caches keep an answer for a minute.
#[utoipa::path(
    get, path = "/api/v1/vendors/{slug}/reviews", operation_id = "listPublicReviews",
    security(()),
    params(
        ("slug" = String, Path, description = "The shop's id."),
        ("sort" = Option<String>, Query, pattern = "^(recent|oldest|highest|lowest)$", description = "`recent` if omitted."),
        ("rating" = Option<u8>, Query, minimum = 1, maximum = 5, description = "Only those with so many stars."),
        ("source" = Option<String>, Query, pattern = "^(organic|invitation)$", description = "Only those from there. No review is `organic`: each answers an invitation or was written elsewhere."),
        ("page" = Option<u32>, Query, minimum = 1, maximum = 10_000, description = "The page's number, from 1."),
        ("per_page" = Option<u32>, Query, minimum = 1, maximum = 50, description = "Reviews a page; 20 if omitted."),
    ),
    responses(
        (status = 200, body = ReviewsBody, description = "A page of reviews."),
        (status = 304, description = "They are those of `If-None-Match`."),
        (status = 404, description = "No shop with this slug shows its reviews."),
    ),
)]
pub(crate) async fn reviews(
    State(parts): State<Arc<Parts>>,
    Segment(slug): Segment,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let PublicQuery { sort, rating, source, page, per_page } = PublicQuery::parse(query.as_deref())?;
    let now = parts.minute();
    let shop = parts.shop(&slug, now).await?;
    let is_imported = source.map(|_| false);
    let filter = ReviewFilter { min_rating: rating, max_rating: rating, is_imported, ..ReviewFilter::default() };
    if source == Some(Source::Organic) {
        return tagged(&shop, &Reply::json(200, &ReviewsBody::nothing(page, per_page))?, &headers);
    }
    let total = parts.public.total(&shop, filter.clone()).await?;
    let found = parts.public.page(&shop, filter, sort, (page - 1) * per_page, per_page, now).await?;
    tagged(&shop, &Reply::json(200, &ReviewsBody::new(&found, total.count, page, per_page))?, &headers)
}

/// A shop's rating and its ten newest reviews
///
/// For a widget on any page. Caches keep an answer for a minute.
#[utoipa::path(
    get, path = "/api/v1/widget/{slug}", operation_id = "getWidget",
    security(()),
    params(("slug" = String, Path, description = "The shop's id.")),
    responses(
        (status = 200, body = WidgetBody, description = "The shop and its newest reviews."),
        (status = 304, description = "They are those of `If-None-Match`."),
        (status = 404, description = "No shop with this slug shows its reviews."),
    ),
)]
pub(crate) async fn widget(
    State(parts): State<Arc<Parts>>,
    Segment(slug): Segment,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let now = parts.minute();
    let shop = parts.shop(&slug, now).await?;
    let (public, all) = (&parts.public, ReviewFilter::default());
    let newest = public.page(&shop, all, ReviewSort::Newest, 0, WIDGET_REVIEWS, now).await?;
    let body = WidgetBody::new(&shop.name, &slug, &public.counts(&shop).await?, &newest);
    tagged(&shop, &Reply::json(200, &body)?, &headers)
}

/// The answer to a browser that asks whether a page may read this.
pub(crate) async fn preflight() -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    let headers = response.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET, HEAD, OPTIONS"));
    headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static("*"));
    headers.insert(ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("86400"));
    response
}

/// Lets every page read the answer, whatever it is.
pub(crate) async fn for_all(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}

impl Parts {
    /// The start of this minute: photos' URLs, and so the answer's tag, change no more often.
    fn minute(&self) -> Timestamp {
        let now = self.clock.now();
        now.round(TimestampRound::new().smallest(Unit::Minute).mode(RoundMode::Floor)).unwrap_or(now)
    }

    async fn shop(&self, slug: &str, now: Timestamp) -> Result<PublicShop, Failure> {
        self.public.shop(slug, now).await.map_err(|error| match error {
            app::Error::NotFound => Failure::NotShown,
            error => error.into(),
        })
    }
}

/// The answer with its tag, or that it is the one which the caller has.
fn tagged(shop: &PublicShop, answer: &Reply, headers: &HeaderMap) -> Result<Response, Failure> {
    let mut tag = shop.fingerprint(&answer.body);
    tag.truncate(TAG_LENGTH);
    let tag = format!("\"{tag}\"");
    let known = headers.get(IF_NONE_MATCH).and_then(|known| known.to_str().ok()).unwrap_or_default();
    let is_known = known.split(',').any(|known| known.trim().trim_start_matches("W/") == tag || known.trim() == "*");
    let mut response = match is_known {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => edge::reply(answer.clone()),
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=60"));
    if let Ok(tag) = HeaderValue::try_from(tag) {
        headers.insert(ETAG, tag);
    }
    Ok(response)
}
