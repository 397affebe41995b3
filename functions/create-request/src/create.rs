//! `POST /api/v1/review-requests/send`.

use std::sync::Arc;

use app::SCOPE_WRITE;
use axum::extract::{Request, State};
use axum::response::Response;
use edge::native::{Failure, answer};
use edge::{bearer, json_object, repeatable};

use crate::Parts;
use crate::wire::{created, new_review_request};

const ROUTE: &str = "POST /api/v1/review-requests/send";

pub(crate) async fn handle(State(parts): State<Arc<Parts>>, request: Request) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let (head, body) = request.into_parts();
    let caller = parts.access.authenticate(bearer(&head.headers), SCOPE_WRITE, now).await?;
    let (object, bytes) = json_object(&head.headers, body).await?;
    let repeatable = repeatable(&head.headers, &caller, ROUTE, &bytes)?;
    let new = new_review_request(&object)?;
    let made = parts.create.create(&caller, new, repeatable.as_ref(), now, created).await?;
    Ok(answer(made))
}
