//! `POST /api/v1/console-links`.

use app::idempotency::Reply;
use axum::extract::Request;
use domain::values::SCOPE_MEMBERS;
use edge::native::{Served, seconds};
use edge::respond::reply;
use members::GuestLink;
use store::request::idempotency::ReplyAbout;

use super::answered;
use super::wire::{LinkBody, LinkInput};
use crate::parts::SharedParts;

const CREATE: &str = "POST /api/v1/console-links";

/// Make a link into the console
///
/// Give the link to a person whom your own system has authenticated. The link works once, within 15 minutes, in any
/// browser. The person is signed in as an owner; the session ends early if the API key that made the link is deleted or
/// expires. The audit log records the key.
#[utoipa::path(
    post, path = "/api/v1/console-links", operation_id = "createConsoleLink",
    security(("key" = [SCOPE_MEMBERS])),
    request_body(content = Option<LinkInput>, description = "Optional; an object without fields."),
    responses((status = 201, body = LinkBody, description = "The link. No other answer shows it.")),
)]
pub(crate) async fn create(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.optional_json::<LinkInput>(request, SCOPE_MEMBERS).await?;
    let idempotency = call.idempotency(CREATE)?;
    let (tenant, keys) = (&call.caller.tenant, &call.caller.keys);
    let members::Console { store, links, random, .. } = parts.console.clone();
    let link = GuestLink { store, links, random };
    let made = async {
        let mut answer = None;
        link.make(tenant, Some(&call.caller.by()), call.caller.key_id(), call.now, |transaction, url, expires_at| {
            let reply = Reply::json(201, &LinkBody { url, expires_at: seconds(expires_at) })?;
            if let Some(idempotency) = &idempotency {
                idempotency.remember(transaction, &reply, ReplyAbout::Nobody, keys, call.now);
            }
            answer = Some(reply);
            Ok(())
        })
        .await?;
        answer.ok_or_else(|| app::error::Error::Internal("a link without an answer".to_owned()))
    };
    Ok(reply(answered(&parts, (&call.caller, call.now), idempotency.as_ref(), made).await?))
}
