//! `GET /trust/{shop}.json`: how a shop decides about reviews.

use std::sync::Arc;

use app::{Error, Reply};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use edge::Segment;
use edge::native::Failure;
use edge::public::{cached, minute};

use crate::Parts;
use crate::wire::trust::TrustBody;

/// How a shop decides about reviews
///
/// Which rules and reasons apply, and how many reviews of each number of stars were published, withheld and removed.
/// Caches keep an answer for a minute.
#[utoipa::path(
    get, path = "/trust/{file}", operation_id = "getTrust",
    security(()),
    params(("file" = String, Path, description = "The shop's id and `.json`.", example = "fern.json")),
    responses(
        (status = 200, body = TrustBody, description = "How it decides."),
        (status = 304, description = "It is that of `If-None-Match`."),
        (status = 404, description = "No shop with this id shows its reviews."),
    ),
)]
pub(crate) async fn show(
    State(parts): State<Arc<Parts>>,
    Segment(file): Segment,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let slug = file.strip_suffix(".json").ok_or(Error::NotFound)?;
    let now = minute(parts.clock.now());
    let shop = parts.public.shop(slug, now).await?;
    let trust = parts.public.trust(&shop).await?;
    let reply = Reply::json(200, &TrustBody::new(slug, &shop, &trust, now))?;
    Ok(cached(edge::reply(reply.clone()), &shop.fingerprint(&reply.body), &headers))
}
