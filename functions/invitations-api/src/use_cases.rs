//! Invitations: requests whose email is sent immediately, one for each order and address.
//!
//! Told by `tests/stories/dialects/amino.story`.

use app::caller::Caller;
use app::error::{Error, retry};
use app::idempotency::{IdempotentCall, Reply, earlier, store_reply};
use app::message::wake::wake_owed;
use app::request::{CreateRequest, NewReviewRequest};
use domain::request::Status;
use domain::values::{Dialect, RequestId};
use jiff::Timestamp;
use store::table::Part;

/// Invites a customer, and returns what `render` makes from the link. If the order already has a request, its link is
/// returned, and nothing is sent or counted. But if that request sends no messages, because the shop shares the link
/// itself, the email is sent now.
/// Errors: [`Error::RateLimited`], [`Error::IdempotencyKeyReused`]; [`Error::NotFound`] if the earlier request was
/// deleted.
pub async fn invite(
    create: &CreateRequest,
    caller: &Caller,
    new: NewReviewRequest,
    idempotency: Option<&IdempotentCall>,
    now: Timestamp,
    render: impl Fn(&str) -> Result<Reply, Error>,
) -> Result<Reply, Error> {
    match create.create(caller, new, idempotency, now, |made| render(&made.hub_url)).await {
        Err(Error::Duplicate { earlier: Some(id) }) => invite_again(create, caller, id, idempotency, now, render).await,
        made => made,
    }
}

async fn invite_again(
    create: &CreateRequest,
    caller: &Caller,
    id: RequestId,
    idempotency: Option<&IdempotentCall>,
    now: Timestamp,
    render: impl Fn(&str) -> Result<Reply, Error>,
) -> Result<Reply, Error> {
    let Caller { tenant, keys, .. } = caller;
    retry!(create.store, {
        if let Some(answer) = earlier(idempotency, &create.store, caller, now).await? {
            return Ok(answer);
        }
        let context = create.store.request_context(tenant, id).await?.ok_or(Error::NotFound)?;
        let sealed = context.open(keys)?.ok_or(Error::NotFound)?;
        let service = create.links.keys(now).await?;
        let answer = render(&create.links.hub(Dialect::Amino, &sealed.token(tenant, id, keys), &service))?;
        let before = context.request.clone();
        let mut request = context.request;
        if request.status(now) != Status::Manual {
            return Ok(store_reply(idempotency, &create.store, caller, request.customer, now, answer).await?);
        }
        // The invitation is accepted, so it counts against the limit.
        let mut slots = create.store.slots(tenant).await?;
        let slot = slots.free(now, create.random.u64()).ok_or_else(|| Error::RateLimited(slots.quota(now)))?;
        request.invite(sealed.channel(), &context.tenant.rules, now).map_err(Error::NotSendable)?;
        let mut transaction = create.store.transaction(tenant);
        transaction.save_request(Part::Request, &mut request);
        transaction.take_slot(slot, now);
        if let Some(idempotency) = idempotency {
            idempotency.remember(&mut transaction, &answer, request.customer, keys, now);
        }
        transaction.announce_request(Some(&before), &request, now, &context.tenant.webhooks);
        transaction.commit().await?;
        wake_owed(&create.queue, create.schedules.as_ref(), &caller.tenant, &request, now).await;
        slots.set(slot.index, now);
        Ok(Reply { quota: Some(slots.quota(now)), ..answer })
    })
}
