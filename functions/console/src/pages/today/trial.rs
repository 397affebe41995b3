//! *Send me one*: a member gets the email that the first customer will get, or one about a product of the shop, and reviews it on the
//! customer's page. The request is a trial, which is never counted.

use app::error::Error;
use app::idempotency::Reply;
use app::request::{FirstMessage, NewReviewRequest, Recipient};
use domain::order::ProductIds;
use domain::request::{Request, RequestOptions};
use domain::values::{Dialect, EmailAddress, Mode, Reminders, RequestOrigin};
use members::Rows;

use crate::click::Click;
use crate::form::{Flash, Served};
use crate::pages::first_steps::after;
use crate::parts::{Parts, Viewer};
use crate::steps::TRY;

pub(super) const HERE: &str = "/console/today";
/// The most trials of a shop in an hour.
const TRIALS_AN_HOUR: u32 = 20;

pub(super) async fn send(Click { parts, viewer, .. }: Click) -> Served {
    let email = match recipient(&parts, &viewer).await? {
        Ok(email) => email,
        Err(why) => return Ok(viewer.done(why, HERE)),
    };
    ask(&parts, &viewer, email.clone()).await?;
    let next = after(&TRY, &parts, &viewer).await?;
    Ok(Flash::new(viewer.texts.say("begin-try-sent").words("address", email.as_typed())).with_next(next).then(HERE))
}

/// The address to which the email goes, or the id of the text that says why none may leave. Counts the trial, except in test mode.
async fn recipient(parts: &Parts, viewer: &Viewer) -> Result<Result<EmailAddress, &'static str>, Error> {
    let (store, tenant) = (&parts.console.store, &viewer.tenant);
    let Some(to) = address(viewer)? else { return Ok(Err("begin-try-nobody")) };
    if store.suppression(tenant, &viewer.keys.email_index(&to), &viewer.keys).await?.is_some() {
        return Ok(Err("begin-try-suppressed"));
    }
    if store.suspension(tenant).await?.is_some() {
        return Ok(Err("begin-try-held"));
    }
    if viewer.shop.operators_pause(store.pause_of_all().await?, viewer.now).is_some() {
        return Ok(Err("begin-try-paused"));
    }
    let counted = format!("text.{tenant}");
    if tenant.mode == Mode::Live && !Rows(store).count_member_mail(&counted, TRIALS_AN_HOUR, viewer.now).await? {
        return Ok(Err("begin-try-too-many"));
    }
    Ok(Ok(to))
}

/// The member's address or, for a guest, the owner's if a member has it. Only members get the email, because otherwise anything could be
/// sent to anybody in the operator's name.
fn address(viewer: &Viewer) -> Result<Option<EmailAddress>, Error> {
    let (members, keys) = (&viewer.members, &viewer.keys);
    if let Some(member) = &viewer.id {
        return Ok(members.email(member, keys)?);
    }
    let Some(owner) = viewer.shop.owner_email(&viewer.tenant, keys)? else { return Ok(None) };
    for member in members.all().filter(|member| member.joined_at.is_some()) {
        let email = members.email(&member.id, keys)?;
        if email.as_ref().is_some_and(|email| email.identity() == owner.identity()) {
            return Ok(email);
        }
    }
    Ok(None)
}

/// Creates a request without messages and sends it by hand, so that no send window or cap delays it.
async fn ask(parts: &Parts, viewer: &Viewer, email: EmailAddress) -> Result<(), Error> {
    let products = products(parts, viewer).await?;
    let new = NewReviewRequest {
        dialect: Dialect::BetterReviews,
        origin: RequestOrigin::Call,
        recipient: Recipient::Addressee { email, name: None },
        products,
        order: None,
        first_message: FirstMessage::At(viewer.now),
        channels: Vec::new(),
        reminders: Some(Reminders::NONE),
        options: RequestOptions { trial: true, ..RequestOptions::default() },
    };
    let caller = viewer.caller();
    let request = parts.create.create_alone(&caller, new, viewer.now).await?.request.id;
    let answer = |_: &Request| Reply::json(200, &());
    parts.send_now.send_now(&caller, request, None, viewer.now, answer).await.map(drop)
}

/// What the first customer will be asked about or, as long as nobody is planned, a product of the shop.
async fn products(parts: &Parts, viewer: &Viewer) -> Result<ProductIds, Error> {
    let (store, tenant) = (&parts.console.store, &viewer.tenant);
    let first = parts.asks.counts(tenant, viewer.now).await?.first.map(|(_, place)| place);
    let first = store.order_records(tenant, first.into_iter(), &viewer.keys).await?.pop();
    if let Some(products) = first.map(|record| record.order.products()).filter(|products| !products.is_empty()) {
        return Ok(products);
    }
    let first = store.listed_products(tenant, None, 1).await?.rows.pop();
    Ok(ProductIds::first(first.into_iter().map(|listed| listed.product.id)))
}
