//! `GET /api/v1/vendors/{slug}/reviews` and `GET /api/v1/widget/{slug}`: published reviews for any page, without a key.

use app::idempotency::Reply;
use app::review::{PublicShop, ReviewFilter, ReviewSort};
use axum::extract::RawQuery;
use axum::http::HeaderMap;
use axum::response::Response;
use edge::http::Segment;
use edge::public::{cached, minute};
use jiff::Timestamp;

use crate::error::{Failure, Served};
use crate::wire::public::{PublicQuery, ReviewsBody, Source, WidgetBody, too_deep};
use crate::{Parts, SharedParts};

const WIDGET_REVIEWS: u32 = 10;

/// The published reviews of a shop
///
/// Scripts on any web page may call this route. Caches store answers for a minute.
#[utoipa::path(
    get, path = "/api/v1/vendors/{slug}/reviews", operation_id = "listPublicReviews",
    security(()),
    params(
        ("slug" = String, Path, description = "The shop's id."),
        ("sort" = Option<String>, Query, pattern = "^(recent|oldest|highest|lowest)$", description = "The order; `recent` if omitted."),
        ("rating" = Option<u8>, Query, minimum = 1, maximum = 5, description = "Only reviews with this many stars."),
        ("source" = Option<String>, Query, pattern = "^(organic|invitation)$", description = "Only reviews from this source. No review is `organic`: each answers an invitation or was written elsewhere."),
        ("page" = Option<u32>, Query, minimum = 1, maximum = 300, description = "The page's number, from 1; 1 if omitted. Only the first 300 reviews are on pages with a number."),
        ("per_page" = Option<u32>, Query, minimum = 1, maximum = 50, description = "The number of reviews on a page; 20 if omitted."),
        ("after" = Option<u64>, Query, description = "The cursor of a page without a number; take it from `next`. Only with `recent` and `oldest`."),
    ),
    responses(
        (status = 200, body = ReviewsBody, description = "A page of reviews."),
        (status = 304, description = "`If-None-Match` names the current answer."),
        (status = 404, description = "No shop with this slug shows its reviews."),
    ),
)]
pub(crate) async fn reviews(
    parts: SharedParts,
    Segment(slug): Segment,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Served {
    let query = PublicQuery::parse(query.as_deref())?;
    let PublicQuery { sort, rating, source, page, per_page, after } = query;
    let now = minute(parts.clock.now());
    let shop = parts.shop(&slug, now).await?;
    let is_imported = source.map(|_| false);
    let filter = ReviewFilter { min_rating: rating, max_rating: rating, is_imported, ..ReviewFilter::default() };
    if source == Some(Source::Organic) {
        return Ok(tagged(&shop, &Reply::json(200, &ReviewsBody::nothing(&query))?, &headers));
    }
    let start = (after, if after.is_some() { 0 } else { (page - 1) * per_page });
    let found = parts.public.page(&shop, filter.clone(), sort, start, per_page, now).await?;
    if found.is_cut && after.is_none() {
        return Err(too_deep());
    }
    let mut total = parts.public.total(&shop, filter.clone(), &found).await?;
    // The reviews before this page are not counted.
    total.is_exact &= after.is_none() || filter.is_counted();
    let next = found.next.and_then(|last| query.next(&slug, last));
    Ok(tagged(&shop, &Reply::json(200, &ReviewsBody::new(&found, total, &query, next))?, &headers))
}

/// A shop's rating and its ten newest reviews
///
/// For a widget on any web page. Caches store answers for a minute.
#[utoipa::path(
    get, path = "/api/v1/widget/{slug}", operation_id = "getWidget",
    security(()),
    params(("slug" = String, Path, description = "The shop's id.")),
    responses(
        (status = 200, body = WidgetBody, description = "The shop and its newest reviews."),
        (status = 304, description = "`If-None-Match` names the current answer."),
        (status = 404, description = "No shop with this slug shows its reviews."),
    ),
)]
pub(crate) async fn widget(parts: SharedParts, Segment(slug): Segment, headers: HeaderMap) -> Served {
    let now = minute(parts.clock.now());
    let shop = parts.shop(&slug, now).await?;
    let (public, all) = (&parts.public, ReviewFilter::default());
    let newest = public.page(&shop, all, ReviewSort::Newest, (None, 0), WIDGET_REVIEWS, now).await?;
    let body = WidgetBody::new(&shop.shop.name, &slug, &public.counts(&shop).await?, &newest);
    Ok(tagged(&shop, &Reply::json(200, &body)?, &headers))
}

impl Parts {
    async fn shop(&self, slug: &str, now: Timestamp) -> Result<PublicShop, Failure> {
        self.public.shop(slug, now).await.map_err(|error| match error {
            app::error::Error::NotFound => Failure::NotShown,
            error => error.into(),
        })
    }
}

/// The answer with its `ETag`, or 304 if the caller already has this answer.
fn tagged(shop: &PublicShop, answer: &Reply, headers: &HeaderMap) -> Response {
    cached(edge::respond::reply(answer.clone()), &shop.fingerprint(&answer.body), headers)
}
