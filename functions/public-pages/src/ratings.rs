//! `GET /p/{shop}/ratings.json`: the average and the number of reviews of every product, for pages that list products.

use std::collections::BTreeMap;

use axum::http::HeaderMap;
use edge::http::Segment;
use edge::native::Served;
use edge::respond::minute;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::SharedParts;

/// Caches store this longer than other pages, because it costs a read for each product. Who has none, such as a shop's server that
/// waits for its earlier reviews, gets an answer of the current minute. While a cache gets a new answer, or gets none, it may use the old one, but not for long: the answer may count what was withheld.
const KEPT: &str = "public, max-age=300, stale-while-revalidate=60, stale-if-error=600";

/// By the product's id: the average stars to one decimal; the number of published reviews; the number of those whose authors got
/// something in return, 0 if they are less than a fifth; and when the published reviews last changed, in seconds since 1970.
#[derive(Serialize, ToSchema)]
#[schema(as = PublicRatings, value_type = BTreeMap<String, Vec<f64>>)]
struct RatingsBody(BTreeMap<String, (f64, u64, u64, i64)>);

/// The ratings of all products
///
/// The average and the number of published reviews of each product with reviews, and when they last changed. If the shop has more than
/// 2,000 such products, the answer has those with the newest reviews. Caches store the answer for five minutes.
#[utoipa::path(
    get, path = "/p/{shop}/ratings.json", operation_id = "getPublicRatings",
    security(()),
    params(("shop" = String, Path, description = "The shop's id.")),
    responses(
        (status = 200, description = "The ratings.", body = RatingsBody),
        (status = 304, description = "`If-None-Match` names the current answer."),
        (status = 404, description = "The shop is unknown or does not show its reviews."),
    ),
)]
pub(crate) async fn show(parts: SharedParts, Segment(shop): Segment, headers: HeaderMap) -> Served {
    let now = minute(parts.clock.now());
    let own = format!("{shop}/ratings.json");
    parts.count_read(&shop, &headers);
    // No reviews are read anew each time: a shop waits for its first, such as those that have just moved here.
    if let Some(answer) = parts.answers.find(now, &own).filter(|answer| answer.body != "{}") {
        return Ok(answer.respond(&headers));
    }
    let public = parts.public.shop(&shop, now).await?;
    parts.note_seen(&shop, &public, &headers, now).await;
    let ratings = parts.public.ratings(&public).await?;
    let rated = ratings.into_iter().filter(|(_, counts)| counts.published() > 0);
    let body = rated.map(|(id, counts)| {
        let (rewarded, changed_at) =
            (counts.many_rewarded().unwrap_or(0), counts.changed_at().map_or(0, Timestamp::as_second));
        (id.as_str().to_owned(), (counts.published_average(), counts.published(), rewarded, changed_at))
    });
    Ok(parts.answer(&public, now, own, &RatingsBody(body.collect()), KEPT)?.respond(&headers))
}
