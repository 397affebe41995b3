//! `GET /trust/{shop}.json`: how a shop decides about reviews. Without `.json`, the answer is a page for people.

use app::idempotency::Reply;
use axum::http::HeaderMap;
use edge::http::Segment;
use edge::language::Preferred;
use edge::native::Served;
use edge::respond::{cached, minute};
use edge::trust::{TrustBody, TrustPage};
use texts::Texts;

use crate::SharedParts;
use crate::answers::in_html;
use crate::embed::PAGE_STYLE;

/// How a shop decides about reviews
///
/// The shop's rules and reasons, and the numbers of published, withheld and removed reviews by stars. Caches store answers for a
/// minute.
#[utoipa::path(
    get, path = "/trust/{file}", operation_id = "getTrust",
    security(()),
    params(("file" = String, Path, description = "The shop's id and `.json`; without `.json`, the answer is a page for people.", example = "fern.json")),
    responses(
        (status = 200, description = "The rules and the counts.", content((TrustBody = "application/json"), (String = "text/html"))),
        (status = 304, description = "`If-None-Match` names the current answer."),
        (status = 404, description = "The shop is unknown or does not show its reviews."),
    ),
)]
pub(crate) async fn show(
    parts: SharedParts,
    Segment(file): Segment,
    Preferred(preferred): Preferred,
    headers: HeaderMap,
) -> Served {
    let slug = file.strip_suffix(".json").unwrap_or(&file);
    let now = minute(parts.clock.now());
    let shop = parts.public.shop(slug, now).await?;
    let trust = parts.public.trust(&shop).await?;
    let body = TrustBody::new((slug, &shop, &trust, now));
    if slug == file {
        let texts = Texts::page(shop.shop.language.unwrap_or(preferred));
        let html = TrustPage::new(texts, &shop.shop, &body, &PAGE_STYLE).html()?;
        let fingerprint = shop.fingerprint(&html);
        return Ok(cached(in_html(html), &fingerprint, &headers));
    }
    let reply = Reply::json(200, &body)?;
    Ok(cached(edge::respond::reply(reply.clone()), &shop.fingerprint(&reply.body), &headers))
}
