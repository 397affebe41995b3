//! `GET` and `POST /api/v1/members`, `DELETE /api/v1/members/{id}`, and `POST /api/v1/console-links`.

use app::idempotency::Reply;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use domain::values::{MemberId, SCOPE_MEMBERS};
use edge::http::Segment;
use edge::native::Served;
use edge::respond::{json, reply};
use members::{GuestLink, Invitation, Rows};
use store::request::idempotency::ReplyAbout;

use super::answered;
use super::wire::{LinkBody, LinkInput, MemberBody, MemberInput, MembersBody, Removed};
use crate::parts::SharedParts;

const INVITE: &str = "POST /api/v1/members";

/// List the console's members
///
/// Oldest first, at most 50.
#[utoipa::path(
    get, path = "/api/v1/members", operation_id = "listMembers",
    security(("key" = [SCOPE_MEMBERS])),
    responses((status = 200, body = MembersBody, description = "All members.")),
)]
pub(crate) async fn list(parts: SharedParts, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_MEMBERS).await?;
    let members = Rows(&parts.console.store).members(&call.caller.tenant, call.now).await?;
    let body = |member: &members::Member| {
        let email = members.email(&member.id, &call.caller.keys)?;
        Ok(MemberBody::new((member, email.as_ref().map(domain::values::EmailAddress::as_typed).unwrap_or_default())))
    };
    let all = members.all().map(body).collect::<Result<_, store::table::Error>>()?;
    Ok(json(StatusCode::OK, &MembersBody::new(all))?)
}

/// Invite a member to the console
///
/// Sends the person an email that says where to sign in, except in test mode.
#[utoipa::path(
    post, path = "/api/v1/members", operation_id = "inviteMember",
    security(("key" = [SCOPE_MEMBERS])),
    request_body = MemberInput,
    responses(
        (status = 201, body = MemberBody, description = "The member."),
        (status = 409, description = "The address belongs to a member, or the shop already has 50 members."),
    ),
)]
pub(crate) async fn invite(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.json::<MemberInput>(request, SCOPE_MEMBERS).await?;
    let idempotency = call.idempotency(INVITE)?;
    let (email, role) = call.input.parse()?;
    let (tenant, keys) = (&call.caller.tenant, &call.caller.keys);
    let answer = |member: &members::Member| Reply::json(201, &MemberBody::new((member, email.as_typed())));
    let invited = async {
        let by = call.caller.by();
        let member = parts.console.invite(
            tenant,
            keys,
            Invitation { by: &by, email: &email, role },
            call.now,
            |transaction, member| {
                if let Some(idempotency) = &idempotency {
                    idempotency.remember(transaction, &answer(member)?, ReplyAbout::Nobody, keys, call.now);
                }
                Ok(())
            },
        );
        answer(&member.await?)
    };
    Ok(reply(answered(&parts, (&call.caller, call.now), idempotency.as_ref(), invited).await?))
}

/// Remove a member from the console
///
/// The member's session ends at the next click.
#[utoipa::path(
    delete, path = "/api/v1/members/{id}", operation_id = "removeMember",
    security(("key" = [SCOPE_MEMBERS])),
    params(("id" = String, Path, pattern = "^[0-9a-f]{12}$", description = "The member's `id`.")),
    responses(
        (status = 200, body = Removed, description = "The member is removed."),
        (status = 409, description = "The member is the shop's only owner."),
    ),
)]
pub(crate) async fn remove(parts: SharedParts, Segment(id): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_MEMBERS).await?;
    let id = MemberId::parse(&id).map_err(|_| app::error::Error::NotFound)?;
    parts.console.remove_member(&call.caller.tenant, &call.caller.by(), &id, call.now).await?;
    Ok(json(StatusCode::OK, &Removed::new(()))?)
}

const CREATE_LINK: &str = "POST /api/v1/console-links";

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
pub(crate) async fn create_link(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.optional_json::<LinkInput>(request, SCOPE_MEMBERS).await?;
    let idempotency = call.idempotency(CREATE_LINK)?;
    let (tenant, keys) = (&call.caller.tenant, &call.caller.keys);
    let members::Console { store, links, random, .. } = parts.console.clone();
    let link = GuestLink { store, links, random };
    let made = async {
        let mut answer = None;
        link.make(tenant, Some(&call.caller.by()), call.caller.key_id(), call.now, |transaction, url, expires_at| {
            let reply = Reply::json(201, &LinkBody::new((url, expires_at)))?;
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
