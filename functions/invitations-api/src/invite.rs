//! `POST /api/v1/invitations`.

use std::sync::Arc;

use app::SCOPE_WRITE;
use axum::extract::{Request, State};
use axum::response::Response;
use domain::Dialect;
use edge::{bearer, idempotency, json_object};

use crate::Parts;
use crate::error::Failure;
use crate::openapi::Invitation;
use crate::wire::{Invited, created, invitation, invited, respond};

const ROUTE: &str = "POST /api/v1/invitations";

/// Invite a customer
///
/// The mail leaves at once. An order that was invited before under the same email gets the same link
/// again: nothing is sent, nothing counts.
#[utoipa::path(
    post, path = "/api/v1/invitations", operation_id = "createInvitation",
    security(("key" = [SCOPE_WRITE])),
    request_body = Invitation,
    responses(
        (status = 200, body = Invited, description = "The invitation's link.", headers(
            ("RateLimit-Policy" = String, description = "The limit: `\"invitations\";q=100;w=3600`."),
            ("RateLimit" = String, description = "What is left of it: `\"invitations\";r=<left>;t=<seconds>`."),
        )),
        (status = 404, description = "The earlier invitation for this order is gone."),
        (status = 429, description = "100 invitations were accepted within the hour.", headers(
            ("RateLimit-Policy" = String), ("RateLimit" = String),
        )),
    ),
)]
pub(crate) async fn handle(State(parts): State<Arc<Parts>>, request: Request) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let (head, body) = request.into_parts();
    let caller = parts.access.authenticate(bearer(&head.headers), SCOPE_WRITE, now).await?;
    let (object, bytes) = json_object(&head.headers, body).await?;
    let idempotency = idempotency(&head.headers, &caller, ROUTE, &bytes)?;
    let new = invitation(&object, now)?;
    match parts.create.create(&caller, new, idempotency.as_ref(), now, created).await {
        Ok(answer) => Ok(respond(answer)),
        // Nothing is made, sent or counted: the link that the customer has is the answer.
        Err(app::Error::Duplicate { earlier: Some(id) }) => {
            let link = parts.create.link(&caller, id, Dialect::Amino).await?;
            Ok(respond(invited(&link)))
        }
        Err(error) => Err(error.into()),
    }
}
