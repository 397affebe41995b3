//! `GET /api/v1/review-requests`, `/{id}`, `/{id}/timeline` and `/{id}/messages`.

use std::sync::Arc;

use app::SCOPE_READ;
use axum::extract::{RawQuery, State};
use axum::http::header::LINK;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use edge::native::{Failure, json, request_id};
use edge::{Segment, bearer};

use crate::Parts;
use crate::wire::{self, filter, next_page};

type PartsOf = State<Arc<Parts>>;

pub(crate) async fn list(
    State(parts): PartsOf,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let caller = parts.access.authenticate(bearer(&headers), SCOPE_READ, now).await?;
    let filter = filter(query.as_deref().unwrap_or_default())?;
    let listing = parts.requests.list(&caller, filter, now).await?;
    let next = listing.next_before.map(|before| next_page(&filter, before));
    let mut response = json(StatusCode::OK, &wire::Requests::new(listing.requests, now))?;
    if let Some(next) = next.and_then(|next| HeaderValue::from_str(&next).ok()) {
        response.headers_mut().insert(LINK, next);
    }
    Ok(response)
}

pub(crate) async fn show(State(parts): PartsOf, Segment(id): Segment, headers: HeaderMap) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let caller = parts.access.authenticate(bearer(&headers), SCOPE_READ, now).await?;
    let shown = parts.requests.show(&caller, request_id(&id)?).await?;
    json(StatusCode::OK, &wire::One::new(shown, now))
}

pub(crate) async fn timeline(
    State(parts): PartsOf,
    Segment(id): Segment,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let caller = parts.access.authenticate(bearer(&headers), SCOPE_READ, now).await?;
    let request = parts.requests.request(&caller, request_id(&id)?).await?;
    json(StatusCode::OK, &wire::TimelineBody::new(&request))
}

pub(crate) async fn messages(
    State(parts): PartsOf,
    Segment(id): Segment,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let caller = parts.access.authenticate(bearer(&headers), SCOPE_READ, now).await?;
    let messages = parts.requests.messages(&caller, request_id(&id)?, now).await?;
    json(StatusCode::OK, &wire::Messages::new(messages))
}
